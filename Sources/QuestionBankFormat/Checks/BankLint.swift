package import PracticeCore

/// Checks banks for all that the rules speak of: what keeps them from being read, and how their
/// questions are written.
package enum BankLint {
  /// Something that was found, with the question that it is about.
  package struct Finding: Equatable, Sendable {
    /// What, and where.
    package var diagnostic: Diagnostic
    /// The question; nil where it is about the bank, or about what could not be read.
    package var question: QuestionID?

    /// Makes a finding.
    package init(diagnostic: Diagnostic, question: QuestionID?) {
      self.diagnostic = diagnostic
      self.question = question
    }
  }

  /// What was found about one bank.
  package struct Report: Sendable {
    /// The bank, as the reader gives it.
    package var bank: QuestionBank?
    /// How many questions were found, those with errors included.
    package var questionCount: Int
    /// All that is wrong, by file, line and column.
    package var findings: [Finding]
  }

  /// The most warnings about one bank that are kept.
  package static let warningLimit = 100_000

  /// Checks banks, each given by its files, also against one another.
  ///
  /// - Parameters:
  ///   - banks: The files of each bank.
  ///   - today: The day on which reviews are old or not.
  /// - Returns: A report for each bank, in that order.
  package static func check(_ banks: [[SourceFile]], asOf today: CalendarDate) -> [Report] {
    var inspections = banks.map { BankInspection($0) }
    for index in inspections.indices { inspections[index].run(asOf: today) }
    compare(&inspections)
    return inspections.indices.map { index in
      // What is done with is let go, since reports hold enough.
      let inspection = inspections[index]
      inspections[index].dropFiles()
      return inspection.report
    }
  }

  /// Finds questions that say the same as earlier ones, in the same bank or another.
  private static func compare(_ inspections: inout [BankInspection]) {
    let starts = inspections.indices.map { index in
      inspections[..<index].reduce(0) { $0 + $1.questions.count }
    }
    func place(of number: Int) -> (inspection: Int, question: Int) {
      let index = starts.lastIndex { $0 <= number } ?? 0
      // Banks without questions begin where the next one does.
      return (index, number - starts[index])
    }
    let pairs = NearDuplicates.find(
      inspections.count == 1 ? inspections[0].questions : inspections.flatMap(\.questions))
    for pair in pairs {
      let (inspection, question) = place(of: pair.question)
      let (firstInspection, first) = place(of: pair.first)
      let isAllowed = inspections[firstInspection].allows(.nearDuplicate, ofQuestion: first)
      if isAllowed { continue }
      let id = inspections[firstInspection].questions[first].id
      let location = inspections[firstInspection].location(ofQuestion: first)
      inspections[inspection].reportDuplicate(
        question: question, of: id, at: location, share: pair.share)
    }
  }
}
