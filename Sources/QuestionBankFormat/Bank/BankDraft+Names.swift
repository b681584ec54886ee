import PracticeCore

extension BankDraft {
  /// Looks up all names that were mentioned, now that all that are declared are known.
  ///
  /// Leaves out the questions that mention an unknown one.
  mutating func checkNames() {
    giveQuestionsTheirBank()
    guard isMainFileComplete else { return }
    var isLeftOut = Set<Int32>()
    var used = Set<String>()
    var usedScenarios = Set<String>()
    for use in uses {
      switch use.kind {
      case .objective:
        if objectives.contains(use.name) { continue }
        reportUnknownObjective(use)
        if let question = use.question { isLeftOut.insert(question) }
      case .reference:
        if referencePlaces[use.name] != nil {
          used.insert(use.name)
          continue
        }
        reportUnknown(.unknownReference, "reference", use, among: references.map(\.id))
        if let question = use.question { isLeftOut.insert(question) }
      case .scenario:
        if let text = scenarios[use.name] {
          usedScenarios.insert(use.name)
          if let question = use.question { showScenario(text, inQuestion: Int(question)) }
          continue
        }
        if scenarioPlaces[use.name] != nil {
          usedScenarios.insert(use.name)
        } else {
          reportUnknown(.unknownScenario, "scenario", use, among: scenarios.keys.sorted())
        }
        if let question = use.question { isLeftOut.insert(question) }
      case .noObjective:
        if objectives.isEmpty { continue }
        diagnostics.report(
          .missingObjective, "the question names no objective", at: location(use.at))
      case .noReference:
        if references.isEmpty { continue }
        diagnostics.report(
          .missingReference, "the question names no reference", at: location(use.at))
      }
    }
    reportUnused(.unusedReference, "reference", declared: referencePlaces, used: used)
    reportUnused(.unusedScenario, "scenario", declared: scenarioPlaces, used: usedScenarios)
    if !isLeftOut.isEmpty {
      questions = questions.indices.filter { !isLeftOut.contains(Int32($0)) }.map { questions[$0] }
    }
  }

  /// Puts the bank's id into the names of questions that were read before it.
  private mutating func giveQuestionsTheirBank() {
    guard let id else { return }
    for index in questions.indices where questions[index].id.bank.isEmpty {
      questions[index] = questions[index].moved(to: id)
    }
  }

  /// The wording of a question includes its scenario, and so does the fingerprint of the wording.
  private mutating func showScenario(_ text: String, inQuestion index: Int) {
    questions[index].revision = Revision(
      stem: questions[index].stem, scenario: text, format: questions[index].format)
  }

  private func reportUnknownObjective(_ use: NameUse) {
    if partPlaces[use.name] != nil {
      diagnostics.report(
        .unknownObjective, "\(quoted(use.name)) is a domain; an objective is expected",
        at: location(use.at))
    } else {
      reportUnknown(
        .unknownObjective, "objective", use,
        among: domains.flatMap { $0.objectives.map(\.id) })
    }
  }

  private func reportUnknown(
    _ rule: Rule, _ what: String, _ use: NameUse, among names: [String]
  ) {
    let nearest = NearestName.find(use.name, among: names)
    let hint = names.isEmpty ? "; the bank declares none" : ""
    diagnostics.report(
      rule, "unknown \(what) \(quoted(use.name))\(hint)", at: location(use.at),
      suggestion: nearest)
  }

  private func reportUnused(
    _ rule: Rule, _ what: String, declared: [String: FilePlace], used: Set<String>
  ) {
    for (name, place) in declared where !used.contains(name) {
      diagnostics.report(
        rule, "\(what) '\(name)' is used by no question", at: location(place))
    }
  }
}

extension Question {
  /// The same question in the bank `bank`.
  fileprivate func moved(to bank: String) -> Question {
    Question(
      id: QuestionID(bank: bank, question: id.question), objective: objective, facts: facts,
      difficulty: difficulty, cognitiveLevel: cognitiveLevel, scenario: scenario, stem: stem,
      format: format, takeaway: takeaway, references: references, reviewed: reviewed, tags: tags)
  }
}
