#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A bank for runs of the program: of each question, 1 is right and 2 is wrong, however shuffled.
package enum PlainBank {
  /// Writes a bank `plain` into a folder.
  ///
  /// - Parameters:
  ///   - folder: An existing folder.
  ///   - questions: How many questions.
  ///   - stem: The text of each question, before its number.
  /// - Returns: The options that make it the only bank.
  /// - Throws: What keeps the file from being written.
  package static func write(
    to folder: String, questions: Int = 3, stem: String = "What is right here?"
  ) throws -> [String] {
    var text = """
      format: swot-bank/1
      id: plain
      title: Plain questions
      domains:
        - id: D
          title: All
          objectives:
            - {id: ONE, title: First aim}
            - {id: TWO, title: Second aim}
      questions:

      """
    for number in 1...questions {
      text += """
          - id: Q\(number)
            objective: \(number % 2 == 1 ? "ONE" : "TWO")
            difficulty: \(number == 1 ? "foundation" : "advanced")
            stem: \(stem) \(number)
            choices:
              - right: This one.
                why: It was said so.
              - wrong: Not this one.
                last: true
            tags: [\(number == 1 ? "first" : "other")]

        """
    }
    let path = folder + "/plain.yaml"
    try Data(text.utf8).write(to: URL(filePath: path))
    return ["--no-builtin-banks", "--bank", path]
  }

  /// Writes an exam `plain-exam` on that bank into a folder; 100 to 1000, 700 passes.
  ///
  /// - Parameters:
  ///   - folder: An existing folder.
  ///   - questions: How many questions.
  ///   - minutes: How many minutes.
  ///   - rules: Further lines of the blueprint.
  /// - Returns: The options that make it known.
  /// - Throws: What keeps the file from being written.
  package static func writeExam(
    to folder: String, questions: Int = 3, minutes: Int = 10, rules: String = ""
  ) throws -> [String] {
    let text = """
      format: swot-exam/1
      id: plain-exam
      title: Plain exam
      questions: \(questions)
      minutes: \(minutes)
      scale: {from: 100, to: 1000, pass: 700, cut: 0.7}
      \(rules)
      sections:
        - {title: Plain section, weight: 1, from: [plain]}

      """
    let path = folder + "/plain-exam.yaml"
    try Data(text.utf8).write(to: URL(filePath: path))
    return ["--bank", path]
  }
}
