import PracticeUI
import QuestionBankFormat
import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct AppearanceFileTests {
  private func settings(_ text: String) -> (AppearanceSettings, [String]) {
    let (settings, diagnostics) = AppearanceFile.settings(
      in: SourceFile(name: "config.yaml", text: text))
    return (
      settings,
      diagnostics.map { "\($0.location.line):\($0.location.column): \($0.message) [\($0.rule)]" }
    )
  }

  @Test func `all settings are read`() {
    let (settings, problems) = settings(
      """
      # mine
      theme: light
      symbols: ascii
      mouse: true
      interface: plain
      """)
    #expect(problems == [])
    #expect(
      settings
        == AppearanceSettings(theme: "light", symbols: .ascii, mouse: true, plain: true))
  }

  @Test(arguments: ["", "# nothing yet\n"])
  func `an empty file has no settings and no problem`(text: String) {
    let (settings, problems) = settings(text)
    #expect(settings == AppearanceSettings())
    #expect(problems == [])
  }

  @Test func `what is wrong is said with its place and the nearest name, the rest holds`() {
    let (settings, problems) = settings(
      "theem: light\nsymbols: unicod\nmouse: yes\ninterface: plain\n")
    #expect(settings == AppearanceSettings(plain: true))
    #expect(
      problems == [
        "1:1: unknown key 'theem'; did you mean 'theme'? [unknown-key]",
        "2:10: 'symbols' is 'unicod'; did you mean 'unicode'? [invalid-value]",
        "3:8: 'mouse' is 'yes'; allowed are 'true', 'false' [invalid-value]",
      ])
  }

  @Test func `what stands beside the settings stays when they are written`() throws {
    try withTemporaryFolder { folder in
      let file = AppearanceFile(path: folder + "/swot/config.yaml")
      let settings = AppearanceSettings(theme: "high-contrast", mouse: true)
      try file.write(settings)
      #expect(try file.read().settings == settings)

      let own = "# my own\nmouse: true  # left-handed\n\ntheme: 'light'\n"
      try Data(own.utf8).write(to: URL(filePath: file.path))
      try file.write(AppearanceSettings(theme: "plain", plain: true))
      #expect(
        try file.read().text == """
          # my own
          mouse: false # left-handed

          theme: plain
          symbols: auto
          interface: plain

          """)
    }
  }

  @Test func `a file that can't be changed line by line is not touched`() throws {
    try withTemporaryFolder { folder in
      let file = AppearanceFile(path: folder + "/config.yaml")
      try Data("mouse:\n  true\n".utf8).write(to: URL(filePath: file.path))
      #expect(throws: AppearanceFileFailure.self) { try file.write(AppearanceSettings()) }
      #expect(try file.read().text == "mouse:\n  true\n")
    }
  }

  @Test func `a file that is a link stays one`() throws {
    try withTemporaryFolder { folder in
      let file = AppearanceFile(path: folder + "/config.yaml")
      let target = folder + "/dotfiles.yaml"
      try Data("mouse: false\n".utf8).write(to: URL(filePath: target))
      try FileManager.default.createSymbolicLink(
        atPath: file.path, withDestinationPath: target)
      try file.write(AppearanceSettings(mouse: true))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file.path) == target)
      #expect(try AppearanceFile(path: target).read().settings.mouse)
    }
  }

  @Test func `the folder is that of the XDG specification`() {
    #expect(
      AppearanceFile(Environment(["HOME": "/h", "XDG_CONFIG_HOME": "/c"]))?.path
        == "/c/swot/config.yaml")
    #expect(
      AppearanceFile(Environment(["HOME": "/h", "XDG_CONFIG_HOME": "c"]))?.path
        == "/h/.config/swot/config.yaml")
    #expect(AppearanceFile(Environment([:])) == nil)
  }
}
