import PracticeCore

/// The exams of the home screen: those under way, and those that can be sat.
struct HomeExams: Equatable, Sendable {
  /// An attempt that is open.
  struct Attempt: Equatable, Sendable {
    /// Its name.
    var id: AttemptID
    /// The title of its exam.
    var title: String
    /// How many questions are answered, as the review screen counts them.
    var answered: Int
    /// How many questions there are.
    var questions: Int
    /// The time with which it goes on.
    var timer: ExamTimer

    /// Whether its clock runs while nobody sits it.
    var isRunning: Bool { if case .running = timer { true } else { false } }
  }

  /// An exam that can be sat.
  struct Exam: Equatable, Sendable {
    /// Its rules.
    var blueprint: Blueprint
    /// What came of it last, and when; nil where it was never taken.
    var last: (outcome: ExamOutcome, day: CalendarDate)?

    static func == (left: Exam, right: Exam) -> Bool {
      left.blueprint == right.blueprint && left.last?.outcome == right.last?.outcome
        && left.last?.day == right.last?.day
    }
  }

  /// The attempts that are open, the newest first.
  let attempts: [Attempt]
  /// The exams whose banks are at hand, in their order.
  let exams: [Exam]

  /// The last mock, for which a form is held back; nil where none is.
  let lastMock: ExamRequest?

  /// How many attempts are over.
  let finished: Int

  /// Computes what is so at the moment.
  init(in context: ScreenContext) {
    attempts = context.learner.openAttempts.compactMap { progress in
      guard let start = progress.start, let timer = progress.timerToResume else { return nil }
      return Attempt(
        id: start.attempt, title: start.title,
        answered: Self.answered(progress, by: start, in: context),
        questions: start.questions, timer: timer)
    }
    lastMock = context.lastMock
    let finished = context.learner.finishedAttempts
    self.finished = finished.count
    exams = context.blueprints.filter { $0.isAtHand(in: context.catalog) }.map { blueprint in
      let last = finished.first { $0.start?.exam == blueprint.id }
      var exam = Exam(blueprint: blueprint)
      if let outcome = last?.outcome, let day = last?.finished?.calendarDay {
        exam.last = (outcome, day)
      }
      return exam
    }
  }
}

extension HomeExams {
  /// How many questions of an attempt are answered, by what the banks say of them now: the form
  /// itself is in a file.
  private static func answered(
    _ progress: ExamProgress, by start: ExamStart, in context: ScreenContext
  ) -> Int {
    let rule = context.blueprints.first { $0.id == start.exam }?.scoring ?? .allOrNothing
    return progress.sheets.count { question, sheet in
      guard let question = context.catalog[question] else { return sheet.response != nil }
      return rule.isAnswered(sheet.response, to: question)
    }
  }
}

extension Blueprint {
  /// Whether every bank that it draws from is at hand.
  fileprivate func isAtHand(in catalog: QuestionCatalog) -> Bool {
    sections.allSatisfy { section in
      section.from.allSatisfy { name in
        catalog.bank(named: name.prefix { $0 != "/" }) != nil
      }
    }
  }
}
