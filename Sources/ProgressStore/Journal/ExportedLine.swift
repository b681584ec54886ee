/// A line of an export: a line of a journal with `"writer":"NAME",` put in after its `{`.
///
/// Its checksum is that of the line as it stands, so that the writer is covered as well; what the
/// line's checksum was in its journal follows from the rest.
struct ExportedLine {
  /// Who wrote the line.
  let writer: String
  /// The checksum that the line has in its journal.
  let journalSum: UInt32
  /// What stands between the writer and the checksum.
  private let rest: UnsafeBufferPointer<UInt8>

  /// `,"sum":"` and eight digits and `"}`.
  private static let endLength = 18

  /// Takes a line apart; nil where it doesn't begin with a writer or is too short for a checksum.
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    let start: StaticString = "{\"writer\":\""
    let count = start.utf8CodeUnitCount
    guard line.starts(with: UnsafeBufferPointer(start: start.utf8Start, count: count)) else {
      return nil
    }
    let name = line[count...].prefix { WriterName.allows($0) }
    let end = line.count - Self.endLength
    guard !name.isEmpty, name.count <= JournalLimits.writerLength,
      line[name.endIndex...].starts(with: "\",".utf8), name.endIndex + 2 < end
    else { return nil }
    rest = UnsafeBufferPointer(rebasing: line[(name.endIndex + 2)..<end])
    writer = String(decoding: name, as: UTF8.self)
    journalSum = Checksum.crc32c(
      UnsafeRawBufferPointer(rest), after: Checksum.ofOpeningBrace)
  }

  /// Appends the line as it stands in its journal, without a line feed.
  func appendJournalLine(to output: inout JSONOutput) {
    output.raw("{")
    output.bytes += rest
    output.end(sum: journalSum)
  }

  /// Appends a journal's line as a line of an export, without a line feed.
  static func append(
    _ line: UnsafeBufferPointer<UInt8>, of writer: String, to output: inout JSONOutput
  ) {
    let start = output.bytes.count
    output.raw("{\"writer\":")
    output.string(writer)
    output.raw(",")
    output.bytes += line[1..<(line.count - endLength)]
    output.seal(from: start)
  }
}
