import PracticeCore

/// What the preview of a bank says.
enum WatchWording {
  /// What follows the count where no finding stands below it.
  static let shownByKey = "; d shows them"
  static let title = "Preview"
  static let noQuestions = "The bank has no question yet that can be shown."
  static let unreadable = "The bank can't be read. The preview goes on when it is mended."
  static let sound = "Nothing is wrong with it."
  static let firstQuestion = "This is the first question."
  static let lastQuestion = "This is the last question."
  static let gone = "The question that was shown has an error now or is gone."

  /// `2 errors, 1 warning`.
  static func count(_ findings: [WatchedBank.Finding]) -> String {
    let errors = findings.count(where: \.isError)
    let warnings = findings.count - errors
    var parts: [String] = []
    if errors > 0 { parts.append(Phrases.counted(errors, "error")) }
    if warnings > 0 { parts.append(Phrases.counted(warnings, "warning")) }
    return parts.isEmpty ? "no errors, no warnings" : parts.joined(separator: ", ")
  }

  /// How many findings aren't shown.
  static func more(_ count: Int) -> String { "… and \(count) more; d shows them" }
}
