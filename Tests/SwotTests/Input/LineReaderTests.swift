import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct LineReaderTests {
  private func lines(_ bytes: [UInt8]) throws -> [String] {
    try withTemporaryFolder { folder in
      let path = folder + "/input"
      try Data(bytes).write(to: URL(filePath: path))
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      var reader = LineReader(descriptor: descriptor)
      var lines: [String] = []
      while let line = reader.next() { lines.append(line) }
      return lines
    }
  }

  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\nb\n", ["a", "b"]), ("a\r\n\r\nb", ["a", "", "b"]),
    ("ä\u{2028}b\n", ["ä\u{2028}b"]),
  ])
  func `lines come without their ends, the last one with or without`(
    text: String, expected: [String]
  ) throws {
    #expect(try lines(Array(text.utf8)) == expected)
  }

  @Test func `bytes that are no UTF-8 are replaced`() throws {
    #expect(try lines([0x61, 0xff, 0x0a, 0x62]) == ["a\u{FFFD}", "b"])
  }

  @Test func `lines longer than the buffer come whole, those beyond all bounds are cut`() throws {
    let long = [UInt8](repeating: 0x78, count: 40_000)
    #expect(try lines(long + [0x0a] + long).map(\.utf8.count) == [40_000, 40_000])
    let endless = [UInt8](repeating: 0x78, count: LineReader.maximumLength + 5)
    #expect(
      try lines(endless + Array("\nb".utf8)).map(\.utf8.count) == [LineReader.maximumLength, 1])
  }

  @Test func `a descriptor that can't be read has no lines`() {
    var reader = LineReader(descriptor: -1)
    #expect(reader.next() == nil)
  }

  @Test func `a reader that is stopped gives no more lines, also of those it has`() throws {
    var (input, stop): ([Int32], [Int32]) = ([0, 0], [0, 0])
    try #require(pipe(&input) == 0 && pipe(&stop) == 0)
    defer { for descriptor in input + stop { close(descriptor) } }
    #expect(write(input[1], "one\ntwo\nthr", 11) == 11)
    var reader = LineReader(descriptor: input[0], until: stop[0])
    #expect(reader.next() == "one")
    #expect(write(stop[1], "x", 1) == 1)
    #expect(reader.next() == nil)
    #expect(reader.next() == nil)
  }
}
