import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct ExamScoreTests {
  private static let associate = ScoreScale.scaled(from: 100, to: 1000, pass: 720, cut: 0.72)

  private func score(
    right: Int, of total: Int, scale: ScoreScale = associate
  ) -> ExamScore {
    ExamScore(
      (0..<total).map { number in
        .init(
          section: 0, isScored: true, isRight: number < right,
          marks: Marks(whole: number < right ? 1 : 0))
      }, sectionTitles: ["All"], scale: scale)
  }

  // Worked by hand: below the cut 100 + 620 × share ÷ 0.72, above it
  // 720 + 280 × (share − 0.72) ÷ 0.28.
  @Test func `a form in which nothing counts has the least score, whatever the cut`() {
    for cut in [0, 0.5, 1] {
      let score = ExamScore(
        [.init(section: 0, isScored: false, isRight: true, marks: Marks(whole: 1))],
        sectionTitles: ["A"], scale: .scaled(from: 100, to: 1000, pass: 720, cut: cut))
      #expect(score.scaled == 100)
      #expect(!score.isPassed)
    }
  }

  @Test(arguments: [
    (right: 0, scaled: 100, passes: false), (25, 531, false), (35, 703, false),
    (36, 720, true), (37, 740, true), (38, 760, true), (50, 1000, true),
  ])
  func `fifty questions on the scale of an associate exam`(
    right: Int, scaled: Int, passes: Bool
  ) {
    let score = score(right: right, of: 50)
    #expect(score.scaled == scaled && score.isPassed == passes)
    #expect(score.right == right && score.questions == 50)
  }

  @Test(arguments: [
    (right: 21, of: 30, pass: 70.0, percent: 70, passes: true), (20, 30, 70, 67, false),
    // 71.67 rounds to 72, which would be a pass.
    (43, 60, 72, 71, false), (0, 30, 72, 0, false), (30, 30, 72, 100, true),
    (5, 7, 71.4, 72, true), (2, 7, 28.5, 29, true),
  ])
  func `percentages are rounded, but not up to a pass`(
    right: Int, of total: Int, pass: Double, percent: Int, passes: Bool
  ) {
    let score = score(right: right, of: total, scale: .percent(pass: pass))
    #expect(score.isPassed == passes)
    #expect(score.scaled == percent)
  }

  @Test func `no number of questions is failed or passed by a bit`() {
    for total in 1...200 {
      for percent in 1...100 {
        let scale = ScoreScale.percent(pass: Double(percent))
        let needed = (percent * total + 99) / 100
        #expect(score(right: needed, of: total, scale: scale).isPassed)
        #expect(!score(right: needed - 1, of: total, scale: scale).isPassed)
      }
    }
  }

  @Test func `scales at their ends`() {
    let all = ScoreScale.scaled(from: 0, to: 10, pass: 10, cut: 1)
    #expect(score(right: 4, of: 4, scale: all).scaled == 10)
    #expect(score(right: 3, of: 4, scale: all).scaled == 8)
    let none = ScoreScale.scaled(from: 0, to: 10, pass: 0, cut: 0)
    #expect(score(right: 0, of: 4, scale: none).isPassed)
    #expect(score(right: 2, of: 4, scale: none).scaled == 5)
    #expect(!score(right: 0, of: 0).isPassed)
    #expect(score(right: 0, of: 0).scaled == 100)
  }

  @Test func `unscored questions and sections without scored ones are left out`() {
    let items: [ExamScore.Item] = [
      .init(section: 0, isScored: true, isRight: true, marks: Marks(whole: 1)),
      .init(section: 0, isScored: true, isRight: false, marks: .none),
      .init(section: 0, isScored: false, isRight: true, marks: Marks(whole: 1)),
      .init(section: 1, isScored: false, isRight: true, marks: Marks(whole: 1)),
      .init(section: 2, isScored: true, isRight: true, marks: Marks(whole: 1)),
    ]
    let score = ExamScore(
      items, sectionTitles: ["A", "B", "C"], scale: .percent(pass: 60))
    #expect(score.right == 2 && score.questions == 3 && score.scaled == 67)
    #expect(score.sections.map(\.title) == ["A", "C"])
    #expect(score.sections.map(\.share) == [0.5, 1])
    #expect(score.sections.map(\.meetsStandard) == [false, true])
  }

  // MARK: - Marks

  private func multiple(_ keys: Set<Int>, of count: Int) -> Question {
    Question(
      id: QuestionID(bank: "b", question: "q"), stem: "",
      format: .choices((1...count).map { Choice(text: "\($0)", isRight: keys.contains($0)) }))
  }

  @Test(
    arguments: [
      ([1, 2], 1, 1), ([1], 0.5, 0), ([1, 3], 0, 0), ([1, 2, 3], 0.5, 0), ([3, 4], 0, 0),
      ([], 0, 0), ([1, 2, 3, 4, 5], 0, 0),
    ] as [(ItemNumbers, Double, Double)])
  func `multiple response is net correct or all or nothing`(
    chosen: ItemNumbers, net: Double, all: Double
  ) {
    let question = multiple([1, 2], of: 5)
    #expect(ScoringRule.netCorrect.marks(for: .numbers(chosen), to: question).value == net)
    #expect(ScoringRule.allOrNothing.marks(for: .numbers(chosen), to: question).value == all)
  }

  @Test(arguments: ScoringRule.allCases)
  func `a blank earns nothing, and single choice all or nothing`(rule: ScoringRule) {
    let question = multiple([2], of: 4)
    #expect(rule.marks(for: nil, to: question) == .none)
    #expect(rule.marks(for: .numbers([2]), to: question) == Marks(whole: 1))
    #expect(rule.marks(for: .numbers([2, 3]), to: question) == .none)
    let typed = Question(
      id: QuestionID(bank: "b", question: "q"), stem: "", format: .answer(["SQS"]))
    #expect(rule.marks(for: .text("sqs "), to: typed) == Marks(whole: 1))
    #expect(rule.marks(for: .text(""), to: typed) == .none)
  }

  @Test func `fractions add up exactly`() {
    var sum = Marks.none
    for _ in 0..<3 { sum += Marks(1, outOf: 3) }
    for _ in 0..<7 { sum += Marks(1, outOf: 7) }
    #expect(sum == Marks(whole: 2))
    #expect(Marks(2, outOf: 3) < Marks(3, outOf: 4))
  }

  @Test func `a score never falls as marks rise`() {
    var random = SplitMix64(seed: 55)
    for _ in 0..<300 {
      let cut = Double(random.number(below: 101)) / 100
      let from = random.number(below: 200)
      let pass = from + random.number(below: 500)
      let scale = ScoreScale.scaled(
        from: from, to: pass + random.number(below: 500), pass: pass, cut: cut)
      let total = 1 + random.number(below: 80)
      let scores = (0...total).map { score(right: $0, of: total, scale: scale).scaled }
      #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }
}
