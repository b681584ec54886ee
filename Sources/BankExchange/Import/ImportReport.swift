package import QuestionBankFormat

/// Collects what is found while a file in another format is read, up to the limits.
package struct ImportReport {
  /// The file, as diagnostics name it.
  package let file: String
  private var diagnostics: [Diagnostic] = []
  private var losses: [ExchangeLoss] = []
  private var diagnosticCount = 0
  private var lossCount = 0

  /// Starts a report on the file named `file`.
  package init(file: String) { self.file = file }

  /// How many errors were reported.
  package private(set) var errorCount = 0

  /// A place in the file, both counted from 1.
  package func location(line: Int, column: Int) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column)
  }

  /// Reports a breach of `rule`.
  package mutating func report(
    _ rule: ImportRule, _ message: String, at location: SourceLocation,
    notes: [Diagnostic.Note] = []
  ) {
    diagnosticCount += 1
    if rule.severity == .error { errorCount += 1 }
    guard diagnostics.count < ImportLimits.diagnostics else { return }
    diagnostics.append(
      Diagnostic(
        severity: rule.severity, rule: rule.rawValue, message: message, location: location,
        notes: notes))
  }

  /// Notes that something has no place in a bank.
  package mutating func lose(
    _ kind: ExchangeLoss.Kind, _ message: String, of question: String? = nil,
    at location: SourceLocation
  ) {
    lossCount += 1
    guard losses.count < ImportLimits.losses else { return }
    losses.append(
      ExchangeLoss(kind: kind, question: question, location: location, message: message))
  }

  /// The diagnostics by line and column; the last one says how many were not kept.
  package func finishedDiagnostics() -> [Diagnostic] {
    var all = diagnostics.sorted { $0.location < $1.location }
    if diagnosticCount > diagnostics.count, let last = all.last {
      let rule = ImportRule.tooMany
      all.append(
        Diagnostic(
          severity: rule.severity, rule: rule.rawValue,
          message: "\(diagnosticCount - diagnostics.count) further diagnostics are not shown",
          location: last.location))
    }
    return all
  }

  /// The losses by line and column; the last one says how many were not kept.
  package func finishedLosses() -> [ExchangeLoss] {
    var all = losses.enumerated().sorted {
      guard let left = $0.element.location, let right = $1.element.location, left != right else {
        return $0.offset < $1.offset
      }
      return left < right
    }.map(\.element)
    if lossCount > losses.count {
      all.append(
        ExchangeLoss(
          kind: .other, location: all.last?.location,
          message: "\(lossCount - losses.count) further losses are not listed"))
    }
    return all
  }
}
