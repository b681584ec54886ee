import FSRS
import PracticeCore

/// What a session came to.
struct SessionFacts: Equatable, Sendable {
  /// Questions that were answered wrong on one objective.
  struct Mistakes: Equatable, Sendable {
    /// The objective's title; nil for questions without one.
    var objective: String?
    /// The questions, in the order of the answers.
    var questions: [QuestionID]
  }

  /// Answers given.
  let answered: Int
  /// Those that were right.
  let right: Int
  /// The time from beginning to end, in milliseconds.
  let milliseconds: Int
  /// The wrong ones by objective, in the order in which they came up.
  private(set) var wrong: [Mistakes] = []
  /// All questions answered.
  let questions: [QuestionID]

  /// Sums a session up.
  init(of session: StudySession, since start: LocalTime, in context: ScreenContext) {
    answered = session.answers.count
    right = session.rightAnswers
    milliseconds = Int(max(0, min(1 << 40, context.time.at.milliseconds(since: start.at))))
    var seen = Set<QuestionID>()
    questions = session.answers.map(\.record.question).filter { seen.insert($0).inserted }
    var counted = Set<QuestionID>()
    for answer in session.answers where !answer.record.isRight {
      let id = answer.record.question
      guard counted.insert(id).inserted else { continue }
      let objective = context.catalog[id]?.objective.flatMap { objective in
        context.catalog.bank(of: id)?.objective(objective)?.title
      }
      if let index = wrong.firstIndex(where: { $0.objective == objective }) {
        wrong[index].questions.append(id)
      } else {
        wrong.append(Mistakes(objective: objective, questions: [id]))
      }
    }
  }

  /// Whether there are new questions left to meet.
  func hasNew(in context: ScreenContext) -> Bool {
    context.subjects.contains { bank in
      bank.questions.contains { question in
        context.learner[question.id].isNew
          && context.learner.isAskable(question.id, on: context.day)
      }
    }
  }

  /// How many of the questions come back tomorrow at the latest, within a week, and later.
  func returns(in context: ScreenContext) -> (tomorrow: Int, week: Int, later: Int) {
    var counts = (tomorrow: 0, week: 0, later: 0)
    for id in questions {
      let progress = context.learner[id]
      guard !progress.isSuspended, let due = progress.due else { continue }
      switch due.daysSince1970 - context.day.daysSince1970 {
      case ...1: counts.tomorrow += 1
      case ...7: counts.week += 1
      default: counts.later += 1
      }
    }
    return counts
  }
}
