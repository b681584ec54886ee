import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct StudySimulationTests {
  /// Learners with parameters of their own, as `fsrs6-vectors.json` has them.
  private func learners(_ name: String) throws -> SimulatedMemory {
    let sets = try FSRS6Vectors.load().parameterSets
    return SimulatedMemory(
      name: name, model: FSRS6(parameters: try FSRS6Parameters(try #require(sets[name]))))
  }

  /// An eighth of the exam of the bounds: 50 questions, at most 8 answers a day.
  private func simulation(_ memory: SimulatedMemory, days: Int) -> StudySimulation {
    StudySimulation(questions: 50, days: days, limit: 8, memory: memory)
  }

  @Test func `The same seed gives the same learners`() throws {
    let simulation = simulation(try learners("learner1"), days: 20)
    for policy in StudyPolicy.allCases {
      let first = simulation.outcome(of: policy, learners: 2, seed: 9)
      #expect(first == simulation.outcome(of: policy, learners: 2, seed: 9))
      #expect(first != simulation.outcome(of: policy, learners: 2, seed: 10))
    }
  }

  @Test(arguments: ["learner1", "learner2"])
  func `Over 60 days the plan asks less than FSRS at 0.95 for no less recall`(name: String) throws {
    let simulation = simulation(try learners(name), days: 60)
    let plan = simulation.outcome(of: .plan, learners: 6, seed: 1)
    let plain = simulation.outcome(of: .plain95, learners: 6, seed: 1)
    #expect(plan.peak <= 8)
    #expect(plan.answers <= 0.85 * plain.answers)
    #expect(plan.recall >= plain.recall)
    #expect(plan.unmet == 0)
  }

  @Test(arguments: [14, 30, 45, 90])
  func `No policy is better on both answers and recall`(days: Int) throws {
    for name in ["default", "learner3"] {
      let simulation = simulation(try learners(name), days: days)
      let plan = simulation.outcome(of: .plan, learners: 2, seed: 1)
      #expect(plan.peak <= 8)
      for policy in StudyPolicy.allCases where policy != .plan {
        let other = simulation.outcome(of: policy, learners: 2, seed: 1)
        #expect(!(other.answers <= plan.answers && other.recall >= plan.recall), "\(policy)")
      }
    }
  }

  @Test(arguments: ["learner1", "learner2", "learner3"])
  func `Held to the same limit plain FSRS remembers less than the plan`(name: String) throws {
    let simulation = simulation(try learners(name), days: 60)
    let plan = simulation.outcome(of: .plan, learners: 4, seed: 1)
    for policy in [StudyPolicy.limited90, .limited95] {
      let limited = simulation.outcome(of: policy, learners: 4, seed: 1)
      #expect(limited.peak <= 8, "\(policy)")
      #expect(plan.recall > limited.recall + 0.001, "\(policy): \(limited), plan \(plan)")
    }
  }

  @Test func `A last pass is spread over its days`() throws {
    let simulation = simulation(try learners("learner1"), days: 60)
    let plain = simulation.outcome(of: .plain90, learners: 2, seed: 1)
    let pass = simulation.outcome(of: .plainLastPass, learners: 2, seed: 1)
    #expect(pass.answers > plain.answers)
    #expect(pass.peak < plain.peak + 50 / 3)
    #expect(pass.recall > plain.recall)
  }
}
