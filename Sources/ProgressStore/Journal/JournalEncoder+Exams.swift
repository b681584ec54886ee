import FSRS
import PracticeCore

extension JournalEncoder {
  /// Appends what an event of an exam says: its type and the members of that type.
  static func append(_ content: ExamEvent, to output: inout JSONOutput) {
    let type =
      switch content {
      case .start: "exam-start"
      case .response: "exam-response"
      case .pause: "exam-pause"
      case .resume: "exam-continue"
      case .finish: "exam-finish"
      }
    output.raw("\"type\":")
    output.string(type)
    output.raw(",\"attempt\":")
    output.string(content.attempt.description)
    if let sitting = content.sitting {
      output.raw(",\"sitting\":")
      output.int(sitting)
    }
    switch content {
    case .start(let start): append(start, to: &output)
    case .response(_, _, let record, let left):
      append(record, to: &output)
      output.raw(",\"left\":")
      output.int(Int(left))
    case .pause(_, _, let left):
      output.raw(",\"left\":")
      output.int(Int(left))
    case .resume(_, _, let end): append(end, to: &output)
    case .finish(let finish): append(finish, to: &output)
    }
  }

  private static func append(_ start: ExamStart, to output: inout JSONOutput) {
    output.raw(",\"exam\":")
    output.string(start.exam)
    output.raw(",\"title\":")
    output.string(start.title)
    // As text: not every reader of JSON keeps 64 bits.
    output.raw(",\"seed\":")
    output.string(String(start.seed))
    output.raw(",\"questions\":")
    output.int(start.questions)
    output.raw(",\"allowed\":")
    output.int(Int(start.allowed))
    output.raw(",\"extra\":")
    output.int(Int(start.terms.extra))
    output.raw(",\"with_pauses\":")
    output.bool(start.terms.withPauses)
    output.raw(",\"pausable\":")
    output.bool(start.isPausable)
    append(start.end, to: &output)
    output.raw(",\"paper\":")
    output.string(start.paper)
    output.raw(",\"candidate\":")
    if let candidate = start.candidate { output.string(candidate) } else { output.raw("null") }
  }

  /// Appends when the time is up, by both clocks.
  private static func append(_ end: ClockReading, to output: inout JSONOutput) {
    output.raw(",\"deadline\":\"")
    end.wall.appendISO8601(to: &output.bytes)
    output.raw("\",\"clock\":")
    output.int(Int(end.running))
    output.raw(",\"boot\":")
    output.string(end.boot)
  }

  private static func append(_ record: ExamAttempt.Record, to output: inout JSONOutput) {
    output.raw(",\"question\":")
    output.string(record.question.description)
    output.raw(",\"response\":")
    append(record.response, to: &output)
    output.raw(",\"flagged\":")
    output.bool(record.isFlagged)
    output.raw(",\"struck\":")
    append(record.struck, to: &output)
    output.raw(",\"ms\":")
    output.int(record.milliseconds)
    output.raw(",\"leaves\":")
    output.bool(record.isLeft)
    output.raw(",\"next\":")
    if let next = record.next { output.string(next.description) } else { output.raw("null") }
  }

  static func append(_ response: Response?, to output: inout JSONOutput) {
    switch response {
    case .numbers(let numbers): append(numbers, to: &output)
    case .text(let text): output.string(text)
    case nil: output.raw("null")
    }
  }

  private static func append(_ finish: ExamFinish, to output: inout JSONOutput) {
    append(finish.outcome, to: &output)
    output.raw(",\"answers\":")
    output.list(finish.answers) { append($1, to: &$0) }
  }

  /// Appends what came of an attempt, without its name.
  static func append(_ outcome: ExamOutcome, to output: inout JSONOutput) {
    output.raw(",\"reason\":")
    output.string(outcome.reason.rawValue)
    output.raw(",\"spent\":")
    output.int(Int(outcome.spent))
    output.raw(",\"score\":{\"scaled\":")
    let score = outcome.score
    output.int(score.scaled)
    output.raw(",\"passed\":")
    output.bool(score.isPassed)
    output.raw(",\"right\":")
    output.int(score.right)
    output.raw(",\"questions\":")
    output.int(score.questions)
    output.raw(",\"marks\":")
    output.int(score.marks.units)
    output.raw(",\"sections\":")
    output.list(score.sections) { output, section in
      output.raw("{\"title\":")
      output.string(section.title)
      output.raw(",\"right\":")
      output.int(section.right)
      output.raw(",\"questions\":")
      output.int(section.questions)
      output.raw(",\"marks\":")
      output.int(section.marks.units)
      output.raw(",\"meets\":")
      output.bool(section.meetsStandard)
      output.raw("}")
    }
    output.raw("},\"scale\":")
    switch outcome.scale {
    case .percent(let pass):
      output.raw("{\"percent\":")
      output.double(pass)
    case .scaled(let from, let to, let pass, let cut):
      output.raw("{\"from\":")
      output.int(from)
      output.raw(",\"to\":")
      output.int(to)
      output.raw(",\"pass\":")
      output.int(pass)
      output.raw(",\"cut\":")
      output.double(cut)
    }
    output.raw("},\"new\":")
    append(outcome.new, to: &output)
    output.raw(",\"seen_before\":")
    append(outcome.seenBefore, to: &output)
  }

  private static func append(_ count: ExamResult.Count, to output: inout JSONOutput) {
    output.raw("{\"right\":")
    output.int(count.right)
    output.raw(",\"total\":")
    output.int(count.total)
    output.raw("}")
  }

  private static func append(_ answer: ExamEvidence, to output: inout JSONOutput) {
    output.raw("{\"question\":")
    output.string(answer.question.description)
    output.raw(",\"revision\":")
    output.string(answer.revision.description)
    output.raw(",\"response\":")
    append(answer.response, to: &output)
    output.raw(",\"correct\":")
    output.bool(answer.isRight)
    output.raw(",\"flagged\":")
    output.bool(answer.isFlagged)
    output.raw(",\"rating\":")
    output.int(answer.rating.rawValue)
    output.raw(",\"ms\":")
    output.int(answer.milliseconds)
    output.raw("}")
  }
}
