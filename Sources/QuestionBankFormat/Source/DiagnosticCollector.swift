/// Collects what is found while files are read, up to a limit.
///
/// Errors beyond the limit stop the reading: a file that is no bank at all would otherwise fill
/// the memory with complaints. Warnings never do, since a large bank that was imported may lack
/// much and works nevertheless; those beyond the limit are counted only. An error takes the place
/// of a warning when there is no room for both.
package final class DiagnosticCollector {
  /// The most diagnostics that are kept; one more says that there were further ones.
  package static let limit = 1_000

  private let warningLimit: Int
  private var errors: [Diagnostic] = []
  private var warnings: [Diagnostic] = []
  private var warningCount = 0
  /// Whether reading shall stop.
  private(set) var isFull = false

  /// Starts with nothing; at most `warningLimit` warnings are kept.
  init(warningLimit: Int = DiagnosticCollector.limit) { self.warningLimit = warningLimit }

  /// How many errors were reported.
  var errorCount: Int { errors.count }

  /// Takes a diagnostic of `rule`, of the rule's severity.
  func report(
    _ rule: Rule, _ message: String, at location: SourceLocation, notes: [Diagnostic.Note] = [],
    suggestion: String? = nil
  ) {
    let severity = rule.severity
    guard severity == .error || warnings.count < warningLimit else {
      warningCount += 1
      return
    }
    guard severity == .warning || errors.count < Self.limit else {
      isFull = true
      return
    }
    let diagnostic = Diagnostic(
      severity: severity, rule: rule.rawValue, message: message, location: location, notes: notes,
      suggestion: suggestion)
    switch severity {
    case .error: errors.append(diagnostic)
    case .warning:
      warnings.append(diagnostic)
      warningCount += 1
    }
    if errors.count == Self.limit { isFull = true }
  }

  /// Has the reading stop for the error reported last.
  func stop() { isFull = true }

  /// All that was kept, by file, line and column; last of all how many were not.
  func finish() -> [Diagnostic] {
    warnings.sort { $0.location < $1.location }
    let kept = warnings.prefix(max(0, warningLimit - errors.count))
    var all = errors + kept
    all.sort { $0.location < $1.location }
    guard let last = all.last else { return [] }
    if errors.count == Self.limit {
      all.append(
        Diagnostic(
          severity: .error, rule: Rule.tooManyDiagnostics.rawValue,
          message: "\(Self.limit) errors were found; reading stopped here",
          location: errors.last?.location ?? last.location))
    } else if warningCount > kept.count {
      all.append(
        Diagnostic(
          severity: .warning, rule: Rule.tooManyDiagnostics.rawValue,
          message: "\(warningCount - kept.count) further warnings are not shown",
          location: last.location))
    }
    return all
  }
}

/// Why reading ends before the end of the files.
enum ReadingStopped: Error {
  /// The rest of this file cannot be understood; the reason has been reported.
  case file
  /// There are as many errors as are kept.
  case limit
}
