import PracticeCore
import TerminalUI

/// What is shown after an answer.
struct FeedbackPane: Equatable, Sendable {
  /// The answer, with the learner's correction where there is one.
  var answer: SessionAnswer
  /// The question.
  let question: Question
  /// When it was opened.
  let shownAt: LocalTime
  /// Whether every choice shows its rationale.
  var opensAll = false
  /// The rows; nothing can be marked in them.
  var column = MarkedColumn()
  private var layoutKey: LayoutKey?

  private struct LayoutKey: Equatable, Sendable {
    var columns: Int
    var charset: Charset
    var opensAll: Bool
    var note: String?
  }

  /// The time in which it takes no key that may have been meant for the question, in milliseconds.
  static let deafMilliseconds: Int64 = 300

  /// Opens the feedback on an answer.
  init(_ answer: SessionAnswer, question: Question, at time: LocalTime) {
    self.answer = answer
    self.question = question
    shownAt = time
  }

  /// Whether `key` may have been meant for the question: Enter, Space and digits right after it.
  func isDeaf(to key: Key, at time: LocalTime) -> Bool {
    let elapsed = time.at.milliseconds(since: shownAt.at)
    guard elapsed >= 0, elapsed < Self.deafMilliseconds else { return false }
    switch key {
    case .enter, " ": return true
    case .character(let character): return character.isASCII && character.isNumber
    default: return false
    }
  }

  /// Lays the rows out for a width, at first from the choices on.
  mutating func layOut(columns: Int, in context: ScreenContext) {
    let note = context.learner[question.id].note
    let key = LayoutKey(
      columns: columns, charset: context.symbols.charset, opensAll: opensAll, note: note)
    if layoutKey == key { return }
    let content = AnsweredRows(
      question, in: QuestionSetting(of: question, in: context.catalog.bank(of: question.id)),
      response: answer.record.response, showing: answer.showing, opensAll: opensAll, note: note,
      columns: columns, symbols: context.symbols)
    if layoutKey?.columns != columns { column.restart(at: content.afterStem) }
    column.set(rows: content.rows)
    layoutKey = key
  }
}
