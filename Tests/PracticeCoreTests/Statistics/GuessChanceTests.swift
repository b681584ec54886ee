import Testing

@testable import PracticeCore

@Suite struct GuessChanceTests {
  private func question(_ format: AnswerFormat) -> Question {
    Question(id: QuestionID(bank: "b", question: "q"), stem: "?", format: format)
  }

  private func choices(_ right: Int, of all: Int) -> Question {
    question(.choices((0..<all).map { Choice(text: "\($0)", isRight: $0 < right) }))
  }

  @Test(arguments: [(1, 4, 1.0 / 4), (2, 5, 1.0 / 10), (3, 6, 1.0 / 20), (1, 1, 1.0), (2, 2, 1.0)])
  func `a blind guess takes as many choices as are right`(right: Int, all: Int, chance: Double) {
    #expect(abs(choices(right, of: all).chanceOfGuess - chance) < 1e-12)
  }

  @Test func `a match, an order and a text are guessed as they can be`() {
    let pairs = ["a", "b", "c"].map { MatchPair(prompt: $0, answer: "to \($0)") }
    // 4 × 3 × 2 ways to give three of four answers away.
    #expect(
      abs(question(.match(pairs: pairs, distractors: ["d"])).chanceOfGuess - 1.0 / 24) < 1e-12)
    let shared = pairs + [MatchPair(prompt: "d", answer: "to a")]
    // Two prompts share an answer, so each of the four may get any of the three.
    #expect(
      abs(question(.match(pairs: shared, distractors: [])).chanceOfGuess - 1.0 / 81) < 1e-12)
    #expect(abs(question(.order(["1", "2", "3", "4"])).chanceOfGuess - 1.0 / 24) < 1e-12)
    #expect(question(.answer(["SQS"])).chanceOfGuess == 0)
  }

  @Test func `what guesses earn in part, by hand`() {
    // Two of five, two taken: both with 1 in 10, one with 6 in 10 (net 0), none with 3 in 10.
    let marks = ScoringRule.netCorrect.guessedMarks(of: choices(2, of: 5))
    #expect(marks.count == 3)
    #expect(abs(marks[0] - 0.9) < 1e-12 && marks[1] == 0 && abs(marks[2] - 0.1) < 1e-12)
    // Three of five, three taken: all with 1 in 10, two with 6 in 10 (net 1 of 3).
    let three = ScoringRule.netCorrect.guessedMarks(of: choices(3, of: 5))
    #expect(three.count == 4)
    #expect(abs(three[0] - 0.3) < 1e-12 && abs(three[1] - 0.6) < 1e-12 && three[2] == 0)
    #expect(abs(three[3] - 0.1) < 1e-12)
    let whole = ScoringRule.allOrNothing.guessedMarks(of: choices(2, of: 5))
    #expect(whole.count == 2 && abs(whole[1] - 0.1) < 1e-12)
  }

  @Test func `an interval of a share is Wilson's`() {
    // Worked out with R's binom::binom.wilson.
    let eight = ShareInterval(8, of: 10).interval
    #expect(abs(eight.lowerBound - 0.490162) < 1e-5 && abs(eight.upperBound - 0.943318) < 1e-5)
    let none = ShareInterval(0, of: 10).interval
    #expect(none.lowerBound == 0 && abs(none.upperBound - 0.277533) < 1e-5)
    #expect(ShareInterval(0, of: 0).share == nil && ShareInterval(0, of: 0).interval == 0...1)
  }
}
