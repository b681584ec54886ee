/// Answers of Moodle's short-answer questions, in which `*` stands for anything.
package enum MoodleShortAnswer {
  /// The pattern that stands for a text and nothing else.
  package static func pattern(of text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
          scalar == "*" ? ["\\", "*"] : [scalar]
        }))
  }

  /// The only text that a pattern stands for; nil for one that stands for several.
  package static func text(ofPattern pattern: String) -> String? {
    var text = String.UnicodeScalarView()
    var isAfterBackslash = false
    for scalar in pattern.unicodeScalars {
      if scalar == "*" {
        guard isAfterBackslash else { return nil }
        text.removeLast()
      }
      text.append(scalar)
      isAfterBackslash = scalar == "\\"
    }
    return String(text)
  }
}
