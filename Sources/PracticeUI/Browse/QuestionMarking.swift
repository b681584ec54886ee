import PracticeCore
import TerminalUI

/// What can be done to a question outside of a session.
enum QuestionMarking: Equatable, Sendable {
  /// Don't ask it again, or do.
  case suspend
  /// Don't ask it today, or do.
  case bury
  /// Forget how well it is known.
  case reset
  /// Flag it, or take the flag away.
  case flag

  /// The keys that do it to a question with that progress.
  static func bindings<Action>(
    for progress: QuestionProgress, on day: CalendarDate, _ place: KeyMap<Action>.Place,
    _ action: (QuestionMarking) -> Action
  ) -> [KeyMap<Action>.Binding] {
    let isBuried = !progress.isSuspended && progress.buriedOn == day
    return [
      .init(
        "s", name: "s", progress.isSuspended ? "ask again" : "don't ask",
        help: "Don't ask the question any more, or ask it again", action(.suspend), place),
      .init(
        "b", name: "b", isBuried ? "ask today" : "not today",
        help: "Leave it until tomorrow, or ask it today after all", action(.bury), place),
      .init(
        "f", name: "f", progress.isFlagged ? "unflag" : "flag",
        help: "Flag it, or take the flag away", action(.flag), place),
      .init(
        "r", name: "r", "forget",
        help: "Forget how well you know it, so that it counts as new (asks first)",
        action(.reset), place),
    ]
  }

  /// What is to be done for it.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - context: What is known.
  ///   - undo: The key that takes it back on the question of that name, wherever it is by then; nil
  ///     where there is none, and only the same key does while the question is shown.
  /// - Returns: What is to be done.
  func commands(
    for question: QuestionID, in context: ScreenContext, undo: String? = nil
  ) -> [Command] {
    let progress = context.learner[question]
    func mark(_ mark: QuestionMark, _ remark: String) -> [Command] {
      [.append(.mark(mark, question: question)), .say(remark)]
    }
    switch self {
    case .suspend:
      return progress.isSuspended
        ? mark(.unsuspend, BrowseWording.unsuspended)
        : mark(.suspend, BrowseWording.suspended(takenBackBy: undo ?? "s"))
    case .bury:
      if progress.isSuspended { return [.say(BrowseWording.isSuspended)] }
      return progress.buriedOn == context.day
        ? mark(.unsuspend, BrowseWording.unburied)
        : mark(.bury, BrowseWording.buried(takenBackBy: undo ?? "b"))
    case .reset:
      if progress.isNew { return [.say(BrowseWording.isNew)] }
      return [
        .ask(
          Confirmation(
            text: BrowseWording.confirmReset, label: "forget",
            commands: mark(.reset, BrowseWording.forgotten)))
      ]
    case .flag:
      return progress.isFlagged
        ? mark(.unflag, BrowseWording.unflagged) : mark(.flag, BrowseWording.flagged)
    }
  }
}
