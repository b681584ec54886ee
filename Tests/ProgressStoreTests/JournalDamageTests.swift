import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

@Suite struct JournalDamageTests {
  private let example = ExampleJournal()

  @Test(arguments: [0x01, 0x20, 0xFF] as [UInt8])
  func `every flipped byte is found, and costs no other event`(mask: UInt8) throws {
    try withPlace { place in
      for offset in example.bytes.indices { try expectFound(offset, mask, in: place) }
    }
  }

  @Test func `every flipped bit of a checksum is found`() throws {
    try withPlace { place in
      for end in example.ends {
        for offset in (end - 19)..<end {
          for bit in 0..<8 { try expectFound(offset, 1 << bit, in: place) }
        }
      }
    }
  }

  private func expectFound(_ offset: Int, _ mask: UInt8, in place: Place) throws {
    let path = place.paths.journal(example.file)
    var bytes = example.bytes
    bytes[offset] ^= mask
    try place.put(bytes, at: path)
    let line = example.line(of: offset)
    let found = try ProgressVerification(of: place.paths)
    let context: Comment = "byte \(offset) of line \(line), mask \(mask)"
    try #require(!found.isSound, context)
    try #require(found.damaged.contains { $0.path == path && $0.line == line }, context)
    // The line feed belongs to no event, nor does the journal's first line.
    let lost = example.bytes[offset] == 0x0A || line == 1 ? 0 : 1
    try #require(found.events == 5 - lost, context)
    try #require(found.conflicts.isEmpty && found.missing.isEmpty, context)
  }

  @Test func `the program keeps all other events too`() throws {
    try withPlace { place in
      let path = place.paths.journal(example.file)
      for offset in example.bytes.indices {
        var bytes = example.bytes
        bytes[offset] ^= 0x15
        try place.put(bytes, at: path)
        let line = example.line(of: offset)
        let isLineFeed = example.bytes[offset] == 0x0A
        let kept = example.events.enumerated()
          .filter { isLineFeed || $0.offset != line - 1 }.map(\.element)
        let read = try place.read()
        try #require(
          read.state == LearnerState(replaying: kept), "byte \(offset) of line \(line)")
        try #require(read.report.damaged.contains { $0.line == line })
      }
    }
  }

  @Test func `a journal may end anywhere`() throws {
    try withPlace { place in
      let path = place.paths.journal(example.file)
      for length in 0...example.bytes.count {
        try place.put(Array(example.bytes[..<length]), at: path)
        // A whole last line without its line feed counts.
        let whole = example.ends.filter { $0 - 1 <= length }.count
        let isTorn = length > 0 && !example.ends.contains { $0 == length || $0 - 1 == length }
        let found = try ProgressVerification(of: place.paths)
        try #require(found.events == max(0, whole - 1), "length \(length)")
        try #require(
          found.damaged
            == (isTorn
              ? [DamagedLine(path: path, line: whole + 1, damage: .incomplete)] : []),
          "length \(length)")
        try #require(
          try place.read().state == LearnerState(replaying: Array(example.events[..<whole])),
          "length \(length)")
      }
    }
  }

  @Test func `the next session cuts off its own torn line, keeps its bytes and goes on`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 3)
      // Killed: a folder that is dropped is not closed in an orderly way.
      for _ in 0..<3 {
        _ = try place.open(&random).folder.append([.answer(.example())], at: .example)
      }
      let file = try #require(try place.journals().first)
      let path = place.paths.journal(file)
      let bytes = try place.bytes(path)
      let start = try #require(bytes.dropLast().lastIndex(of: 0x0A)) + 1
      for length in stride(from: start + 1, to: bytes.count - 1, by: 7) {
        try place.cut(path, to: length, of: bytes)
        let next = try place.open(&random)
        #expect(next.folder.report.damaged.isEmpty)
        let repair = try #require(next.folder.report.repairs.first)
        #expect(repair.path == path && repair.line == 4)
        #expect(try place.bytes(repair.copy) == Array(bytes[start..<length]))
        #expect(try place.bytes(path) == Array(bytes[..<start]))
        let saved = next.folder.append([.answer(.example())], at: .example)
        #expect(saved.failure == nil)
        #expect(try ProgressVerification(of: place.paths).isSound)
        #expect(try place.read().report.events == 3)
        #expect(try place.journals() == [file])
      }
    }
  }

  @Test func `a writer that lost lines is not continued, so that no number is given twice`() throws
  {
    try withPlace { place in
      var random = SplitMix64(seed: 3)
      let first = try place.open(&random)
      for _ in 0..<3 { _ = first.folder.append([.answer(.example())], at: .example) }
      first.folder.close()
      let file = try #require(try place.journals().first)
      let path = place.paths.journal(file)
      let bytes = try place.bytes(path)
      let start = try #require(bytes.dropLast().lastIndex(of: 0x0A)) + 1
      try place.cut(path, to: start, of: bytes)
      let next = try place.open(&random)
      _ = next.folder.append([.answer(.example())], at: .example)
      #expect(try place.journals().count == 2)
      #expect(try place.bytes(path) == Array(bytes[..<start]))
    }
  }

  @Test func `a whole last line without its line feed is kept and ended`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 3)
      let first = try place.open(&random)
      _ = first.folder.append([.answer(.example())], at: .example)
      first.folder.close()
      let path = place.paths.journal(try #require(try place.journals().first))
      let bytes = try place.bytes(path)
      try place.cut(path, to: bytes.count - 1, of: bytes)
      let next = try place.open(&random)
      #expect(next.folder.report.damaged.isEmpty && next.folder.report.repairs.isEmpty)
      #expect(try place.bytes(path) == bytes)
      _ = next.folder.append([.answer(.example())], at: .example)
      #expect(try ProgressVerification(of: place.paths).events == 2)
      #expect(try place.journals().count == 1)
    }
  }

  @Test func `a torn line of another machine is left alone`() throws {
    try withPlace { place in
      let path = place.paths.journal(example.file)
      let torn = Array(example.bytes.dropLast(9))
      try place.put(torn, at: path)
      var random = SplitMix64(seed: 3)
      let opened = try place.open(&random)
      #expect(opened.folder.report.damaged.map(\.damage) == [.incomplete])
      _ = opened.folder.append([.answer(.example())], at: .example)
      #expect(try place.bytes(path) == torn)
      // It may have been on its way: when the rest arrives, nothing is wrong any more.
      try place.put(example.bytes, at: path)
      #expect(try ProgressVerification(of: place.paths).isSound)
    }
  }

  @Test func `a journal of a newer version stops the program and is not touched`() throws {
    for lines in [
      [JournalDamageTests.sealed(#"{"v":2,"seq":0,"type":"journal""#)],
      [#"{"v":2,"seq":0,"hash":"other rules"}"#, #"{"v":2,"seq":1,"hash":"other rules"}"#],
      [String(decoding: example.bytes.dropLast(), as: UTF8.self)]
        + [JournalDamageTests.sealed(#"{"v":3,"seq":9"#)],
    ] {
      try withPlace { place in
        let path = place.paths.journal(example.file)
        let bytes = Array(lines.joined(separator: "\n").utf8)
        try place.put(bytes, at: path)
        var random = SplitMix64(seed: 3)
        #expect {
          _ = try place.open(&random)
        } throws: { error in
          guard case .newerVersion(path, _, _) = error as? ProgressError else { return false }
          return true
        }
        #expect(throws: ProgressError.self) { try place.read() }
        #expect(try place.bytes(path) == bytes)
        #expect(try place.journals() == [example.file])
        let found = try ProgressVerification(of: place.paths)
        #expect(found.newer.count == 1 && !found.isSound)
      }
    }
  }

  @Test func `lines that went missing are noticed`() throws {
    try withPlace { place in
      let path = place.paths.journal(example.file)
      let without = Array(example.bytes[..<example.ends[1]] + example.bytes[example.ends[3]...])
      try place.put(without, at: path)
      let found = try ProgressVerification(of: place.paths)
      #expect(found.missing == [MissingEvents(writer: example.writer, numbers: [2...3])])
      #expect(!found.isSound)
    }
  }

  @Test func `a journal without end of a line, or of nothing but lines, is no trouble`() throws {
    try withPlace { place in
      for bytes in [
        [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000),
        [UInt8](repeating: 0x0A, count: 300_000),
        Array(String(repeating: "{\"v\":", count: 200_000).utf8),
        Array(String(repeating: ",\"sum\":\"", count: 200_000).utf8),
        Array(String(repeating: "{\"v\":1,\"sum\":\"00000000\"}", count: 50_000).utf8),
      ] {
        try place.put(bytes, at: place.paths.journal("x.jsonl"))
        let read = try place.read()
        #expect(read.report.events == 0)
        #expect(read.report.damaged.count == (bytes[0] == 0x0A ? 0 : 1))
      }
    }
  }

  @Test func `of very many damaged lines the first are named and the others counted`() throws {
    try withPlace { place in
      let path = place.paths.journal("x.jsonl")
      try place.put(Array((String(repeating: "x\n", count: 12_345) + "torn").utf8), at: path)
      let found = try ProgressVerification(of: place.paths)
      #expect(found.damaged.count == 10_000 && found.furtherDamaged == 2346)
      #expect(found.damaged.last?.line == 10_000)
    }
  }

  @Test func `an empty or foreign file is no journal`() throws {
    try withPlace { place in
      try place.put([], at: place.paths.journal("empty.jsonl"))
      try place.put(Array("hello\nworld\n".utf8), at: place.paths.journal("notes.jsonl"))
      try place.put(example.bytes, at: place.paths.journal("\(example.writer).jsonl.tmp"))
      try place.put(example.bytes, at: place.paths.journal(".hidden.jsonl"))
      let found = try ProgressVerification(of: place.paths)
      #expect(found.journals == 2 && found.events == 0)
      #expect(found.damaged.map(\.line) == [1, 2])
      #expect(found.damaged.allSatisfy { $0.damage == .noChecksum })
    }
  }

  /// A line of anything, with a checksum that is right.
  private static func sealed(_ body: String) -> String {
    let digits = String(Checksum.crc32c(body.utf8), radix: 16)
    return "\(body),\"sum\":\"\(String(repeating: "0", count: 8 - digits.count))\(digits)\"}"
  }
}
