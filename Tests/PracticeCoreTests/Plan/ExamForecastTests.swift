import FSRS
import Testing

@testable import PracticeCore

@Suite struct ExamForecastTests {
  @Test(arguments: 0..<8)
  func `taken apart by question it is the same forecast`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let catalog = PlanFixtures.catalog(100)
    let bank = catalog.banks[0]
    let met = random.shuffled(bank.questions).prefix(random.number(below: 100))
    let learner = PlanFixtures.learner(
      met.map {
        ($0.id, -1 - random.number(below: 30), random.number(below: 3) == 0 ? .again : .good)
      }
      .sorted { $0.1 < $1.1 },
      goal: PlanFixtures.goal(in: 3 + random.number(below: 40), limit: seed % 2 == 0 ? 15 : nil))
    let plan = try #require(PlanFixtures.plan(learner, catalog))
    let forecast = plan.forecast()
    let (recall, new, unmet) = plan.expectedRecall()
    #expect(recall.count == plan.met.count && recall.allSatisfy { (0...1).contains($0) })
    #expect(abs(unmet - forecast.unmet) < 1e-9)
    let sum = recall.reduce(0, +) + new * (Double(plan.unseen) - unmet)
    #expect(abs(sum / 100 - forecast.recall) < 1e-9)
    // What readiness takes of it is the same, but for whole questions.
    let planned = PlannedRecall(plan).recall.values.reduce(0, +) / 100
    #expect(abs(planned - forecast.recall) < 0.006)
  }

  private func forecast(
    _ goal: ExamGoal, questions: Int = 100, day: Int = 0
  ) throws -> ExamForecast {
    let plan = PlanFixtures.plan(
      PlanFixtures.learner(goal: goal), PlanFixtures.catalog(questions), day: day)
    return try #require(plan).forecast()
  }

  @Test(arguments: [10, 20, 40]) func `Its days add up, and none is above the limit`(limit: Int)
    throws
  {
    for days in [7, 21, 50] {
      let forecast = try forecast(PlanFixtures.goal(in: days, limit: limit, weekdaysOff: [7]))
      #expect(forecast.days.allSatisfy { $0.answers <= Double(limit) + 1e-9 })
      let new = forecast.days.reduce(0) { $0 + $1.new }
      #expect(abs(new + forecast.unmet - 100) < 1e-6)
      let reviews = forecast.days.reduce(0) { $0 + $1.reviews }
      let answers = forecast.days.reduce(0) { $0 + $1.answers }
      #expect(answers >= reviews + new)
      #expect(abs(answers - forecast.answers) < 1e-9)
      #expect((0...1).contains(forecast.recall))
      // Sundays are left out: Mon 23 Nov is day 0.
      #expect(forecast.days.allSatisfy { $0.ahead % 7 != 6 })
    }
  }

  @Test func `More a day is never worse`() throws {
    var last = 0.0
    for limit in [5, 10, 20, 40, 80] {
      let recall = try forecast(PlanFixtures.goal(in: 30, limit: limit)).recall
      #expect(recall > last - 0.005)
      last = max(last, recall)
    }
    #expect(last > 0.95)
  }

  @Test func `The same learner gets the same forecast`() throws {
    let goal = PlanFixtures.goal(in: 30, limit: 20)
    #expect(try forecast(goal) == forecast(goal))
  }

  @Test func `It agrees with what simulated learners do`() throws {
    let simulation = StudySimulation(
      questions: 100, days: 30, limit: 18,
      memory: SimulatedMemory(name: "same", model: FSRS6()))
    let outcome = simulation.outcome(of: .plan, learners: 4, seed: 5)
    let forecast = try forecast(PlanFixtures.goal(in: 30, limit: 18))
    #expect(abs(outcome.recall - forecast.recall) < 0.03)
    #expect(abs(outcome.answers / forecast.answers - 1) < 0.1)
  }

  @Test func `Too low a limit is told, with one that is enough`() throws {
    let learner = PlanFixtures.learner(goal: PlanFixtures.goal(in: 21, limit: 10))
    let plan = try #require(PlanFixtures.plan(learner, PlanFixtures.catalog(100)))
    let outlook = ExamOutlook(of: plan)
    #expect(!outlook.isOnTrack)
    #expect(outlook.aim == 0.95)
    let advice = try #require(outlook.advice)
    let limit = try #require(advice.dailyLimit)
    #expect(advice.reachesAim && limit % 5 == 0 && limit > 10)
    #expect(plan.forecast(dailyLimit: limit).recall >= 0.945)
    #expect(plan.forecast(dailyLimit: limit - 5).recall < 0.945)
  }

  @Test func `Where no limit is enough, the best is told`() throws {
    let learner = PlanFixtures.learner(goal: PlanFixtures.goal(in: 2, limit: 10))
    let plan = try #require(PlanFixtures.plan(learner, PlanFixtures.catalog(400)))
    let outlook = ExamOutlook(of: plan)
    let advice = try #require(outlook.advice)
    #expect(!advice.reachesAim)
    #expect(advice.recall > outlook.forecast.recall)
  }

  @Test func `Enough is on track and needs no advice`() throws {
    let learner = PlanFixtures.learner(goal: PlanFixtures.goal(in: 60, limit: 30))
    let plan = try #require(PlanFixtures.plan(learner, PlanFixtures.catalog(100)))
    let outlook = ExamOutlook(of: plan)
    #expect(outlook.isOnTrack && outlook.advice == nil)
  }

  @Test func `Without a limit the work is spread, too`() throws {
    let forecast = try forecast(PlanFixtures.goal(in: 40))
    #expect(forecast.unmet < 1e-6)
    #expect(forecast.days.map(\.answers).max() ?? 0 < 30)
  }
}
