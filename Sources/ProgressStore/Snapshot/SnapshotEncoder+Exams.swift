import PracticeCore

extension SnapshotEncoder {
  /// Appends what is known of an attempt.
  static func append(
    _ progress: ExamProgress, of attempt: AttemptID, to output: inout JSONOutput
  ) {
    output.raw("[")
    output.string(attempt.description)
    output.raw(",")
    // What events say is written as the events that would say it.
    append(progress.start.map { .start($0) }, to: &output)
    output.raw(",")
    append(progress.startedAt, to: &output)
    output.raw(",")
    output.int(progress.sitting)
    output.raw(",")
    append(progress.timer, to: &output)
    output.raw(",")
    output.optional(progress.left.map { Int($0) })
    output.raw(",")
    output.list(progress.sheets) { output, entry in
      append(entry.value, of: entry.key, to: &output)
    }
    output.raw(",")
    if let place = progress.place {
      output.string(place.description)
    } else {
      output.raw("null")
    }
    output.raw(",")
    if let latest = progress.latest {
      output.raw("[")
      output.int(latest.sitting)
      output.raw(",")
      append(latest.id, to: &output)
      output.raw("]")
    } else {
      output.raw("null")
    }
    output.raw(",")
    append(
      progress.outcome.map { .finish(ExamFinish(outcome: $0, answers: [])) }, to: &output)
    output.raw(",")
    append(progress.finishedAt, to: &output)
    output.raw(",")
    append(progress.finished, to: &output)
    output.raw("]")
  }

  private static func append(_ content: ExamEvent?, to output: inout JSONOutput) {
    guard let content else { return output.raw("null") }
    output.raw("{")
    JournalEncoder.append(content, to: &output)
    output.raw("}")
  }

  /// Appends the milliseconds that are left, or the moment at which the time is up.
  private static func append(_ timer: ExamTimer?, to output: inout JSONOutput) {
    switch timer {
    case nil: output.raw("null")
    case .paused(let left): output.int(Int(left))
    case .running(let end):
      output.raw("[")
      output.int(Int(end.wall.milliseconds))
      output.raw(",")
      output.int(Int(end.running))
      output.raw(",")
      output.string(end.boot)
      output.raw("]")
    }
  }

  private static func append(
    _ sheet: ExamSheet, of question: QuestionID, to output: inout JSONOutput
  ) {
    output.raw("[")
    output.string(question.description)
    output.raw(",")
    JournalEncoder.append(sheet.response, to: &output)
    output.raw(",")
    output.bool(sheet.isFlagged)
    output.raw(",")
    JournalEncoder.append(sheet.struck, to: &output)
    output.raw(",")
    output.int(sheet.milliseconds)
    output.raw(",")
    output.bool(sheet.isSeen)
    output.raw(",")
    output.list(sheet.leftWith) { JournalEncoder.append($1, to: &$0) }
    output.raw("]")
  }
}
