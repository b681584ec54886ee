import FSRS
import PracticeCore
import TerminalUI

/// What feedback says first: right or not, and when the question comes back.
enum Verdict {
  /// The verdict on an answer, by what is known of the learner now.
  ///
  /// - Parameters:
  ///   - answer: the answer.
  ///   - returns: whether the question is still to be asked in this session.
  ///   - planned: when the plan brings questions back; nil where there is no plan.
  ///   - context: the learner after the answer was folded in.
  /// - Returns: one line, to be wrapped.
  static func line(
    on answer: SessionAnswer, returns: Bool, planned: PlannedReturn? = nil,
    in context: ScreenContext
  ) -> Line {
    let record = answer.record
    let symbols = context.symbols
    var line =
      record.isRight
      ? Line("\(symbols.right) Right", Style(.right, .bold))
      : Line("\(symbols.wrong) Not right", Style(.wrong, .bold))
    let back = comeback(of: record, returns: returns, planned: planned, in: context)
    if record.isRight, record.confidence == .guess, record.rating == .again, !answer.isCorrected {
      line.append(", by a guess: \(back).")
      return line
    }
    line.append(".", line.spans.last?.style ?? .body)
    if answer.isCorrected, let rating = record.rating {
      line.append(" Counted as \(SessionWording.name(of: rating)).")
    } else if record.isRight, record.rating == .hard {
      line.append(record.confidence == .unsure ? " You were unsure." : " The notes were open.")
    }
    line.append(" \(back.prefix(1).uppercased())\(back.dropFirst()).")
    return line
  }

  /// When the question comes back, as a clause.
  private static func comeback(
    of record: AnswerRecord, returns: Bool, planned: PlannedReturn?, in context: ScreenContext
  ) -> String {
    let progress = context.learner[record.question]
    if progress.isSuspended { return SessionWording.staysAway }
    guard let rating = record.rating, let due = progress.due else {
      return SessionWording.notScheduled
    }
    if rating == .again, record.mode == .study, returns {
      return SessionWording.comesBack("in this session")
    }
    if let question = context.catalog[record.question],
      let next = planned?.next(of: question, progress)
    {
      return PlanWording.comesBack(next, today: context.day)
    }
    let days = due.daysSince1970 - context.day.daysSince1970
    return SessionWording.comesBack(Phrases.ahead(days: days))
  }
}
