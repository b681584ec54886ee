package import PracticeCore
package import QuestionBankFormat

/// Writes banks in another format.
package protocol BankExporter: Sendable {
  /// Writes a bank, and lists what the format cannot carry.
  ///
  /// Total: a question that the format has no place for is listed and left out.
  func export(_ source: ExportSource) -> BankExport
}

/// A bank that is to be written in another format.
package struct ExportSource: Sendable {
  /// The bank.
  package var bank: QuestionBank
  /// Where its parts stand; nil where that isn't known, as for a bank of another format.
  package var places: BankPlaces?

  /// Makes a source.
  package init(_ bank: QuestionBank, places: BankPlaces? = nil) {
    self.bank = bank
    self.places = places
  }
}

/// A bank in another format.
package struct BankExport: Equatable, Sendable {
  /// The bytes of the file.
  package var bytes: [UInt8]
  /// How many questions it holds.
  package var questionCount: Int
  /// What it does not hold, in the order of the bank.
  package var losses: [ExchangeLoss]

  /// Makes an export.
  package init(bytes: [UInt8], questionCount: Int, losses: [ExchangeLoss]) {
    self.bytes = bytes
    self.questionCount = questionCount
    self.losses = losses
  }
}
