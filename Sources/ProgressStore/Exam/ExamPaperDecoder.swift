package import PracticeCore

/// Reads what ``ExamPaperEncoder`` writes, and trusts nothing of it: files come from others too.
///
/// Members that are not known are ignored, and so are white space and the order of members; but
/// the checksum holds for the bytes as they were written.
package enum ExamPaperDecoder {
  /// The paper in a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its path, for messages.
  /// - Returns: The paper, with at least one question, each of them once; its texts hold nothing
  ///   that banks may not hold.
  /// - Throws: ``ExamPaperError``.
  package static func paper(
    in bytes: [UInt8], of file: String
  ) throws(ExamPaperError) -> ExamPaper {
    let document: SealedDocument
    do throws(SealedDocument.Problem) {
      document = try SealedDocument(
        bytes, format: ExamPaperEncoder.format, version: ExamPaperEncoder.version)
    } catch {
      throw ExamPaperError(error, in: file)
    }
    guard document.isUnchanged else { throw .changed(file: file) }
    do throws(ExamPaperReader.Problem) {
      return try ExamPaperReader(document.root).paper()
    } catch {
      throw .member(file: file, member: error.member, expected: error.expected)
    }
  }
}

extension ExamPaperError {
  /// What is wrong with a file that is no document of the kind.
  init(_ problem: SealedDocument.Problem, in file: String) {
    switch problem {
    case .tooLarge: self = .tooLarge(file: file)
    case .notJSON(let line, let column): self = .notJSON(file: file, line: line, column: column)
    case .otherFormat: self = .noPaper(file: file)
    case .newer(let version): self = .newer(file: file, version: version)
    }
  }
}
