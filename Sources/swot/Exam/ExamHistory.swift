import PracticeCore

/// The exams that are over, as `swot exam --history` prints them.
struct ExamHistory {
  private struct Attempt {
    let start: ExamStart
    let startedAt: LocalTime
    let outcome: ExamOutcome
    let finished: LocalTime
  }

  private let attempts: [Attempt]

  /// Takes the exams of a learner, the newest first.
  ///
  /// - Parameters:
  ///   - learner: What is known of the learner.
  ///   - exam: The id of the only blueprint wanted; nil for all.
  init(_ learner: LearnerState, of exam: String? = nil) {
    attempts = learner.finishedAttempts.compactMap { attempt in
      guard let start = attempt.start, let startedAt = attempt.startedAt,
        let outcome = attempt.outcome, let finished = attempt.finished,
        exam == nil || exam == start.exam
      else { return nil }
      return Attempt(start: start, startedAt: startedAt, outcome: outcome, finished: finished)
    }
  }

  /// The document for programs: a list, the newest first.
  var json: JSONValue { .array(attempts.map(Self.json)) }

  private static func json(_ attempt: Attempt) -> JSONValue {
    let (start, outcome) = (attempt.start, attempt.outcome)
    func seconds(_ milliseconds: Int64) -> JSONValue { .int(Int(milliseconds / 1000)) }
    func count(_ count: ExamResult.Count) -> JSONValue {
      ["right": .int(count.right), "questions": .int(count.total)]
    }
    return [
      "attempt": .string(start.attempt.description), "exam": .string(start.exam),
      "title": .string(start.title), "candidate": start.candidate.map(JSONValue.string) ?? .null,
      "seed": .unsigned(start.seed),
      "started": .string(attempt.startedAt.at.iso8601WithoutZeroFraction),
      "finished": .string(attempt.finished.at.iso8601WithoutZeroFraction),
      "reason": .string(outcome.reason.rawValue), "score": .int(outcome.score.scaled),
      "scale": .string(outcome.scale.isEstimate ? "scaled" : "percent"),
      "pass": .int(outcome.scale.passingScore), "passed": .bool(outcome.score.isPassed),
      "right": .int(outcome.score.right), "questions": .int(outcome.score.questions),
      "unscored": .int(max(0, start.questions - outcome.score.questions)),
      "spent_seconds": seconds(outcome.spent), "allowed_seconds": seconds(start.allowed),
      "extra_seconds": seconds(start.terms.extra), "with_pauses": .bool(start.terms.withPauses),
      "new": count(outcome.new), "seen": count(outcome.seenBefore),
      "sections": .array(
        outcome.score.sections.map {
          [
            "title": .string($0.title), "right": .int($0.right), "questions": .int($0.questions),
            "meets": .bool($0.meetsStandard),
          ]
        }),
    ]
  }

  /// The lines for people, safe to be shown.
  var lines: [String] {
    guard !attempts.isEmpty else { return ["No exam is over yet. To sit one: swot exam"] }
    let rows = attempts.map { attempt in
      let (start, outcome) = (attempt.start, attempt.outcome)
      return [
        "\(attempt.finished.calendarDay) \(ExamWording.timeOfDay(attempt.finished))",
        start.title, "\(start.seed)", ExamWording.score(outcome),
        outcome.score.isPassed ? "passed" : "not passed",
        "\(outcome.score.right)/\(outcome.score.questions)",
        ExamWording.elapsed(outcome.spent) + (outcome.reason == .time ? ", time was up" : ""),
        remarks(start.terms),
      ]
    }
    return TextTable.lines(
      [["Ended", "Exam", "Seed", "Score", "Result", "Right", "Time", ""]] + rows,
      rightAligned: [2, 3, 5])
  }

  private func remarks(_ terms: ExamTerms) -> String {
    var remarks: [String] = []
    if terms.extra > 0 { remarks.append("\(ExamWording.length(terms.extra)) extra") }
    if terms.withPauses { remarks.append("with pauses") }
    return remarks.joined(separator: ", ")
  }
}
