import PracticeCore
import Testing

@Suite struct ExamRequestTests {
  private let catalog = QuestionCatalog(banks: [
    ExamFixtures.bank("a", domains: [(weight: 1, questions: 30)])
  ])
  private let blueprint = Blueprint(
    id: "mock", title: "Mock", questions: 10, minutes: 10, scale: .percent(pass: 70),
    sections: [BlueprintSection(title: "A", weight: 1, from: ["a"])])

  @Test(arguments: [0, 7, 999_999_998, 999_999_999, UInt64.max])
  func `a drawn seed is short, and gives the same form when it is named`(_ drawn: UInt64) throws {
    let paper = try ExamRequest(blueprint)
      .paper(
        from: catalog, learner: LearnerState(), on: CalendarDate(daysSince1970: 0), drawn: drawn)
    #expect((1...999_999_999).contains(paper.seed))
    let named = try ExamRequest(blueprint, seed: paper.seed)
      .paper(from: catalog, learner: LearnerState(), on: CalendarDate(daysSince1970: 0), drawn: 3)
    #expect(named == paper)
  }

  @Test func `a named seed is taken as it is`() throws {
    let paper = try ExamRequest(blueprint, seed: .max)
      .paper(from: catalog, learner: LearnerState(), on: CalendarDate(daysSince1970: 0), drawn: 1)
    #expect(paper.seed == .max)
  }
}
