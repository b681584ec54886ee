import PracticeCore

/// A bank while it is being checked.
struct BankInspection {
  private let outcome: QuestionBankReader.Outcome
  private var lines: [String: SourceLines]
  private var findings: [BankLint.Finding] = []
  private var exceptionsOfQuestion: [Int: [Int]] = [:]
  private var exceptionsOfBank: [Rule: Int] = [:]
  private var isUsed: [Bool]
  private var notKept = 0

  /// Reads the bank that `files` make up.
  init(_ files: [SourceFile]) {
    outcome = QuestionBankReader.check(
      files, notingPlaces: true, warningLimit: BankLint.warningLimit)
    lines = Dictionary(
      files.map { ($0.name, SourceLines($0)) }, uniquingKeysWith: { first, _ in first })
    isUsed = [Bool](repeating: false, count: outcome.exceptions.count)
    for (index, exception) in outcome.exceptions.enumerated() {
      if let question = exception.question {
        exceptionsOfQuestion[question, default: []].append(index)
      } else {
        exceptionsOfBank[exception.rule] = index
      }
    }
  }

  /// The questions that could be read.
  var questions: [Question] { outcome.bank?.questions ?? [] }

  /// Applies all rules but those that compare questions.
  mutating func run(asOf today: CalendarDate) {
    takeDiagnostics()
    guard let bank = outcome.bank, let places = outcome.places else { return }
    for index in bank.questions.indices {
      var examination = QuestionExamination(bank.questions[index], language: bank.language)
      examination.run()
      for finding in examination.findings {
        report(
          finding.rule, finding.message, question: index,
          at: location(finding.part, finding.spot, ofQuestion: index, in: places))
      }
    }
    var examination = WholeBankExamination(bank)
    examination.run(asOf: today)
    for finding in examination.findings {
      report(
        finding.rule, finding.message, question: nil,
        at: places.location(of: finding.part) ?? places.location(of: .bank))
    }
    for finding in examination.questionFindings {
      report(
        finding.rule, finding.message, question: finding.question,
        at: places.location(of: finding.part, ofQuestion: finding.question))
    }
  }

  // MARK: - Places

  /// Where a question has its id, or begins.
  func location(ofQuestion index: Int) -> SourceLocation? {
    outcome.places?.location(of: .id, ofQuestion: index)
      ?? outcome.places?.location(ofQuestion: index)
  }

  private func location(
    _ part: BankPlaces.Part, _ spot: QuestionFinding.Spot?, ofQuestion index: Int,
    in places: BankPlaces
  ) -> SourceLocation? {
    let start = places.location(of: part, ofQuestion: index)
    guard let spot, let start, let lines = lines[start.file] else {
      return start ?? location(ofQuestion: index)
    }
    // Indentation, line ends and escapes take more room in the file than in the text.
    return lines.location(
      ofWord: spot.word, occurrence: spot.occurrence, from: start,
      within: 4 * spot.length + 2_000) ?? start
  }

  /// Lets the files go.
  mutating func dropFiles() { lines = [:] }

  // MARK: - Reports

  /// Notes what the reader found, but for warnings that are switched off.
  private mutating func takeDiagnostics() {
    let owners = QuestionOwners(outcome.places)
    for diagnostic in outcome.diagnostics {
      let rule = Rule(rawValue: diagnostic.rule)
      var question: Int?
      if let rule, rule.canBeSwitchedOff {
        question = rule.isAboutQuestion ? owners.question(at: diagnostic.location) : nil
        if allows(rule, ofQuestion: question) { continue }
      }
      findings.append(
        BankLint.Finding(diagnostic: diagnostic, question: question.map { questions[$0].id }))
    }
  }

  /// Notes that a question is like an earlier one, perhaps of another bank.
  mutating func reportDuplicate(
    question: Int, of first: QuestionID, at place: SourceLocation?, share: Double
  ) {
    let percent = Int((100 * share).rounded(.down))
    let isSameBank = first.bank == questions[question].id.bank
    let name = isSameBank ? String(first.question) : first.description
    report(
      .nearDuplicate,
      percent == 100
        ? "the question says the same as '\(name)'"
        : "the question is \(percent) % the same as '\(name)'",
      question: question, at: location(ofQuestion: question),
      notes: place.map { [Diagnostic.Note(message: "'\(name)' is here", location: $0)] } ?? [])
  }

  private mutating func report(
    _ rule: Rule, _ message: String, question: Int?, at location: SourceLocation?,
    notes: [Diagnostic.Note] = []
  ) {
    if allows(rule, ofQuestion: question) { return }
    guard let location else { return }
    guard findings.count < BankLint.warningLimit else {
      notKept += 1
      return
    }
    findings.append(
      BankLint.Finding(
        diagnostic: Diagnostic(
          severity: rule.severity, rule: rule.rawValue, message: message, location: location,
          notes: notes),
        question: question.map { questions[$0].id }))
  }

  /// Whether a rule is switched off for a question, or the bank; that exception then has a use.
  mutating func allows(_ rule: Rule, ofQuestion question: Int?) -> Bool {
    if let question, let exceptions = exceptionsOfQuestion[question],
      let index = exceptions.first(where: { outcome.exceptions[$0].rule == rule })
    {
      isUsed[index] = true
      return true
    }
    guard let index = exceptionsOfBank[rule] else { return false }
    isUsed[index] = true
    return true
  }

  /// All that was found.
  var report: BankLint.Report {
    var findings = findings + unusedExceptions
    findings.sort { $0.diagnostic.location < $1.diagnostic.location }
    if notKept > 0, let last = findings.last {
      findings.append(
        BankLint.Finding(
          diagnostic: Diagnostic(
            severity: .warning, rule: Rule.tooManyDiagnostics.rawValue,
            message: "\(notKept) further warnings are not shown",
            location: last.diagnostic.location),
          question: nil))
    }
    return BankLint.Report(
      bank: outcome.bank, questionCount: outcome.questionCount, findings: findings)
  }

  /// Exceptions that nothing needs.
  ///
  /// Where questions are missing for their errors, that can't be told; nor of rules whose findings
  /// come with time, or with other banks.
  private var unusedExceptions: [BankLint.Finding] {
    if outcome.diagnostics.hasErrors { return [] }
    return zip(outcome.exceptions, isUsed).compactMap { exception, isUsed in
      if isUsed || exception.rule == .staleReview || exception.rule == .nearDuplicate { return nil }
      return BankLint.Finding(
        diagnostic: Diagnostic(
          severity: Rule.unusedException.severity, rule: Rule.unusedException.rawValue,
          message: "'\(exception.rule.rawValue)' finds nothing here; leave the exception out",
          location: exception.location),
        question: exception.question.map { questions[$0].id })
    }
  }
}

extension Rule {
  /// Whether the reader's warnings of this rule are about a question, rather than the bank.
  fileprivate var isAboutQuestion: Bool {
    switch self {
    case .emptyValue, .duplicateAnswer, .severalLast, .incompleteQuestion, .missingObjective,
      .missingReference, .missingRationale:
      true
    default: false
    }
  }
}

/// Tells to which question a place in a file belongs.
private struct QuestionOwners {
  private var starts: [String: [(place: Place, question: Int)]] = [:]

  init(_ places: BankPlaces?) {
    guard let places else { return }
    for index in 0..<places.questionCount {
      guard let location = places.location(ofQuestion: index) else { continue }
      starts[location.file, default: []].append(
        (Place(line: location.line, column: location.column), index))
    }
  }

  /// The question that begins last at or before the place, in its file.
  func question(at location: SourceLocation) -> Int? {
    guard let starts = starts[location.file] else { return nil }
    let place = Place(line: location.line, column: location.column)
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].place <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? starts[low - 1].question : nil
  }
}
