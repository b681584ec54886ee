import PracticeCore
import Testing

@Suite struct BankFiguresTests {
  private func bank(
    _ questions: [Question], domains: [Domain] = [], references: [Reference] = []
  ) -> QuestionBank {
    QuestionBank(
      id: "b", title: "B", references: references, domains: domains, questions: questions)
  }

  private func question(
    _ name: String, stem: String = "Which?",
    _ choices: [(String, Bool)] = [("x", true), ("y", false)]
  ) -> Question {
    Question(
      id: QuestionID(bank: "b", question: name), stem: stem,
      format: .choices(choices.map { Choice(text: $0.0, isRight: $0.1) }))
  }

  @Test func `places of right answers are counted by the number of choices`() {
    let figures = BankFigures(
      bank([
        question("1", [("a", true), ("b", false), ("c", false)]),
        question("2", [("a", false), ("b", false), ("c", true)]),
        question("3", [("a", false), ("b", true)]),
        question("4", [("a", true), ("b", true), ("c", false)]),
      ]))
    #expect(
      figures.keyPlaces == [
        .init(choices: 2, counts: [0, 1]), .init(choices: 3, counts: [1, 0, 1]),
      ])
    #expect(figures.singleChoice == 3)
  }

  @Test func `a right answer is the longest only where none is as long`() {
    let figures = BankFigures(
      bank([
        question("1", [("longer", true), ("short", false)]),
        question("2", [("equal", true), ("alike", false)]),
        question("3", [("short", true), ("longer", false)]),
        question("4", [("longest", true), ("longer", true), ("short", false)]),
      ]))
    #expect(figures.keyIsLongest.map(\.question) == ["1"])
  }

  @Test func `choices are unlike above one and a half times the words`() {
    let figures = BankFigures(
      bank([
        question("1", [("one two", true), ("one two three", false)]),
        question("2", [("one two", true), ("one two three four", false)]),
      ]))
    #expect(figures.unevenChoices.map(\.question) == ["2"])
  }

  @Test(arguments: [
    ("Which of these is NOT a region?", true), ("All hold EXCEPT one. Which?", true),
    ("Which practice is not recommended?", true), ("Which step should never be taken?", true),
    ("A key that is not used leaks. Which step comes first?", false),
    ("Notes are kept. Which is right?", false), ("Which key will do?", false),
  ])
  func `a stem that asks for what is not so is found`(stem: String, isNegative: Bool) {
    #expect(BankFigures(bank([question("1", stem: stem)])).negativeStems.isEmpty != isNegative)
  }

  @Test(arguments: [
    ("All of the above", true), ("None of these.", true), ("Both A and B", true),
    ("any of the other choices", true), ("All of the keys in the account", false),
    ("Both roles and users", false), ("None", false), ("Neither of these", true),
  ])
  func `a choice about the others is found`(text: String, isAboutOthers: Bool) {
    let figures = BankFigures(bank([question("1", [(text, true), ("other", false)])]))
    #expect(figures.choicesAboutOthers.isEmpty != isAboutOthers)
  }

  @Test func `the two most alike stems are found`() {
    let figures = BankFigures(
      bank([
        question("1", stem: "A team stores its logs in one bucket. Which?"),
        question("2", stem: "Nothing here is like the rest."),
        question("3", stem: "A team stores its keys in one bucket. Which?"),
        question("4", stem: "a TEAM stores its logs, in one bucket - which"),
      ]))
    #expect(
      figures.mostAlike
        == BankFigures.Likeness(
          first: QuestionID(bank: "b", question: "1"), second: QuestionID(bank: "b", question: "4"),
          share: 1))
    #expect(BankFigures(bank([question("1", stem: "A b c d")])).mostAlike == nil)
    // Runs "a team stores", "team stores its", "in one bucket", "one bucket which" of six each.
    let pair = BankFigures(
      bank([
        question("1", stem: "A team stores its logs in one bucket. Which?"),
        question("3", stem: "A team stores its keys in one bucket. Which?"),
      ]))
    #expect(pair.mostAlike?.share == 4.0 / 10)
  }

  @Test func `what nothing refers to is listed`() {
    var asked = question("1")
    asked.objective = "O1"
    asked.references = ["r1"]
    asked.reviewed = CalendarDate(year: 2026, month: 11, day: 24)
    var older = question("2")
    older.reviewed = CalendarDate(year: 2025, month: 1, day: 2)
    let figures = BankFigures(
      bank(
        [asked, older],
        domains: [
          Domain(
            id: "D", title: "", weight: 30,
            objectives: [Objective(id: "O1", title: ""), Objective(id: "O2", title: "")]),
          Domain(id: "E", title: "", weight: 12.5),
        ],
        references: [
          Reference(id: "r1", title: "", url: ""), Reference(id: "r2", title: "", url: ""),
        ]))
    #expect(figures.untestedObjectives == ["O2"])
    #expect(figures.unusedReferences == ["r2"])
    #expect(figures.totalWeight == 42.5)
    #expect(figures.oldestReview == older.reviewed)
  }

  @Test func `an empty bank has no figures`() {
    let figures = BankFigures(bank([]))
    #expect(figures.keyPlaces == [] && figures.mostAlike == nil && figures.oldestReview == nil)
  }
}
