/// A question's full name: its bank's id, a slash, its own id (`aws-iam/IAM-Q-014`).
///
/// Progress hangs on it, so it never changes and is never used again.
package struct QuestionID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The full name.
  package let description: String

  /// Makes the full name of the question `question` of the bank `bank`.
  package init(bank: some StringProtocol, question: some StringProtocol) {
    description = String(bank) + "/" + String(question)
  }

  /// Reads a full name: two ids parted by one slash; nil for anything else.
  package init?(_ fullName: String) {
    let parts = fullName.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, Identifier.isValid(parts[0]), Identifier.isValid(parts[1]) else {
      return nil
    }
    description = fullName
  }

  /// The bank's id.
  package var bank: Substring { description.prefix { $0 != "/" } }

  /// The question's id within its bank.
  package var question: Substring { description[description.index(after: bank.endIndex)...] }

  package static func < (left: QuestionID, right: QuestionID) -> Bool {
    left.description < right.description
  }
}
