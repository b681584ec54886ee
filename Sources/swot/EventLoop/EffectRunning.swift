import PracticeCore
import PracticeUI
import TerminalUI

/// Carries out the effects that reach beyond the terminal.
///
/// Each says in messages what came of it; none throws, because the screens decide what the learner
/// gets to see.
protocol EffectRunning {
  /// Writes an event into the journal.
  mutating func append(_ content: EventContent, at time: LocalTime) -> [Message]

  /// Does what an exam wants done.
  mutating func run(_ effect: ExamEffect, at clock: Clock) -> [Message]

  /// Does what is wanted with the memory model.
  mutating func run(_ effect: FitEffect) -> [Message]

  /// What can be read when there is something new; nil where nothing is waited for.
  var watched: Int32? { get }

  /// Says what is new when ``watched`` can be read.
  mutating func awoken() -> [Message]

  /// Remembers that a key was pressed, for other copies of the program to show.
  func noteKey(at time: Timestamp)

  /// Looks whether another copy has taken over what is open here.
  mutating func lookAround() -> [Message]

  /// Folds all events anew.
  mutating func replay() -> [Message]

  /// Looks ahead to the exam, beside the loop.
  mutating func lookAhead(
    for learner: LearnerState, in catalog: QuestionCatalog, blueprints: [Blueprint],
    at time: LocalTime
  ) -> [Message]

  /// Computes statistics: what came of it is said now, or by ``awoken()``.
  mutating func run(_ request: StatisticsRequest) -> [Message]

  /// Opens the author's editor at a question, and reads its bank again.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - lending: Lends the terminal while it does what it is given.
  /// - Returns: The bank, where it has changed, and what to say.
  mutating func edit(_ question: QuestionID, lending: (() -> Void) -> Void) -> [Message]

  /// Writes the settings of appearance.
  mutating func save(_ appearance: AppearanceSettings) -> [Message]

  /// The theme of that name.
  ///
  /// - Throws: What is wrong with it, in words for the learner.
  func theme(named name: String) throws(ThemeProblem) -> Theme

  /// Whether something is not on disk yet that ``retry()`` shall try to write.
  var hasUnsaved: Bool { get }

  /// Tries again what could not be written.
  mutating func retry() -> [Message]
}

extension EffectRunning {
  mutating func edit(_ question: QuestionID, lending: (() -> Void) -> Void) -> [Message] { [] }

  mutating func lookAhead(
    for learner: LearnerState, in catalog: QuestionCatalog, blueprints: [Blueprint],
    at time: LocalTime
  ) -> [Message] { [] }
}
