import PracticeCore
import Testing

/// Sittings whose score was worked out by hand, by the rules of the blueprint.
@Suite struct ExamResultTableTests {
  /// Some questions of one kind that were all answered in the same way.
  struct Group: Sendable {
    var count: Int
    var format: AnswerFormat
    var response: Response?
    var section = 0
    var isScored = true
    var isNew = false

    init(
      _ count: Int, _ format: AnswerFormat, _ response: Response?, section: Int = 0,
      isScored: Bool = true, isNew: Bool = false
    ) {
      self.count = count
      self.format = format
      self.response = response
      self.section = section
      self.isScored = isScored
      self.isNew = isNew
    }

    static func right(
      _ count: Int, section: Int = 0, isScored: Bool = true, isNew: Bool = false
    ) -> Group {
      Group(
        count, keys(1, of: 4), .numbers([1]), section: section, isScored: isScored, isNew: isNew)
    }

    static func wrong(
      _ count: Int, section: Int = 0, isScored: Bool = true, isNew: Bool = false
    ) -> Group {
      Group(
        count, keys(1, of: 4), .numbers([2]), section: section, isScored: isScored, isNew: isNew)
    }

    static func blank(_ count: Int) -> Group { Group(count, keys(1, of: 4), nil) }
  }

  /// A sitting and what it comes to.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var rule = ScoringRule.allOrNothing
    var scale = ScoreScale.scaled(from: 100, to: 1000, pass: 720, cut: 0.72)
    var groups: [Group]
    var right: Int
    var of: Int
    /// In parts of a mark; nil where they are the right answers.
    var marks: Marks?
    var score: Int
    var passes: Bool
    var meets: [Bool]
    var new = (right: 0, total: 0)
    var seen: (right: Int, total: Int)?

    var testDescription: String { name }
  }

  /// Choices of which the first `right` are right.
  private static func keys(_ right: Int, of count: Int) -> AnswerFormat {
    .choices((1...count).map { Choice(text: "\($0)", isRight: $0 <= right) })
  }

  private static let pair = keys(2, of: 5)
  private static let triple = keys(3, of: 6)
  private static let match = AnswerFormat.match(
    pairs: [MatchPair(prompt: "a", answer: "A"), MatchPair(prompt: "b", answer: "B")],
    distractors: ["C"])

  static let cases: [Case] = [
    // 36 ÷ 50 is the cut.
    Case(
      name: "exactly at the cut", groups: [.right(36), .wrong(14)], right: 36, of: 50, score: 720,
      passes: true, meets: [true]),
    // 100 + 620 × 0.70 ÷ 0.72 = 702.8.
    Case(
      name: "one below the cut", groups: [.right(35), .wrong(15)], right: 35, of: 50, score: 703,
      passes: false, meets: [false]),
    Case(
      name: "blanks are wrong", groups: [.right(36), .blank(14)], right: 36, of: 50, score: 720,
      passes: true, meets: [true]),
    Case(
      name: "nothing answered", groups: [.blank(50)], right: 0, of: 50, score: 100,
      passes: false, meets: [false]),
    Case(
      name: "all right", groups: [.right(50)], right: 50, of: 50, score: 1000, passes: true,
      meets: [true]),
    // 720 + 280 × (0.76 − 0.72) ÷ 0.28 = 760.
    Case(
      name: "above the cut", groups: [.right(38), .wrong(12)], right: 38, of: 50, score: 760,
      passes: true, meets: [true]),
    // 35 + 2 × ½.
    Case(
      name: "net correct, halves reach the cut", rule: .netCorrect,
      groups: [.right(35), Group(2, pair, .numbers([1])), .wrong(13)], right: 35, of: 50,
      marks: Marks(whole: 36), score: 720, passes: true, meets: [true]),
    Case(
      name: "all or nothing, the same halves earn nothing",
      groups: [.right(35), Group(2, pair, .numbers([1])), .wrong(13)], right: 35, of: 50,
      score: 703, passes: false, meets: [false]),
    Case(
      name: "net correct, one right and one wrong cancel out", rule: .netCorrect,
      groups: [.right(35), Group(2, pair, .numbers([2, 5])), .wrong(13)], right: 35, of: 50,
      score: 703, passes: false, meets: [false]),
    Case(
      name: "net correct, more wrong than right is none, not less", rule: .netCorrect,
      groups: [.right(36), Group(14, pair, .numbers([3, 4]))], right: 36, of: 50, score: 720,
      passes: true, meets: [true]),
    // 34 + 3 × ⅔.
    Case(
      name: "net correct, thirds reach the cut exactly", rule: .netCorrect,
      groups: [.right(34), Group(3, triple, .numbers([1, 2])), .wrong(13)], right: 34, of: 50,
      marks: Marks(whole: 36), score: 720, passes: true, meets: [true]),
    // 34 + 2 × ⅔ + (2 − 1) ÷ 3 = 35⅔; 100 + 620 × 0.7133 ÷ 0.72 = 714.3.
    Case(
      name: "net correct, a third is missing", rule: .netCorrect,
      groups: [
        .right(34), Group(2, triple, .numbers([1, 2])), Group(1, triple, .numbers([1, 2, 6])),
        .wrong(13),
      ], right: 34, of: 50, marks: Marks(whole: 35) + Marks(2, outOf: 3), score: 714,
      passes: false, meets: [false]),
    // 215 + 6⁄7 of 300; 100 + 620 × 0.71952 ÷ 0.72 = 719.6, which would round to 720.
    Case(
      name: "net correct, just missed is not rounded up", rule: .netCorrect,
      groups: [.right(215), Group(1, keys(7, of: 9), .numbers([1, 2, 3, 4, 5, 6])), .wrong(84)],
      right: 215, of: 300, marks: Marks(whole: 215) + Marks(6, outOf: 7), score: 719,
      passes: false, meets: [false]),
    Case(
      name: "percent, exactly at the pass mark", scale: .percent(pass: 70),
      groups: [.right(21), .wrong(9)], right: 21, of: 30, score: 70, passes: true,
      meets: [true]),
    Case(
      name: "percent, 71.67 is not 72", scale: .percent(pass: 72),
      groups: [.right(43), .wrong(10), .blank(7)], right: 43, of: 60, score: 71, passes: false,
      meets: [false]),
    Case(
      name: "percent, 66.67 is 67", scale: .percent(pass: 70),
      groups: [.right(20), .wrong(10)], right: 20, of: 30, score: 67, passes: false,
      meets: [false]),
    // 8 ÷ 11 = 0.727, 10 ÷ 14 = 0.714, 18 ÷ 25 = 0.72.
    Case(
      name: "a section needs work, the exam is passed all the same",
      groups: [
        .right(8, section: 0), .wrong(3, section: 0), .right(10, section: 1),
        .wrong(4, section: 1),
      ], right: 18, of: 25, score: 720, passes: true, meets: [true, false]),
    Case(
      name: "every section at the cut exactly",
      groups: [
        .right(18, section: 0), .wrong(7, section: 0), .right(18, section: 1),
        .wrong(7, section: 1),
      ], right: 36, of: 50, score: 720, passes: true, meets: [true, true]),
    Case(
      name: "uncounted right ones lift nothing",
      groups: [.right(35), .wrong(15), .right(15, isScored: false)], right: 35, of: 50,
      score: 703, passes: false, meets: [false], seen: (50, 65)),
    Case(
      name: "uncounted wrong ones lower nothing",
      groups: [.right(36), .wrong(14), .wrong(15, isScored: false)], right: 36, of: 50,
      score: 720, passes: true, meets: [true], seen: (36, 65)),
    Case(
      name: "a section of uncounted questions alone has no standing",
      groups: [.right(3, section: 1), .wrong(1, section: 1), .right(2, isScored: false)],
      right: 3, of: 4, score: 750, passes: true, meets: [true], seen: (5, 6)),
    // 22 + 30 right of 34 + 31; all count: 52 ÷ 65 = 0.8, 720 + 280 × 0.08 ÷ 0.28 = 800.
    Case(
      name: "new ones and ones seen before",
      groups: [.right(22, isNew: true), .wrong(12, isNew: true), .right(30), .wrong(1)],
      right: 52, of: 65, score: 800, passes: true, meets: [true], new: (22, 34),
      seen: (30, 31)),
    Case(
      name: "new ones count as such whether they are scored or not",
      groups: [
        .right(1, isScored: false, isNew: true), .wrong(1, isNew: true), .right(3),
      ], right: 3, of: 4, score: 750, passes: true, meets: [true], new: (1, 2), seen: (3, 3)),
    // Nothing but multiple response is marked in parts.
    Case(
      name: "matching, ordering and typing are right or not", rule: .netCorrect,
      scale: .percent(pass: 50),
      groups: [
        Group(1, match, .numbers([1, 2])), Group(1, match, .numbers([1, 3])),
        Group(1, match, .numbers([1, 0])), Group(1, .order(["x", "y", "z"]), .numbers([1, 2, 3])),
        Group(1, .order(["x", "y", "z"]), .numbers([1, 3, 2])),
        Group(1, .answer(["Amazon SQS"]), .text(" amazon  sqs ")),
        Group(1, .answer(["SQS"]), .text("SNS")), Group(1, .answer(["SQS"]), nil),
      ], right: 3, of: 8, score: 38, passes: false, meets: [false]),
  ]

  @Test(arguments: cases) func `a sitting comes to what was worked out by hand`(row: Case) {
    var items: [ExamPaper.Item] = []
    var sheets: [ExamSheet] = []
    for group in row.groups {
      for _ in 0..<group.count {
        let id = QuestionID(bank: "b", question: "q\(items.count)")
        items.append(
          .init(
            question: Question(id: id, stem: "", format: group.format), order: [],
            section: group.section, isScored: group.isScored, isNew: group.isNew))
        var sheet = ExamSheet()
        sheet.isSeen = true
        sheet.response = group.response
        sheets.append(sheet)
      }
    }
    let blueprint = Blueprint(
      id: "b", title: "B", questions: items.count, minutes: 1, scale: row.scale,
      scoring: row.rule,
      sections: ["First", "Second"].map { BlueprintSection(title: $0, weight: 1, from: ["b"]) })
    let result = ExamResult(
      ExamPaper(blueprint: blueprint, seed: 1, items: items), sheets: sheets)
    let score = result.score
    #expect(score.right == row.right && score.questions == row.of)
    #expect(score.marks == row.marks ?? Marks(whole: row.right))
    #expect(score.scaled == row.score)
    #expect(score.isPassed == row.passes)
    #expect(score.sections.map(\.meetsStandard) == row.meets)
    #expect(result.new.right == row.new.right && result.new.total == row.new.total)
    let seen = row.seen ?? (row.right, row.of)
    #expect(result.seenBefore.right == seen.right && result.seenBefore.total == seen.total)
  }
}
