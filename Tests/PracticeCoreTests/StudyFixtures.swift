import FSRS
import PracticeCore

/// Banks and learners for the tests of queues and sessions.
enum StudyFixtures {
  /// 09:00 UTC on Mon 23 Nov 2026.
  static let morning = time(day: 0)

  /// 09:00 UTC, `day` days after Mon 23 Nov 2026.
  static func time(day: Int, milliseconds: Int64 = 0) -> LocalTime {
    LocalTime(
      at: Timestamp(milliseconds: 1_795_424_400_000 + Int64(day) * 86_400_000 + milliseconds),
      offsetMinutes: 0)
  }

  /// A bank of `objectives` objectives in domains of two, with `each` questions on every objective,
  /// all of them choices.
  ///
  /// The question `q7` of a bank with three each is the first on the third objective.
  static func bank(_ id: String = "bank", objectives: Int, each: Int) -> QuestionBank {
    let names = (0..<objectives).map { "O\($0)" }
    let domains = stride(from: 0, to: objectives, by: 2).map { first in
      Domain(
        id: "D\(first / 2)", title: "Domain",
        objectives: names[first..<min(objectives, first + 2)].map { Objective(id: $0, title: $0) })
    }
    let questions = names.enumerated().flatMap { index, objective in
      (1...max(1, each)).prefix(each).map { number in
        question(id, "q\(index * each + number)", objective: objective)
      }
    }
    return QuestionBank(id: id, title: id, domains: domains, questions: questions)
  }

  /// A question whose first choice is right.
  static func question(_ bank: String, _ name: String, objective: String?) -> Question {
    Question(
      id: QuestionID(bank: bank, question: name), objective: objective, stem: name,
      format: .choices([
        Choice(text: "right", isRight: true), Choice(text: "wrong", isRight: false),
        Choice(text: "worse", isRight: false),
      ]))
  }

  /// A learner who gave these answers, in this order, a second apart.
  static func learner(
    _ answers: [(question: QuestionID, day: Int, rating: Rating)],
    settings: StudySettings = StudySettings(), goal: ExamGoal = ExamGoal()
  ) -> LearnerState {
    var events = [
      event(0, day: -400, .settings(settings)), event(1, day: -400, .goal(goal)),
    ]
    for (number, answer) in answers.enumerated() {
      events.append(
        event(number + 2, day: answer.day, .answer(record(answer.question, answer.rating))))
    }
    return LearnerState(replaying: events)
  }

  /// An event of a day; its number gives its second.
  static func event(_ number: Int, day: Int, _ content: EventContent) -> Event {
    Event(
      id: EventID(writer: "w", sequence: number),
      time: time(day: day, milliseconds: Int64(number) * 1000), content: content)
  }

  /// An answer with a rating; right unless rated again.
  static func record(_ question: QuestionID, _ rating: Rating?) -> AnswerRecord {
    AnswerRecord(
      question: question, revision: Revision(recorded: "000000-000000"), mode: .study, order: [],
      response: .numbers([1]), isRight: rating != .again, confidence: nil, rating: rating,
      milliseconds: 30_000)
  }
}

extension StudySession {
  /// Answers the current question, right or wrong, and goes on.
  mutating func answer(right: Bool, in catalog: QuestionCatalog, learner: LearnerState) {
    guard let current, let question = catalog[current.question] else { return }
    let response = right ? question.rightResponse : .numbers([2])
    let answer = submit(
      SubmittedAnswer(response: response, milliseconds: 1000), of: question, learner: learner,
      at: StudyFixtures.morning)
    record(
      answer, as: EventID(writer: "w", sequence: 1000 + answers.count), in: catalog)
  }
}
