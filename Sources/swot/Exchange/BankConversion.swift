import BankExchange
import PracticeCore
import QuestionBankFormat

/// A bank in another format, with all that was lost.
struct BankConversion {
  /// The format that was read.
  let source: ExchangeFormat
  /// The format that was written.
  let target: ExchangeFormat
  /// The file; nil where nothing could be read.
  private(set) var bytes: [UInt8]?
  /// How many questions were found.
  let questionCount: Int
  /// How many questions the file holds.
  private(set) var writtenCount = 0
  /// What is wrong with the input.
  let diagnostics: [Diagnostic]
  /// What was lost, on reading and then on writing.
  private(set) var losses: [ExchangeLoss]
  /// The files that were read.
  let files: [SourceFile]

  /// Converts `input`.
  ///
  /// - Throws: ``ConversionFailure`` where the target can't be written.
  init(_ input: ConversionInput, to target: ExchangeFormat) throws(ConversionFailure) {
    source = input.format
    self.target = target
    questionCount = input.questionCount
    diagnostics = input.diagnostics
    losses = input.losses
    files = input.files
    // Of a file without one good question nothing is worth to be kept.
    guard let bank = input.bank, !bank.questions.isEmpty || !diagnostics.hasErrors else { return }
    guard let exporter = target.exporter else {
      bytes = Array(BankWriter.text(of: bank).utf8)
      writtenCount = bank.questions.count
      if !bank.notes.isEmpty {
        losses.append(
          ExchangeLoss(
            kind: .notes, location: input.places?.location(of: .bank),
            message: "study notes are left out: they stand in files of their own"))
      }
      return
    }
    let export = exporter.export(ExportSource(bank, places: input.places))
    bytes = export.bytes
    writtenCount = export.questionCount
    for loss in export.losses {
      var loss = loss
      if loss.location == nil, let question = loss.question {
        loss.location =
          input.questionLocations[QuestionID(bank: bank.id, question: question)]
      }
      losses.append(loss)
    }
  }
}
