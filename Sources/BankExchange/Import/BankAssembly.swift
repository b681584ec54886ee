package import PracticeCore
package import QuestionBankFormat

/// A bank that grows out of the questions of another format.
///
/// What it holds is free of errors by the rules of Swot: whatever a bank can't hold is reported and
/// left out, or mended and listed.
package struct BankAssembly {
  /// What was found so far.
  package var report: ImportReport
  private let options: ImportOptions
  private var identifiers = StableIdentifiers()
  private var parts = DomainAssembly()
  private var references = ReferenceAssembly()
  private var scenarios = ScenarioAssembly()
  private var questions: [Question] = []
  /// What each of the questions says of its objective.
  private var places: [Placement] = []
  private let bankID: String

  /// What a question says of its objective.
  private struct Placement {
    var location: SourceLocation
    var category: [String]
    var domainTitle: String?
    var objectiveTitle: String?
    var labels: QuestionLabels
  }

  /// The title that the file gives itself.
  package var title: String?
  /// What the file says it is about.
  package var description: String?
  /// How many questions were found.
  package private(set) var questionCount = 0

  /// Starts a bank out of `file`.
  package init(_ file: SourceFile, options: ImportOptions) {
    report = ImportReport(file: file.name)
    self.options = options
    let name = file.lastComponent
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    fileTitle = String(stem.isEmpty ? name : stem)
    bankID =
      options.bankID.flatMap(StableIdentifiers.identifier(from:))
      ?? StableIdentifiers.identifier(from: fileTitle) ?? "bank"
  }

  private let fileTitle: String

  /// Whether no further question is taken.
  package var isFull: Bool { questionCount >= ImportLimits.questions }

  /// Declares a domain and its objectives before questions name them, in this order.
  package mutating func declare(_ domain: Domain) { parts.declare(domain) }

  /// Declares a reference before questions name it.
  package mutating func declare(_ reference: Reference) {
    _ = references.id(of: (reference.id, reference.title, reference.url))
  }

  /// Counts a question that was found and reported, but can't be taken.
  package mutating func skipQuestion() { questionCount += 1 }

  /// Adds a question where a bank can hold it; reports it otherwise.
  package mutating func add(_ imported: ImportedQuestion) {
    questionCount += 1
    guard questionCount <= ImportLimits.questions else {
      if questionCount == ImportLimits.questions + 1 {
        report.report(
          .tooLarge, "more than \(ImportLimits.questions) questions; the rest is left out",
          at: imported.location)
      }
      return
    }
    var cleaning = QuestionCleaning(imported)
    guard let format = cleaning.format(reportingTo: &report) else { return }
    let stem = cleaning.text(imported.stem)
    guard !stem.isEmpty else {
      report.report(.incomplete, "the question has no text", at: imported.location)
      return
    }
    let takeaway = imported.takeaway.map { cleaning.text($0) }
    let tags = imported.labels.tags.map { TextBlock.line(cleaning.text($0)) }
    let id = identifiers.take(
      imported.id.flatMap { $0.isEmpty ? nil : $0 } ?? imported.name,
      content: [stem] + Self.texts(of: format))
    if let wish = imported.id, wish != id, !wish.isEmpty {
      report.lose(
        .id, "the id '\(TextBlock.line(wish).prefix(60))' becomes '\(id)'",
        of: imported.shownName, at: imported.location)
    }
    var referenceIDs: [String] = []
    for reference in imported.references.prefix(ImportLimits.entries) {
      let title = TextBlock.line(cleaning.text(reference.title))
      let url = cleaning.text(reference.url)
      guard GeneralFeedback.isAddress(url) else { continue }
      let id = references.id(of: (reference.id, title.isEmpty ? url : title, url))
      if !referenceIDs.contains(id) { referenceIDs.append(id) }
    }
    let labels = imported.labels
    let scenario = imported.scenario.flatMap { scenarios.id(of: ($0.id, cleaning.text($0.text))) }
    places.append(
      Placement(
        location: imported.location, category: imported.category, domainTitle: imported.domainTitle,
        objectiveTitle: imported.objectiveTitle, labels: labels))
    cleaning.reportReplaced(to: &report)
    questions.append(
      Question(
        id: QuestionID(bank: bankID, question: id),
        facts: Array(labels.facts.prefix(ImportLimits.entries)), difficulty: labels.difficulty,
        cognitiveLevel: labels.cognitiveLevel, scenario: scenario,
        scenarioText: scenario.flatMap { scenarios.all[$0] }, stem: stem, format: format,
        takeaway: takeaway?.isEmpty == false ? takeaway : nil, references: referenceIDs,
        reviewed: labels.reviewed,
        tags: Array(tags.filter { !$0.isEmpty }.prefix(ImportLimits.entries))))
  }

  /// What became of the file.
  package mutating func finish() -> BankImport {
    if questionCount == 0, report.errorCount == 0 {
      report.report(
        .nothing, "there is no question in the file", at: report.location(line: 1, column: 1))
    }
    for (index, place) in places.enumerated() {
      questions[index].objective = parts.objective(
        category: place.category, domainTitle: place.domainTitle,
        objectiveTitle: place.objectiveTitle, labels: place.labels)
    }
    let title = TextBlock.line(
      ImportedText.cleaned(options.title ?? title ?? fileTitle).text)
    let description = description.map { TextBlock.normalized(ImportedText.cleaned($0).text) }
    let bank = QuestionBank(
      id: bankID, title: title.isEmpty ? bankID : title,
      description: description?.isEmpty == false ? description : nil,
      references: references.all, scenarios: scenarios.all, domains: parts.domains,
      questions: questions)
    return BankImport(
      bank: bank, diagnostics: report.finishedDiagnostics(), losses: report.finishedLosses(),
      questionCount: questionCount, questionLocations: places.map(\.location))
  }

  private static func texts(of format: AnswerFormat) -> [String] {
    switch format {
    case .choices(let choices): choices.map(\.text)
    case .match(let pairs, let distractors):
      pairs.flatMap { [$0.prompt, $0.answer] } + distractors
    case .order(let texts), .answer(let texts): texts
    }
  }
}

/// The references of a bank that is being imported.
struct ReferenceAssembly {
  private(set) var all: [Reference] = []
  private var identifiers = StableIdentifiers()
  private var idOfPage: [[String]: String] = [:]

  /// The id of a reference, which is declared where it is new.
  mutating func id(of reference: (id: String?, title: String, url: String)) -> String {
    let page = [reference.title, reference.url]
    if let id = idOfPage[page] { return id }
    let id = identifiers.take(reference.id ?? reference.title, content: page, prefix: "R-")
    idOfPage[page] = id
    all.append(Reference(id: id, title: reference.title, url: reference.url))
    return id
  }
}

/// The scenarios of a bank that is being imported.
struct ScenarioAssembly {
  private(set) var all: [String: String] = [:]
  private var identifiers = StableIdentifiers()
  private var idOfText: [[String]: String] = [:]

  /// The id of a scenario, which is declared where it is new; nil for one without text.
  mutating func id(of scenario: (id: String?, text: String)) -> String? {
    guard !scenario.text.isEmpty else { return nil }
    let key = [scenario.id ?? "", scenario.text]
    if let id = idOfText[key] { return id }
    let id = identifiers.take(scenario.id, content: [scenario.text], prefix: "S-")
    idOfText[key] = id
    all[id] = scenario.text
    return id
  }
}
