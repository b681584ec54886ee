import FSRS
import PracticeCore

/// Attempts that are over, with questions of all kinds.
enum ExamFixture {
  /// Gives the texts of an exam: what each is for, and the number of its question.
  typealias Texts = (_ part: String, _ number: Int) -> String

  /// An exam of `count` questions, of which every fifth doesn't count; kinds take turns.
  static func blueprint(
    _ count: Int, scale: ScoreScale = .scaled(from: 100, to: 1000, pass: 720, cut: 0.72),
    texts: Texts = plain
  ) -> Blueprint {
    Blueprint(
      id: "cloud", title: texts("title", 0), questions: count, unscored: count / 5, minutes: 130,
      scale: scale,
      sections: [
        BlueprintSection(title: texts("section", 1), weight: 50, from: ["a"]),
        BlueprintSection(title: texts("section", 2), weight: 50, from: ["b"]),
      ])
  }

  /// A question of the kind that its number asks for.
  static func question(_ number: Int, texts: Texts = plain) -> Question {
    let format: AnswerFormat =
      switch number % 4 {
      case 1:
        .choices(
          (1...4).map {
            Choice(
              text: texts("choice \($0)", number), isRight: $0 == 2,
              why: texts("why \($0)", number))
          })
      case 2:
        .match(
          pairs: (1...3).map {
            MatchPair(
              prompt: texts("prompt \($0)", number), answer: texts("answer \($0)", number),
              why: texts("why \($0)", number))
          }, distractors: [texts("distractor", number)])
      case 3: .order((1...4).map { texts("step \($0)", number) })
      default: .answer([texts("accepted", number), texts("also accepted", number)])
      }
    return Question(
      id: QuestionID(bank: "a", question: "Q-\(number)"), objective: "O-\(number % 3)",
      scenario: number == 1 ? "case" : nil, stem: texts("stem", number), format: format,
      takeaway: texts("takeaway", number), references: ["r"])
  }

  /// A form of questions of all kinds.
  static func paper(
    _ count: Int, scale: ScoreScale = .scaled(from: 100, to: 1000, pass: 720, cut: 0.72),
    address: String = "https://example.org/page?a=1&b=2", texts: Texts = plain
  ) -> ExamPaper {
    var random = SplitMix64(seed: 7)
    let items = (1...max(1, count)).prefix(count).map { number in
      let question = question(number, texts: texts)
      return ExamPaper.Item(
        question: question, scenario: question.scenario.map { _ in texts("scenario", number) },
        objectiveTitle: texts("objective", number),
        references: [Reference(id: "r", title: texts("reference", number), url: address)],
        order: Showing(question, using: &random).order, section: number % 2,
        isScored: number % 5 != 0, isNew: number % 3 == 0)
    }
    return ExamPaper(
      blueprint: blueprint(count, scale: scale, texts: texts), seed: .max, items: items)
  }

  /// An attempt at a paper: two of three questions right, some wrong, some open, the last unseen.
  static func finished(
    _ paper: ExamPaper, attempt: String = "20261123-abcdef", candidate: String? = nil,
    terms: ExamTerms = ExamTerms(), day: Int = 0
  ) -> FinishedExam {
    let sheets = paper.items.enumerated().map { index, item in
      var sheet = ExamSheet()
      guard index < paper.items.count - 1 || index == 0 else { return sheet }
      sheet.isSeen = true
      sheet.milliseconds = 30_000 + (index * 37_123) % 240_000
      sheet.isFlagged = index % 7 == 3
      if index % 8 != 6 {
        sheet.response = index % 3 == 2 ? wrong(item.question) : item.question.rightResponse
        sheet.leftWith = index % 4 == 0 ? [wrong(item.question), sheet.response] : [sheet.response]
      }
      if case .choices = item.question.format { sheet.struck = [4] }
      return sheet
    }
    return finished(
      paper, sheets: sheets, attempt: attempt, candidate: candidate, terms: terms, day: day)
  }

  /// An attempt at a paper with these answers.
  static func finished(
    _ paper: ExamPaper, sheets: [ExamSheet], attempt: String = "20261123-abcdef",
    candidate: String? = nil, terms: ExamTerms = ExamTerms(), day: Int = 0
  ) -> FinishedExam {
    guard let name = AttemptID(attempt) else { preconditionFailure("\(attempt) is no attempt") }
    // 2026-11-23T09:00:00Z
    let began = Timestamp(milliseconds: 1_795_424_400_000 + Int64(day) * 86_400_000)
    let start = ExamStart(
      name, paper: paper, terms: terms, hash: "0123456789abcdef", candidate: candidate,
      at: ClockReading(wallOnly: began))
    let result = ExamResult(paper, sheets: sheets)
    let outcome = ExamOutcome(
      attempt: name, reason: .ended, spent: 5_284_000, score: result.score,
      scale: paper.blueprint.scale, new: result.new, seenBefore: result.seenBefore)
    return FinishedExam(
      start: start, startedAt: LocalTime(at: began, offsetMinutes: 60), outcome: outcome,
      finishedAt: LocalTime(at: began.advanced(byMilliseconds: 5_284_000), offsetMinutes: 60),
      paper: paper, sheets: sheets)
  }

  /// A whole answer that is wrong.
  static func wrong(_ question: Question) -> Response {
    switch question.format {
    case .choices: .numbers([1])
    case .match: .numbers([4, 1, 2])
    case .order: .numbers([2, 1, 3, 4])
    case .answer: .text("something else")
    }
  }

  /// Plain texts that say what they are.
  static func plain(_ part: String, _ number: Int) -> String {
    part == "title" ? "Cloud best practices" : "The \(part) of \(number)"
  }
}
