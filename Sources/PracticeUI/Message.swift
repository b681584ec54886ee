package import PracticeCore
package import TerminalUI

/// What can happen to the screens: the only way in which their state changes.
package enum Message: Equatable, Sendable {
  /// Something came from the terminal.
  case input(InputEvent)
  /// Time has passed.
  case tick
  /// What an `Effect.append` asked for is an event now: on disk, or kept in memory until it can be.
  ///
  /// Whether it is on disk is said by ``saving(problem:)``, before or after this message.
  case recorded(Event)
  /// Why the newest events are not on disk yet, in the learner's words; nil when all of them are.
  case saving(problem: String?)
  /// The learner's state, folded anew from all events.
  case learnerReplaced(LearnerState)
  /// What is expected of the plan towards the exam; nil where there is none.
  case outlook(ExamOutlook?)
  /// What came of an effect in an exam.
  case exam(ExamNews)
  /// What came of an effect with the memory model.
  case fit(FitNews)
  /// A bank that is being written has been read again.
  case watched(WatchedBank)
  /// The bank with the id `was` has been changed in an editor.
  case edited(QuestionBank, was: String)
  /// The statistics that an `Effect.statistics` asked for.
  case statistics(LearnerStatistics, StatisticsRequest.Key)
  /// The result of an effect, to be shown in a line.
  case notice(String)
}
