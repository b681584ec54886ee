import FSRS
import Testing

@testable import PracticeCore

/// Whether forecasts of mocks come true, over many made-up learners whose memory is not the model's:
/// each is better or worse than it believes, knows more or less of what they never met, and has good
/// and bad days.
@Suite struct ReadinessCalibrationTests {
  private static let index = CatalogIndex(
    QuestionCatalog(banks: [StudyFixtures.bank("b", objectives: 6, each: 10)]))
  private static let blueprint = Blueprint(
    id: "mock", title: "Mock", questions: 24, minutes: 30, scale: .percent(pass: 72),
    sections: [BlueprintSection(title: "All", weight: 1, from: ["b"])])

  private struct Learner {
    private var random: SplitMix64
    private let bias: Double
    private let known: [Double]
    private(set) var events: [Event] = []
    private var state = LearnerState()

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      func normal(_ random: inout SplitMix64) -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + Double(random.next() >> 11) * 0x1p-53 }
      }
      bias = 0.5 * normal(&random)
      let mean = -0.8 + 0.8 * normal(&random)
      known = (0..<6).map { _ in Knowledge.share(mean + 0.4 * normal(&random)) }
      self.random = random
      study()
    }

    private mutating func happens(_ chance: Double) -> Bool {
      Double(random.next() >> 11) * 0x1p-53 < chance
    }

    /// Meets some of the questions, and sees them again one or two times.
    private mutating func study() {
      let met = 22 + random.number(below: 38)
      let questions = random.shuffled(Array(0..<60)).prefix(met)
      for (round, day) in [-24, -17, -6].enumerated() {
        for number in questions where round < 2 || happens(0.6) {
          answer(number, day: day)
        }
      }
    }

    private mutating func answer(_ number: Int, day: Int) {
      let id = ReadinessCalibrationTests.index.ids[number]
      let isKnown = happens(chance(of: number, day: day, form: 0))
      let isRight = isKnown || happens(1.0 / 3)
      record(id, isRight, day: day)
      // As a session has it, what was wrong comes again.
      if !isRight { record(id, true, day: day) }
    }

    private mutating func record(_ id: QuestionID, _ isRight: Bool, day: Int) {
      let event = StudyFixtures.event(
        events.count, day: day, .answer(StudyFixtures.record(id, isRight ? .good : .again)))
      events.append(event)
      _ = state.apply(event)
    }

    /// The true chance of knowing a question.
    private func chance(of number: Int, day: Int, form: Double) -> Double {
      let id = ReadinessCalibrationTests.index.ids[number]
      guard
        let recall = state.scheduler.retrievability(
          of: state[id], at: StudyFixtures.time(day: day))
      else { return known[number / 10] }
      return Knowledge.share(Knowledge.logit(min(0.995, max(0.005, recall))) + bias + form)
    }

    /// Sits a mock today; whether it is passed.
    mutating func sits(_ form: ExamForm) -> Bool {
      let day = 0.2 * Double(random.number(below: 200) - 100) / 58
      let right = form.items.count { item in
        guard let number = ReadinessCalibrationTests.index.numbers[item.showing.question] else {
          return false
        }
        return happens(chance(of: number, day: 0, form: day)) || happens(1.0 / 3)
      }
      return right * 100 >= 72 * form.items.count
    }
  }

  @Test func `of those who are told a probability about that share passes`() throws {
    let forecaster = try #require(MockForecaster(Self.blueprint, Self.index))
    let draw = try ExamDraw(Self.blueprint, from: Self.index.catalog)
    var told: [(probability: Double, passed: Bool)] = []
    for seed in 0..<240 {
      var learner = Learner(seed: UInt64(seed))
      let knowledge = ReviewHistory(replaying: learner.events, in: Self.index).knowledge
      let forecast = forecaster.forecast(knowledge, at: StudyFixtures.morning)
      guard forecast.isReliable else { continue }
      told.append((forecast.probability, learner.sits(try draw.form(seed: UInt64(1000 + seed)))))
    }
    #expect(told.count > 150, "\(told.count)")
    let predicted = told.reduce(0) { $0 + $1.probability } / Double(told.count)
    let realised = Double(told.count(where: \.passed)) / Double(told.count)
    // Two standard errors of a share of 200 are 0.07.
    #expect(abs(predicted - realised) < 0.07, "\(predicted) predicted, \(realised) passed")
    for (low, high) in [(0.0, 0.35), (0.35, 0.65), (0.65, 1.01)] {
      let group = told.filter { low <= $0.probability && $0.probability < high }
      #expect(group.count >= 15, "\(low): \(group.count)")
      let mean = group.reduce(0) { $0 + $1.probability } / Double(max(1, group.count))
      let share = Double(group.count(where: \.passed)) / Double(max(1, group.count))
      #expect(abs(mean - share) < 0.15, "\(mean) predicted, \(share) of \(group.count) passed")
    }
    let brier =
      told.reduce(0) { sum, one in
        let distance = one.probability - (one.passed ? 1 : 0)
        return sum + distance * distance
      } / Double(told.count)
    // What always telling everybody the true share would give.
    #expect(brier < realised * (1 - realised) - 0.03, "\(brier)")
  }
}
