import FSRS
import PracticeCore
import PracticeUI
import QuestionBankFormat
import TerminalUI

/// What must hold for every file that is read as a bank, a blueprint, notes or settings.
package enum BankChecks {
  /// Reads an input, and checks what came of it.
  ///
  /// - Parameters:
  ///   - input: The input.
  ///   - thoroughness: Whether all is checked.
  /// - Throws: ``BrokenPromise``.
  package static func check(
    _ input: some Collection<UInt8>, _ thoroughness: Thoroughness = .full
  ) throws(BrokenPromise) {
    let input = BankInput(input)
    let diagnostics: [Diagnostic]
    switch input {
    case .bank(let file):
      diagnostics = try checkBank([file], thoroughness)
      if thoroughness == .full { try checkLineEnds(file) }
    case .folder(let files): diagnostics = try checkBank(files, thoroughness)
    case .blueprint(let file): diagnostics = try checkBlueprint(file)
    case .notes(let file): diagnostics = try checkNotes(file)
    case .settings(let file):
      let (root, found) = SourceNode.read(file)
      if let root { try checkText(of: root) }
      diagnostics = found
    }
    try DiagnosticChecks(input.files).check(diagnostics)
  }

  // MARK: - Banks

  private static func checkBank(
    _ files: [SourceFile], _ thoroughness: Thoroughness
  ) throws(BrokenPromise) -> [Diagnostic] {
    let outcome = QuestionBankReader.check(files)
    if thoroughness == .full {
      let again = QuestionBankReader.check(files.reversed())
      try require(
        outcome.bank == again.bank && outcome.diagnostics == again.diagnostics,
        "reading twice gives something else")
    }
    if thoroughness == .full, !files.isEmpty { try checkWording(files, outcome) }
    guard let bank = outcome.bank else {
      try require(
        outcome.diagnostics.hasErrors || files.isEmpty, "no bank, and nothing says why")
      return outcome.diagnostics
    }
    try require(bank.questions.count <= outcome.questionCount, "more questions than were found")
    if !outcome.diagnostics.hasErrors {
      try require(
        bank.questions.count == outcome.questionCount, "a question is left out without an error")
    }
    try checkTexts(of: bank)
    try checkQuestions(of: bank, namesAreKnown: !outcome.diagnostics.hasErrors)
    guard thoroughness == .full else { return outcome.diagnostics }
    try checkLayout(of: files)
    for section in bank.notes { try checkLayout(of: section) }
    if !outcome.diagnostics.hasErrors { try ScreenChecks(bank).check() }
    return outcome.diagnostics
  }

  /// Rules on the wording of questions find places in the files, the same twice, and every error
  /// that reading finds.
  private static func checkWording(
    _ files: [SourceFile], _ outcome: QuestionBankReader.Outcome
  ) throws(BrokenPromise) {
    let today = CalendarDate(daysSince1970: 20_787)
    let report = BankLint.check([files], asOf: today)[0]
    let found = report.findings.map(\.diagnostic)
    try DiagnosticChecks(files).check(found, upTo: BankLint.warningLimit + 2)
    try require(report.bank == outcome.bank, "a check reads another bank")
    try require(
      report.findings == BankLint.check([files], asOf: today)[0].findings,
      "a check finds something else the second time")
    let errors = outcome.diagnostics.filter { $0.severity == .error }
    try require(found.filter { $0.severity == .error } == errors, "a check finds other errors")
  }

  private static func checkQuestions(
    of bank: QuestionBank, namesAreKnown: Bool
  ) throws(BrokenPromise) {
    let catalog = QuestionCatalog(banks: [bank])
    let objectives = Set(bank.domains.flatMap(\.objectives).map(\.id))
    var names = Set<QuestionID>()
    for question in bank.questions {
      let name = question.id.description
      try require(names.insert(question.id).inserted, "two questions are called \(name)")
      try require(QuestionID(name) == question.id, "\(name) is no name of a question")
      try require(catalog[question.id] == question, "\(name) is not in the catalogue")
      try require(question.isRight(question.rightResponse), "\(name): the key is wrong")
      guard namesAreKnown else { continue }
      if let objective = question.objective {
        try require(objectives.contains(objective), "\(name): unknown objective \(objective)")
      }
      if let scenario = question.scenario {
        try require(bank.scenarios[scenario] != nil, "\(name): unknown scenario \(scenario)")
      }
      for reference in question.references {
        try require(bank.reference(reference) != nil, "\(name): unknown reference \(reference)")
      }
    }
  }

  /// Files with line ends of other systems, or with a byte order mark, mean the same.
  private static func checkLineEnds(_ file: SourceFile) throws(BrokenPromise) {
    let original = QuestionBankReader.check([file])
    if !file.bytes.contains(0x0D) {
      var bytes: [UInt8] = []
      for byte in file.bytes { bytes += byte == 0x0A ? [0x0D, 0x0A] : [byte] }
      let other = QuestionBankReader.check([SourceFile(name: file.name, bytes: bytes)])
      try require(original.bank == other.bank, "line ends with a carriage return change the bank")
      try require(
        original.diagnostics == other.diagnostics,
        "line ends with a carriage return change the diagnostics")
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isUTF16 = file.bytes.starts(with: [0xFE, 0xFF]) || file.bytes.starts(with: [0xFF, 0xFE])
    if !isUTF16, !file.bytes.starts(with: mark) {
      let other = QuestionBankReader.check([SourceFile(name: file.name, bytes: mark + file.bytes)])
      try require(original.bank == other.bank, "a byte order mark changes the bank")
      try require(
        original.diagnostics == other.diagnostics, "a byte order mark changes the diagnostics")
    }
  }

  // MARK: - Blueprints and notes

  private static func checkBlueprint(_ file: SourceFile) throws(BrokenPromise) -> [Diagnostic] {
    let banks = [
      QuestionBank(
        id: "iam", title: "IAM",
        domains: [Domain(id: "D1", title: "D", objectives: [Objective(id: "O1", title: "O")])])
    ]
    let (known, findings) = BlueprintReader.read(file, banks: banks)
    try DiagnosticChecks([file]).check(findings)
    try require((known == nil) == findings.hasErrors, "a blueprint with errors, or none without")
    let (blueprint, diagnostics) = BlueprintReader.read(file)
    try require(
      (blueprint == nil) == diagnostics.hasErrors, "a blueprint with errors, or none without")
    guard let blueprint else { return diagnostics }
    switch BankFormatter.format(blueprint: file).outcome {
    case .changed(let new):
      try require(
        BankFormatter.format(blueprint: new).outcome == .unchanged, "an exam is formatted twice")
    case let outcome: try require(outcome == .unchanged, "an exam can't be formatted")
    }
    try require(blueprint.questions > 0, "an exam of \(blueprint.questions) questions")
    try require(
      (0..<blueprint.questions).contains(blueprint.unscored), "\(blueprint.unscored) not counted")
    try require(blueprint.minutes > 0, "an exam of \(blueprint.minutes) minutes")
    try require(!blueprint.sections.isEmpty, "an exam without sections")
    for section in blueprint.sections {
      try require(section.weight > 0 && section.weight.isFinite, "a weight of \(section.weight)")
      try requireText(section.title)
    }
    try requireText(blueprint.title)
    try requireText(blueprint.description ?? "")
    return diagnostics
  }

  /// Whatever can be read can be formatted, and once is enough.
  private static func checkLayout(of files: [SourceFile]) throws(BrokenPromise) {
    var formatted = files
    for (file, outcome) in BankFormatter.format(bank: files).outcomes {
      try require(outcome != .refused, "\(file.name) can't be formatted")
      guard case .changed(let new) = outcome else { continue }
      formatted = formatted.map { $0.name == new.name ? new : $0 }
    }
    guard formatted != files else { return }
    for (file, outcome) in BankFormatter.format(bank: formatted).outcomes {
      if case .changed = outcome { throw BrokenPromise("\(file.name) is formatted twice") }
    }
  }

  private static func checkNotes(_ file: SourceFile) throws(BrokenPromise) -> [Diagnostic] {
    let (sections, diagnostics) = NotesReader.read(file)
    for section in sections { try checkLayout(of: section) }
    return diagnostics
  }

  private static func checkLayout(of section: NotesSection) throws(BrokenPromise) {
    try requireText(section.title)
    for (columns, symbols) in [(76, Symbols.unicode), (7, .ascii)] {
      for line in NotesText.lines(of: section, columns: columns, symbols: symbols) {
        try requireHarmless(line.text, "a row of notes")
        try require(
          ColumnWidth.of(line.text) <= columns,
          "a row of \(ColumnWidth.of(line.text)) columns in \(columns): \(line.text)")
      }
    }
  }

  // MARK: - Texts

  /// What has been read holds line feeds alone.
  private static func requireText(_ text: String) throws(BrokenPromise) {
    try requireHarmless(text, allowing: ["\n"], "a text that was read")
  }

  private static func checkText(of node: SourceNode) throws(BrokenPromise) {
    switch node.content {
    // Settings and themes are looked at even where they have errors, but never shown as they are.
    case .text: break
    case .list(let items): for item in items { try checkText(of: item) }
    case .mapping(let entries): for entry in entries { try checkText(of: entry.value) }
    }
  }

  private static func checkTexts(of bank: QuestionBank) throws(BrokenPromise) {
    let texts = [bank.title, bank.description, bank.language, bank.license].compactMap { $0 }
    for text in texts + bank.authors + bank.scenarios.values { try requireText(text) }
    for reference in bank.references {
      try requireText(reference.title)
      try requireText(reference.url)
    }
    for domain in bank.domains {
      try requireText(domain.title)
      for objective in domain.objectives { try requireText(objective.title) }
    }
    for question in bank.questions {
      for text in Self.texts(of: question) { try requireText(text) }
    }
  }

  private static func texts(of question: Question) -> [String] {
    let own = [question.stem, question.takeaway ?? ""] + question.tags
    switch question.format {
    case .choices(let choices): return own + choices.flatMap { [$0.text, $0.why ?? ""] }
    case .match(let pairs, let distractors):
      return own + distractors + pairs.flatMap { [$0.prompt, $0.answer, $0.why ?? ""] }
    case .order(let texts), .answer(let texts): return own + texts
    }
  }
}
