package import PracticeCore

/// A bank that somebody is writing, as it was when its files were read last.
package struct WatchedBank: Equatable, Sendable {
  /// Something that is wrong with it.
  package struct Finding: Equatable, Sendable {
    /// Whether it is an error, not a warning.
    package var isError: Bool
    /// Where: file, line and column.
    package var place: String
    /// What: lower case, without a full stop.
    package var message: String

    /// Makes a finding.
    package init(isError: Bool, place: String, message: String) {
      self.isError = isError
      self.place = place
      self.message = message
    }
  }

  /// The bank, without the questions that have errors; nil where it can't be read at all.
  package var bank: QuestionBank?
  /// What is wrong, the errors first.
  package var findings: [Finding]
  /// The question that was changed or added since the time before; nil where none was.
  package var changed: QuestionID?
  /// When the files were read, as a time of day.
  package var time: String

  /// Describes a bank.
  package init(
    bank: QuestionBank?, findings: [Finding], changed: QuestionID? = nil, time: String
  ) {
    self.bank = bank
    self.findings = findings
    self.changed = changed
    self.time = time
  }

  /// The question of `bank` that is different from the one before of that name, or new: the first.
  package static func changedQuestion(
    from before: QuestionBank?, to bank: QuestionBank?
  ) -> QuestionID? {
    guard let before, let bank else { return nil }
    var old: [QuestionID: Question] = [:]
    for question in before.questions { old[question.id] = question }
    return bank.questions.first { question in
      old[question.id] != question
        || before.scenarioText(of: question) != bank.scenarioText(of: question)
    }?.id
  }
}
