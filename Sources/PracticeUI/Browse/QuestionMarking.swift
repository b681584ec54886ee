import PracticeCore
import TerminalUI

/// What can be done to a question outside of a session: set it aside, take it up, forget, flag.
enum QuestionMarking: Equatable, Sendable {
  case suspend, unsuspend, bury, reset, flag

  /// The keys, for the maps of all screens that offer them.
  static func bindings<Action>(
    _ action: (QuestionMarking) -> Action
  ) -> [KeyMap<Action>.Binding] {
    [
      .init("f", name: "f", "flag", help: "Flag it, or take the flag away", action(.flag)),
      .init("s", name: "s", "don't ask", help: "Don't ask it again", action(.suspend)),
      .init("u", name: "u", "ask", help: "Ask it again", action(.unsuspend)),
      .init("t", name: "t", "not today", help: "Don't ask it today", action(.bury)),
      .init("R", name: "R", "forget", help: "Forget how well you know it", action(.reset)),
    ]
  }

  /// What is to be done for it.
  func commands(for question: QuestionID, in context: ScreenContext) -> [Command] {
    let progress = context.learner[question]
    switch self {
    case .suspend:
      if progress.isSuspended { return [.say(BrowseWording.isSuspended)] }
      return [
        .append(.mark(.suspend, question: question)), .say(BrowseWording.suspended),
      ]
    case .unsuspend:
      if !progress.isSuspended, progress.buriedOn != context.day {
        return [.say(BrowseWording.isAsked)]
      }
      return [
        .append(.mark(.unsuspend, question: question)), .say(BrowseWording.unsuspended),
      ]
    case .bury:
      return [.append(.mark(.bury, question: question)), .say(BrowseWording.buried)]
    case .reset:
      if progress.isNew { return [.say(BrowseWording.isNew)] }
      return [
        .ask(
          Confirmation(
            text: BrowseWording.confirmReset(String(question.question)), label: "forget",
            commands: [
              .append(.mark(.reset, question: question)), .say(BrowseWording.forgotten),
            ]))
      ]
    case .flag:
      return [.append(.mark(progress.isFlagged ? .unflag : .flag, question: question))]
    }
  }
}
