import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct ExamDrawTests {
  private let catalog = QuestionCatalog(banks: [
    ExamFixtures.bank("a", domains: [(weight: 60, questions: 40), (weight: 40, questions: 30)]),
    ExamFixtures.bank("b", domains: [(weight: 0, questions: 10), (weight: 0, questions: 30)]),
  ])

  private func blueprint(
    _ questions: Int, unscored: Int = 0, sections: [BlueprintSection]? = nil
  ) -> Blueprint {
    Blueprint(
      id: "mock", title: "Mock", questions: questions, unscored: unscored, minutes: 60,
      scale: .percent(pass: 70),
      sections: sections ?? [
        BlueprintSection(title: "A", weight: 70, from: ["a"]),
        BlueprintSection(title: "B", weight: 30, from: ["b"]),
      ])
  }

  private func domains(of form: ExamForm) -> [String: Int] {
    let names = form.items.compactMap { item -> String? in
      let objective = catalog[item.showing.question]?.objective ?? ""
      return catalog.bank(of: item.showing.question)?.domain(ofObjective: objective)?.id
    }
    return Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test func `sections and their domains get their shares`() throws {
    let draw = try ExamDraw(blueprint(20), from: catalog)
    for seed in 0..<200 {
      let form = try draw.form(seed: UInt64(seed))
      // 14 of a: 8.4 and 5.6; 6 of b, which gives no weights: by its 10 and 30 questions.
      #expect(domains(of: form) == ["a-D1": 8, "a-D2": 6, "b-D1": 2, "b-D2": 4])
      #expect(form.items.count { $0.section == 0 } == 14)
      #expect(Set(form.items.map(\.showing.question)).count == 20)
    }
  }

  @Test func `a seed names one form, and another seed another`() throws {
    let draw = try ExamDraw(blueprint(20, unscored: 5), from: catalog)
    let first = try draw.form(seed: 7)
    #expect(try draw.form(seed: 7) == first)
    #expect(try draw.form(seed: 8) != first)
    // What seed 7 means is a promise to everyone who was told it.
    #expect(
      first.items.prefix(5).map(\.showing.question.description)
        == ["a/a-D2-11", "a/a-D2-21", "b/b-D2-8", "b/b-D1-10", "a/a-D1-23"])
  }

  @Test func `unscored questions are spread over the sections`() throws {
    let draw = try ExamDraw(blueprint(20, unscored: 10), from: catalog)
    var unscoredPlaces = Set<Int>()
    for seed in 0..<100 {
      let form = try draw.form(seed: UInt64(seed))
      #expect(form.items.count { !$0.isScored && $0.section == 0 } == 7)
      #expect(form.items.count { !$0.isScored && $0.section == 1 } == 3)
      unscoredPlaces.formUnion(form.items.indices.filter { !form.items[$0].isScored })
    }
    #expect(unscoredPlaces.count == 20, "an unscored question must not be known by its place")
  }

  @Test func `questions seen longest ago come first`() throws {
    let draw = try ExamDraw(blueprint(20), from: catalog)
    var lastSeen: [QuestionID: Int] = [:]
    for attempt in 1...3 {
      let form = try draw.form(seed: UInt64(attempt), lastSeen: lastSeen)
      let questions = form.items.map(\.showing.question)
      #expect(questions.allSatisfy { lastSeen[$0] == nil }, "attempt \(attempt)")
      for question in questions { lastSeen[question] = attempt }
    }
    // b-D2 has 30 questions and gives 4 a form, a-D1 40 and 8: when all have been seen, the first
    // form's come back first.
    for question in catalog.banks.flatMap(\.questions) where lastSeen[question.id] == nil {
      lastSeen[question.id] = 4
    }
    let again = try draw.form(seed: 9, lastSeen: lastSeen)
    #expect(again.items.allSatisfy { lastSeen[$0.showing.question] == 1 })
  }

  @Test func `objectives of a domain are spread by what they hold`() throws {
    let draw = try ExamDraw(blueprint(20), from: catalog)
    for seed in 0..<50 {
      let form = try draw.form(seed: UInt64(seed))
      let objectives = form.items.compactMap { catalog[$0.showing.question]?.objective }
      // Four objectives of ten questions each share the eight places of a-D1.
      for number in 1...4 { #expect(objectives.count { $0 == "a-D1-O\(number)" } == 2) }
    }
  }

  @Test func `two questions on one fact are not drawn where that can be avoided`() throws {
    var bank = ExamFixtures.bank("c", domains: [(weight: 1, questions: 40)])
    for index in bank.questions.indices { bank.questions[index].facts = ["F\(index % 20)"] }
    let sections = [BlueprintSection(title: "C", weight: 1, from: ["c"])]
    let draw = try ExamDraw(
      blueprint(12, sections: sections), from: QuestionCatalog(banks: [bank]))
    let facts = Dictionary(bank.questions.map { ($0.id, $0.facts) }, uniquingKeysWith: { $1 })
    for seed in 0..<50 {
      let form = try draw.form(seed: UInt64(seed))
      let drawn = form.items.flatMap { facts[$0.showing.question] ?? [] }
      #expect(Set(drawn).count == 12)
    }
  }

  @Test func `difficulties and kinds have the shares of the banks`() throws {
    let draw = try ExamDraw(blueprint(30), from: catalog)
    for seed in 0..<50 {
      let questions = try draw.form(seed: UInt64(seed)).items
        .compactMap { catalog[$0.showing.question] }
      for difficulty in Difficulty.allCases {
        #expect((8...12).contains(questions.count { $0.difficulty == difficulty }))
      }
      #expect((5...10).contains(questions.count { $0.keyNumbers.count == 2 }))
    }
  }

  @Test func `questions of one scenario stand together in the order written`() throws {
    let draw = try ExamDraw(blueprint(40), from: catalog)
    var together = 0
    for seed in 0..<50 {
      let form = try draw.form(seed: UInt64(seed))
      let scenarios = form.items.map { catalog[$0.showing.question]?.scenario }
      for scenario in Set(scenarios.compactMap { $0 }) {
        let places = scenarios.indices.filter { scenarios[$0] == scenario }
        #expect(places == Array(places[0]..<(places[0] + places.count)))
        let questions = places.map { form.items[$0].showing.question }
        #expect(zip(questions, questions.dropFirst()).allSatisfy(catalog.precedes))
        together += places.count > 1 ? 1 : 0
      }
    }
    #expect(together > 20)
  }

  @Test func `a section may name banks, domains and objectives`() throws {
    let sections = [
      BlueprintSection(title: "One", weight: 1, from: ["a/a-D1-O2"]),
      BlueprintSection(title: "Two", weight: 1, from: ["a/a-D2", "b/b-D1"]),
      BlueprintSection(title: "Three", weight: 1, from: ["b"]),
    ]
    let draw = try ExamDraw(blueprint(30, sections: sections), from: catalog)
    let form = try draw.form(seed: 1)
    for item in form.items {
      let objective = try #require(catalog[item.showing.question]?.objective)
      let expected = [["a-D1-O2"], ["a-D2", "b-D1"], ["b-"]][item.section]
      #expect(expected.contains { objective.hasPrefix($0) }, "\(objective)")
    }
    #expect(form.items.count { $0.section == 0 } == 10)
    #expect(Set(form.items.map(\.showing.question)).count == 30)
  }

  @Test func `a domain that holds too few gives the rest to the others`() throws {
    let bank = ExamFixtures.bank(
      "c", domains: [(weight: 90, questions: 3), (weight: 10, questions: 9)])
    let sections = [BlueprintSection(title: "C", weight: 1, from: ["c"])]
    let draw = try ExamDraw(
      blueprint(10, sections: sections), from: QuestionCatalog(banks: [bank]))
    #expect(try draw.form(seed: 3).items.count == 10)
  }

  @Test func `a section that cannot be filled says how many there are`() throws {
    let draw = try ExamDraw(blueprint(150), from: catalog)
    #expect(
      throws: ExamDrawFailure.tooFewQuestions([
        .init(section: "A", wanted: 105, available: 70),
        .init(section: "B", wanted: 45, available: 40),
      ])
    ) { try draw.form(seed: 1) }
  }

  @Test(arguments: ["c", "a/a-D9", "a/a-D1/x", "/", ""])
  func `a section that names what is not there says so`(name: String) {
    let sections = [BlueprintSection(title: "C", weight: 1, from: [name])]
    #expect(throws: ExamDrawFailure.unknownSource(section: "C", name: name)) {
      try ExamDraw(blueprint(1, sections: sections), from: catalog)
    }
  }

  @Test func `the choices of each question are shuffled by the same seed`() throws {
    let draw = try ExamDraw(blueprint(40), from: catalog)
    let form = try draw.form(seed: 5)
    #expect(Set(form.items.map(\.showing.order)).count > 5)
    for item in form.items { #expect(Set(item.showing.order) == [1, 2, 3, 4]) }
  }
}
