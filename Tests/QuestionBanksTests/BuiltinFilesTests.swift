import BuiltinBanks
import Testing

@Suite struct BuiltinFilesTests {
  @Test func `the program carries files`() {
    #expect(builtin_file_count() > 0)
  }
}
