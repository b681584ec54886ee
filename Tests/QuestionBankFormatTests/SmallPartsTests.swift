import FSRS
import TestSupport
import Testing

@testable import QuestionBankFormat

@Suite struct FileKindTests {
  @Test(
    arguments: [
      ("format: swot-bank/1\n", .bank(version: 1)), ("format: swot-bank/2", .bank(version: 2)),
      ("# a comment\n---\nformat:   \"swot-exam/1\" # and another\r\n", .exam(version: 1)),
      ("\u{feff}format: 'swot-bank/1'\r\n", .bank(version: 1)),
      ("id: a\ntitle: T\nformat: swot-bank/1\n", .bank(version: 1)),
      ("questions:\n  - format: swot-exam/1\n", .questions), ("questions: []", .questions),
      ("questions:\nformat: swot-bank/1\n", .bank(version: 1)),
      ("format: swot-bank/0\n", .other), ("format: swot-bank/1.1\n", .other),
      ("format: swot-bank\n", .other), ("format: other/1\n", .other), ("theme: dark\n", .other),
      ("", .other), (" format: swot-bank/1\n", .other), ("format", .other), ("format:", .other),
    ] as [(String, FileKind)])
  func `the format line says what a file is`(text: String, kind: FileKind) {
    #expect(FileKind(SourceFile(name: "f.yaml", text: text)) == kind)
  }
}

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("objektive", "objective"), ("Stem", "stem"), ("choises", "choices"), ("stme", "stem"),
      ("objectives", "objective"), ("x", nil), ("", nil), ("something else", nil),
      ("takeway", "takeaway"),
    ])
  func `the nearest name is found, if one is near`(text: String, name: String?) {
    let names = ["id", "objective", "stem", "choices", "takeaway"]
    #expect(NearestName.find(text, among: names) == name)
  }

  @Test func `the first of equally near names is taken`() {
    #expect(NearestName.find("IAM-Q-00", among: ["IAM-Q-001", "IAM-Q-002"]) == "IAM-Q-001")
  }

  @Test func `a very long name is near nothing`() {
    let long = String(repeating: "a", count: 100)
    #expect(NearestName.find(long, among: [long + "a"]) == nil)
  }
}

@Suite struct EditDistanceTests {
  /// The whole table, by the definition.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
      for column in 0...right.count {
        guard row > 0, column > 0 else {
          table[row][column] = row + column
          continue
        }
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        table[row][column] = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1,
          table[row - 1][column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }

  @Test func `distances up to the bound are those of the definition`() throws {
    try withEvery(seed: 0..<400) { seed, random in
      func name() -> [UInt8] {
        (0..<random.number(below: 9)).map { _ in UInt8(ascii: "a") + UInt8(random.number(below: 3))
        }
      }
      let target = name()
      var edits = EditDistance(to: target)
      for _ in 0..<8 {
        let source = name()
        let distance = Self.distance(source, target)
        for bound in 0...4 {
          let text = String(decoding: source, as: UTF8.self).uppercased()
          try #require(
            edits.distance(from: text, upTo: bound) == (distance <= bound ? distance : nil),
            "seed \(seed): \(text), \(target), \(bound)")
        }
      }
    }
  }
}

@Suite struct SourceLinesTests {
  @Test func `a line is shown around a column`() {
    let lines = SourceLines(SourceFile(name: "f", text: "\u{feff}one\r\ntwo é three\n"))
    #expect(
      lines.excerpt(line: 1, column: 2, width: 60)
        == .init(before: "o", after: "ne", isCutBefore: false, isCutAfter: false))
    #expect(
      lines.excerpt(line: 2, column: 5, width: 3)
        == .init(before: "wo ", after: "é t", isCutBefore: true, isCutAfter: true))
    #expect(
      lines.excerpt(line: 3, column: 1, width: 3)
        == .init(before: "", after: "", isCutBefore: false, isCutAfter: false))
    #expect(lines.excerpt(line: 4, column: 1, width: 3) == nil)
    #expect(lines.excerpt(line: 0, column: 1, width: 3) == nil)
    #expect(lines.excerpt(line: 1, column: 20_000, width: 3) == nil)
  }

  @Test func `bytes that are no text take a column each`() {
    let lines = SourceLines(SourceFile(name: "f", bytes: [0x61, 0xff, 0xe2, 0x82, 0x62]))
    #expect(
      lines.excerpt(line: 1, column: 4, width: 9)
        == .init(
          before: "a\u{fffd}\u{fffd}", after: "b", isCutBefore: false, isCutAfter: false))
  }

  @Test func `lines are found wherever blocks end`() throws {
    try withEvery(seed: 0..<6) { seed, random in
      var bytes: [UInt8] = seed % 2 == 0 ? [0xef, 0xbb, 0xbf] : []
      while bytes.count < 200_000 {
        let length = random.number(below: seed < 3 ? 3 : 40_000)
        bytes += (0..<length).map { UInt8(ascii: "a") + UInt8(($0 + bytes.count) % 26) }
        bytes += random.number(below: 3) == 0 ? [0x0d, 0x0a] : [0x0a]
      }
      let lines = SourceLines(SourceFile(name: "f", bytes: bytes))
      let expected = String(decoding: bytes.drop { $0 > 0x7f }, as: UTF8.self)
        .replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      for number in stride(from: 1, through: expected.count, by: seed < 3 ? 997 : 1) {
        let excerpt = lines.excerpt(line: number, column: 1, width: 50)
        try #require(
          excerpt?.after == String(expected[number - 1].prefix(50)), "seed \(seed), line \(number)")
      }
      #expect(lines.excerpt(line: expected.count, column: 1, width: 50)?.after == "")
      #expect(lines.excerpt(line: expected.count + 1, column: 1, width: 50) == nil)
    }
  }

  @Test func `files of nothing, and of nothing but line feeds, have lines too`() {
    #expect(
      SourceLines(SourceFile(name: "f", bytes: [])).excerpt(line: 1, column: 1, width: 5) != nil)
    #expect(
      SourceLines(SourceFile(name: "f", bytes: [])).excerpt(line: 2, column: 1, width: 5) == nil)
    let feeds = SourceFile(name: "f", bytes: [UInt8](repeating: 0x0a, count: 100_000))
    #expect(SourceLines(feeds).excerpt(line: 100_001, column: 1, width: 5)?.after == "")
    #expect(SourceLines(feeds).excerpt(line: 100_002, column: 1, width: 5) == nil)
  }
}
