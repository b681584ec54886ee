/// A file of ours in JSON: it begins with what it is, and ends with a checksum.
///
/// The first member is `format`, such as `swot-exam-paper/1`; the last is `sum`, the CRC-32C of all
/// bytes before `,"sum"`, as in journals. A line feed follows.
struct SealedDocument {
  /// Why bytes are no such document.
  enum Problem: Error, Equatable {
    /// It is larger than any.
    case tooLarge
    /// It isn't JSON, from that place on.
    case notJSON(line: Int, column: Int)
    /// It is JSON of another kind.
    case otherFormat
    /// It is of a newer version of the format.
    case newer(version: Int)
  }

  /// What it holds.
  let root: JSONNode
  /// Whether its bytes are those that its checksum was made of.
  let isUnchanged: Bool

  /// Reads a document, without trust in it.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - format: What it says to be, up to the version.
  ///   - version: The version that this program reads.
  /// - Throws: ``Problem``.
  init(_ bytes: [UInt8], format: String, version: Int) throws(Problem) {
    guard bytes.count <= ExamPaperLimits.bytes else { throw .tooLarge }
    do throws(JSONProblem) {
      root = try bytes.withUnsafeBufferPointer { buffer throws(JSONProblem) in
        try JSONParser.document(in: buffer, budget: ExamPaperLimits.values)
      }
    } catch {
      throw Self.notJSON(bytes, at: error.offset)
    }
    guard let name = root["format"]?.string, name.hasPrefix(format),
      let its = Int(name.dropFirst(format.count)), its >= 1
    else { throw .otherFormat }
    guard its == version else { throw .newer(version: its) }
    isUnchanged = Self.hasRightSum(bytes)
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

  private static func notJSON(_ bytes: [UInt8], at offset: Int) -> Problem {
    let before = bytes[..<offset]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // Columns count scalars: no bytes that go on with one.
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    return .notJSON(line: line, column: column)
  }
}
