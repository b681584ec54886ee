import FSRS
import Foundation
import PracticeCore
import ProgressStore
import TestSupport
import Testing

@testable import swot

/// A learner who remembers as FSRS-7 says is offered it by the commands, takes it, and takes that back.
@Suite struct ModelOfferTests {
  private static let start = Timestamp(milliseconds: 1_780_300_800_000)
  private static let offer = "FSRS-7 clearly predicts your answers better"

  private struct Evaluated: Decodable {
    let model: String
    let better_model: String?
  }

  private struct Statistics: Decodable {
    let model: Evaluated

    struct Evaluated: Decodable {
      let name: String
      let better_model: String?
    }
  }

  @Test func `a better model is offered until it is in use`() throws {
    try withTemporaryFolder { folder in
      let paths = ProgressPaths(data: "\(folder)/data", state: "\(folder)/state")
      try fill(paths)
      func run(_ arguments: String...) throws -> Program.Outcome {
        let outcome = try Program.run(arguments + ["--data", paths.data], home: folder)
        #expect(outcome.status == 0)
        return outcome
      }
      func decode<Value: Decodable>(_ type: Value.Type, _ outcome: Program.Outcome) throws -> Value
      {
        try JSONDecoder().decode(type, from: Data(outcome.output.utf8))
      }
      #expect(try run("schedule", "evaluate").output.contains(Self.offer))
      #expect(try run("stats").output.contains(Self.offer))
      #expect(try run("stats", "--details").output.contains(Self.offer))
      let before = try decode(Evaluated.self, run("schedule", "evaluate", "--format", "json"))
      #expect(before.model == "fsrs6" && before.better_model == "fsrs7")
      let told = try decode(Statistics.self, run("stats", "--format", "json")).model
      #expect(told.name == "fsrs6" && told.better_model == "fsrs7")
      // Of a model that is named only that is told.
      #expect(
        try !run("schedule", "evaluate", "--model", "fsrs6").output.contains(Self.offer))

      let changed = try run("schedule", "optimize", "--model", "fsrs7").output
      #expect(changed.contains("To take that back: swot schedule undo"))
      #expect(try ProgressFolder.read(paths).state.scheduler.model.name == "fsrs7")
      let after = try decode(Evaluated.self, run("schedule", "evaluate", "--format", "json"))
      #expect(after.model == "fsrs7" && after.better_model == nil)
      #expect(try !run("stats", "--details").output.contains(Self.offer))

      #expect(
        try run("schedule", "undo").output.hasPrefix("Taken back. FSRS-6 with the parameters of"))
      #expect(try run("schedule", "evaluate").output.contains(Self.offer))
    }
  }

  /// Writes the answers of eighty days, and parameters that expect far too little.
  private func fill(_ paths: ProgressPaths) throws {
    var random = SplitMix64(seed: 7)
    let folder = try ProgressFolder.open(paths, random: &random).folder
    var weights = FSRS6Parameters.default.values
    for index in 0..<4 { weights[index] = 0.1 }
    weights[8] = 0
    let truth = FSRS7()
    var states: [(memory: MemoryState, day: Int)?] = Array(repeating: nil, count: 150)
    for day in 0..<80 {
      let answers = states.indices.filter { day == $0 % 20 || random.number(below: 8) == 0 }
        .map { number in
          let gap = Double(day - (states[number]?.day ?? day))
          let recall =
            states[number].map { truth.retrievability(of: $0.memory, elapsedDays: gap) } ?? 1
          let isRight = Double(random.number(below: 1 << 30)) / Double(1 << 30) < recall
          let rating = isRight ? Rating.good : .again
          states[number] = (
            truth.state(after: states[number]?.memory, rating: rating, elapsedDays: gap), day
          )
          return EventContent.answer(
            AnswerRecord(
              question: QuestionID(bank: "b", question: "Q-\(number)"),
              revision: Revision(recorded: "1f3a9c-77d0e2"), mode: .study, order: [1, 2],
              response: .numbers([1]), isRight: isRight, confidence: nil, rating: rating,
              milliseconds: 1000))
        }
      let time = LocalTime(
        at: Self.start.advanced(byMilliseconds: Int64(day) * 86_400_000), offsetMinutes: 60)
      let parameters = EventContent.parameters(ModelParameters(weights: weights))
      let events = day == 0 ? [parameters] + answers : answers
      #expect(folder.append(events, at: time).failure == nil)
    }
    folder.close()
  }
}
