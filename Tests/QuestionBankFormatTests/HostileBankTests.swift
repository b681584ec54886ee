import FSRS
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

/// Files made to make the reader crash, hang or eat memory.
@Suite struct HostileBankTests {
  private func read(_ text: String) -> [Diagnostic] {
    QuestionBankReader.read([SourceFile(name: "b.yaml", text: text)]).diagnostics
  }

  @Test(
    arguments: [
      ("[", 1), ("{a: ", 4), ("- ", 2), ("[{a: ", 5), ("? ", 2), ("!a [", 4), ("&a [", 4),
    ])
  func `nesting 20,000 deep is refused at the 33rd level`(piece: String, width: Int) {
    let found = read(String(repeating: piece, count: 20_000))
    #expect(found.filter { $0.rule == "nesting-too-deep" }.count == 1)
    #expect(found.filter { $0.rule == "nesting-too-deep" }.allSatisfy { $0.location.line == 1 })
  }

  @Test func `the 33rd level has an exact place`() {
    let found = read("domains: " + String(repeating: "[", count: 40))
    // The root mapping is the first level.
    #expect(found.last?.rule == "nesting-too-deep")
    #expect(found.last?.location == SourceLocation(file: "b.yaml", line: 1, column: 10 + 31))
  }

  @Test func `32 levels are no error of nesting`() {
    let found = read(
      "domains: " + String(repeating: "[", count: 31) + String(repeating: "]", count: 31))
    #expect(!found.contains { $0.rule == "nesting-too-deep" })
  }

  @Test func `a megabyte of brackets is refused at once`() {
    #expect(
      read(String(repeating: "[", count: 1_000_000)).map(\.rule)
        == ["wrong-kind", "nesting-too-deep"])
    #expect(read(String(repeating: "]", count: 1_000_000)).map(\.rule) == ["yaml-syntax"])
  }

  @Test func `a million directives are not handed to libyaml, which compares each with each`() {
    let lines = (0..<5_000).map { "%TAG !a\($0)! tag:a\($0)\n" }.joined()
    let found = read(lines + "---\nid: a\n")
    #expect(found.count == 1_001)
    #expect(read("id: a\n...\n" + lines).count == 1_001)
  }

  @Test func `reading stops after 1,000 errors and says so`() {
    let questions = (1...5_000).map { "  - id: Q-\($0)\n    stem: S\n" }.joined()
    let found = read("format: swot-bank/1\nid: a\ntitle: T\nquestions:\n" + questions)
    #expect(found.count { $0.severity == .error } == 1_001)
    #expect(found.last?.rule == "too-many-diagnostics")
    #expect(found.last?.message == "1000 errors were found; reading stopped here")
    #expect(found.last?.location.line == 2_003)
  }

  @Test func `warnings never stop the reading; those beyond 1,000 are counted`() {
    let questions = (1...3_000).map { "  - id: Q-\($0)\n    stem: S\n    answer: [x]\n" }.joined()
    let (bank, found) = QuestionBankReader.read([
      SourceFile(
        name: "b.yaml", text: "format: swot-bank/1\nid: a\ntitle: T\nquestions:\n" + questions)
    ])
    #expect(bank?.questions.count == 3_000)
    #expect(!found.hasErrors)
    #expect(found.count == 1_001)
    #expect(found.last?.message == "2001 further warnings are not shown")
  }

  @Test func `errors are not crowded out by warnings`() {
    let questions = (1...2_000).map { "  - id: Q-\($0)\n    stem: S\n    answer: [x]\n" }.joined()
    let found = read(
      "format: swot-bank/1\nid: a\ntitle: T\nquestions:\n" + questions + "  - id: Q-1\n")
    #expect(found.filter { $0.severity == .error }.count == 3)
  }

  @Test func `a key of a megabyte shows as a short one`() throws {
    let found = read("\"" + String(repeating: "k", count: 1_000) + "\": a\n")
    let message = try #require(found.first { $0.rule == "unknown-key" }?.message)
    #expect(message.count < 400)
  }

  @Test func `many items are counted, not compared with each other`() {
    let items = (0..<20_000).map { "x\($0)" }.joined(separator: ", ")
    for key in ["answer: [\(items)]", "order: [\(items)]"] {
      let found = read(
        "format: swot-bank/1\nid: a\ntitle: T\nquestions:\n  - id: Q\n    stem: S\n    \(key)\n")
      #expect(found.filter { $0.severity == .error }.map(\.rule) == ["too-many-items"])
    }
  }

  @Test func `a list of a million words is read up to a bound`() {
    let words = String(repeating: "a, ", count: 100_000)
    for key in ["tags", "facts", "references"] {
      let found = read(
        "format: swot-bank/1\nid: a\ntitle: T\nquestions:\n"
          + "  - {id: Q, stem: S, answer: [x], \(key): [\(words)a]}\n")
      #expect(
        found.first { $0.rule == "too-many-items" }?.message
          == "'\(key)' has more than 1000 entries")
    }
  }

  /// A question of 40 bytes takes ten times its text in memory; these fill the allowance.
  @Test func `questions so short that memory fills with them end the reading`() throws {
    let questions = (0..<190_000).map { "- {id: \($0), stem: S, answer: [x]}\n" }.joined()
    let (bank, found) = QuestionBankReader.read([
      SourceFile(
        name: "b.yaml", text: "format: swot-bank/1\nid: a\ntitle: T\nquestions:\n" + questions)
    ])
    let error = try #require(found.first { $0.severity == .error })
    #expect(
      error.message == "so many small parts take more memory than a bank may; divide the bank")
    #expect(error.rule == "too-many-items")
    #expect((bank?.questions.count ?? 0) > 100_000)
  }

  @Test func `notes that fill the memory end the reading`() {
    for piece in [
      "```\n" + String(repeating: "\n", count: 2_500_000),
      String(repeating: "|a\n", count: 900_000),
    ] {
      let text = "|a|b|c|d|e|f|g|h|i|j|k|l|m|\n|-|\n" + piece
      let (_, found) = NotesReader.read(SourceFile(name: "n.md", text: text))
      #expect(found.map(\.rule) == ["too-many-items"])
    }
    let (_, found) = NotesReader.read(
      SourceFile(name: "n.md", text: String(repeating: "text ", count: 900_000)))
    #expect(found.map(\.message) == ["the file is too long for notes; divide it"])
  }

  @Test func `long names are not compared letter by letter with all others`() {
    let domains = (0..<2_000).map { "      - {id: OBJECTIVE-\($0), title: T}\n" }.joined()
    let questions = (0..<900).map {
      "  - {id: Q\($0), stem: S, answer: [x], objective: \(String(repeating: "O", count: 90))}\n"
    }.joined()
    let found = read(
      "format: swot-bank/1\nid: a\ntitle: T\ndomains:\n  - id: D\n    title: T\n"
        + "    objectives:\n\(domains)questions:\n\(questions)")
    #expect(found.count { $0.rule == "unknown-objective" } == 900)
  }

  /// Each unknown name is compared with those that there are, and these were sorted for each anew.
  @Test func `very many unknown names are told in passing`() {
    let scenarios = (0..<4_000).map { "  scenario-\($0): Once.\n" }.joined()
    let questions = (0..<4_000).map {
      "  - {id: Q\($0), stem: S, answer: [x], scenario: scenary-\($0), references: [page-\($0)]}\n"
    }.joined()
    let (bank, found) = QuestionBankReader.read([
      SourceFile(
        name: "b.yaml",
        text:
          "format: swot-bank/1\nid: a\ntitle: T\nscenarios:\n\(scenarios)questions:\n\(questions)")
    ])
    #expect(found.count { $0.severity == .error } == 1_001)
    #expect(found.last?.rule == "too-many-diagnostics")
    #expect(
      found.first { $0.rule == "unknown-scenario" }?.suggestion?.hasPrefix("scenario-") == true)
    #expect(bank?.questions.isEmpty == true)
  }

  @Test func `changed bytes never crash the reader, and all places are in the file`() throws {
    let original = Array(QuestionBankReaderTests.complete.utf8)
    try withEvery(seed: 0..<400) { seed, random in
      var bytes = original
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(Self.signs.randomElement(using: &random) ?? 0, at: at)
        case 3:
          let end = min(bytes.count, at + Int.random(in: 1...200, using: &random))
          bytes.removeSubrange(at..<end)
        default:
          let end = min(bytes.count, at + Int.random(in: 1...200, using: &random))
          bytes.insert(
            contentsOf: bytes[at..<end], at: Int.random(in: 0..<bytes.count, using: &random))
        }
      }
      let (bank, diagnostics) = QuestionBankReader.read([
        SourceFile(name: "b.yaml", bytes: bytes)
      ])
      // Line lengths in scalars, as far as they can be told; bytes that are none count as one.
      let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self).unicodeScalars.count
      }
      for location in diagnostics.flatMap({ [$0.location] + $0.notes.compactMap(\.location) }) {
        try #require(
          (1...lines.count).contains(location.line)
            && (1...(lines[location.line - 1] + 1)).contains(location.column),
          "seed \(seed): \(location)")
      }
      try #require(
        diagnostics.map(\.location) == diagnostics.map(\.location).sorted(), "seed \(seed)")
      for question in bank?.questions ?? [] {
        try #require(question.isRight(question.rightResponse), "seed \(seed)")
      }
    }
  }

  private static let signs = Array("\n\t \"'[]{}:,-|>*&!%@#?\\\u{1b}".utf8)
}
