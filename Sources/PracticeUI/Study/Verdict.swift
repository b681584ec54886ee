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
    let isLucky = record.isRight && record.confidence == .guess && record.rating == .again
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
    if let correction = correction(of: record) {
      line.append(" Counted as \(correction).")
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

  /// The rating where it isn't the one that the answer itself led to.
  private static func correction(of record: AnswerRecord) -> String? {
    guard let rating = record.rating else { return nil }
    let plain: Set<Rating>
    switch (record.isRight, record.confidence) {
    case (false, _), (true, .guess): plain = [.again]
    case (true, .unsure): plain = [.hard]
    // Opened notes make it hard.
    case (true, _): plain = [.hard, .good]
    }
    return plain.contains(rating) ? nil : SessionWording.name(of: rating)
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
