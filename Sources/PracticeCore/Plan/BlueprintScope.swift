/// The questions that an exam can draw.
package struct BlueprintScope: Equatable, Sendable {
  /// What of each bank, by its id: all, or some objectives.
  private var parts: [String: Part] = [:]

  private enum Part: Equatable, Sendable {
    case all
    case objectives(Set<String>)
  }

  /// The questions of `blueprint`, as far as its banks are at hand.
  package init(_ blueprint: Blueprint, in catalog: QuestionCatalog) {
    for name in blueprint.sections.flatMap(\.from) {
      let pieces = name.split(separator: "/", maxSplits: 1)
      guard let bank = pieces.first.flatMap({ catalog.bank(named: $0) }) else { continue }
      guard pieces.count == 2 else {
        parts[bank.id] = .all
        continue
      }
      let part = pieces[1]
      let domain = bank.domains.first { $0.id == part }
      add(domain?.objectives.map(\.id) ?? [String(part)], of: bank.id)
    }
  }

  /// All questions of these banks.
  package init(banks: [QuestionBank]) {
    for bank in banks { parts[bank.id] = .all }
  }

  private mutating func add(_ objectives: [String], of bank: String) {
    switch parts[bank] {
    case .all: break
    case .objectives(let others): parts[bank] = .objectives(others.union(objectives))
    case nil: parts[bank] = .objectives(Set(objectives))
    }
  }

  /// Whether any question of the bank of that id may be drawn.
  package func touches(bank: some StringProtocol) -> Bool { parts[String(bank)] != nil }

  /// Whether the question may be drawn.
  package func contains(_ question: Question) -> Bool {
    switch parts[String(question.id.bank)] {
    case .all: true
    case .objectives(let objectives): question.objective.map(objectives.contains) ?? false
    case nil: false
    }
  }

  /// The questions of a bank that may be drawn.
  package func questions(of bank: QuestionBank) -> [Question] {
    switch parts[bank.id] {
    case .all: bank.questions
    case .objectives(let objectives):
      bank.questions.filter { $0.objective.map(objectives.contains) ?? false }
    case nil: []
    }
  }
}
