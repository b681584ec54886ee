import FSRS
import PracticeCore
import PracticeUI

@testable import swot

/// A learner of half a year, with confidence stated, mistakes and mock exams, on a bank of questions
/// of which every text may be chosen.
struct StatisticsFixture {
  /// The bank, of 30 questions.
  let bank: QuestionBank
  /// An exam of 20 of them.
  let blueprint: Blueprint
  /// What was done.
  let events: [Event]
  /// 10:00 on Mon 23 Nov 2026, one hour east of UTC.
  let time = LocalTime(at: Timestamp(milliseconds: 1_795_424_400_000), offsetMinutes: 60)

  /// Makes the learner; `text` gives each text from a plain one.
  init(seed: UInt64 = 1, text: (String) -> String = { $0 }) throws {
    var random = SplitMix64(seed: seed)
    var texts: [String: String] = [:]
    func title(_ plain: String) -> String {
      let made = texts[plain] ?? text(plain)
      texts[plain] = made
      return made
    }
    let questions = (1...30).map { number in
      Question(
        id: QuestionID(bank: "bank", question: "q\(number)"), objective: "O\(number % 4)",
        difficulty: Difficulty.allCases[number % 3], stem: title("Stem \(number)"),
        format: .choices(
          (0..<4).map { choice in
            Choice(
              text: title("Choice \(choice) of \(number)"), isRight: choice == 0,
              why: title("Why \(choice)"))
          }))
    }
    bank = QuestionBank(
      id: "bank", title: title("Bank"),
      domains: (0..<2).map { domain in
        Domain(
          id: "D\(domain)", title: title("Domain \(domain)"), weight: 1,
          objectives: (0..<2).map {
            Objective(id: "O\(2 * domain + $0)", title: title("Objective \(2 * domain + $0)"))
          })
      }, questions: questions)
    blueprint = Blueprint(
      id: "mock", title: title("Mock exam"), questions: 20, minutes: 30,
      scale: .scaled(from: 100, to: 1000, pass: 720, cut: 0.72),
      sections: [BlueprintSection(title: title("All"), weight: 1, from: ["bank"])])
    var events: [Event] = []
    let time = time
    func add(_ content: EventContent, day: Int, second: Int) {
      let at = time.at.advanced(byMilliseconds: Int64(day) * 86_400_000 + Int64(second) * 1000)
      events.append(
        Event(
          id: EventID(writer: "w", sequence: events.count + 1),
          time: LocalTime(at: at, offsetMinutes: 60), content: content))
    }
    add(
      .goal(ExamGoal(exam: "mock", date: time.studyDay.advanced(byDays: 30))), day: -200, second: 0)
    add(.settings(StudySettings(reviewsPerDay: 5)), day: -200, second: 1)
    for day in -180..<0 where random.number(below: 4) > 0 {
      for turn in 0..<(1 + random.number(below: 6)) {
        let question = questions[random.number(below: questions.count)]
        let isRight = random.number(below: 100) < 70
        let confidence: Confidence? = [nil, .certain, .unsure, .guess][random.number(below: 4)]
        add(
          .answer(
            AnswerRecord(
              question: question.id, revision: question.revision, mode: .study,
              order: [1, 2, 3, 4], response: .numbers(isRight ? [1] : [3]), isRight: isRight,
              confidence: confidence, rating: isRight && confidence != .guess ? .good : .again,
              milliseconds: 20_000)), day: day, second: turn * 60 + random.number(below: 40_000))
      }
    }
    for (number, day) in [-60, -30].enumerated() {
      guard let attempt = AttemptID("attempt-\(number)") else { continue }
      add(
        .exam(
          .start(
            ExamStart(
              attempt: attempt, exam: "mock", title: blueprint.title, seed: 1, questions: 20,
              allowed: 1_800_000, terms: ExamTerms(), isPausable: false,
              end: ClockReading(wallOnly: time.at), paper: "00"))), day: day, second: 60_000)
      let answers = questions.prefix(20).map { question in
        let isRight = random.number(below: 100) < 75
        return ExamEvidence(
          question: question.id, revision: question.revision,
          response: .numbers(isRight ? [1] : [2]), isRight: isRight, isFlagged: false,
          rating: isRight ? .good : .again, milliseconds: 40_000)
      }
      let score = ExamScore(
        answers.map {
          ExamScore.Item(
            section: 0, isScored: true, isRight: $0.isRight,
            marks: Marks(whole: $0.isRight ? 1 : 0))
        }, sectionTitles: ["All"], scale: blueprint.scale)
      add(
        .exam(
          .finish(
            ExamFinish(
              outcome: ExamOutcome(
                attempt: attempt, reason: .ended, spent: 800_000, score: score,
                scale: blueprint.scale, new: .init(), seenBefore: .init(right: 1, total: 20)),
              answers: answers))), day: day, second: 61_000)
    }
    self.events = events
  }

  /// The statistics.
  var statistics: LearnerStatistics {
    LearnerStatistics(
      of: events, learner: LearnerState(replaying: events),
      catalog: QuestionCatalog(banks: [bank]), blueprints: [blueprint], at: time)
  }

  /// The page.
  var page: HTMLPage {
    StatisticsPage(
      StatisticsReport(statistics, in: QuestionCatalog(banks: [bank]), details: true),
      on: time.calendarDay
    ).page
  }
}
