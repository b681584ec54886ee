import QuestionBankFormat
import TerminalUI

/// The result of a check as commands that a GitHub workflow turns into annotations of a change.
///
/// GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest, so the most
/// important come first, and a notice at the end says how many there are
/// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
struct CheckAnnotations {
  /// How many of each severity GitHub shows.
  static let limit = 10

  private let check: BankCheck
  private let paths: RepositoryPath
  private let showsAll: Bool

  /// Takes a result; `showsAll` writes also what GitHub doesn't show.
  init(_ check: BankCheck, paths: RepositoryPath = RepositoryPath(), showingAll showsAll: Bool) {
    self.check = check
    self.paths = paths
    self.showsAll = showsAll
  }

  /// The commands, a line each; none where nothing was found.
  var lines: [String] {
    guard !check.findings.isEmpty else { return [] }
    var lines: [String] = []
    for severity in Diagnostic.Severity.allCases {
      let found = inOrder(check.diagnostics.filter { $0.severity == severity })
      lines += (showsAll ? found[...] : found.prefix(Self.limit)).map(line)
    }
    let isCut = !showsAll && max(check.errorCount, check.warningCount) > Self.limit
    let hint = isCut ? " Shown are up to \(Self.limit) of each; run it with --all." : ""
    return lines + ["::notice title=swot bank check::\(Self.data(check.summary + hint))"]
  }

  /// By importance: first one of each rule, in the order of the rules, then a second one of each.
  private func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let ranks = Dictionary(
      Rule.allCases.enumerated().map { ($1.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: [String: Int] = [:]
    let keyed = diagnostics.enumerated().map { number, diagnostic in
      let round = seen[diagnostic.rule, default: 0]
      seen[diagnostic.rule] = round + 1
      return (round, ranks[diagnostic.rule] ?? .max, number, diagnostic)
    }
    return keyed.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }

  private func line(_ diagnostic: Diagnostic) -> String {
    let properties = [
      ("file", paths.relative(diagnostic.location.file)), ("line", "\(diagnostic.location.line)"),
      ("col", "\(diagnostic.location.column)"), ("title", diagnostic.rule),
    ]
    let text = properties.map { "\($0)=\(Self.property($1))" }.joined(separator: ",")
    var message = diagnostic.message
    for note in diagnostic.notes {
      message += "\nnote: \(note.message)"
      if let location = note.location {
        message += " (\(paths.relative(location.file)):\(location.line):\(location.column))"
      }
    }
    if let suggestion = diagnostic.suggestion { message += "\ndid you mean '\(suggestion)'?" }
    return "::\(diagnostic.severity.rawValue) \(text)::\(Self.data(message))"
  }

  /// The escapes of `@actions/core`: of a message.
  private static func data(_ text: String) -> String {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { DisplayText.sanitized(String($0)) }
    return parts.map { escaped($0, ["%": "%25", "\r": "%0D"]) }.joined(separator: "%0A")
  }

  /// The escapes of `@actions/core`: of a property.
  private static func property(_ text: String) -> String {
    escaped(
      DisplayText.sanitized(text),
      ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += escapes[$1] ?? String($1) }
  }
}
