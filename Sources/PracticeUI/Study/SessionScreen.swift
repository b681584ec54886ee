import FSRS
import PracticeCore
import TerminalUI

/// A session of study or practice: question, feedback, question, feedback.
///
/// Feedback opens when the answer's event has been recorded, and not before.
struct SessionScreen: Screen {
  /// What is asked and what was answered.
  var session: StudySession
  /// When it began.
  let startedAt: LocalTime
  /// The question that waits for an answer; nil while feedback on the last one is all there is.
  var pane: QuestionPane?
  /// The feedback that is open.
  var feedback: FeedbackPane?
  /// The answer that was sent to be recorded.
  var awaited: AnswerRecord?
  /// When the plan brings questions back; nil where there is no plan.
  let planned: PlannedReturn?
  /// The report that is being typed.
  var report: TextEntry?
  /// Questions that were set aside without an answer, the newest last.
  var setAside: [SetAside] = []

  /// A question that was set aside without an answer.
  struct SetAside: Equatable, Sendable {
    /// The event that says so.
    var event: EventID
    /// The session before it.
    var before: StudySession
  }

  /// What was set aside last, where no answer was given, taken back or corrected since; nil for
  /// nothing.
  var newestSetAside: SetAside? {
    setAside.last.flatMap { $0.before.answers == session.answers ? $0 : nil }
  }

  /// Begins to study what is due and new today; nil where there is nothing.
  ///
  /// - Parameters:
  ///   - banks: ids of the banks to study; where empty, the subjects that are studied.
  ///   - new: new questions at most, in the place of the day's limit.
  ///   - limit: questions at most; nil for all.
  ///   - context: the moment.
  init?(studying banks: [String], new: Int?, limit: Int?, in context: ScreenContext) {
    let queue = ReviewQueue(
      ofBanks: banks, in: context.catalog, blueprints: context.blueprints, learner: context.learner,
      at: context.time, new: new, limit: limit)
    self.init(
      mode: .study, questions: queue.questions, schedules: true, answersLeft: queue.answersLeft,
      seed: context.seed, in: context)
  }

  /// Begins to practise what `selection` draws; nil where that is nothing.
  ///
  /// With a seed, what is known of the learner plays no part in the draw, unless mistakes are
  /// asked for.
  init?(
    practising selection: QuizSelection, seed: UInt64?, schedules: Bool,
    in context: ScreenContext
  ) {
    let isForAll = seed != nil && !selection.mistakesOnly
    let questions = selection.questions(
      in: context.catalog, learner: context.learner, on: context.day, seed: seed ?? context.seed,
      isForAll: isForAll)
    self.init(
      mode: .quiz, questions: questions, schedules: schedules, seed: seed ?? context.seed,
      in: context)
  }

  /// Begins to practise these questions, shuffled; nil where none can be asked.
  init?(practisingOnly questions: [QuestionID], in context: ScreenContext) {
    var random = SplitMix64(seed: context.seed)
    let asked = random.shuffled(questions.filter { !context.learner[$0].isSuspended })
    self.init(mode: .quiz, questions: asked, schedules: true, seed: random.next(), in: context)
  }

  /// Begins to study these questions, due or not, in this order; nil where none can be asked.
  init?(studyingOnly questions: [QuestionID], in context: ScreenContext) {
    self.init(
      mode: .study, questions: questions.filter { !context.learner[$0].isSuspended },
      schedules: true, seed: context.seed, in: context)
  }

  private init?(
    mode: StudyMode, questions: [QuestionID], schedules: Bool, answersLeft: Int? = nil,
    seed: UInt64, in context: ScreenContext
  ) {
    session = StudySession(
      mode: mode, questions: questions, catalog: context.catalog, schedules: schedules,
      answersLeft: answersLeft, seed: seed)
    if session.isFinished { return nil }
    startedAt = context.time
    planned = PlannedReturn(
      of: context.learner, in: context.catalog, blueprints: context.blueprints, at: context.time)
    showCurrent(in: context)
  }

  /// The question on the screen, before or after its answer.
  var question: Question? { feedback?.question ?? pane?.question }

  /// Makes the pane of the session's present question, unless it is there already.
  mutating func showCurrent(in context: ScreenContext) {
    guard let showing = session.current, let question = context.catalog[showing.question] else {
      pane = nil
      return
    }
    if pane?.showing != showing {
      pane = QuestionPane(question, showing: showing, in: context)
    }
  }

  mutating func refresh(in context: ScreenContext) {
    let stage = context.stage
    if feedback != nil {
      feedback?.layOut(columns: stage.body.columns, in: context)
      let body = feedbackAreas(in: context).body
      feedback?.column.fit(height: body.rows, countsInside: stage.countsInside)
    } else {
      pane?.layOut(columns: stage.body.columns, in: context)
      pane?.column.fit(height: stage.body.rows, countsInside: stage.countsInside)
    }
  }
}
