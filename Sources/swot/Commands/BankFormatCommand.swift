import ArgumentParser
import QuestionBankFormat

/// `swot bank format`: banks and exams in one layout.
struct BankFormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Bring the files of banks and exams into one layout.",
    discussion: """
      Puts keys in order, wraps texts at 100 columns, and makes quotes, indentation and blank lines \
      even. Comments stay, and so does what the files mean: each is read again before it is \
      replaced. A path is a file, or a folder that is searched for banks and exams. A file with \
      errors is left alone, and the status is then 65. With --check nothing is written, and the \
      status is 1 where a file would change.

      Examples:

        swot bank format my-bank.yaml
        swot bank format --check --diff banks/
      """)

  @Argument(help: "What to format.", completion: .file())
  var paths: [String]

  @Flag(help: "Only list the files that would change.")
  var check = false

  @Flag(help: "Only show how files would change.")
  var diff = false

  /// Formats the files, or says which would change.
  func run() throws {
    try reportingFailures {
      var formatting = BankFormatting()
      for path in paths { try formatting.add(path) }
      var printer = DiagnosticPrinter(files: formatting.files)
      try printer.print(formatting.diagnostics)
      for file in formatting.damaged {
        try StandardStream.error.writeLine("swot: '\(file)' has errors and is left alone")
      }
      for file in formatting.refused {
        try StandardStream.error.writeLine(
          "swot: '\(file)' would mean something else afterwards and is left alone; please report it"
        )
      }
      for (old, new) in formatting.changed {
        if check { try StandardStream.output.writeLine(old.name) }
        if diff {
          let difference = UnifiedDiff(
            String(decoding: old.bytes, as: UTF8.self), String(decoding: new.bytes, as: UTF8.self),
            name: old.name)
          for line in difference.lines { try StandardStream.output.writeLine(line) }
        }
        if !check, !diff {
          try BankFormatting.write(old, new)
          try StandardStream.output.writeLine("Formatted \(old.name).")
        }
      }
      if !formatting.refused.isEmpty { throw ExitStatus.failure.code }
      if !formatting.damaged.isEmpty { throw ExitStatus.badData.code }
      if check, !formatting.changed.isEmpty { throw ExitStatus.failure.code }
    }
  }
}

/// What formatting does to some files.
struct BankFormatting {
  /// The files that were read.
  private(set) var files: [SourceFile] = []
  /// The files that get other contents.
  private(set) var changed: [(old: SourceFile, new: SourceFile)] = []
  /// The files with errors.
  private(set) var damaged: [String] = []
  /// The files that would mean something else.
  private(set) var refused: [String] = []
  /// The errors in ``damaged``.
  private(set) var diagnostics: [Diagnostic] = []

  private var seen: Set<String> = []

  /// Formats what is at `path`: a file alone, or all files in a folder.
  ///
  /// - Throws: ``BankLibraryFailure`` where there is nothing to format.
  mutating func add(_ path: String) throws(BankLibraryFailure) {
    let isFolder = FileSystemItem(at: path) == .folder
    let sources: [BankSource]
    do {
      sources = try BankSearch().sources(at: path)
    } catch {
      throw .unreadable(error)
    }
    if sources.isEmpty { throw .nothingFound(path: path) }
    for source in sources {
      let outcomes: [(file: SourceFile, outcome: BankFormatter.Outcome)]
      let found: [Diagnostic]
      switch source {
      case .bank(_, let files):
        self.files += files
        (outcomes, found) = BankFormatter.format(bank: files)
      case .other(let file):
        files.append(file)
        (outcomes, found) = BankFormatter.format(bank: [file])
      case .blueprint(let file):
        files.append(file)
        let (outcome, diagnostics) = BankFormatter.format(blueprint: file)
        (outcomes, found) = ([(file, outcome)], diagnostics)
      }
      for (file, outcome) in outcomes {
        guard isFolder || Self.isSame(file.name, path), seen.insert(file.name).inserted else {
          continue
        }
        take(file, outcome, found)
      }
    }
  }

  /// Whether two paths name one file, as far as they are spelt.
  private static func isSame(_ name: String, _ path: String) -> Bool {
    name == path || name == "./" + path
  }

  private mutating func take(
    _ file: SourceFile, _ outcome: BankFormatter.Outcome, _ found: [Diagnostic]
  ) {
    switch outcome {
    case .unchanged: break
    case .changed(let new): changed.append((file, new))
    case .refused: refused.append(file.name)
    case .damaged:
      damaged.append(file.name)
      diagnostics += found.filter { $0.severity == .error && $0.location.file == file.name }
    }
  }

  /// Replaces a file, unless it has changed since it was read.
  ///
  /// - Throws: ``BankFormattingFailure``, or what reading and writing throw.
  static func write(_ old: SourceFile, _ new: SourceFile) throws {
    guard try InputFile.read(old.name) == old.bytes else {
      throw BankFormattingFailure.changedMeanwhile(path: old.name)
    }
    try NewFile.replace(old.name, by: new.bytes)
  }
}

/// Why a file is not formatted after all.
enum BankFormattingFailure: CommandFailure, Equatable {
  /// Somebody else has written it.
  case changedMeanwhile(path: String)

  var status: ExitStatus { .failure }

  var description: String {
    switch self {
    case .changedMeanwhile(let path):
      "'\(path)' has been changed meanwhile and is left alone; try again"
    }
  }
}
