import PracticeCore

/// Two subjects with many questions in several states, and notes.
enum Library {
  /// The banks: the small one of the fixtures, and one with 30 questions on cooking.
  static let banks = [Fixtures.bank, kitchen]

  private static let kitchen = QuestionBank(
    id: "kitchen", title: "Cooking for many, by the book and within budget",
    domains: [
      Domain(
        id: "KIT-D1", title: "Heat", weight: 1,
        objectives: [
          Objective(id: "KIT-BOIL", title: "Boil and simmer"),
          Objective(
            id: "KIT-FRY",
            title: "Fry without smoke, whatever the fat, the pan and the cook's patience"),
        ])
    ],
    questions: (1...30).map { number in
      Question(
        id: QuestionID(bank: "kitchen", question: "KIT-Q-0\(number < 10 ? "0" : "")\(number)"),
        objective: number % 3 == 0 ? nil : number % 2 == 0 ? "KIT-FRY" : "KIT-BOIL",
        stem: "Number \(number): which\npot suits a soup for \(number * 10) people?",
        format: .answer(["Pot \(number)"]), tags: number == 5 ? ["favourite"] : [])
    },
    notes: [
      NotesSection(
        objective: "KIT-FRY", title: "Frying", blocks: [.paragraph([.text("Dry it first.")])]),
      NotesSection(
        objective: "KIT-BOIL", title: "Boiling water",
        blocks: [
          .paragraph([.text("Water boils at 100 degrees. Salt the water late.")])
        ]),
      NotesSection(
        objective: nil, title: "Words of the kitchen",
        blocks: [.table(header: [[.text("Word")]], rows: [[[.text("Simmer")]]])]),
    ])

  /// A learner whom one question has slipped again and again, with others due, left out, put off
  /// and flagged.
  static let history: [Event] = {
    var events = Fixtures.experienced
    func add(_ content: EventContent, _ daysAhead: Int) {
      events.append(Fixtures.event(events.count, content, daysAhead: daysAhead))
    }
    for day in [-9, -8, -7, -6, -5] {
      add(.answer(Fixtures.record("longest", isRight: false)), day)
    }
    let order = QuestionID(bank: "lab", question: "order")
    add(.note(question: order, text: "Ask whether the tap is near."), -1)
    for (mark, number) in [(QuestionMark.bury, "001"), (.suspend, "002"), (.flag, "004")] {
      add(.mark(mark, question: QuestionID(bank: "kitchen", question: "KIT-Q-\(number)")), 0)
    }
    return events
  }()
}
