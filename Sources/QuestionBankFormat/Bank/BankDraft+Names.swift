import PracticeCore

extension BankDraft {
  /// Notes the names that a question mentions; those not declared yet are looked up at the end.
  ///
  /// `question` is the question's index, or nil where it has been left out.
  mutating func useNames(of draft: QuestionDraft, question: Int32?) {
    if let objective = draft.objective, !objectives.contains(objective.value) {
      use(objective, as: .objective, question)
    }
    for reference in draft.references where !referenceNames.use(reference.value) {
      use(reference, as: .reference, question)
    }
    if let scenario = draft.scenario, !scenarioNames.use(scenario.value) || question == nil {
      use(scenario, as: .scenario, question)
    }
  }

  private mutating func use(
    _ name: YAMLCursor.Text, as kind: NameUse.Kind, _ question: Int32?
  ) {
    uses.append(
      NameUse(kind: kind, name: name.value, at: here(name.place), question: question))
    charge(at: here(name.place)) { $0.charge(80) }
  }

  /// Looks up the names that were mentioned before they were declared, if they were.
  ///
  /// Leaves out the questions that mention an unknown one.
  mutating func checkNames() {
    giveQuestionsTheirBank()
    guard isMainFileComplete else { return }
    var isLeftOut = Set<Int32>()
    for use in uses where !isKnown(use) {
      if let question = use.question { isLeftOut.insert(question) }
    }
    reportMissingNames()
    reportUnused(.unusedReference, "reference", referenceNames)
    reportUnused(.unusedScenario, "scenario", scenarioNames)
    if !isLeftOut.isEmpty {
      let kept = questions.indices.filter { !isLeftOut.contains(Int32($0)) }
      keptQuestions = kept.map { Int32($0) }
      questions = kept.map { questions[$0] }
      keepExceptions(ofQuestions: kept)
    }
  }

  /// Gives the exceptions of questions their new numbers, and drops those of questions left out.
  private mutating func keepExceptions(ofQuestions kept: [Int]) {
    let numbers = Dictionary(
      zip(kept, kept.indices).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    exceptions = exceptions.compactMap { exception in
      guard let question = exception.question else { return exception }
      guard let number = numbers[question] else { return nil }
      var exception = exception
      exception.question = number
      return exception
    }
  }

  /// Whether a name is declared after all; reports it otherwise.
  private mutating func isKnown(_ use: NameUse) -> Bool {
    switch use.kind {
    case .objective:
      if objectives.contains(use.name) { return true }
      reportUnknownObjective(use)
      return false
    case .reference:
      if referenceNames.use(use.name) { return true }
      reportUnknown(.unknownReference, "reference", use, among: references.lazy.map(\.id))
      return false
    case .scenario:
      guard scenarioNames.use(use.name) else {
        let names = scenariosInOrder ?? scenarios.keys.sorted()
        scenariosInOrder = names
        reportUnknown(.unknownScenario, "scenario", use, among: names)
        return false
      }
      // Without a text the scenario has an error of its own.
      guard let text = scenarios[use.name] else { return false }
      if let question = use.question { showScenario(text, inQuestion: Int(question)) }
      return true
    }
  }

  /// Reports questions without an objective or references, where the bank has such.
  private func reportMissingNames() {
    // By index, since a copy of each question would take longer than all else here.
    for index in questions.indices {
      let lacksObjective = !objectives.isEmpty && questions[index].objective == nil
      let lacksReference = !referenceNames.isEmpty && questions[index].references.isEmpty
      guard lacksObjective || lacksReference,
        let place = questionNames.place(of: String(questions[index].id.question))
      else { continue }
      if lacksObjective {
        diagnostics.report(
          .missingObjective, "the question names no objective", at: location(place))
      }
      if lacksReference {
        diagnostics.report(
          .missingReference, "the question names no reference", at: location(place))
      }
    }
  }

  /// Puts the bank's id into the names of questions that were read before it.
  private mutating func giveQuestionsTheirBank() {
    guard let id else { return }
    for index in 0..<questionsBeforeID {
      questions[index] = questions[index].moved(to: id)
    }
  }

  /// The wording of a question includes its scenario, and so does the fingerprint of the wording.
  private mutating func showScenario(_ text: String, inQuestion index: Int) {
    questions[index].revision = Revision(
      stem: questions[index].stem, scenario: text, format: questions[index].format)
  }

  private func reportUnknownObjective(_ use: NameUse) {
    if partNames.contains(use.name) {
      diagnostics.report(
        .unknownObjective, "\(quoted(use.name)) is a domain; an objective is expected",
        at: location(use.at))
    } else {
      reportUnknown(
        .unknownObjective, "objective", use,
        among: domains.lazy.flatMap { $0.objectives.map(\.id) })
    }
  }

  private func reportUnknown(
    _ rule: Rule, _ what: String, _ use: NameUse, among names: some Sequence<String>
  ) {
    // Looking for what was meant takes its time, and nothing more is kept.
    if diagnostics.isFull { return }
    let nearest = NearestName.find(use.name, among: names)
    let hint = names.contains { _ in true } ? "" : "; the bank declares none"
    diagnostics.report(
      rule, "unknown \(what) \(quoted(use.name))\(hint)", at: location(use.at),
      suggestion: nearest)
  }

  private func reportUnused(_ rule: Rule, _ what: String, _ names: DeclaredNames) {
    for (name, place) in names.unused {
      diagnostics.report(
        rule, "\(what) '\(name)' is used by no question", at: location(place))
    }
  }
}

extension Question {
  /// The same question in the bank `bank`.
  fileprivate func moved(to bank: String) -> Question {
    var question = Question(
      id: QuestionID(bank: bank, question: id.question), objective: objective, facts: facts,
      difficulty: difficulty, cognitiveLevel: cognitiveLevel, scenario: scenario, stem: stem,
      format: format, takeaway: takeaway, references: references, reviewed: reviewed, tags: tags)
    // It covers the scenario too, whose text is not at hand here.
    question.revision = revision
    return question
  }
}
