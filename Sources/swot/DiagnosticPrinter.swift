import QuestionBankFormat
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Shows diagnostics as compilers do: the place, what is wrong, the line with a mark under the
/// place, then remarks and what was probably meant.
struct DiagnosticPrinter {
  private var lines: [String: SourceLines] = [:]
  private let files: [String: SourceFile]
  private let hasColour: Bool

  /// How much of a line is shown before and after the place, in scalars.
  private static let width = 60

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - files: The files that diagnostics speak of; those of others come without their lines.
  ///   - hasColour: Whether to write colours, by default whether standard error takes them.
  init(files: [SourceFile], hasColour: Bool = DiagnosticPrinter.standardErrorTakesColour) {
    self.files = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.hasColour = hasColour
  }

  /// Whether standard error is a terminal and nobody asked for no colours (https://no-color.org).
  static var standardErrorTakesColour: Bool {
    isatty(StandardStream.error.rawValue) == 1
      && Environment.process["NO_COLOR"] == nil && Environment.process["TERM"] != "dumb"
  }

  /// Writes `diagnostics` to standard error, and how many there are.
  mutating func print(_ diagnostics: [Diagnostic]) throws(WriteFailure) {
    guard !diagnostics.isEmpty else { return }
    for diagnostic in diagnostics {
      try StandardStream.error.write(Array(text(of: diagnostic).utf8))
    }
    try StandardStream.error.writeLine(Self.count(of: diagnostics))
  }

  /// `2 errors, 1 warning`.
  static func count(of diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var parts: [String] = []
    if errors > 0 { parts.append(errors == 1 ? "1 error" : "\(errors) errors") }
    if warnings > 0 { parts.append(warnings == 1 ? "1 warning" : "\(warnings) warnings") }
    return parts.isEmpty ? "no errors, no warnings" : parts.joined(separator: ", ")
  }

  /// A diagnostic in full, with a line feed behind each line.
  mutating func text(of diagnostic: Diagnostic) -> String {
    let label = diagnostic.severity.rawValue
    var text =
      place(diagnostic.location)
      + coloured("\(label):", diagnostic.severity == .error ? .red : .magenta)
      + " \(safe(diagnostic.message)) [\(safe(diagnostic.rule))]\n"
    text += source(at: diagnostic.location)
    for note in diagnostic.notes {
      if let location = note.location {
        text += place(location) + "note: \(safe(note.message))\n" + source(at: location)
      } else {
        text += "note: \(safe(note.message))\n"
      }
    }
    if let suggestion = diagnostic.suggestion {
      text += "  did you mean '\(safe(suggestion))'?\n"
    }
    return text
  }

  private func place(_ location: SourceLocation) -> String {
    coloured("\(safe(location.file)):\(location.line):\(location.column):", .bold) + " "
  }

  /// The line with a mark under the place; nothing where the file isn't known.
  private mutating func source(at location: SourceLocation) -> String {
    guard let file = files[location.file] else { return "" }
    let fileLines = lines[location.file] ?? SourceLines(file)
    lines[location.file] = fileLines
    guard
      let excerpt = fileLines.excerpt(
        line: location.line, column: location.column, width: Self.width)
    else { return "" }
    let before = (excerpt.isCutBefore ? "..." : "") + safe(excerpt.before)
    let after = safe(excerpt.after) + (excerpt.isCutAfter ? "..." : "")
    let indent = String(repeating: " ", count: ColumnWidth.of(before))
    return "  \(before)\(after)\n  \(indent)\(coloured("^", .green))\n"
  }

  /// The one way by which text from files gets into what is printed.
  private func safe(_ text: String) -> String { DisplayText.sanitized(text) }

  private enum Colour: String {
    case bold = "1"
    case red = "1;31"
    case magenta = "1;35"
    case green = "1;32"
  }

  private func coloured(_ text: String, _ colour: Colour) -> String {
    hasColour ? "\u{1b}[\(colour.rawValue)m\(text)\u{1b}[0m" : text
  }
}
