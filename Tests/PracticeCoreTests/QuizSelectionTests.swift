import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct QuizSelectionTests {
  private let catalog = QuestionCatalog(banks: [
    StudyFixtures.bank("one", objectives: 4, each: 3),
    StudyFixtures.bank("two", objectives: 2, each: 2),
  ])

  private func draw(
    _ selection: QuizSelection, learner: LearnerState = LearnerState(), seed: UInt64 = 1
  ) -> [String] {
    selection.questions(
      in: catalog, learner: learner, on: StudyFixtures.morning.studyDay, seed: seed
    ).map(\.description)
  }

  @Test func `a selection without conditions draws every question once`() {
    let drawn = draw(QuizSelection())
    #expect(drawn.count == 16 && Set(drawn).count == 16)
  }

  @Test func `the same seed draws the same, another seed something else`() {
    #expect(draw(QuizSelection()) == draw(QuizSelection()))
    #expect(draw(QuizSelection(), seed: 1) != draw(QuizSelection(), seed: 2))
  }

  @Test func `banks, objectives, domains and counts narrow the draw`() {
    #expect(Set(draw(QuizSelection(banks: ["two"]))).count == 4)
    #expect(Set(draw(QuizSelection(objectives: ["O3"]))) == ["one/q10", "one/q11", "one/q12"])
    #expect(draw(QuizSelection(banks: ["one"], objectives: ["D1"])).count == 6)
    #expect(draw(QuizSelection(count: 5)).count == 5)
    #expect(draw(QuizSelection(count: -1)) == [])
    #expect(draw(QuizSelection(difficulty: .advanced)) == [])
    #expect(draw(QuizSelection(tag: "none")) == [])
  }

  @Test func `mistakes are those whose newest answer was wrong`() {
    let wrong = QuestionID(bank: "one", question: "q1")
    let mended = QuestionID(bank: "one", question: "q2")
    let learner = StudyFixtures.learner([
      (wrong, -3, .good), (wrong, -1, .again), (mended, -3, .again), (mended, -1, .good),
    ])
    #expect(draw(QuizSelection(mistakesOnly: true), learner: learner) == ["one/q1"])
  }

  @Test func `what shall not be asked again isn't`() {
    let id = QuestionID(bank: "two", question: "q1")
    let learner = LearnerState(replaying: [
      StudyFixtures.event(0, day: -1, .mark(.suspend, question: id))
    ])
    #expect(!draw(QuizSelection(), learner: learner).contains("two/q1"))
  }

  @Test func `neighbours test different objectives`() throws {
    try withEvery(seed: 0..<100) { seed, _ in
      let drawn = QuizSelection(banks: ["one"]).questions(
        in: catalog, learner: LearnerState(), on: StudyFixtures.morning.studyDay, seed: seed
      ).map { catalog[$0]?.objective }
      try #require(!zip(drawn, drawn.dropFirst()).contains { $0 == $1 }, "seed \(seed): \(drawn)")
    }
  }
}
