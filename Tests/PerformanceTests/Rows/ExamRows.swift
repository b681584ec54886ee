import PracticeCore

/// Drawing a form of 65 questions from a bank of 100,000 that has been read.
struct ExamRows {
  private static let bound = 50.0
  private static let questions = 100_000

  /// Measures it in a process of its own, without and with questions seen before.
  func measure() throws(BenchmarkFailure) -> [Row] {
    let (values, _) = try Command.role(.draw, []).figures()
    return [
      row("drawing 65 questions from 100,000", values["fresh"], values["fresh_most"]),
      row("the same after 20,000 were seen", values["seen"], values["seen_most"]),
    ]
  }

  private func row(_ what: String, _ median: Double?, _ most: Double?) -> Row {
    let (median, most) = (median ?? .infinity, most ?? .infinity)
    return Row(
      what: what, figure: "\(decimal(median)) ms (most \(decimal(most)))",
      ratio: most / Self.bound, bound: "< 50 ms", verdict: most < Self.bound ? .met : .missed)
  }

  // MARK: - In a process of its own

  /// Draws forms by one seed after the other: from the blueprint to the paper that is kept.
  static func draw() throws {
    let catalog = QuestionCatalog(banks: [bank()])
    let blueprint = Blueprint(
      id: "mock", title: "Mock", questions: 65, unscored: 15, minutes: 130,
      scale: .scaled(from: 100, to: 1000, pass: 720, cut: 0.72),
      sections: [
        BlueprintSection(title: "One", weight: 60, from: ["large/D1", "large/D2", "large/D3"]),
        BlueprintSection(title: "Two", weight: 40, from: ["large"]),
      ])
    var lastSeen: [QuestionID: Int] = [:]
    for number in 0..<20_000 {
      lastSeen[MadeBank.question(number * 5, of: "large")] = number % 40
    }
    for (name, seen) in [("fresh", [:]), ("seen", lastSeen)] {
      var sample = Sample()
      var items = 0
      for seed in 1...20 {
        let stopwatch = Stopwatch()
        let form = try ExamDraw(blueprint, from: catalog).form(seed: UInt64(seed), lastSeen: seen)
        let paper = ExamPaper(form, by: blueprint, seed: UInt64(seed), from: catalog) { _ in true }
        sample.add(stopwatch.milliseconds)
        items += paper.items.count
      }
      guard items == 20 * 65 else { throw BenchmarkFailure("questions are missing") }
      print(name, sample.median)
      print("\(name)_most", sample.most)
    }
  }

  private static func bank() -> QuestionBank {
    let domains = (1...MadeBank.domains).map { domain in
      Domain(
        id: "D\(domain)", title: "Domain \(domain)", weight: Double(10 * domain),
        objectives: (1...MadeBank.objectivesPerDomain).map {
          Objective(id: "D\(domain)-O\($0)", title: "Objective \($0)")
        })
    }
    let objectives = domains.flatMap(\.objectives).map(\.id)
    let questions = (0..<Self.questions).map { number in
      Question(
        id: MadeBank.question(number, of: "large"),
        objective: objectives[number % objectives.count], facts: ["F\(number % 5_000)"],
        difficulty: Difficulty.allCases[number % 3],
        scenario: number % 50 < 3 ? "case-\(number / 50)" : nil, stem: "Question \(number)?",
        format: .choices(
          (0..<5).map { Choice(text: "\($0)", isRight: $0 == 0 || ($0 == 1 && number % 5 == 0)) }))
    }
    return QuestionBank(id: "large", title: "Large", domains: domains, questions: questions)
  }
}
