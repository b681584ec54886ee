import PracticeCore
import PracticeUI
import TerminalUI

extension Fixtures {
  /// The rules of a short exam.
  static func rules(
    navigation: ExamNavigation = .free, clock: ExamClock = .strict, minutes: Int = 70,
    scoring: ScoringRule = .allOrNothing
  ) -> Blueprint {
    Blueprint(
      id: "lab-mock", title: "Laboratory safety, short mock exam",
      description: """
        Seven questions on substances and accidents.

        It covers the laboratory bank; nobody but its authors has set it.
        """,
      questions: 7, unscored: 2, minutes: minutes,
      scale: .scaled(from: 100, to: 1000, pass: 720, cut: 0.72), scoring: scoring,
      navigation: navigation, clock: clock,
      sections: [
        BlueprintSection(title: "Substances", weight: 4, from: ["lab/LAB-D1"]),
        BlueprintSection(title: "Accidents", weight: 3, from: ["lab/LAB-D2"]),
      ])
  }

  /// The questions of the short exam, in their order.
  static let mockQuestions = [
    "single", "multiple", "match", "order", "typed", "scenario", "longest",
  ]

  /// A form of the short exam: all but the last two questions count, the first three are new.
  ///
  /// - Parameters:
  ///   - rules: its rules.
  ///   - first: the question that comes first, the others follow as in ``mockQuestions``.
  ///   - times: how often the questions come, under other names each time.
  /// - Returns: the form.
  static func paper(
    by rules: Blueprint = rules(), from first: String = "single", repeated times: Int = 1
  ) -> ExamPaper {
    let start = mockQuestions.firstIndex(of: first) ?? 0
    let names = mockQuestions[start...] + mockQuestions[..<start]
    var items: [ExamPaper.Item] = []
    for round in 0..<times {
      for (place, name) in names.enumerated() {
        guard var question = bank.questions.first(where: { $0.id.question == name }) else {
          continue
        }
        if round > 0 { question = copy(of: question, number: round) }
        let order: ItemNumbers =
          switch name {
          case "match": [2, 4, 1, 3]
          case "order": [3, 1, 4, 2]
          case "typed": []
          case "multiple", "longest": [1, 2, 3, 4, 5]
          case "single": [1, 2, 3, 4]
          default: [1, 2, 3]
          }
        items.append(
          ExamPaper.Item(
            question: question, scenario: bank.scenarios[question.scenario ?? ""],
            order: order, section: ["match", "order", "longest"].contains(name) ? 1 : 0,
            isScored: place < 5, isNew: place < 3))
      }
    }
    return ExamPaper(blueprint: rules, seed: 11, items: items)
  }

  private static func copy(of question: Question, number: Int) -> Question {
    Question(
      id: QuestionID(bank: "lab", question: "\(question.id.question)-\(number)"),
      objective: question.objective, scenario: question.scenario,
      scenarioText: bank.scenarios[question.scenario ?? ""], stem: question.stem,
      format: question.format)
  }

  /// The start screen of the short exam.
  static func sitting(
    _ rules: Blueprint = rules(), from first: String = "single", terms: ExamTerms = ExamTerms(),
    asksName: Bool = false, repeated times: Int = 1
  ) -> StartScreen {
    .exam(
      ExamRequest(
        rules, terms: terms, paper: paper(by: rules, from: first, repeated: times),
        asksName: asksName))
  }
}

extension ScreenRunner {
  /// A sitting of the short exam, at its first question.
  static func sitting(
    _ rules: Blueprint = Fixtures.rules(), from first: String = "single",
    terms: ExamTerms = ExamTerms(), repeated: Int = 1, size: Size = Size(columns: 80, rows: 24),
    pressing keys: String = ""
  ) -> ScreenRunner {
    var runner = ScreenRunner(
      Fixtures.sitting(rules, from: first, terms: terms, repeated: repeated),
      blueprints: [rules], size: size)
    runner.press("<enter>" + keys)
    return runner
  }

  /// What is known of the only attempt.
  var progress: ExamProgress? { learner.attempts.values.first }

  /// What was done with a question of the only attempt.
  func sheet(_ name: String) -> ExamSheet {
    progress?.sheets[QuestionID(bank: "lab", question: name)] ?? ExamSheet()
  }

  /// The events of exams, in order.
  var examEvents: [ExamEvent] {
    journal.compactMap { if case .exam(let event) = $0.content { event } else { nil } }
  }
}
