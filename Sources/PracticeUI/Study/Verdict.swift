import FSRS
import PracticeCore
import TerminalUI

/// What feedback says first: right or not, and when the question comes back.
enum Verdict {
  /// The verdict on an answer, by what is known of the learner now.
  ///
  /// - Parameters:
  ///   - answer: the answer.
  ///   - context: the learner after the answer was folded in.
  /// - Returns: one line, to be wrapped.
  static func line(on answer: SessionAnswer, in context: ScreenContext) -> Line {
    let record = answer.record
    let symbols = context.symbols
    let isLucky =
      record.isRight && record.confidence == .guess && record.rating == .again
      && !answer.isCorrected
    var line =
      record.isRight
      ? Line("\(symbols.right) Right", Style(.right, .bold))
      : Line("\(symbols.wrong) Not right", Style(.wrong, .bold))
    let back = comeback(of: record, in: context)
    if isLucky {
      line.append(", by a guess: it comes back \(back ?? "")".trimmedEnd + ".")
      return line
    }
    line.append(".", line.spans.last?.style ?? .body)
    if answer.isCorrected, let rating = record.rating {
      line.append(" Counted as \(SessionWording.name(of: rating)).")
    } else if record.isRight, record.rating == .hard {
      line.append(record.confidence == .unsure ? " You were unsure." : " The notes were open.")
    }
    if let back {
      line.append(" It comes back \(back).")
    } else {
      line.append(" Practice only: its date stays.")
    }
    return line
  }

  /// When the question comes back; nil where the answer changes nothing about that.
  private static func comeback(of record: AnswerRecord, in context: ScreenContext) -> String? {
    guard let rating = record.rating else { return nil }
    let progress = context.learner[record.question]
    if progress.isSuspended { return nil }
    if rating == .again, record.mode == .study { return "in this session" }
    guard let due = progress.due else { return nil }
    return Phrases.ahead(days: due.daysSince1970 - context.day.daysSince1970)
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
