package import PracticeCore
package import QuestionBankFormat

/// Reads banks in another format.
package protocol BankImporter: Sendable {
  /// Reads a file.
  ///
  /// Total: what is bad is reported with its place and left out, and the rest is read. A bank that
  /// is returned has no error by the rules of Swot, once it is written.
  func read(_ file: SourceFile, options: ImportOptions) -> BankImport
}

/// What the reader of a file in another format is told beside the file.
package struct ImportOptions: Equatable, Sendable {
  /// The id of the bank; made from the file's name where nil.
  package var bankID: String?
  /// The title of the bank; the file's, or made from the file's name, where nil.
  package var title: String?

  /// Makes options.
  package init(bankID: String? = nil, title: String? = nil) {
    self.bankID = bankID
    self.title = title
  }
}

/// What became of reading a file in another format.
package struct BankImport: Equatable, Sendable {
  /// The bank; nil where the file can't be read at all.
  package var bank: QuestionBank?
  /// What is bad, by line and column in the file that was read.
  package var diagnostics: [Diagnostic]
  /// What has no place in a bank, by line and column in the file that was read.
  package var losses: [ExchangeLoss]
  /// How many questions were found, those that were left out included.
  package var questionCount: Int
  /// Where the questions of the bank begin, in its order.
  package var questionLocations: [SourceLocation]

  /// Makes a result.
  package init(
    bank: QuestionBank?, diagnostics: [Diagnostic], losses: [ExchangeLoss], questionCount: Int,
    questionLocations: [SourceLocation] = []
  ) {
    self.questionLocations = questionLocations
    self.bank = bank
    self.diagnostics = diagnostics
    self.losses = losses
    self.questionCount = questionCount
  }
}
