import ProgressStore

/// The journals that an input stands for.
///
/// A fuzzer doesn't guess checksums. So the input is a script of lines:
///
/// - `+BODY` stands for a line of a journal that gets a right checksum behind its body,
/// - `=NAME` begins another journal,
/// - `%` stands for the line before once more, without its line feed,
/// - anything else is a line as it is, which is damaged then.
package struct JournalInput {
  /// The journals by the names of their files.
  package private(set) var journals: [String: [UInt8]] = [:]

  /// The most journals of one input.
  private static let limit = 4

  /// Takes an input apart.
  package init(_ input: some Collection<UInt8>) {
    var name = "writer1.jsonl"
    var last: [UInt8] = []
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
      switch line.first {
      case UInt8(ascii: "="):
        guard journals.count < Self.limit else { continue }
        let letters = line.dropFirst().prefix(40).filter {
          (0x21...0x7E).contains($0) && $0 != 0x2F
        }
        name = String(decoding: letters, as: UTF8.self) + ".jsonl"
        continue
      case UInt8(ascii: "+"): last = Self.summed(line.dropFirst()) + [0x0A]
      case UInt8(ascii: "%"): if last.last == 0x0A { last.removeLast() }
      default: last = Array(line) + [0x0A]
      }
      journals[name, default: []] += last
    }
  }

  /// The body with its checksum: a line of a journal.
  package static func summed(_ body: some Collection<UInt8>) -> [UInt8] {
    let digits = String(Checksum.crc32c(Array(body)), radix: 16)
    let sum = String(repeating: "0", count: 8 - digits.count) + digits
    return Array(body) + Array(",\"sum\":\"\(sum)\"}".utf8)
  }
}
