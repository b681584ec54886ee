import BuiltinBanks
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct BuiltinFilesTests {
  private let embedded = (0..<builtin_file_count()).map { index in
    let file = builtin_file_at(index)
    return (
      path: String(cString: file.path),
      bytes: Data(UnsafeBufferPointer(start: file.bytes, count: file.count))
    )
  }

  @Test func `the program carries every bank, exam and theme, in byte order of the paths`() throws {
    let expected =
      try ["LICENSE"] + RepositoryFiles.below("Assets/themes")
      + RepositoryFiles.below("QuestionBanks")
    #expect(
      embedded.map(\.path) == expected.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      "add the missing files to Sources/BuiltinBanks/builtin_banks.c, or take out those gone")
  }

  @Test func `what the program carries is what the folders hold`() throws {
    for (path, bytes) in embedded {
      #expect(try Data(contentsOf: RepositoryFiles.root.appending(path: path)) == bytes, "\(path)")
    }
  }

  @Test func `no embedded file is empty`() {
    #expect(embedded.filter(\.bytes.isEmpty).map(\.path) == [])
  }
}
