import FSRS
import PracticeCore
import TestSupport

extension SplitMix64 {
  /// A paper of a few questions of all kinds, with odd texts.
  mutating func paper(questions count: Int? = nil) -> ExamPaper {
    let sections = (0...number(below: 3)).map { _ in
      BlueprintSection(
        title: bankText(), weight: one(of: [1, 0.1, 33.3, 1e-7, 1e22]),
        from: (0..<number(below: 3)).map { _ in one(of: ["aws-iam", "b.2_c/IAM-D1"]) })
    }
    let count = count ?? 1 + number(below: 6)
    let questions = 1 + number(below: 100)
    return ExamPaper(
      blueprint: Blueprint(
        id: one(of: ["cloud", "x.1_2-3"]), title: bankText(),
        description: oneIn(2) ? nil : bankText(), questions: questions,
        unscored: number(below: questions), minutes: 1 + number(below: 300),
        scale: oneIn(2)
          ? .percent(pass: one(of: [0, 72, 66.6, 100]))
          : .scaled(from: -5, to: 1000, pass: 720, cut: one(of: [0, 0.72, 1])),
        scoring: one(of: ScoringRule.allCases), navigation: one(of: ExamNavigation.allCases),
        clock: one(of: ExamClock.allCases), sections: sections),
      seed: one(of: [0, .max, next()]),
      items: (0..<count).map { paperItem($0, sections: sections.count) })
  }

  private mutating func paperItem(_ number: Int, sections: Int) -> ExamPaper.Item {
    let scenario = oneIn(2) ? nil : bankText()
    var question = Question(
      id: QuestionID(bank: one(of: ["aws-iam", "b.2_c"]), question: "Q-\(number)"),
      objective: oneIn(2) ? nil : "IAM-ROOT",
      facts: (0..<self.number(below: 3)).map { "F-\($0)" },
      difficulty: oneIn(3) ? nil : one(of: Difficulty.allCases),
      cognitiveLevel: oneIn(3) ? nil : one(of: CognitiveLevel.allCases),
      scenario: scenario.map { _ in "retailer" }, scenarioText: scenario, stem: bankText(),
      format: answerFormat(), takeaway: oneIn(2) ? nil : bankText(),
      references: (0..<self.number(below: 3)).map { "ref-\($0)" },
      reviewed: oneIn(2) ? nil : CalendarDate(daysSince1970: self.number(below: 40_000)),
      tags: (0..<self.number(below: 3)).map { _ in bankText() })
    if oneIn(4) { question.revision = Revision(recorded: one(of: ["", "as it was", "1f3a9c-0"])) }
    return ExamPaper.Item(
      question: question, scenario: scenario, objectiveTitle: oneIn(2) ? nil : bankText(),
      references: (0..<self.number(below: 3)).map {
        Reference(id: "ref-\($0)", title: bankText(), url: "https://example.com/?a=\"b\"")
      },
      order: Showing(question, using: &self).order, section: self.number(below: sections),
      isScored: oneIn(2), isNew: oneIn(2))
  }

  private mutating func answerFormat() -> AnswerFormat {
    let why = { (random: inout SplitMix64) in random.oneIn(2) ? nil : random.bankText() }
    switch number(below: 4) {
    case 0:
      let count = 1 + number(below: 9)
      let right = number(below: count)
      return .choices(
        (0..<count).map {
          Choice(
            text: bankText(), isRight: $0 == right || oneIn(4), why: why(&self),
            staysLast: $0 == count - 1 && oneIn(2))
        })
    case 1:
      return .match(
        pairs: (0...number(below: 6)).map {
          MatchPair(prompt: bankText(), answer: oneIn(3) ? "same" : "\($0)", why: why(&self))
        }, distractors: (0..<number(below: 3)).map { _ in bankText() })
    case 2: return .order((0..<2 + number(below: 8)).map { "\($0)" + bankText() })
    default: return .answer((0...number(below: 3)).map { _ in bankText() })
    }
  }

  /// A text with everything in it that a bank may hold and that could go wrong.
  mutating func bankText() -> String {
    let pieces = [
      "SQS", "\"", "\\", "\n", "    code\n", "é", "e\u{301}", "漢字", "😀", "👩‍👩‍👧", "\u{10FFFF}",
      "\u{FFFD}", "\u{61C}", "\u{200E}", "\\u0000", ",\"sum\":\"00000000\"}", "/", "</script>",
      "%", "'", " ",
    ]
    return (0..<number(below: 6)).map { _ in one(of: pieces) }.joined()
  }
}
