/// One thing that `swot doctor` looked at.
struct Finding: Equatable {
  /// How good it is.
  enum Verdict: String, CaseIterable {
    /// As it should be.
    case ok
    /// Works, but could be better.
    case note
    /// Keeps Swot from working as it should.
    case problem
  }

  /// What was looked at, in a word or two.
  let subject: String
  /// How good it is.
  let verdict: Verdict
  /// What was found.
  let text: String
  /// How to mend it, a line for each way; none where there is nothing to mend.
  let remedies: [String]

  private init(_ verdict: Verdict, _ subject: String, _ text: String, _ remedies: [String]) {
    self.verdict = verdict
    self.subject = subject
    self.text = text
    self.remedies = remedies
  }

  /// Something is as it should be.
  static func ok(_ subject: String, _ text: String) -> Finding { Finding(.ok, subject, text, []) }

  /// Something works, but could be better.
  static func note(_ subject: String, _ text: String, mend remedies: String...) -> Finding {
    Finding(.note, subject, text, remedies)
  }

  /// Something keeps Swot from working as it should.
  static func problem(_ subject: String, _ text: String, mend remedies: String...) -> Finding {
    Finding(.problem, subject, text, remedies)
  }
}
