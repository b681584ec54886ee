import Foundation
import Testing

@testable import swot

@Suite struct InputFileTests {
  @Test func `a file of any size is read whole`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for count in [0, 1, 65_535, 65_536, 65_537, 300_000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let file = folder.appending(path: "\(count)")
      try Data(bytes).write(to: file)
      #expect(try InputFile.read(file.path) == bytes)
    }
  }

  @Test func `a file that is not there and one that cannot be read are told apart`() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let missing = #expect(throws: InputFileFailure.self) {
      try InputFile.read("\(folder)/no/such/file")
    }
    #expect(missing?.status == .inputNotFound)
    #expect(
      missing?.description == "cannot read '\(folder)/no/such/file': there is no such file")
    let unreadable = #expect(throws: InputFileFailure.self) { try InputFile.read(folder) }
    #expect(unreadable?.status == .inputOutputError)
  }
}
