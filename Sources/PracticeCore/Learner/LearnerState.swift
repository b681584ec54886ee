import FSRS

/// All that is known of the learner: a pure function of the set of events.
///
/// Events that were undone drop out, the rest is sorted by time, writer and number, and folded.
/// ``init(replaying:)`` does just that; ``apply(_:)`` folds one more event in place where that
/// gives the same.
package struct LearnerState: Sendable {
  /// The progress of each question that was ever the subject of an event.
  package internal(set) var questions: [QuestionID: QuestionProgress]
  /// The exams that were sat or are being sat, by the attempts' names.
  package internal(set) var attempts: [AttemptID: ExamProgress] = [:]
  /// What was done on each study day, by the day; days without activity are missing.
  package internal(set) var days: [CalendarDate: DayActivity]
  /// The learner's choices.
  package internal(set) var settings: StudySettings
  /// What the learner studies for.
  package internal(set) var goal: ExamGoal
  /// The memory model that all reviews are replayed under.
  package internal(set) var parameters: ModelParameters
  /// The newest weights of the learner's own of each model, by its name: what a model that is chosen
  /// again goes on with.
  package internal(set) var ownWeights: [String: [Double]] = [:]
  /// The newest events of the kinds that hold for all questions.
  package internal(set) var latest: Latest
  /// Events that an `undo` or a `rate` names and that have not been seen yet.
  package internal(set) var awaited: Set<EventID>
  /// The scheduler that settings and parameters make.
  package private(set) var scheduler: ReviewScheduler

  /// The last answers that ``apply(_:)`` folded in, so that they can be corrected or taken back.
  ///
  /// Not a part of the state: without it an undo only takes a replay.
  var recent: [RecentAnswer] = []

  /// The reviews that were folded in, in their order; nil where nobody wants them.
  ///
  /// Not a part of the state; see ``reviews(in:)``.
  var reviews: [QuestionReview]?

  /// Positions of the newest events that hold for all questions.
  package struct Latest: Equatable, Sendable {
    /// Of `settings`; nil where the learner never made choices.
    package var settings: EventPosition?
    /// Of `goal`.
    package var goal: EventPosition?
    /// Of `parameters`.
    package var parameters: EventPosition?

    /// Makes the positions; those of a learner without such events unless given.
    package init(
      settings: EventPosition? = nil, goal: EventPosition? = nil, parameters: EventPosition? = nil
    ) {
      self.settings = settings
      self.goal = goal
      self.parameters = parameters
    }
  }

  /// Makes the state of a learner without events.
  package init() {
    self.init(
      questions: [:], days: [:], settings: StudySettings(), goal: ExamGoal(),
      parameters: ModelParameters(), latest: Latest(), awaited: [])
  }

  /// Makes a state from its parts, as a snapshot kept them.
  package init(
    questions: [QuestionID: QuestionProgress], days: [CalendarDate: DayActivity],
    settings: StudySettings, goal: ExamGoal, parameters: ModelParameters, latest: Latest,
    awaited: Set<EventID>, attempts: [AttemptID: ExamProgress] = [:],
    ownWeights: [String: [Double]] = [:]
  ) {
    self.questions = questions
    self.ownWeights = ownWeights
    self.attempts = attempts
    self.days = days
    self.settings = settings
    self.goal = goal
    self.parameters = parameters
    self.latest = latest
    self.awaited = awaited
    scheduler = Self.scheduler(settings: settings, parameters: parameters)
  }

  /// The progress of `question`; that of a new one where nothing is known.
  package subscript(question: QuestionID) -> QuestionProgress {
    questions[question] ?? QuestionProgress()
  }

  /// What was done on `day`.
  package func activity(on day: CalendarDate) -> DayActivity { days[day] ?? DayActivity() }

  mutating func updateScheduler() {
    scheduler = Self.scheduler(settings: settings, parameters: parameters)
  }

  /// Makes the scheduler of settings and parameters.
  ///
  /// Weights that the model refuses, or a model of a later version, give way to the default: the
  /// journal keeps them, and the program that knows them will use them.
  static func scheduler(
    settings: StudySettings = StudySettings(), parameters: ModelParameters
  ) -> ReviewScheduler {
    ReviewScheduler(
      model: (try? MemoryModels.named(parameters.model, parameters: parameters.weights))
        ?? FSRS6(),
      desiredRetention: settings.desiredRetention, maximumInterval: settings.maximumInterval)
  }
}

extension LearnerState: Equatable {
  package static func == (left: LearnerState, right: LearnerState) -> Bool {
    // The scheduler follows from settings and parameters.
    left.questions == right.questions && left.days == right.days
      && left.settings == right.settings && left.goal == right.goal
      && left.parameters == right.parameters && left.latest == right.latest
      && left.ownWeights == right.ownWeights
      && left.awaited == right.awaited && left.attempts == right.attempts
  }
}

/// An answer that was folded in lately, with what it changed.
struct RecentAnswer: Sendable {
  /// The event.
  let event: Event
  /// What it says.
  var answer: AnswerRecord
  /// The question's progress before it.
  let before: QuestionProgress
  /// The position of the answer, or of its newest correction.
  var latest: EventPosition
}
