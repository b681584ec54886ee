import FSRS
import PracticeCore
import TestSupport
import Testing

/// Forms of one exam for neighbours.
@Suite struct ExamPaperFormsTests {
  private let catalog = QuestionCatalog(banks: [
    ExamFixtures.bank("a", domains: [(weight: 60, questions: 40), (weight: 40, questions: 30)])
  ])

  private func paper(_ seed: UInt64) throws -> ExamPaper {
    let blueprint = Blueprint(
      id: "mock", title: "Mock", questions: 20, unscored: 4, minutes: 60,
      scale: .percent(pass: 70), sections: [BlueprintSection(title: "A", weight: 1, from: ["a"])])
    return ExamPaper(
      try ExamDraw(blueprint, from: catalog).form(seed: seed), by: blueprint, seed: seed,
      from: catalog, isNew: { _ in true })
  }

  @Test func `forms ask the same questions in other orders`() throws {
    for seed in UInt64(0)..<200 {
      let paper = try paper(seed)
      #expect(paper.form(0) == paper)
      let forms = (0...3).map(paper.form)
      for form in forms {
        #expect(form == paper.form(forms.firstIndex(of: form) ?? 0), "seed \(seed)")
        // All but the order: whether it counts too.
        #expect(
          Set(form.items.map { "\($0.question.id) \($0.section) \($0.isScored)" })
            == Set(paper.items.map { "\($0.question.id) \($0.section) \($0.isScored)" }))
        #expect(form.items.count == 20)
      }
      for (index, form) in forms.enumerated() {
        for other in forms[(index + 1)...] {
          #expect(form.items.map(\.question.id) != other.items.map(\.question.id), "seed \(seed)")
          #expect(form.items.map(\.order) != other.items.map(\.order), "seed \(seed)")
        }
      }
    }
  }

  @Test func `questions of one scenario stay together and in their order`() throws {
    var shared = 0
    for seed in UInt64(0)..<200 {
      let paper = try paper(seed)
      for form in (1...3).map(paper.form) {
        for scenario in Set(form.items.compactMap(\.question.scenario)) {
          let places = form.items.indices.filter { form.items[$0].question.scenario == scenario }
          let first = try #require(places.first)
          #expect(places == Array(first..<(first + places.count)), "seed \(seed)")
          #expect(
            places.map { form.items[$0].question.id }
              == paper.items.map(\.question).filter { $0.scenario == scenario }.map(\.id))
          shared += places.count > 1 ? 1 : 0
        }
      }
    }
    #expect(shared > 100)
  }

  @Test func `choices that stay last keep their place`() throws {
    let question = Question(
      id: QuestionID(bank: "b", question: "q"), stem: "?",
      format: .choices(
        (1...5).map { Choice(text: "\($0)", isRight: $0 == 2, staysLast: $0 == 3) }))
    let item = ExamPaper.Item(
      question: question, order: [1, 2, 4, 5, 3], section: 0, isScored: true, isNew: true)
    let paper = ExamPaper(
      blueprint: Blueprint(
        id: "b", title: "B", questions: 1, minutes: 1, scale: .percent(pass: 50), sections: []),
      seed: 3, items: [item])
    for number in 1...50 {
      let order = paper.form(number).items[0].order
      #expect(order.last == 3)
      #expect(Set(order) == [1, 2, 3, 4, 5])
    }
  }

  /// Worked out by another program, from the description of the shuffling.
  @Test func `what a form asks is a promise to everybody who has its key`() {
    let items = (1...6).map { number in
      ExamPaper.Item(
        question: Question(
          id: QuestionID(bank: "b", question: "\(number)"),
          scenario: number == 2 || number == 4 ? "case" : nil, stem: "?",
          format: .choices((1...4).map { Choice(text: "\($0)", isRight: $0 == 1) })),
        order: [1, 2, 3, 4], section: 0, isScored: true, isNew: true)
    }
    let paper = ExamPaper(
      blueprint: Blueprint(
        id: "b", title: "B", questions: 6, minutes: 1, scale: .percent(pass: 50), sections: []),
      seed: 7, items: items)
    func written(_ form: ExamPaper) -> [String] {
      form.items.map { item in
        "\(item.question.id.question): " + item.order.map(String.init).joined()
      }
    }
    #expect(
      written(paper.form(1)) == ["1: 2341", "3: 3412", "5: 1432", "2: 1243", "4: 4213", "6: 2341"])
    #expect(
      written(paper.form(2)) == ["6: 3421", "1: 2134", "2: 1234", "4: 2143", "5: 3214", "3: 3124"])
  }
}
