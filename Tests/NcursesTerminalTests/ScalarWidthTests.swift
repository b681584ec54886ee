import NcursesTerminal
import TerminalUI
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct ScalarWidthTests {
  @Test func `our widths are those of the C library for every scalar that both know`() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var differences: [String] = []
    for value in 0x20...0x10FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value), DisplayText.isSafe(scalar),
        let width = ScalarWidth.inActiveLocale(scalar)
      else { continue }
      // A soft hyphen and what joins are left out of the picture, whatever their width.
      if ColumnWidth.of(scalar) != width {
        differences.append("U+\(String(value, radix: 16)): \(ColumnWidth.of(scalar)), not \(width)")
      }
    }
    #expect(differences == [])
  }
}
