/// A problem in a bank, a blueprint or notes, with its place.
package struct Diagnostic: Equatable, Sendable {
  /// How bad a problem is.
  package enum Severity: String, CaseIterable, Sendable {
    /// What was written cannot be used.
    case error
    /// What was written can be used, but something is missing or looks like a slip.
    case warning
  }

  /// A remark on a diagnostic, often with another place.
  package struct Note: Equatable, Sendable {
    /// The remark: lower case, without a full stop.
    package var message: String
    /// The place that it speaks of, if any.
    package var location: SourceLocation?

    /// Makes a note.
    package init(message: String, location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// How bad it is.
  package var severity: Severity
  /// The stable id of the rule, in kebab case; the documentation has a section for each.
  package var rule: String
  /// What was found and what is allowed: lower case, without a full stop.
  package var message: String
  /// Where.
  package var location: SourceLocation
  /// Remarks.
  package var notes: [Note]
  /// What was probably meant, ready to be put in the place of what was found.
  package var suggestion: String?

  /// Makes a diagnostic.
  package init(
    severity: Severity, rule: String, message: String, location: SourceLocation,
    notes: [Note] = [], suggestion: String? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.location = location
    self.notes = notes
    self.suggestion = suggestion
  }
}

extension Sequence<Diagnostic> {
  /// Whether one of them is an error.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
