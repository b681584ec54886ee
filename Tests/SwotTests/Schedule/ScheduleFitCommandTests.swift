import ArgumentParser
import FSRS
import Foundation
import PracticeCore
import ProgressStore
import TestSupport
import Testing

@testable import swot

/// `swot schedule evaluate`, `optimize` and `undo`, as they are typed.
@Suite struct ScheduleFitCommandTests {
  private static let morning = Timestamp(milliseconds: 1_795_420_800_000)

  private struct Figures: Decodable, Equatable {
    let log_loss: Double
    let rmse_bins: Double
  }

  private struct Evaluated: Decodable {
    let model: String
    let parameters: [Double]
    let log_loss: Double?
    let rmse_bins: Double?
    let reviews: Int
    let items: Int
  }

  private struct Optimized: Decodable {
    let model: String
    let parameters: [Double]
    let before: Figures?
    let after: Figures?
    let reviews: Int
    let items: Int
    let stored: Bool
    let better_model: String?
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ outcome: Program.Outcome) throws
    -> Value
  {
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    return try JSONDecoder().decode(type, from: Data(outcome.output.utf8))
  }

  /// The first lines of the reference log, in a file.
  private func log(_ count: Int, in folder: String) throws -> String {
    let text = try String(contentsOfFile: ReferenceReviews.path, encoding: .utf8)
    let path = "\(folder)/log.jsonl"
    let lines = text.split(separator: "\n").prefix(count)
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path))
    return path
  }

  @Test func `the figures of the whole reference log are those of fsrs-rs`() throws {
    try withTemporaryFolder { folder in
      let reference = try ReferenceReviews.reference()
      let expected = try #require(reference.metrics["all"]?["default"]?["unweighted"])
      let found = try decode(
        Evaluated.self,
        Program.run(
          ["schedule", "evaluate", ReferenceReviews.path, "--format", "json"], home: folder))
      #expect(found.model == "fsrs6" && found.parameters == FSRS6Parameters.default.values)
      #expect(abs((found.log_loss ?? 0) - expected.logLoss) < 1e-9)
      #expect(abs((found.rmse_bins ?? 0) - expected.rmseBins) < 1e-9)
      #expect(found.reviews == 10_000 && found.items == reference.items)
      let trained = try #require(reference.parameters["true"])
      let text = trained.map { "\($0)" }.joined(separator: ",")
      let other = try decode(
        Evaluated.self,
        Program.run(
          [
            "schedule", "evaluate", ReferenceReviews.path, "--parameters", text, "--format",
            "json",
          ], home: folder))
      let better = try #require(reference.metrics["all"]?["true"]?["unweighted"])
      #expect(abs((other.log_loss ?? 0) - better.logLoss) < 1e-9)
    }
  }

  @Test func `a better fit is stored, holds for everything, and can be taken back`() throws {
    try withTemporaryFolder { folder in
      let log = "\(folder)/fading.jsonl"
      try FadingLog.write(to: log)
      let tried = try decode(
        Optimized.self,
        Program.run(
          ["schedule", "optimize", log, "--dry-run", "--format", "json"], home: folder))
      #expect(!tried.stored)
      let fitted = try decode(
        Optimized.self,
        Program.run(["schedule", "optimize", log, "--format", "json"], home: folder))
      #expect(fitted.stored && fitted.model == "fsrs6")
      #expect(fitted.parameters == tried.parameters)
      let (before, after) = (try #require(fitted.before), try #require(fitted.after))
      #expect(after.log_loss < before.log_loss - 0.05)
      #expect(fitted.reviews == FadingLog.reviews && fitted.items == 900)
      // Without a log, and without any answer, the parameters that hold are printed.
      let held = try decode(
        Evaluated.self,
        Program.run(["schedule", "evaluate", "--format", "json"], home: folder))
      #expect(held.parameters == fitted.parameters && held.log_loss == nil)
      // Once more, nothing is left to gain.
      let again = try Program.run(["schedule", "optimize", log], home: folder)
      #expect(again.status == 0)
      let undone = try Program.run(["schedule", "undo"], home: folder)
      #expect(
        undone.output == "Taken back. FSRS-6 with its default parameters holds again.\n"
          || undone.output.contains("FSRS-6 with the parameters of 2026-11-23"))
    }
  }

  @Test func `where the fit is not better nothing changes, and that is said`() throws {
    try withTemporaryFolder { folder in
      // Fitted to these, the defaults predict the last fifth as well.
      let log = try log(10_000, in: folder)
      let outcome = try Program.run(
        ["schedule", "optimize", log, "--format", "json"], home: folder)
      let found = try decode(Optimized.self, outcome)
      let (before, after) = (try #require(found.before), try #require(found.after))
      let reference = try ReferenceReviews.reference()
      let expected = try #require(reference.metrics["test"]?["default"]?["unweighted"])
      let trained = try #require(
        reference.metrics["test"]?["fsrs_rs_trained_on_train"]?["unweighted"])
      #expect(abs(before.log_loss - expected.logLoss) < 1e-9)
      #expect(abs(before.rmse_bins - expected.rmseBins) < 1e-9)
      #expect(after.log_loss < trained.logLoss + 0.001)
      #expect(found.stored == (after.log_loss < before.log_loss))
      #expect(found.parameters.count == 21 && found.better_model == nil)
      if !found.stored {
        let undo = try Program.run(["schedule", "undo"], home: folder)
        #expect(undo.output.hasPrefix("The memory model was never changed"))
      }
    }
  }

  @Test func `the report names both figures, and other models are fitted too`() throws {
    try withTemporaryFolder { folder in
      let log = try log(3000, in: folder)
      let outcome = try Program.run(
        ["schedule", "optimize", log, "--model", "fsrs7", "--dry-run"], home: folder)
      #expect(outcome.status == 0 && outcome.errors == "")
      #expect(
        outcome.lines.first
          == "FSRS-7 on 3000 reviews, 1498 of them on a later day than the one before.")
      for text in ["FSRS-6, in use", "FSRS-7, before", "FSRS-7, fitted", "log loss", "RMSE (bins)"]
      {
        #expect(outcome.output.contains(text))
      }
    }
  }

  @Test func `too few reviews are told, and nothing changes`() throws {
    try withTemporaryFolder { folder in
      let log = try log(60, in: folder)
      let outcome = try Program.run(["schedule", "optimize", log], home: folder)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("Too few reviews to fit anything: "))
      let json = try decode(
        Optimized.self,
        Program.run(["schedule", "optimize", log, "--format", "json"], home: folder))
      #expect(!json.stored && json.before == nil && json.reviews == 60)
      // No answers at all.
      let own = try Program.run(["schedule", "optimize"], home: folder)
      #expect(own.status == 0)
      #expect(own.output.hasPrefix("Too few reviews to fit anything: 0 of the 100"))
      let nothing = try Program.run(["schedule", "evaluate"], home: folder)
      #expect(nothing.status == 0)
      #expect(nothing.output.hasPrefix("Among 0 reviews none is on a later day"))
    }
  }

  @Test(arguments: ["evaluate", "optimize"])
  func `hostile logs are refused with line and column`(command: String) throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/bad.jsonl"
      let lines = [
        #"{"card":"a","time":"2026-01-03T10:00:00Z","rating":3}"#, #"{"card":"a","time":"#,
        #"{"card":"a","time":"2026-01-02T10:00:00Z","rating":3}"#, "\u{1B}[31m",
        #"{"card":"a","time":"2026-01-05T10:00:00Z","rating":9}"#,
      ]
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path))
      let outcome = try Program.run(["schedule", command, path], home: folder)
      #expect(outcome.status == ExitStatus.badData.rawValue)
      #expect(outcome.output == "")
      let errors = outcome.errors.split(separator: "\n")
      #expect(errors.count == 4)
      for (error, line) in zip(errors, [2, 3, 4, 5]) {
        #expect(error.hasPrefix("\(path):\(line):"), "\(error)")
      }
      #expect(!outcome.errors.contains("\u{1B}"))
      let missing = try Program.run(["schedule", command, "\(folder)/none"], home: folder)
      #expect(missing.status == ExitStatus.inputNotFound.rawValue)
    }
  }

  @Test(arguments: [
    (["evaluate", "--model", "sm2"], "there is no memory model 'sm2'; known: fsrs6, fsrs7."),
    (["optimize", "--model", "sm2"], "there is no memory model 'sm2'; known: fsrs6, fsrs7."),
    (
      ["evaluate", "--model", "fsrs7", "--parameters", "1,2"],
      "bad parameters for fsrs7: 2 values where it takes 34."
    ),
  ])
  func `wrong usage is refused with a reason`(arguments: [String], reason: String) {
    let error = #expect(throws: (any Error).self) {
      try Swot.parseAsRoot(["schedule"] + arguments)
    }
    guard let error else { return }
    #expect(Swot.exitCode(for: error).rawValue == ExitStatus.usage.rawValue)
    #expect(Swot.message(for: error).contains(reason))
  }

  @Test func `answers of the learner's own are fitted and evaluated`() throws {
    try withTemporaryFolder { folder in
      let paths = ProgressPaths(data: "\(folder)/data", state: "\(folder)/state")
      var random = SplitMix64(seed: 8)
      let opened = try ProgressFolder.open(paths, random: &random)
      var contents: [(LocalTime, EventContent)] = []
      for number in 0..<60 {
        var time = Self.morning.advanced(byMilliseconds: Int64(number) * 7_200_000)
        for repetition in 0..<3 {
          let recalled = repetition == 0 || random.number(below: 3) == 0
          contents.append(
            (
              LocalTime(at: time, offsetMinutes: 60),
              .answer(
                AnswerRecord(
                  question: QuestionID(bank: "b", question: "Q-\(number)"),
                  revision: Revision(recorded: "1f3a9c-77d0e2"), mode: .study, order: [1, 2],
                  response: .numbers([1]), isRight: recalled, confidence: nil,
                  rating: recalled ? .good : .again, milliseconds: 1000))
            ))
          time = time.advanced(byMilliseconds: 3 * 86_400_000)
        }
      }
      for (time, content) in contents.sorted(by: { $0.0.at < $1.0.at }) {
        #expect(opened.folder.append([content], at: time).failure == nil)
      }
      opened.folder.close()
      let reviews = try ProgressFolder.reviews(in: paths).forTraining
      #expect(reviews.count == 180)
      let found = try decode(
        Optimized.self,
        Program.run(
          ["schedule", "optimize", "--data", paths.data, "--format", "json"], home: folder))
      #expect(found.reviews == 180 && found.items == 120 && found.stored)
      let state = try ProgressFolder.read(paths).state
      #expect(state.parameters == ModelParameters(weights: found.parameters))
      #expect(state.scheduler.model.parameters == found.parameters)
    }
  }
}
