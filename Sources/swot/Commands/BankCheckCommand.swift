import ArgumentParser
import PracticeCore
import QuestionBankFormat

/// `swot bank check`: whether banks and exams are sound.
struct BankCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check banks and exams.",
    discussion: """
      A path is a bank, a part of one (its bank is checked), an exam, or a folder that is searched \
      for all of these. Every problem comes with its file, line and column, and the id of the rule \
      that the documentation explains. Where all is well nothing is printed. The status is 65 where \
      there is an error, or with --strict a warning.

      Example:

        swot bank check --strict my-bank.yaml
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "What to check.", completion: .file())
  var paths: [String]

  @Option(help: "How to print the result.")
  var format = OutputFormat.text

  @Flag(help: "Take warnings for errors.")
  var strict = false

  /// Prints what is wrong, and ends with status 65 where something is.
  func run() throws {
    try reportingFailures {
      var sources: [BankSource] = []
      for path in paths { sources += try Self.sources(at: path) }
      let check = BankCheck(sources, known: try options.library().banks.map(\.bank))
      switch format {
      case .json:
        try StandardStream.output.write(check.json.bytes + [UInt8(ascii: "\n")])
      case .text:
        var printer = DiagnosticPrinter(files: check.files)
        try printer.print(check.diagnostics)
        if !check.diagnostics.isEmpty { try StandardStream.output.writeLine(check.summary) }
      }
      if check.errorCount > 0 || strict && check.warningCount > 0 { throw ExitStatus.badData.code }
    }
  }

  private static func sources(at path: String) throws(BankLibraryFailure) -> [BankSource] {
    do {
      let sources = try BankSearch().sources(at: path)
      guard sources.isEmpty else { return sources }
    } catch {
      throw .unreadable(error)
    }
    throw .nothingFound(path: path)
  }
}

/// What was found out about some banks and exams.
struct BankCheck {
  /// How many banks were checked.
  private(set) var bankCount = 0
  /// How many exams were checked.
  private(set) var examCount = 0
  /// How many questions the banks hold, those with errors included.
  private(set) var questionCount = 0
  /// What is wrong, in the order of the sources.
  private(set) var diagnostics: [Diagnostic] = []
  /// The files that were read.
  private(set) var files: [SourceFile] = []

  /// Checks `sources`, each once, however often it is among them.
  ///
  /// - Parameters:
  ///   - sources: Banks and exams; other files are taken for banks, so that it is said what they
  ///     lack.
  ///   - known: Banks that exams may draw from, beside those in `sources`.
  init(_ sources: [BankSource], known: [QuestionBank]) {
    var banks = known
    var exams: [SourceFile] = []
    var seen = Set<String>()
    for source in sources where seen.insert(source.path).inserted {
      switch source {
      case .bank(_, let files): banks += check(files)
      case .other(let file): banks += check([file])
      case .blueprint(let file): exams.append(file)
      }
    }
    for exam in exams {
      files.append(exam)
      examCount += 1
      diagnostics += BlueprintReader.read(exam, banks: banks).diagnostics
    }
  }

  private mutating func check(_ files: [SourceFile]) -> [QuestionBank] {
    let outcome = QuestionBankReader.check(files)
    self.files += files
    bankCount += 1
    questionCount += outcome.questionCount
    diagnostics += outcome.diagnostics
    return outcome.bank.map { [$0] } ?? []
  }

  /// How many of the diagnostics are errors.
  var errorCount: Int { diagnostics.count { $0.severity == .error } }

  /// How many of the diagnostics are warnings.
  var warningCount: Int { diagnostics.count - errorCount }

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

  /// The result for programs.
  var json: JSONValue {
    [
      "banks": .int(bankCount), "questions": .int(questionCount), "exams": .int(examCount),
      "errors": .int(errorCount), "warnings": .int(warningCount),
      "diagnostics": .array(
        diagnostics.map { diagnostic in
          [
            "severity": .string(diagnostic.severity.rawValue), "rule": .string(diagnostic.rule),
            "message": .string(diagnostic.message), "file": .string(diagnostic.location.file),
            "line": .int(diagnostic.location.line), "column": .int(diagnostic.location.column),
            "suggestion": diagnostic.suggestion.map { .string($0) } ?? nil,
          ]
        }),
    ]
  }
}
