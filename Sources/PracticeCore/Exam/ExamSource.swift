/// The questions that a section can draw, by domain.
struct ExamSource {
  /// The questions of one domain, or of one objective where a section names just that.
  struct Group {
    /// The share of the section; only the ratio to its other groups counts.
    var weight: Double
    /// The questions, as written in the bank.
    var questions: [Question]
  }

  /// The groups, in the order of the section's `from` and of the banks.
  private(set) var groups: [Group] = []

  private var taken = Set<QuestionID>()

  /// Gathers what `section` can draw from `catalog`; each question stands in the first group that
  /// holds it.
  ///
  /// - Throws: ``ExamDrawFailure/unknownSource(section:name:)``.
  init(_ section: BlueprintSection, in catalog: QuestionCatalog) throws(ExamDrawFailure) {
    for name in section.from {
      let pieces = name.split(separator: "/", maxSplits: 1)
      guard let bank = pieces.first.flatMap({ catalog.bank(named: $0) }),
        pieces.count == 1 || add(part: pieces[1], of: bank)
      else { throw .unknownSource(section: section.title, name: name) }
      if pieces.count == 1 { add(bank) }
    }
  }

  private mutating func add(_ bank: QuestionBank) {
    let shares = bank.domainShares
    for domain in bank.domains {
      add(bank, domain.objectives.map(\.id), weight: shares[domain.id] ?? 0)
    }
    // Without domains a bank is one group; beside domains, the rest is drawn when these are used up.
    let rest = bank.questions.filter { !taken.contains($0.id) }
    let isAll = rest.count == bank.questions.count
    add(rest, weight: isAll ? 1 : 0)
  }

  /// Adds a domain or objective; false where the bank has none of that id.
  private mutating func add(part id: Substring, of bank: QuestionBank) -> Bool {
    let shares = bank.domainShares
    for domain in bank.domains {
      let share = shares[domain.id] ?? 0
      if domain.id == id {
        add(bank, domain.objectives.map(\.id), weight: share)
        return true
      }
      if domain.objectives.contains(where: { $0.id == id }) {
        add(bank, [String(id)], weight: share / Double(domain.objectives.count))
        return true
      }
    }
    return false
  }

  private mutating func add(_ bank: QuestionBank, _ objectives: [String], weight: Double) {
    let objectives = Set(objectives)
    let questions = bank.questions.filter { $0.objective.map(objectives.contains) ?? false }
    add(questions, weight: weight)
  }

  private mutating func add(_ questions: [Question], weight: Double) {
    let questions = questions.filter { taken.insert($0.id).inserted }
    if !questions.isEmpty { groups.append(Group(weight: weight, questions: questions)) }
  }
}

extension QuestionBank {
  /// The share of each domain in an exam on the whole bank, by its id; the shares add to 1.
  ///
  /// By the weights or, where the bank gives none, by the numbers of questions.
  fileprivate var domainShares: [String: Double] {
    let total = domains.map(\.weight).reduce(0, +)
    if total > 0 {
      return Dictionary(
        domains.map { ($0.id, $0.weight / total) }, uniquingKeysWith: { first, _ in first })
    }
    var counts: [String: Double] = [:]
    var all = 0.0
    for domain in domains {
      let objectives = Set(domain.objectives.map(\.id))
      let count = Double(questions.count { $0.objective.map(objectives.contains) ?? false })
      counts[domain.id] = count
      all += count
    }
    return counts.mapValues { all > 0 ? $0 / all : 0 }
  }
}
