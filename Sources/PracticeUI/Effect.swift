package import PracticeCore

/// What the screens want done outside: carried out by the event loop, in order.
package enum Effect: Equatable, Sendable {
  /// Write an event into the journal; answered by `Message.recorded`, and by `Message.saving`
  /// where the state of saving changes.
  case append(EventContent)
  /// Fold all events anew, because the last one couldn't be folded in; answered by
  /// `Message.learnerReplaced`.
  case replay
  /// Look ahead to the exam of ``AppState/learner``'s goal; answered by `Message.outlook` some time
  /// later, for the newest wish only.
  case lookAhead
  /// Something in an exam.
  case exam(ExamEffect)
  /// Something with the memory model.
  case fit(FitEffect)
  /// Compute the statistics, beside all else; answered by `Message.statistics`, or by a notice.
  case statistics(StatisticsRequest)
  /// Open the author's editor at a question, and read its bank again; answered by `Message.edited`
  /// where the bank has changed, and by a notice.
  case edit(QuestionID)
  /// Write the settings of appearance; answered by `Message.notice` where that fails.
  case saveAppearance(AppearanceSettings)
  /// Switch the mouse on or off.
  case setMouse(Bool)
  /// Show everything in the theme of that name.
  case setTheme(String)
  /// Draw the whole screen again, whatever the terminal shows.
  case redraw
  /// Hand the terminal back to the shell until the program is continued.
  case suspend
  /// Leave the program.
  case quit
}
