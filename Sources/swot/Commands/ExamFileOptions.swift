import ArgumentParser

/// How `swot exam` prints.
enum ExamFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people; a report as Markdown, results of a class as CSV, what is printed as HTML.
  case text
  /// One JSON document, for programs.
  case json
  /// Markdown.
  case markdown
  /// A page of HTML.
  case html
  /// That page as PDF.
  case pdf
  /// A table of comma-separated values.
  case csv
}

extension ExamCollectionTables.Table: ExpressibleByArgument {}

/// The options of `swot exam` that read and write files: reports, packs and results.
struct ExamFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Print a report of an attempt that is over: its name, or 'last'.", valueName: "attempt"))
  var report: String?

  @Option(
    help: ArgumentHelp(
      "Write the exam to one file that others can sit; with --collect, the file that was sat.",
      valueName: "file"), completion: .file())
  var pack: String?

  @Flag(help: "With --pack: let everybody draw a form of their own.")
  var ownForms = false

  @Option(
    help: ArgumentHelp(
      "Write the result file of an attempt that is over: its name, or 'last'.",
      valueName: "attempt"))
  var handIn: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Put the results of a class into one table.", valueName: "file"),
    completion: .file())
  var collect: [String] = []

  @Option(help: "With --collect: which table CSV holds.")
  var table = ExamCollectionTables.Table.students

  @Option(
    help: ArgumentHelp(
      "With --report, --print, --collect and --hand-in: the file to write.",
      valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Replace the file that is written where it is there already.")
  var force = false

  @Flag(help: "Print the exam as a paper with an answer key, to be sat without a machine.")
  var print = false

  @OptionGroup var printing: PrintOptions

  /// The options that say what is to be done.
  var actions: [String] {
    [
      ("--report", report != nil), ("--collect", !collect.isEmpty), ("--hand-in", handIn != nil),
      ("--print", print),
      // Beside --collect it says with what results are compared.
      ("--pack", pack != nil && collect.isEmpty),
    ].filter(\.1).map(\.0)
  }

  /// Refuses options without what they belong to.
  func validate() throws {
    let isPacking = actions == ["--pack"]
    if ownForms, !isPacking { throw ValidationError("--own-forms needs --pack.") }
    if table != .students, collect.isEmpty { throw ValidationError("--table needs --collect.") }
    if output != nil, isPacking || actions.isEmpty {
      throw ValidationError("--output needs --report, --print, --collect or --hand-in.")
    }
    if let option = printing.given.first, !print {
      throw ValidationError("\(option) needs --print.")
    }
    if force, output == nil, !isPacking {
      throw ValidationError("--force needs --pack or --output.")
    }
  }

  /// The formats that belong to an action.
  static func formats(of action: String?) -> Set<ExamFormat> {
    switch action {
    case "--report": [.text, .markdown, .html, .json]
    case "--print": [.text, .html, .pdf]
    case "--collect": [.text, .csv, .json]
    case "--list", "--history": [.text, .json]
    default: [.text]
    }
  }

  /// Writes what was asked for.
  ///
  /// - Throws: ``NewFileFailure`` or ``WriteFailure``.
  func write(_ bytes: [UInt8]) throws {
    try destination.write(bytes)
  }

  /// Where documents go.
  var destination: OutputFile { OutputFile(path: output, replaces: force) }
}
