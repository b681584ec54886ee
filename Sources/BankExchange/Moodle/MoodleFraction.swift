/// What one answer of a Moodle question is worth, in percent.
package enum MoodleFraction {
  /// The text of a hundredth part, or of several, of the whole: Moodle knows a list of values and
  /// takes others only where they differ from one of these by less than 0.001.
  package static func text(_ sign: FloatingPointSign = .plus, oneOf count: Int) -> String {
    let hundredThousandths = (10_000_000 + count / 2) / count
    var digits = String(hundredThousandths % 100_000)
    digits = String(repeating: "0", count: 5 - digits.utf8.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    let whole = String(hundredThousandths / 100_000)
    return (sign == .minus ? "-" : "") + whole + (digits.isEmpty ? "" : "." + digits)
  }
}
