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
}
