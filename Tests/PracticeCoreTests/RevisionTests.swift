import PracticeCore
import Testing

@Suite struct RevisionTests {
  /// Journals keep them for years; these were computed by another program.
  @Test(arguments: [
    ("Question 168?", "001060-2bc4cd"),
    ("Which?", "520f8b-2bc4cd"),
    ("What is it?", "f6ecef-2bc4cd"),
  ])
  func `fingerprints never change`(stem: String, revision: String) {
    let choices = [Choice(text: "a", isRight: false), Choice(text: "b", isRight: true)]
    let made = Revision(stem: stem, scenario: nil, format: .choices(choices))
    #expect(made.description == revision)
    #expect(made == Revision(recorded: revision))
    #expect(made.key == revision.suffix(6))
  }

  @Test func `accepted answers are the key, and not the wording`() {
    let revision = Revision(stem: "S", scenario: nil, format: .answer(["x", "é"]))
    #expect(revision.description == "bcde11-463d4f")
  }
}
