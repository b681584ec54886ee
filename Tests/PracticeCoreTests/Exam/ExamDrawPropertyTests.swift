import FSRS
import PracticeCore
import TestSupport
import Testing

/// Ten thousand forms of five hundred random exams on random banks.
@Suite struct ExamDrawPropertyTests {
  private static let exams: UInt64 = 500
  private static let formsOfEach: UInt64 = 20

  @Test func `every form keeps to its blueprint, and its seed names it`() throws {
    var forms = 0
    var multiple = 0
    try withEvery(seed: 0..<Self.exams) { exam, random in
      let banks = (0..<(1 + random.number(below: 2))).map { Self.bank("b\($0)", &random) }
      let catalog = QuestionCatalog(banks: banks)
      let blueprint = Self.blueprint(on: banks, &random)
      let draw = try ExamDraw(blueprint, from: catalog)
      let shares = Apportionment.shares(
        of: blueprint.questions, weights: blueprint.sections.map(\.weight))
      for _ in 0..<Self.formsOfEach {
        let seed = random.next()
        let form = try draw.form(seed: seed)
        let name: Comment = "exam \(exam), seed \(seed)"
        let questions = form.items.compactMap { catalog[$0.showing.question] }
        try #require(questions.count == blueprint.questions, name)
        // Weights, to the question.
        for (section, share) in shares.enumerated() {
          let its = form.items.filter { $0.section == section }
          try #require(its.count == share, name)
          for item in its {
            let from = blueprint.sections[section].from
            try #require(from.contains(String(item.showing.question.bank)), name)
          }
        }
        try #require(Set(questions.map(\.id)).count == questions.count, name)
        try #require(form.items.count { !$0.isScored } == blueprint.unscored, name)
        try Self.checkScenarios(questions, name)
        for (item, question) in zip(form.items, questions) {
          try Self.checkOrder(item.showing.order, of: question, name)
        }
        // The same seed gives the same form, from banks that were read anew too.
        try #require(try ExamDraw(blueprint, from: catalog).form(seed: seed) == form, name)
        forms += 1
        multiple += Set(questions.map(\.format.kind)).count > 2 ? 1 : 0
      }
    }
    #expect(forms == 10_000)
    #expect(multiple > 5_000, "all kinds of question are drawn")
  }

  /// Questions of one scenario stand side by side.
  private static func checkScenarios(_ questions: [Question], _ name: Comment) throws {
    let scenarios = questions.map { question in
      question.scenario.map { QuestionID(bank: question.id.bank, question: $0) }
    }
    for scenario in Set(scenarios.compactMap { $0 }) {
      let places = scenarios.indices.filter { scenarios[$0] == scenario }
      try #require(places.count == 1 + (places.last ?? 0) - (places.first ?? 0), name)
    }
  }

  private static func checkOrder(
    _ order: ItemNumbers, of question: Question, _ name: Comment
  ) throws {
    switch question.format {
    case .choices(let choices):
      try #require(Set(order) == Set(1...choices.count), name)
      let last = order.suffix(choices.count(where: \.staysLast))
      try #require(last.allSatisfy { choices[$0 - 1].staysLast }, name)
    case .match: try #require(Set(order) == Set(1...question.matchAnswers.count), name)
    case .order(let steps):
      try #require(Set(order) == Set(1...steps.count), name)
      try #require(Array(order) != Array(1...steps.count), "\(name): that gives it away")
    case .answer: try #require(order.isEmpty, name)
    }
  }

  // MARK: - Making

  private static func bank(_ id: String, _ random: inout SplitMix64) -> QuestionBank {
    let hasWeights = random.number(below: 3) > 0
    let domains = (1...(1 + random.number(below: 3))).map { number in
      Domain(
        id: "\(id)-D\(number)", title: "\(number)",
        weight: hasWeights ? Double(1 + random.number(below: 40)) : 0,
        objectives: (1...(1 + random.number(below: 3))).map {
          Objective(id: "\(id)-D\(number)-O\($0)", title: "\($0)")
        })
    }
    let objectives = domains.flatMap(\.objectives).map(\.id)
    let questions = (1...(20 + random.number(below: 30))).map { number in
      Question(
        id: QuestionID(bank: id, question: "q\(number)"),
        objective: random.number(below: 12) == 0
          ? nil : objectives[random.number(below: objectives.count)],
        facts: ["F\(random.number(below: 40))"],
        difficulty: Difficulty.allCases[random.number(below: 3)],
        scenario: random.number(below: 5) == 0 ? "case-\(random.number(below: 3))" : nil,
        stem: "\(number)", format: format(&random))
    }
    return QuestionBank(id: id, title: id, domains: domains, questions: questions)
  }

  private static func format(_ random: inout SplitMix64) -> AnswerFormat {
    let count = 2 + random.number(below: 5)
    switch random.number(below: 6) {
    case 0:
      return .match(
        pairs: (0..<count).map { MatchPair(prompt: "p\($0)", answer: "a\($0)") },
        distractors: random.number(below: 2) == 0 ? ["d"] : [])
    case 1: return .order((0..<count).map { "s\($0)" })
    case 2: return .answer(["text"])
    default:
      let hasLast = random.number(below: 3) == 0
      return .choices(
        (0..<count).map {
          Choice(
            text: "c\($0)", isRight: $0 == 0 || ($0 == 1 && count > 4),
            staysLast: hasLast && $0 == count - 1)
        })
    }
  }

  private static func blueprint(
    on banks: [QuestionBank], _ random: inout SplitMix64
  ) -> Blueprint {
    let sections = (0..<(1 + random.number(below: 2))).map { number in
      BlueprintSection(
        title: "S\(number)", weight: Double(1 + random.number(below: 60)),
        from: [banks[min(number, banks.count - 1)].id])
    }
    // Never more than the smallest bank holds, so that every section can be filled.
    let questions = 2 + random.number(below: 18)
    return Blueprint(
      id: "mock", title: "Mock", questions: questions, unscored: random.number(below: questions),
      minutes: 10, scale: .percent(pass: 70), sections: sections)
  }
}
