/// The name of one sitting of an exam: in events, and as the name of the file that keeps its form.
package struct AttemptID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name: up to 40 of the characters a–z, 0–9 and `-`, the first no `-`.
  package let description: String

  /// Takes a name; nil where it isn't one, so that none can lead out of its folder.
  package init?(_ text: some StringProtocol) {
    guard (1...40).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-"),
      text.utf8.allSatisfy(Self.isAllowed)
    else { return nil }
    description = String(text)
  }

  /// Draws a name for a sitting that begins on `day`: the date and six random characters.
  package init(on day: CalendarDate, using random: inout some RandomNumberGenerator) {
    let characters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    let lot = (0..<6).map { _ in characters[Int.random(in: characters.indices, using: &random)] }
    description = "\(day.description.filter { $0 != "-" })-\(String(lot))"
  }

  package static func < (left: AttemptID, right: AttemptID) -> Bool {
    left.description < right.description
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
