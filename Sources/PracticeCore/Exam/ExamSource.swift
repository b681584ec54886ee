/// The questions that a section can draw, by domain.
struct ExamSource {
  /// The questions of one domain, or of one objective where a section names just that.
  struct Group {
    /// The share of the section; only the ratio to its other groups counts.
    var weight: Double
    /// The numbers of the questions in the pool, by objective; none of the lists is empty.
    var lists: [[Int32]]

    /// How many questions it holds.
    var count: Int { lists.reduce(0) { $0 + $1.count } }

    /// The group without the questions that are taken.
    func without(_ taken: [Bool]) -> Group {
      Group(weight: weight, lists: lists.without(taken))
    }
  }

  /// The groups, in the order of the section's `from` and of the banks.
  private(set) var groups: [Group] = []

  private var taken: [Bool] = []

  /// Gathers what `section` can draw from `catalog` into `pool`; each question stands in the first
  /// group that holds it.
  ///
  /// - Throws: ``ExamDrawFailure/unknownSource(section:name:)``.
  init(
    _ section: BlueprintSection, in catalog: QuestionCatalog, pool: inout ExamPool
  ) throws(ExamDrawFailure) {
    for name in section.from {
      let pieces = name.split(separator: "/", maxSplits: 1)
      guard let bank = pieces.first.flatMap({ catalog.bank(named: $0) }) else {
        throw .unknownSource(section: section.title, name: name)
      }
      let place = pool.place(of: bank)
      let lists = pool.lists(ofBankAt: place)
      taken += [Bool](repeating: false, count: pool.count - taken.count)
      if pieces.count == 1 {
        add(bank, lists)
      } else if !add(part: pieces[1], of: bank, lists) {
        throw .unknownSource(section: section.title, name: name)
      }
    }
    taken = []
  }

  private mutating func add(_ bank: QuestionBank, _ lists: [ExamPool.ObjectiveList]) {
    let shares = bank.domainShares
    var isPartOfDomain = Set<String>()
    for domain in bank.domains {
      add(lists, domain.objectives.map(\.id), weight: shares[domain.id] ?? 0)
      isPartOfDomain.formUnion(domain.objectives.map(\.id))
    }
    // Without domains a bank is one group; beside domains, the rest is drawn when these are used up.
    let rest = lists.filter { !($0.objective.map(isPartOfDomain.contains) ?? false) }
    let isAll = rest.count == lists.count
    add(rest.map(\.numbers), weight: isAll ? 1 : 0)
  }

  /// Adds a domain or objective; false where the bank has none of that id.
  private mutating func add(
    part id: Substring, of bank: QuestionBank, _ lists: [ExamPool.ObjectiveList]
  ) -> Bool {
    let shares = bank.domainShares
    for domain in bank.domains {
      let share = shares[domain.id] ?? 0
      if domain.id == id {
        add(lists, domain.objectives.map(\.id), weight: share)
        return true
      }
      if domain.objectives.contains(where: { $0.id == id }) {
        add(lists, [String(id)], weight: share / Double(domain.objectives.count))
        return true
      }
    }
    return false
  }

  private mutating func add(
    _ lists: [ExamPool.ObjectiveList], _ objectives: [String], weight: Double
  ) {
    let objectives = Set(objectives)
    add(
      lists.filter { $0.objective.map(objectives.contains) ?? false }.map(\.numbers),
      weight: weight)
  }

  private mutating func add(_ lists: [[Int32]], weight: Double) {
    let lists = lists.without(taken)
    for list in lists { for number in list { taken[Int(number)] = true } }
    if !lists.isEmpty { groups.append(Group(weight: weight, lists: lists)) }
  }
}

extension [[Int32]] {
  /// The lists without the numbers that are taken; lists in the order of their first numbers, none
  /// of them empty.
  fileprivate func without(_ taken: [Bool]) -> [[Int32]] {
    map { list in list.filter { !taken[Int($0)] } }
      .filter { !$0.isEmpty }
      .sorted { $0[0] < $1[0] }
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
