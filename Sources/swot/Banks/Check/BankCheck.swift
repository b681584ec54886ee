import PracticeCore
import QuestionBankFormat

/// What was found out about some banks and exams.
struct BankCheck {
  /// How many banks were checked.
  private(set) var bankCount = 0
  /// How many exams were checked.
  private(set) var examCount = 0
  /// How many questions the banks hold, those with errors included.
  private(set) var questionCount = 0
  /// What is wrong, in the order of the sources; last what is wrong with exams.
  private(set) var findings: [BankLint.Finding] = []
  /// The files that were read.
  private(set) var files: [SourceFile] = []

  /// Checks `sources`, each once, however often it is among them.
  ///
  /// - Parameters:
  ///   - sources: Banks and exams; other files are taken for banks, so that it is said what they
  ///     lack.
  ///   - known: Banks that exams may draw from, beside those in `sources`.
  ///   - today: The day on which reviews are old or not.
  init(_ sources: [BankSource], known: [QuestionBank], asOf today: CalendarDate) {
    var bankFiles: [[SourceFile]] = []
    var exams: [SourceFile] = []
    var seen = Set<String>()
    for source in sources where seen.insert(source.path).inserted {
      switch source {
      case .bank(_, let files): bankFiles.append(files)
      case .other(let file): bankFiles.append([file])
      case .blueprint(let file): exams.append(file)
      }
    }
    files = bankFiles.flatMap { $0 } + exams
    bankCount = bankFiles.count
    examCount = exams.count
    var banks: [QuestionBank] = []
    for report in BankLint.check(bankFiles, asOf: today) {
      questionCount += report.questionCount
      findings += report.findings
      if let bank = report.bank { banks.append(bank) }
    }
    // A bank that is checked stands for one of the same id that is known.
    let ids = Set(banks.map(\.id))
    banks += known.filter { !ids.contains($0.id) }
    for exam in exams {
      findings += BlueprintReader.read(exam, banks: banks).diagnostics.map {
        BankLint.Finding(diagnostic: $0, question: nil)
      }
    }
  }

  /// What is wrong.
  var diagnostics: [Diagnostic] { findings.map(\.diagnostic) }

  /// How many of the findings are errors.
  var errorCount: Int { findings.count { $0.diagnostic.severity == .error } }

  /// How many of the findings are warnings.
  var warningCount: Int { findings.count - errorCount }

  /// The result in one line.
  var summary: String {
    func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    var parts = [counted(bankCount, "bank"), counted(questionCount, "question")]
    if examCount > 0 { parts.append(counted(examCount, "exam")) }
    return "Checked \(parts.joined(separator: ", ")): "
      + DiagnosticPrinter.count(of: diagnostics) + "."
  }

  /// How often each rule was broken: errors first, then by number, then by name.
  var counts: [(rule: String, severity: Diagnostic.Severity, count: Int)] {
    var counts: [String: (Diagnostic.Severity, Int)] = [:]
    for finding in findings {
      let diagnostic = finding.diagnostic
      counts[diagnostic.rule, default: (diagnostic.severity, 0)].1 += 1
    }
    return counts.map { ($0.key, $0.value.0, $0.value.1) }.sorted { left, right in
      if left.1 != right.1 { return left.1 == .error }
      return left.2 == right.2 ? left.0 < right.0 : left.2 > right.2
    }
  }

  // MARK: - For people

  /// How many findings of one rule are shown where not all are asked for.
  static let shownPerRule = 10

  /// Writes what is wrong to standard error, and the result to standard output; nothing where all
  /// is well.
  ///
  /// - Parameter showsAll: Whether to show more than ten findings of one rule.
  /// - Throws: ``WriteFailure``.
  func print(showingAll showsAll: Bool) throws(WriteFailure) {
    guard !findings.isEmpty else { return }
    var printer = DiagnosticPrinter(files: files)
    var shown: [String: Int] = [:]
    for finding in findings {
      let count = shown[finding.diagnostic.rule, default: 0]
      shown[finding.diagnostic.rule] = count + 1
      if showsAll || count < Self.shownPerRule {
        try StandardStream.error.write(Array(printer.text(of: finding.diagnostic).utf8))
      }
    }
    if !showsAll {
      for (rule, severity, count) in counts where count > Self.shownPerRule {
        let rest = count - Self.shownPerRule
        let name = "\(severity.rawValue)\(rest == 1 ? "" : "s")"
        try StandardStream.error.writeLine(
          "and \(rest) more \(name) [\(rule)]; to see all: --all")
      }
    }
    try StandardStream.error.writeLine(DiagnosticPrinter.count(of: diagnostics))
    try StandardStream.output.writeLine(summary)
  }

  // MARK: - For programs

  /// The result for programs.
  var json: JSONValue {
    [
      "banks": .int(bankCount), "questions": .int(questionCount), "exams": .int(examCount),
      "errors": .int(errorCount), "warnings": .int(warningCount),
      "rules": .array(
        counts.map { rule, severity, count in
          [
            "rule": .string(rule), "severity": .string(severity.rawValue), "count": .int(count),
          ]
        }),
      "diagnostics": .array(findings.map(Self.json)),
    ]
  }

  private static func json(_ finding: BankLint.Finding) -> JSONValue {
    let diagnostic = finding.diagnostic
    return [
      "severity": .string(diagnostic.severity.rawValue), "rule": .string(diagnostic.rule),
      "message": .string(diagnostic.message), "file": .string(diagnostic.location.file),
      "line": .int(diagnostic.location.line), "column": .int(diagnostic.location.column),
      "suggestion": diagnostic.suggestion.map { .string($0) } ?? nil,
      "question": finding.question.map { .string($0.description) } ?? nil,
      "notes": .array(
        diagnostic.notes.map { note in
          [
            "message": .string(note.message),
            "file": note.location.map { .string($0.file) } ?? nil,
            "line": note.location.map { .int($0.line) } ?? nil,
            "column": note.location.map { .int($0.column) } ?? nil,
          ]
        }),
    ]
  }
}
