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
    guard bytes.count <= ExamPaperLimits.bytes else { throw .tooLarge(file: file) }
    let root: JSONNode
    do throws(JSONProblem) {
      root = try document(in: bytes)
    } catch {
      throw notJSON(bytes, at: error.offset, of: file)
    }
    guard let format = root["format"]?.string, format.hasPrefix(ExamPaperEncoder.format),
      let version = Int(format.dropFirst(ExamPaperEncoder.format.count)), version >= 1
    else { throw .noPaper(file: file) }
    guard version == ExamPaperEncoder.version else { throw .newer(file: file, version: version) }
    guard hasRightSum(bytes) else { throw .changed(file: file) }
    do throws(ExamPaperReader.Problem) {
      return try ExamPaperReader(root).paper()
    } catch {
      throw .member(file: file, member: error.member, expected: error.expected)
    }
  }

  private static func document(in bytes: [UInt8]) throws(JSONProblem) -> JSONNode {
    try bytes.withUnsafeBufferPointer { buffer throws(JSONProblem) in
      try JSONParser.document(in: buffer, budget: ExamPaperLimits.values)
    }
  }

  /// Whether the file ends with the checksum of what stands before it.
  private static func hasRightSum(_ bytes: [UInt8]) -> Bool {
    // `,"sum":"` and eight digits and `"}` and a line feed.
    let count = bytes.count - 19
    guard count > 0 else { return false }
    var end = JSONOutput()
    end.end(
      sum: bytes.withUnsafeBytes {
        Checksum.crc32c(UnsafeRawBufferPointer(rebasing: $0[..<count]))
      })
    end.raw("\n")
    return bytes[count...].elementsEqual(end.bytes)
  }

  private static func notJSON(
    _ bytes: [UInt8], at offset: Int, of file: String
  ) -> ExamPaperError {
    let before = bytes[..<offset]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // Columns count scalars: no bytes that go on with one.
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    return .notJSON(file: file, line: line, column: column)
  }
}
