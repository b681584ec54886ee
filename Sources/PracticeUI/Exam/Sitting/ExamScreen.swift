import PracticeCore
import TerminalUI

/// A sitting of an exam: one question at a time, or the review screen.
///
/// Every change is recorded before the next key is read, and nothing is said about what is right.
struct ExamScreen: Screen {
  /// The questions, what was done with them, and the time.
  var sitting: ExamSitting
  /// The question that is shown, or was shown before the review screen.
  var pane: QuestionPane
  /// The review screen; nil while a question is shown.
  var review: ExamGrid?
  /// Whether the candidate has hidden the clock.
  var hidesClock = false
  /// What the confirmation on the screen is about.
  var asked: Asked?
  /// Why the candidate was asked to stay on the question, by the key before this one.
  var warned: Set<Reason> = []
  /// Whether the mark was moved since the question was opened.
  var hasMovedMark = false
  /// The places of the questions whose end has been in view.
  var readToEnd: Set<Int> = []
  /// The end that was sent to be recorded; from then on no key does anything.
  var ending: ExamFinish?

  /// What a confirmation is about.
  enum Asked: Equatable, Sendable {
    case end, leave
    /// In an exam that goes forward only: to leave an open question for good.
    case goOn(to: Int)
  }

  /// Why somebody who leaves a question may not want to.
  enum Reason: Hashable, Sendable {
    /// A part of it was never in view.
    case more
    /// It is not answered in whole.
    case open
    /// It is answered in part, and that earns a part.
    case part
    /// A row is marked, and another one is chosen.
    case otherRow
  }

  /// Opens a sitting that has begun, or was taken up again.
  init(_ sitting: ExamSitting, in context: ScreenContext) {
    self.sitting = sitting
    pane = QuestionPane(sitting.attempt.item, sheet: sitting.attempt.sheet, in: context)
  }

  /// The questions and what was done with them.
  var attempt: ExamAttempt { sitting.attempt }
  /// The rules.
  var blueprint: Blueprint { attempt.paper.blueprint }
  /// Whether what is left can't be seen again.
  var isForwardOnly: Bool { blueprint.navigation == .forwardOnly }
  /// Whether the last question is shown.
  var isLast: Bool { attempt.place == attempt.sheets.count - 1 }

  var title: String { ExamWording.title }
  var takesText: Bool { review == nil && ending == nil && pane.isTyping }

  // MARK: - Time

  /// Whether the clock is on the screen.
  func showsClock(in context: ScreenContext) -> Bool {
    !hidesClock || sitting.showsClockForGood(at: context.clock)
  }

  func tickInterval(in context: ScreenContext) -> Int? {
    guard ending == nil else { return nil }
    if !showsClock(in: context) { return wakeInterval(in: context) }
    return Countdown(sitting.left(at: context.clock)).millisecondsToNext
  }

  func wakeInterval(in context: ScreenContext) -> Int? {
    guard ending == nil else { return nil }
    return ExamNotice.next(from: sitting.left(at: context.clock), allowed: sitting.start.allowed)
  }

  mutating func timePassed(in context: ScreenContext) -> [Command] {
    guard ending == nil else { return [] }
    if sitting.isTimeUp(at: context.clock) { return end(.time, in: context) }
    guard let notice = sitting.notice(at: context.clock) else { return [] }
    return [
      .say(
        ExamWording.notice(
          notice, left: sitting.left(at: context.clock), returnsClock: hidesClock))
    ]
  }

  // MARK: - Layout

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    if review != nil {
      let body = reviewAreas(of: stage.body).grid
      let attempt = attempt
      review?.layOut(columns: body.columns, attempt: attempt, symbols: context.symbols)
      review?.column.fit(height: body.rows, countsInside: stage.countsInside)
    } else {
      pane.layOut(columns: stage.body.columns, in: context)
      pane.column.fit(height: stage.body.rows, countsInside: stage.countsInside)
      if !pane.column.viewport.hasMore { readToEnd.insert(attempt.place) }
    }
  }

  /// Opens the question at which the sitting is.
  mutating func openQuestion(in context: ScreenContext) {
    pane = QuestionPane(attempt.item, sheet: attempt.sheet, in: context)
    review = nil
    warned = []
    hasMovedMark = false
  }
}
