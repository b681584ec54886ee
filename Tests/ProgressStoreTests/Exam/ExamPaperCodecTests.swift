import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

@Suite struct ExamPaperCodecTests {
  private func decode(_ bytes: [UInt8]) throws(ExamPaperError) -> ExamPaper {
    try ExamPaperDecoder.paper(in: bytes, of: "exam.json")
  }

  /// The error that a file gives; nil where it can be read.
  private func error(_ bytes: [UInt8]) -> ExamPaperError? {
    do throws(ExamPaperError) {
      _ = try decode(bytes)
      return nil
    } catch {
      return error
    }
  }

  /// A file with another text in the place of one that it holds, and a checksum that is right.
  private func resealed(_ paper: ExamPaper, _ old: String, _ new: String) throws -> [UInt8] {
    let text = String(decoding: ExamPaperEncoder.bytes(of: paper).dropLast(19), as: UTF8.self)
    try #require(text.contains(old), "\(text)")
    let body = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    let digits = String(Checksum.crc32c(body), radix: 16)
    let sum = String(repeating: "0", count: 8 - digits.count) + digits
    return body + Array(",\"sum\":\"\(sum)\"}\n".utf8)
  }

  @Test func `a paper comes back as it was, and from the same paper comes the same file`() throws {
    try withEvery(seed: 0..<300) { seed, random in
      let paper = random.paper()
      let bytes = ExamPaperEncoder.bytes(of: paper)
      let read = try decode(bytes)
      try #require(read == paper, "seed \(seed)")
      try #require(ExamPaperEncoder.bytes(of: read) == bytes, "seed \(seed)")
    }
  }

  @Test func `a file is spelt as the format says`() {
    let text = String(decoding: ExamPaperEncoder.bytes(of: .example), as: UTF8.self)
    #expect(
      text == """
        {
          "format": "swot-exam-paper/1",
          "fingerprint": "\(ExamPaper.example.fingerprint)",
          "exam": {
            "id": "short",
            "title": "Short",
            "description": null,
            "questions": 2,
            "unscored": 0,
            "minutes": 4,
            "scale": {"from": 100, "to": 1000, "pass": 720, "cut": 0.72},
            "scoring": "all-or-nothing",
            "navigation": "free",
            "clock": "strict",
            "sections": [
              {"title": "All", "weight": 1.0, "from": ["b"]}
            ]
          },
          "seed": "18446744073709551615",
          "items": [
            {
              "question": "b/Q-1",
              "revision": "\(ExamPaper.example.items[0].question.revision)",
              "order": [2,1],
              "section": 1,
              "scored": true,
              "new": false,
              "objective": "O-1",
              "objective_title": "Everything",
              "facts": ["F-1"],
              "difficulty": "foundation",
              "cognitive": "recall",
              "scenario": "shop",
              "scenario_text": "A shop.",
              "stem": "Which?",
              "kind": "choices",
              "choices": [
                {"right": "This", "why": "So.", "last": false},
                {"wrong": "That", "why": null, "last": true}
              ],
              "takeaway": "This.",
              "references": ["r"],
              "pages": [
                {"id": "r", "title": "R", "url": "https://example.com"}
              ],
              "reviewed": "2026-11-23",
              "tags": ["x"]
            },
            {
              "question": "b/Q-2",
              "revision": "\(ExamPaper.example.items[1].question.revision)",
              "order": [1,3,2],
              "section": 1,
              "scored": false,
              "new": true,
              "objective": null,
              "objective_title": null,
              "facts": [],
              "difficulty": null,
              "cognitive": null,
              "scenario": null,
              "scenario_text": null,
              "stem": "Match.",
              "kind": "match",
              "match": [
                {"prompt": "one", "answer": "1", "why": null},
                {"prompt": "two", "answer": "2", "why": null}
              ],
              "distractors": [
                "3"
              ],
              "takeaway": null,
              "references": [],
              "pages": [],
              "reviewed": null,
              "tags": []
            }
          ]
        ,"sum":"\(text.dropLast(3).suffix(8))"}

        """)
  }

  @Test func `a file holds nothing that could steer a terminal`() throws {
    try withEvery(seed: 0..<100) { seed, random in
      var paper = random.paper()
      paper.blueprint.title = random.text()
      let text = String(decoding: ExamPaperEncoder.bytes(of: paper), as: UTF8.self)
      for scalar in text.unicodeScalars where scalar != "\n" {
        try #require(
          ![.control, .lineSeparator, .paragraphSeparator].contains(
            scalar.properties.generalCategory)
            && !(0x202A...0x202E).contains(scalar.value)
            && !(0x2066...0x2069).contains(scalar.value), "seed \(seed): \(scalar.value)")
      }
    }
  }

  // MARK: - Damage

  @Test func `every byte that is another one is noticed`() {
    let bytes = ExamPaperEncoder.bytes(of: .example)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1 << (index % 8)
      #expect(error(changed) != nil, "byte \(index)")
    }
  }

  @Test func `every file that is cut off is noticed, with the place`() throws {
    let bytes = ExamPaperEncoder.bytes(of: .example)
    for length in 0..<bytes.count {
      let found = try #require(error(Array(bytes[..<length])), "\(length) bytes")
      switch found {
      case .notJSON(_, let line, let column):
        let before = bytes[..<length].split(separator: 0x0A, omittingEmptySubsequences: false)
        #expect(line <= before.count && column >= 1, "\(length) bytes: \(found)")
      // Without its last line feed it is JSON still.
      default: #expect(length == bytes.count - 1 && found == .changed(file: "exam.json"))
      }
    }
    #expect(error(Array(bytes[..<60])) == .notJSON(file: "exam.json", line: 3, column: 26))
    #expect(error(bytes + [0x20]) == .changed(file: "exam.json"))
    #expect(error(bytes + bytes) != nil)
  }

  @Test func `columns count characters`() {
    let bytes = Array("{\n \"é漢😀\": x}".utf8)
    #expect(error(bytes) == .notJSON(file: "exam.json", line: 2, column: 9))
  }

  @Test(arguments: ["", "{}", "[]", "null", #"{"format":"swot-exam/1"}"#, #"{"format":7}"#])
  func `what is something else is said to be that`(text: String) {
    let found = error(Array(text.utf8))
    #expect(
      found
        == (text.isEmpty
          ? .notJSON(file: "exam.json", line: 1, column: 1) : .noPaper(file: "exam.json")))
  }

  @Test func `a newer version is named, whatever else is in the file`() {
    let found = error(Array(#"{"format":"swot-exam-paper/12","items":"other"}"#.utf8))
    #expect(found == .newer(file: "exam.json", version: 12))
    let text = found?.description ?? ""
    #expect(text.contains("format 12, this program reads 1"))
  }

  @Test func `members that are not known are ignored`() throws {
    let bytes = try resealed(.example, #""seed":"#, #""later": {"seed": [1, {}]}, "seed":"#)
    #expect(try decode(bytes) == .example)
  }

  @Test(arguments: [
    (#""seed": "18446744073709551615""#, #""seed": "18446744073709551616""#, "seed"),
    (#""seed": "18446744073709551615""#, #""seed": 7"#, "seed"),
    (#""id": "short""#, #""id": "../short""#, "exam.id"),
    (#""title": "Short""#, #""title": "\u001b[31m""#, "exam.title"),
    (#""title": "Short""#, #""title": "a\u202eb""#, "exam.title"),
    (#""questions": 2"#, #""questions": 0"#, "exam.questions"),
    (#""questions": 2"#, #""questions": 9223372036854775807"#, "exam.questions"),
    (#""unscored": 0"#, #""unscored": 2"#, "exam.unscored"),
    (#""minutes": 4"#, #""minutes": -1"#, "exam.minutes"),
    (#""minutes": 4,"#, "", "exam.minutes"),
    (#""scale": {"#, #""scale": 1, "s": {"#, "exam.scale"),
    (#""cut": 0.72"#, #""cut": 1.01"#, "exam.scale.cut"),
    (#""to": 1000"#, #""to": 100"#, "exam.scale.to"),
    (#""pass": 720"#, #""pass": 1001"#, "exam.scale.pass"),
    (#""from": 100"#, #""percent": 101"#, "exam.scale.percent"),
    (#""scoring": "all-or-nothing""#, #""scoring": "all""#, "exam.scoring"),
    (#""weight": 1.0"#, #""weight": 0"#, "exam.sections[1].weight"),
    (#""weight": 1.0"#, #""weight": 1e999"#, "exam.sections[1].weight"),
    (#""from": ["b"]"#, #""from": ["/etc"]"#, "exam.sections[1].from"),
    (#"{"title": "All", "weight": 1.0, "from": ["b"]}"#, "", "exam.sections"),
    (#""question": "b/Q-1""#, #""question": "b""#, "items[1].question"),
    (#""question": "b/Q-2""#, #""question": "b/Q-1""#, "items[2].question"),
    (#""order": [2,1]"#, #""order": [2,2]"#, "items[1].order"),
    (#""order": [2,1]"#, #""order": [2]"#, "items[1].order"),
    (#""order": [2,1]"#, #""order": [1,2,3]"#, "items[1].order"),
    (#""order": [2,1]"#, #""order": [0,1]"#, "items[1].order"),
    (#""order": [2,1]"#, #""order": null"#, "items[1].order"),
    (#""order": [1,3,2]"#, #""order": [1,"3",2]"#, "items[2].order"),
    (#""section": 1"#, #""section": 0"#, "items[1].section"),
    (#""section": 1"#, #""section": 2"#, "items[1].section"),
    (#""scored": true"#, #""scored": 1"#, "items[1].scored"),
    (#""difficulty": "foundation""#, #""difficulty": "easy""#, "items[1].difficulty"),
    (#""reviewed": "2026-11-23""#, #""reviewed": "2026-02-30""#, "items[1].reviewed"),
    (#""facts": ["F-1"]"#, #""facts": ["F 1"]"#, "items[1].facts"),
    (#""facts": ["F-1"]"#, #""facts": [null]"#, "items[1].facts[1]"),
    (#""kind": "choices""#, #""kind": "essay""#, "items[1].kind"),
    (#""kind": "choices""#, #""kind": "match""#, "items[1].match"),
    (#"{"right": "This""#, #"{"wrong": "This""#, "items[1].choices"),
    (#"{"wrong": "That""#, #"{"other": "That""#, "items[1].choices[2].wrong"),
    (#"{"prompt": "one""#, #"{"prompt": 1"#, "items[2].match[1].prompt"),
    (#""url": "https://example.com""#, #""url": "\u0000""#, "items[1].pages[1].url"),
    (#""stem": "Which?""#, #""stem": "Which else?", "revision": """#, nil),
    (#""new": false"#, #""new": true"#, nil),
    (#""scored": true"#, #""scored": false"#, "fingerprint"),
    (#""fingerprint": ""#, #""fingerprint": "x"#, "fingerprint"),
  ])
  func `a value that can't be is named by its path`(
    old: String, new: String, member: String?
  ) throws {
    let found = error(try resealed(.example, old, new))
    guard let member else {
      #expect(found == nil)
      return
    }
    guard case .member(_, member: let name, expected: _)? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(name == member)
  }

  @Test func `more items than a digit can name are refused`() throws {
    let choice = #"{"wrong": "That", "why": null, "last": true}"#
    let many = Array(repeating: choice, count: 9).joined(separator: ",")
    let found = error(try resealed(.example, choice, many))
    #expect(
      found == .member(file: "exam.json", member: "items[1].choices", expected: "a list of 1 to 9"))
    let distractors = Array(4...11).map { "\"\($0)\"" }.joined(separator: ",")
    let other = error(try resealed(.example, "\"3\"\n", distractors))
    guard case .member(_, member: "items[2].distractors", expected: _)? = other else {
      Issue.record("\(String(describing: other))")
      return
    }
  }

  @Test func `what would fill the memory is refused`() {
    let deep = Array("{\"format\":".utf8) + [UInt8](repeating: 0x5B, count: 1_000_000)
    guard case .notJSON? = error(deep) else {
      Issue.record("deep nesting is read")
      return
    }
    let many =
      Array("{\"format\":[".utf8) + Array(repeating: Array("1,".utf8), count: 2_100_000).joined()
    guard case .notJSON? = error(many) else {
      Issue.record("any number of values is read")
      return
    }
    #expect(
      error([UInt8](repeating: 0x20, count: 65 << 20)) == .tooLarge(file: "exam.json"))
  }

  @Test func `no bytes at all can harm the reader`() throws {
    try withEvery(seed: 0..<300) { _, random in
      var bytes = Array(ExamPaperEncoder.bytes(of: random.paper(questions: 1)).dropLast(19))
      for _ in 0..<random.number(below: 6) {
        let place = random.number(below: bytes.count)
        switch random.number(below: 3) {
        case 0: bytes[place] = random.one(of: Array("0123456789-[]{}\",:eE.n".utf8))
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
        }
      }
      let digits = String(Checksum.crc32c(bytes), radix: 16)
      let sum = String(repeating: "0", count: 8 - digits.count) + digits
      let file = bytes + Array(",\"sum\":\"\(sum)\"}\n".utf8)
      guard error(file) == nil else { return }
      // What can be read can be written and read again.
      let paper = try decode(file)
      #expect(try decode(ExamPaperEncoder.bytes(of: paper)) == paper)
    }
  }

  @Test func `messages are safe to print and say what to do`() {
    let file = "a\u{1B}[31m/b.json"
    let errors: [ExamPaperError] = [
      .unreadable(SystemError("open", file, code: 2)), .tooLarge(file: file),
      .notJSON(file: file, line: 3, column: 7), .noPaper(file: file),
      .newer(file: file, version: 2), .changed(file: file), .otherPaper(file: file),
      .member(file: file, member: "items[1].order", expected: "the numbers 1 to 4, each once"),
    ]
    for error in errors {
      #expect(!error.description.contains("\u{1B}"))
      #expect(error.description.contains("a?[31m/b.json"))
    }
    #expect(
      errors.last?.description
        == "'a?[31m/b.json': 'items[1].order' is not the numbers 1 to 4, each once; of your own exams "
        + "'swot progress restore' has copies; ask for others again"
    )
    #expect(errors[2].description.hasPrefix("a?[31m/b.json:3:7: "))
  }

  // MARK: - Fingerprints

  @Test func `what is the same for everybody makes the fingerprint`() {
    let paper = ExamPaper.example
    let same: [(inout ExamPaper) -> Void] = [
      { $0.seed = 1 }, { $0.items[0].isNew.toggle() }, { $0.blueprint.title = "Other" },
      { $0.blueprint.sections[0].title = "Other" }, { $0.items[0].references = [] },
    ]
    let other: [(inout ExamPaper) -> Void] = [
      { $0.blueprint.minutes += 1 }, { $0.blueprint.unscored += 1 },
      { $0.blueprint.scale = .percent(pass: 72) }, { $0.blueprint.scoring = .netCorrect },
      { $0.blueprint.navigation = .forwardOnly }, { $0.blueprint.clock = .pausable },
      { $0.blueprint.sections[0].weight = 2 }, { $0.blueprint.sections[0].from = [] },
      { $0.items.swapAt(0, 1) }, { $0.items.removeLast() }, { $0.items[0].order = [1, 2] },
      { $0.items[0].isScored.toggle() }, { $0.items[0].section = 1 },
      { $0.items[0].question.revision = Revision(recorded: "x") },
    ]
    for (change, isSame) in same.map({ ($0, true) }) + other.map({ ($0, false) }) {
      var changed = paper
      change(&changed)
      #expect(changed != paper)
      #expect((changed.fingerprint == paper.fingerprint) == isSame)
    }
    // The same on every machine and in every version.
    #expect(paper.fingerprint == "536eb9b0b3434143")
    #expect(ExamPaperEncoder.hash(of: []) == "cbf29ce484222325")
    #expect(ExamPaperEncoder.hash(of: Array("a".utf8)) == "af63dc4c8601ec8c")
  }
}

extension ExamPaper {
  /// A form of two questions.
  static let example = ExamPaper(
    blueprint: Blueprint(
      id: "short", title: "Short", questions: 2, minutes: 4,
      scale: .scaled(from: 100, to: 1000, pass: 720, cut: 0.72),
      sections: [BlueprintSection(title: "All", weight: 1, from: ["b"])]),
    seed: .max,
    items: [
      Item(
        question: Question(
          id: QuestionID(bank: "b", question: "Q-1"), objective: "O-1", facts: ["F-1"],
          difficulty: .foundation, cognitiveLevel: .recall, scenario: "shop",
          scenarioText: "A shop.", stem: "Which?",
          format: .choices([
            Choice(text: "This", isRight: true, why: "So."),
            Choice(text: "That", isRight: false, staysLast: true),
          ]), takeaway: "This.", references: ["r"], reviewed: CalendarDate("2026-11-23"),
          tags: ["x"]),
        scenario: "A shop.", objectiveTitle: "Everything",
        references: [Reference(id: "r", title: "R", url: "https://example.com")], order: [2, 1],
        section: 0, isScored: true, isNew: false),
      Item(
        question: Question(
          id: QuestionID(bank: "b", question: "Q-2"), stem: "Match.",
          format: .match(
            pairs: [
              MatchPair(prompt: "one", answer: "1"), MatchPair(prompt: "two", answer: "2"),
            ], distractors: ["3"])),
        order: [1, 3, 2], section: 0, isScored: false, isNew: true),
    ])
}
