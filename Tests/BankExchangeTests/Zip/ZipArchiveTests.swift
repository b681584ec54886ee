import TestSupport
import Testing

@testable import BankExchange

/// Zip archives: what is written is read back, what others wrote is read, what deceives is refused.
@Suite struct ZipArchiveTests {
  private func archive(_ files: KeyValuePairs<String, String>) throws -> [UInt8] {
    var writer = ZipWriter()
    for (name, text) in files { try writer.add(name, Array(text.utf8)) }
    return writer.finish()
  }

  /// What is wrong with an archive, its files included.
  private func problem(_ bytes: [UInt8], limits: ZipLimits = .standard) -> String {
    do {
      var archive = try ZipArchive(bytes, limits: limits)
      for entry in archive.entries { _ = try archive.contents(of: entry.name) }
      return "none"
    } catch { return error.message }
  }

  /// The archive with every occurrence of some bytes replaced by as many others.
  private func replacing(_ old: String, by new: String, in bytes: [UInt8]) -> [UInt8] {
    precondition(old.utf8.count == new.utf8.count)
    var bytes = bytes
    let (old, new) = (Array(old.utf8), Array(new.utf8))
    for index in bytes.indices where bytes[index...].starts(with: old) {
      bytes.replaceSubrange(index..<(index + new.count), with: new)
    }
    return bytes
  }

  /// The index of the directory's record of the file with that number.
  private func record(_ number: Int, of bytes: [UInt8]) -> Int {
    let starts = bytes.indices.filter { bytes[$0...].starts(with: [0x50, 0x4b, 0x01, 0x02]) }
    return starts[number]
  }

  @Test func `what is written is read back`() throws {
    try withEvery(seed: 0..<30) { seed, random in
      var writer = ZipWriter()
      var files: [String: [UInt8]] = [:]
      for number in 0..<Int.random(in: 0...6, using: &random) {
        let range: ClosedRange<UInt8> = Bool.random(using: &random) ? 0...255 : 97...99
        let size = Int.random(in: 0...3000, using: &random)
        let name = "folder é/\(number).xml"
        files[name] = (0..<size).map { _ in UInt8.random(in: range, using: &random) }
        try writer.add(name, files[name] ?? [])
      }
      try writer.add("empty/", [])
      var archive = try ZipArchive(writer.finish())
      try #require(archive.entries.count == files.count, "seed \(seed)")
      for (name, contents) in files {
        try #require(try archive.contents(of: name) == contents, "seed \(seed)")
      }
      try #require(try archive.contents(of: "another") == nil)
    }
  }

  @Test func `the same files always give the same bytes`() throws {
    let (once, again) = (try archive(["a": "1", "b": "2"]), try archive(["a": "1", "b": "2"]))
    #expect(once == again)
  }

  @Test(arguments: [
    ("/bs", "it begins with '/'"), ("a\\b", "it holds '\\'"), ("c:b", "it begins with a drive"),
    ("../", "it leads out of the folder"), ("x/.", "it has a part without a name"),
    ("//x", "it begins with '/'"), ("a\u{1b}b", "it holds a control character"),
  ])
  func `names that lead anywhere else are refused`(name: String, reason: String) throws {
    let bytes = replacing("QQQ", by: name, in: try archive(["QQQ": "text"]))
    let problem = problem(bytes)
    #expect(problem.contains("is not allowed: \(reason)"), "\(problem)")
    var writer = ZipWriter()
    #expect(throws: ZipProblem.self) { try writer.add(name, []) }
  }

  @Test func `a name that climbs out in its middle is refused`() throws {
    #expect(
      problem(replacing("a/QQ/x", by: "a/../x", in: try archive(["a/QQ/x": ""])))
        .contains("leads out of the folder"))
  }

  @Test func `a name that stands twice is refused`() throws {
    let bytes = replacing("b.xml", by: "a.xml", in: try archive(["a.xml": "1", "b.xml": "2"]))
    #expect(problem(bytes) == "'a.xml' is in the archive twice")
    let folder = replacing("bQ", by: "a/", in: try archive(["a": "1", "bQ": ""]))
    #expect(problem(folder) == "'a' is both a file and a folder")
  }

  @Test func `symbolic links and encrypted files are refused`() throws {
    var link = try archive(["link": "/etc/passwd"])
    let place = record(0, of: link) + 38
    link.replaceSubrange((place + 2)..<(place + 4), with: [0xff, 0xa1])
    #expect(problem(link) == "'link' is a symbolic link, which is not allowed")
    var locked = try archive(["a": "text"])
    locked[record(0, of: locked) + 8] |= 1
    #expect(problem(locked) == "'a' is encrypted; pack it without a password")
  }

  @Test func `other methods are refused`() throws {
    var bytes = try archive(["a": "text"])
    bytes[record(0, of: bytes) + 10] = 12
    bytes[8] = 12
    #expect(problem(bytes).contains("compressed by method 12"))
  }

  @Test func `entries that share bytes are refused`() throws {
    // The data of 'a' holds a whole entry 'b', to which the directory points for 'b'.
    #expect(
      problem(try Fixture.bytes("zip/overlap.zip"))
        == "two entries of the archive share bytes, which is not allowed")
  }

  @Test func `a bomb is refused by what it says and by what comes out`() throws {
    // Two million zeros in two thousand bytes.
    let bomb = try Fixture.bytes("zip/bomb.zip")
    #expect(problem(bomb) == "'zeros' grows more than 300-fold when unpacked, as no text does")
    var liar = bomb
    let place = record(0, of: liar) + 24
    liar.replaceSubrange(place..<(place + 4), with: [16, 0, 0, 0])
    #expect(problem(liar) == "'zeros' can't be unpacked: it holds more than it says")
  }

  @Test func `a name that differs between the two places is refused`() throws {
    var bytes = try archive(["abc": "text"])
    bytes[30] = UInt8(ascii: "x")
    #expect(problem(bytes) == "'abc' is called or packed otherwise in the archive's directory")
  }

  @Test func `data that differs from what is said of it is refused`() throws {
    let text = String(repeating: "long enough to be packed ", count: 20)
    for (offset, change, reason) in [
      (16, 1, "its checksum is another one"), (24, 1, "it holds less than it says"),
      (24, -1, "it holds more than it says"), (20, -4, "its compressed data is damaged"),
    ] {
      var bytes = try archive(["a": text])
      let place = record(0, of: bytes) + offset
      bytes[place] = UInt8(truncatingIfNeeded: Int(bytes[place]) + change)
      #expect(problem(bytes).contains(reason), "\(problem(bytes))")
    }
  }

  @Test func `sizes and growth are bounded`() throws {
    let bytes = try archive(["a": "12345", "b": "67890"])
    var limits = ZipLimits()
    limits.entryBytes = 4
    #expect(problem(bytes, limits: limits) == "'a' holds 5 bytes; at most 4 are read")
    limits.entryBytes = 5
    limits.totalBytes = 9
    #expect(
      problem(bytes, limits: limits) == "the archive holds more than 9 bytes, the most it may")
    limits.totalBytes = 10
    #expect(problem(bytes, limits: limits) == "none")

    // Our own writer never packs as tightly as a bomb.
    let zeros = [UInt8](repeating: 0, count: 1_100_000)
    var writer = ZipWriter()
    try writer.add("zeros", zeros)
    #expect(problem(writer.finish()) == "none")
    limits = ZipLimits()
    let packed = try Deflate.pack(zeros)
    #expect(zeros.count / packed.count > limits.ratio)
    // Says to be tiny, and would fill the memory.
    #expect(throws: ZipProblem("it holds more than it says")) {
      try Deflate.unpack(packed[...], size: 10)
    }
  }

  @Test func `an archive that is cut off anywhere is refused`() throws {
    let bytes = try archive(["a.xml": "some text", "folder/b.xml": "more"])
    for count in bytes.indices {
      #expect(problem(Array(bytes[..<count])) != "none", "the first \(count) bytes")
    }
  }

  @Test func `one changed byte never goes unnoticed in what is read`() throws {
    let bytes = try archive(["a.xml": "some text", "b.xml": "more"])
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x55
      guard var archive = try? ZipArchive(changed) else { continue }
      for entry in archive.entries {
        let contents = (try? archive.contents(of: entry.name)) ?? nil
        #expect(
          contents == nil || contents == Array("some text".utf8)
            || contents == Array("more".utf8), "byte \(index)")
      }
    }
  }

  @Test func `zip64 and parts of archives are refused`() throws {
    var bytes = try archive(["a": "text"])
    let end = bytes.count - 22
    bytes.replaceSubrange((end + 16)..<(end + 20), with: [0xff, 0xff, 0xff, 0xff])
    #expect(problem(bytes) == "the archive has the zip64 form, which is not read")
    bytes = try archive(["a": "text"])
    bytes[end + 4] = 1
    #expect(problem(bytes) == "the archive is one part of several, which are not read")
    #expect(problem(Array("no archive".utf8)) == "this is no zip archive")
  }

  @Test(arguments: ["stored", "streamed", "info-zip", "old-names"])
  func `archives that other programs made are read`(name: String) throws {
    var archive = try ZipArchive(try Fixture.bytes("zip/\(name).zip"))
    #expect(try archive.contents(of: "folder/hello.txt") == Array("Hello, zip.\n".utf8))
    let other = archive.entries.map(\.name).first { $0 != "folder/hello.txt" }
    #expect(other == (name == "old-names" ? "Prüfung.txt" : "repeated.txt"))
    let contents = try other.flatMap { try archive.contents(of: $0) }
    #expect(contents?.count == 1000)
  }
}
