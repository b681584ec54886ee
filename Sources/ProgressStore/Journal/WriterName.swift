/// The names of writers: short, random, and safe as a part of a path.
package enum WriterName {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)

  /// Draws a name of eight letters and digits: with a thousand of them, two are equal once in six
  /// million folders.
  package static func random(using random: inout some RandomNumberGenerator) -> String {
    String(
      decoding: (0..<8).map { _ in letters[Int(random.next() % UInt64(letters.count))] },
      as: UTF8.self)
  }

  /// Whether names of writers may hold the byte.
  static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether `text` can be a writer's name.
  static func isValid(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= JournalLimits.writerLength && text.utf8.allSatisfy(allows)
  }

  /// The writer that a journal's name speaks of; nil where it can't be one.
  ///
  /// File syncers put their own words behind the name (`k3f9x2.sync-conflict-….jsonl`).
  static func named(by fileName: String) -> String? {
    let name = String(decoding: fileName.utf8.prefix { allows($0) }, as: UTF8.self)
    return isValid(name) ? name : nil
  }
}
