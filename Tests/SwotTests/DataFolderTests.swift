import Testing

@testable import swot

@Suite struct DataFolderTests {
  @Test(
    arguments: [
      ("/given", ["SWOT_DATA": "/swot", "HOME": "/home/a"], "/given"),
      (nil, ["SWOT_DATA": "/swot", "XDG_DATA_HOME": "/xdg", "HOME": "/home/a"], "/swot"),
      (nil, ["SWOT_DATA": "", "XDG_DATA_HOME": "/xdg", "HOME": "/home/a"], "/xdg/swot"),
      (nil, ["XDG_DATA_HOME": "relative", "HOME": "/home/a"], "/home/a/.local/share/swot"),
      (nil, ["XDG_DATA_HOME": "", "HOME": "/home/a"], "/home/a/.local/share/swot"),
    ] as [(String?, [String: String], String)])
  func `the option comes first, then SWOT_DATA, then the folders of XDG`(
    option: String?, variables: [String: String], path: String
  ) throws {
    let folder = try DataFolder(option: option, environment: Environment(variables))
    #expect(folder.path == path)
    #expect(folder.banks == path + "/banks")
  }

  @Test func `without a home folder the way out is named`() throws {
    do {
      _ = try DataFolder(option: nil, environment: Environment([:]))
      Issue.record("a folder was made up")
    } catch {
      #expect(error.status == .failure)
      #expect(error.description.contains("--data or SWOT_DATA"))
    }
  }
}
