import PracticeCore
import QuestionBankFormat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is common to the commands that write banks by hand: open the editor, and check afterwards.
enum Authoring {
  /// The line that turns on completion and checks in editors with a YAML language server: it names
  /// the schema beside the file.
  static func schemaLine(_ schema: String) -> String {
    "# yaml-language-server: $schema=\(schema)\n"
  }

  /// Puts a schema beside a new file, unless one is there.
  static func keepSchema(_ name: String, _ text: String, beside path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let place = folder + name
    guard FileSystemItem(at: place) == nil else { return }
    try NewFile.write(Array(text.utf8), to: place)
  }

  /// The local calendar day.
  ///
  /// - Throws: ``ClockFailure`` or the like where the clock is set to nonsense.
  static func today() throws -> CalendarDate {
    try Clock.named(Environment.process["SWOT_CLOCK"]).now.calendarDay
  }

  /// What is wrong with banks and exams; which banks an exam may draw from isn't looked up.
  static func diagnostics(of sources: [BankSource], asOf today: CalendarDate) -> [Diagnostic] {
    BankCheck(sources, known: [], asOf: today).diagnostics.filter { $0.rule != "unknown-bank" }
  }

  /// Opens the editor at a place, and says the place where there is no terminal for it.
  ///
  /// On return the bank is checked, and the author may go back.
  static func edit(_ path: String, line: Int, opensEditor: Bool) throws {
    guard opensEditor, isatty(0) == 1, isatty(1) == 1, let editor = TextEditor() else {
      try StandardStream.output.writeLine("\(path):\(line)")
      return
    }
    var line = line
    while true {
      try editor.open(path, line: line)
      let sources: [BankSource]
      do {
        sources = try BankSearch().sources(at: path)
      } catch {
        throw BankLibraryFailure.unreadable(error)
      }
      let found = diagnostics(of: sources, asOf: try today())
      var printer = DiagnosticPrinter(files: sources.flatMap(\.files))
      try printer.print(found)
      guard let first = found.first(where: { $0.severity == .error }) else { return }
      try StandardStream.output.write(Array("Back to the editor? [Y/n] ".utf8))
      guard let answer = readLine(), !answer.lowercased().hasPrefix("n") else {
        throw ExitStatus.badData.code
      }
      if first.location.file == path { line = first.location.line }
    }
  }
}
