import FSRS
import Testing

@testable import PracticeCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The forecast of a mock against numbers that are worked out another way.
@Suite struct ReadinessNumbersTests {
  private static let morning = StudyFixtures.morning

  private static func catalog(_ questions: Int, _ format: (Int) -> AnswerFormat) -> CatalogIndex {
    CatalogIndex(
      QuestionCatalog(banks: [
        QuestionBank(
          id: "b", title: "B",
          domains: [
            Domain(id: "D", title: "D", weight: 1, objectives: [Objective(id: "O", title: "O")])
          ],
          questions: (1...questions).map {
            Question(
              id: QuestionID(bank: "b", question: "q\($0)"), objective: "O", stem: "\($0)",
              format: format($0))
          })
      ]))
  }

  private static func blueprint(
    _ questions: Int, unscored: Int = 0, pass: Int
  ) -> Blueprint {
    Blueprint(
      id: "mock", title: "Mock", questions: questions, unscored: unscored, minutes: 10,
      scale: .percent(pass: Double(pass)),
      sections: [BlueprintSection(title: "All", weight: 1, from: ["b"])])
  }

  private static func answer(_ number: Int, day: Int, _ rating: Rating) -> Event {
    StudyFixtures.event(
      number, day: day,
      .answer(StudyFixtures.record(QuestionID(bank: "b", question: "q\(number)"), rating)))
  }

  /// What is drawn of the learner, in its order: the sum of twelve uniform numbers, less six.
  private struct Draws {
    var random = SplitMix64(seed: 0x5eed)

    mutating func normal() -> Double {
      (0..<12).reduce(-6.0) { sum, _ in sum + Double(random.next() >> 11) * 0x1p-53 }
    }
  }

  private static func share(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }
  private static func logit(_ share: Double) -> Double { log(share / (1 - share)) }

  @Test func `two questions by hand`() throws {
    let index = Self.catalog(2) { _ in .answer(["x"]) }
    // One was answered right two days ago, the other never.
    let history = ReviewHistory(replaying: [Self.answer(1, day: -2, .good)], in: index)
    let forecast = try #require(MockForecaster(Self.blueprint(2, pass: 100), index))
      .forecast(history.knowledge, at: Self.morning)
    // Learnt: good at first sight is a stability of 2.3065 days, so after two days
    // R = (1 + (0.9^(−1/0.1542) − 1) × 2 ÷ 2.3065)^−0.1542.
    let factor = exp(log(0.9) / -0.1542) - 1
    let recall = exp(-0.1542 * log(1 + factor * 2 / 2.3065))
    #expect(abs(recall - 0.9095) < 1e-4)
    // Not met, from one first answer that was right and can't have been guessed:
    let all = (1 + 10 * 0.25) / 11.0
    let bank = (1 + 8 * all) / 9
    let domain = (1 + 8 * bank) / 9
    let known = (1 + 8 * domain) / 9
    #expect(abs(known - 0.52114) < 1e-5)
    let difficulty = Self.logit((1 + 16 * all) / 17) - Self.logit(all)
    #expect(abs(difficulty - 0.17934) < 1e-4)
    let ofGroup = 1 / (9 * known * (1 - known)).squareRoot()
    let ofAll = 1 / (11 * all * (1 - all)).squareRoot()
    var draws = Draws()
    var both: [Double] = []
    for _ in 0..<40 {
      let (bias, common) = (draws.normal(), draws.normal())
      // The objective, and the questions of the bank without one.
      let (group, _) = (draws.normal(), draws.normal())
      let form = 0.2 * draws.normal()
      let first = Self.share(Self.logit(recall) + 0.7 * bias + form)
      let second = Self.share(
        Self.logit(known) + difficulty + ofAll * common + ofGroup * group + form)
      // Of the four ways in which it can go, one passes.
      both.append(first * second)
    }
    let sorted = both.sorted()
    #expect(abs(forecast.probability - both.reduce(0, +) / 40) < 1e-9)
    #expect(abs(forecast.interval.lowerBound - sorted[4]) < 1e-9, "the 10th of a hundred")
    #expect(abs(forecast.interval.upperBound - sorted[35]) < 1e-9, "the 90th of a hundred")
    #expect(forecast.answered == 1 && forecast.questions == 2 && !forecast.isReliable)
  }

  @Test(arguments: [40, 60, 80, 100])
  func `the mean over forms is that of every way in which each can go`(pass: Int) throws {
    // Of kinds with guesses of one third and of none.
    let index = Self.catalog(9) { number in
      number % 2 == 0
        ? .answer(["x"]) : StudyFixtures.question("b", "x", objective: nil).format
    }
    var events: [Event] = []
    for number in 1...6 {
      events.append(Self.answer(number, day: -12, number % 3 == 0 ? .again : .good))
    }
    for number in 1...4 {
      var later = Self.answer(number, day: -4, number == 2 ? .again : .good)
      later.id = EventID(writer: "w", sequence: 100 + number)
      events.append(later)
    }
    let knowledge = ReviewHistory(replaying: events, in: index).knowledge
    let blueprint = Self.blueprint(6, unscored: 1, pass: pass)
    let forecast = try #require(MockForecaster(blueprint, index))
      .forecast(knowledge, at: Self.morning)
    let draw = try ExamDraw(blueprint, from: index.catalog)
    let forms = try (1...12).map { seed in
      try draw.form(seed: UInt64(seed)).items.filter(\.isScored).map(\.showing.question)
    }
    var draws = Draws()
    var sum = 0.0
    for _ in 0..<40 {
      let deviation = Knowledge.Deviation(
        recall: draws.normal(), unmet: draws.normal(), groups: [draws.normal(), draws.normal()],
        form: 0.2 * draws.normal())
      let chances = knowledge.chances(at: Self.morning, deviation: deviation)
      for form in forms {
        #expect(form.count == 5)
        for ways in 0..<32 {
          var chance = 1.0
          for (place, question) in form.enumerated() {
            let number = try #require(index.numbers[question])
            let right = chances.right(number)
            chance *= ways >> place & 1 == 1 ? right : 1 - right
          }
          if ways.nonzeroBitCount * 100 >= pass * 5 { sum += chance }
        }
      }
    }
    #expect(abs(forecast.probability - sum / 40 / 12) < 1e-9)
  }

  @Test(arguments: 0..<12)
  func `who remembers more is never less likely to pass`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let index = Self.catalog(12) { _ in StudyFixtures.question("b", "x", objective: nil).format }
    let events = (1...12).map { number in
      Self.answer(
        number, day: -1 - random.number(below: 30), random.number(below: 3) == 0 ? .again : .good)
    }
    let knowledge = ReviewHistory(replaying: events, in: index).knowledge
    let forecaster = try #require(MockForecaster(Self.blueprint(8, unscored: 1, pass: 72), index))
    let before = forecaster.forecast(knowledge, at: Self.morning)
    var better = knowledge
    for number in better.memories.indices where random.number(below: 2) == 0 {
      guard let state = better.memories[number].state else { continue }
      better.memories[number].state = MemoryState(
        stability: state.stability * (1 + Double(random.number(below: 30)) / 10),
        difficulty: state.difficulty)
    }
    let after = forecaster.forecast(better, at: Self.morning)
    #expect(after.probability >= before.probability - 1e-12)
    #expect(after.interval.lowerBound >= before.interval.lowerBound - 1e-12)
    #expect(after.share >= before.share - 1e-12)
    // As time passes and nothing is studied, it falls.
    let later = forecaster.forecast(knowledge, at: StudyFixtures.time(day: 60))
    #expect(later.probability <= before.probability + 1e-12)
  }

  @Test func `the latest share of right answers by hand`() {
    var average = MovingAverage()
    #expect(average.share == 0.5)
    average.add(true)  // ½ + ½ ÷ 2
    #expect(abs(average.share - 0.75) < 1e-12)
    average.add(false)  // ¾ − ¾ ÷ 3
    #expect(abs(average.share - 0.5) < 1e-12)
    average.add(true)  // ½ + ½ ÷ 4
    #expect(abs(average.share - 0.625) < 1e-12)
    for _ in 0..<500 { average.add(true) }
    average.add(false)  // from then on a new answer counts for one in 51
    #expect(abs(average.share - 50.0 / 51) < 1e-4)
  }
}
