import FSRS
package import PracticeCore

/// Makes banks at random: all kinds of question, all optional members there or not, and texts that
/// are hard to write down.
package struct RandomBanks {
  private var random: SplitMix64
  private let isHostile: Bool

  /// Starts with `seed`; where `isHostile` is false, texts are words that any format can carry.
  package init(seed: UInt64, isHostile: Bool = true) {
    random = SplitMix64(seed: seed)
    self.isHostile = isHostile
  }

  private static let words = [
    "role", "root", "A", "policy", "the", "key", "of", "bucket", "MOST", "rotate", "every", "90",
    "days", "an", "organization", "least", "privilege", "Zürich", "漢字", "naïve", "🙂",
  ]

  private static let hostile = [
    "No", "null", "~", "1.10", "12:30", "2026-11-23", "0x1f", "true", "- item", "? what", ": x",
    "a: b", "a:", "#hash", "x # y", "'", "\"", "it's", "say \"no\"", "back\\slash", "{a: b}", "[x]",
    "a, b", "&anchor", "*alias", "!tag", "%percent", "@at", "`tick`", "|", ">-", "---", "...",
    "<<", "=", " leading", "trailing ", "two  blanks", "\ttab", "a\tb", "line\nbreak", "cr\r\nlf",
    "old\rmac", "nel\u{85}x", "ls\u{2028}x", "bom\u{feff}x", "esc\u{1b}[31mred", "nul\u{0}x",
    "rtl\u{202e}x", "\n\nfirst", "last\n\n", "    code first\ntext",
    "text\n\n    code\n      more\n",
    "- one\n- two", "blank\n   \nline", "   \nx", "# not a comment\nx", "~x", "-", "?", ":",
    "e\u{301}",
    "$a$", "<b>bold</b>", "&amp;", "a=b~c#d{e}", "%(x)s", "x\u{a0}y", "1_000", "+1", ".5", "1e3",
    "on",
    "\u{fffe}", "\u{7f}", "end \n next", "\u{e000}",
    // What means something in the formats that banks are exchanged in.
    "a = b ~ c # d : e {f} \\g", "{", "}", "[html]x", "// x", "::title::", "$CATEGORY: x", "=1+2",
    "-1", "@SUM(A1)", "'quoted", "\"quoted\"", "a;b,c", "x\\n y", "List<String>", "a < b > c",
    "<!-- gone -->", "]]>", "<![CDATA[", "&#39;", "A) one", "B. two", "ANSWER: A", "%50%", "->",
    "####", "TRUE", "T", "#1", "* star *", "_low_", "[link](http://x)", "![image](y)", "مرحبا",
    "👩‍👩‍👧", " \u{301}x", "{{c1::cloze}}", "C:\\temp\\new", "| pipe |", "1. one", "#separator:Tab",
    "\u{AD}", "\u{200D}", "a\u{FFFD}", "(http://a) (https://b)", "References:", "difficulty:hard",
    "fact:x", "kind:order",
  ]

  /// A bank with up to `questions` questions.
  package mutating func bank(questions maximum: Int = 6) -> QuestionBank {
    let references = names("ref", upTo: 3).map {
      Reference(id: $0, title: text(), url: "https://example.com/\($0)?a=1&b=2#part")
    }
    var scenarios: [String: String] = [:]
    for name in names("scene", upTo: 2) { scenarios[name] = text(paragraphs: true) }
    let domains = names("D", upTo: 3).map { id in
      Domain(
        id: id, title: text(), weight: weight(),
        objectives: names("\(id)-O", upTo: 3).map { Objective(id: $0, title: text()) })
    }
    let objectives = domains.flatMap(\.objectives).map(\.id)
    let id = chance(2) ? "bank-\(number(100))" : "No"
    let count = number(maximum + 1)
    return QuestionBank(
      id: id, title: text(), description: optional { $0.text(paragraphs: true) },
      language: optional { _ in "en" }, license: optional { _ in "CC-BY-4.0" },
      authors: texts(upTo: 3), reviewed: optional { $0.date() }, references: references,
      scenarios: scenarios, domains: domains,
      questions: (0..<count).map { index in
        question(
          QuestionID(bank: id, question: "Q-\(index + 1)"), objectives, references.map(\.id),
          scenarios)
      })
  }

  private mutating func question(
    _ id: QuestionID, _ objectives: [String], _ references: [String], _ scenarios: [String: String]
  ) -> Question {
    let scenario = chance(3) ? pick(scenarios.keys.sorted()) : nil
    return Question(
      id: id, objective: chance(4) ? nil : pick(objectives), facts: names("F", upTo: 3),
      difficulty: optional { $0.pick(Difficulty.allCases) } ?? nil,
      cognitiveLevel: optional { $0.pick(CognitiveLevel.allCases) } ?? nil,
      scenario: scenario, scenarioText: scenario.flatMap { scenarios[$0] },
      stem: text(paragraphs: true), format: format(), takeaway: optional { $0.text() },
      references: chance(3) ? [] : Array(references.prefix(number(references.count + 1))),
      reviewed: optional { $0.date() }, tags: texts(upTo: 3))
  }

  private mutating func format() -> AnswerFormat {
    let count = 2 + number(5)
    switch number(4) {
    case 0:
      let right = number(count)
      let several = chance(3) ? (right + 1) % count : right
      let hasSeveral = count > 2
      let last = chance(3)
      return .choices(
        (0..<count).map { index in
          Choice(
            text: distinct(index), isRight: index == right || hasSeveral && index == several,
            why: optional { $0.text(paragraphs: true) }, staysLast: last && index == count - 1)
        })
    case 1:
      return .match(
        pairs: (0..<count).map { index in
          MatchPair(
            prompt: distinct(index), answer: distinct(index), why: optional { $0.text() })
        },
        distractors: (0..<number(3)).map { distinct(count + $0) })
    case 2: return .order((0..<count).map { distinct($0) })
    default: return .answer((0..<(1 + number(3))).map { distinct($0) })
    }
  }

  // MARK: - Texts

  /// A text that isn't empty, of one line unless hostile; `paragraphs` allows several paragraphs and
  /// code.
  package mutating func text(paragraphs: Bool = false) -> String {
    if isHostile, chance(4) {
      // What is dropped when it is written must not be all there is.
      let part = pick(Self.hostile) ?? ""
      return chance(2) ? "x" + part : part + "x"
    }
    guard paragraphs, chance(3) else { return sentence() }
    var parts = (0...number(3)).map { _ in sentence() }
    if chance(2) { parts.append("    code(\"x: #y\")\n      more()") }
    if chance(3) { parts.append("- first\n- second") }
    if chance(3) { parts.append("one line\nand the next") }
    return parts.joined(separator: "\n\n")
  }

  private mutating func sentence() -> String {
    (0..<(1 + number(chance(3) ? 60 : 8))).map { _ in pick(Self.words) ?? "" }
      .joined(separator: " ")
  }

  /// Texts of one question must differ.
  private mutating func distinct(_ index: Int) -> String {
    let name = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota"][index]
    return chance(2) ? "\(name) \(text())" : "\(text()) \(name)"
  }

  private mutating func texts(upTo maximum: Int) -> [String] {
    (0..<number(maximum + 1)).map { _ in text() }
  }

  private mutating func names(_ prefix: String, upTo maximum: Int) -> [String] {
    (0..<number(maximum + 1)).map { "\(prefix)\($0 + 1)" }
  }

  // MARK: - Chance

  private mutating func weight() -> Double {
    switch number(5) {
    case 0: 0
    case 1: 17.5
    case 2: Double(number(100_000)) / 7
    case 3 where isHostile: [1e-7, 1e300, 0.1 + 0.2, 1e16][number(4)]
    default: Double(number(100))
    }
  }

  private mutating func date() -> CalendarDate { CalendarDate(daysSince1970: number(30_000)) }
  private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
  private mutating func chance(_ bound: Int) -> Bool { number(bound) == 0 }
  private mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.randomElement(using: &random)
  }

  private mutating func optional<Value>(_ make: (inout RandomBanks) -> Value) -> Value? {
    chance(3) ? nil : make(&self)
  }
}
