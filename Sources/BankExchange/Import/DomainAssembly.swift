import PracticeCore

/// The domains and objectives of a bank that is being imported, out of the categories of its
/// questions.
///
/// The outermost category is the domain, those within it make the objective; where there is only
/// one, the objective has the same title.
struct DomainAssembly {
  private(set) var domains: [Domain] = []
  private var identifiers = StableIdentifiers()
  private var domainIndex: [String: Int] = [:]
  private var domainOfID: [String: Int] = [:]
  private var objectiveOfTitle: [[String]: String] = [:]
  private var objectiveIDs: Set<String> = []

  /// Declares a domain with its objectives; ids that are taken already become others.
  mutating func declare(_ domain: Domain) {
    let index = self.index(ofDomain: domain.title, id: domain.id)
    domains[index].weight = domain.weight
    for objective in domain.objectives {
      _ = id(ofObjective: objective.title, id: objective.id, inDomain: index)
    }
  }

  /// The id of the objective of a question; nil for a question without any.
  mutating func objective(
    category: [String], domainTitle: String?, objectiveTitle: String?, labels: QuestionLabels
  ) -> String? {
    let names = category.map { TextBlock.line(ImportedText.cleaned($0).text) }
      .filter { !$0.isEmpty }
    func cleaned(_ title: String?) -> String? {
      let line = title.map { TextBlock.line(ImportedText.cleaned($0).text) }
      return line?.isEmpty == true ? nil : line
    }
    // An objective that is known by its id already.
    if let id = labels.objective, objectiveIDs.contains(id), names.isEmpty { return id }
    guard
      let domainTitle = cleaned(domainTitle) ?? names.first ?? labels.domain ?? labels.objective
    else { return nil }
    let rest = names.dropFirst().joined(separator: " / ")
    let objectiveTitle =
      cleaned(objectiveTitle) ?? (rest.isEmpty ? nil : rest)
      ?? (names.isEmpty ? labels.objective : nil) ?? domainTitle
    let index = self.index(ofDomain: domainTitle, id: labels.domain)
    return id(ofObjective: objectiveTitle, id: labels.objective, inDomain: index)
  }

  private mutating func index(ofDomain title: String, id: String?) -> Int {
    if let id, let index = domainOfID[id] { return index }
    if id == nil || domainOfID[id ?? ""] != nil, let index = domainIndex[title] { return index }
    let taken = identifiers.take(id ?? title, content: [title], prefix: "D-")
    domains.append(Domain(id: taken, title: title))
    domainIndex[title] = domainIndex[title] ?? domains.count - 1
    domainOfID[id ?? taken] = domains.count - 1
    return domains.count - 1
  }

  private mutating func id(
    ofObjective title: String, id: String?, inDomain index: Int
  ) -> String {
    let domain = domains[index].id
    // The id that the file gives tells objectives of one title apart.
    let key = [domain, title, id ?? ""]
    if let known = objectiveOfTitle[key] { return known }
    if id == nil, let known = domains[index].objectives.first(where: { $0.title == title }) {
      return known.id
    }
    let wish = id ?? StableIdentifiers.identifier(from: title).map { "\(domain).\($0)" }
    let taken = identifiers.take(
      wish.map { String($0.prefix(ImportLimits.idBytes)) }, content: [domain, title],
      prefix: "O-")
    objectiveOfTitle[key] = taken
    objectiveIDs.insert(taken)
    domains[index].objectives.append(Objective(id: taken, title: title))
    return taken
  }
}
