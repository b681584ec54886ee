/// What other programs take texts without quotes for.
///
/// Swot reads every scalar as the text that is written. Programs that know YAML's types don't, so
/// `No` as a choice stands in quotes in what Swot writes.
enum PlainScalar {
  /// Whether YAML 1.1 or 1.2 takes `text`, written without quotes, for a number, a truth value, a
  /// date or nothing (the types of YAML 1.1 at yaml.org/type, and the core schema of YAML 1.2).
  static func looksLikeAnotherType(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return looksLikeNumber(text) || looksLikeDate(text)
    case UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "<"):
      return ["~", "=", "<<"].contains(text)
    default:
      return text.utf8.count <= 5 && words.contains(text.lowercased())
    }
  }

  private static let words: Set<String> = [
    "y", "n", "yes", "no", "true", "false", "on", "off", "null",
  ]

  /// Digits with signs, points, underscores, colons (sexagesimal), exponents or a base before them.
  private static func looksLikeNumber(_ text: String) -> Bool {
    var rest = text.lowercased()[...]
    if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
    if [".inf", ".nan"].contains(rest) { return true }
    for (prefix, digits) in [("0x", "0123456789abcdef_"), ("0o", "01234567_"), ("0b", "01_")]
    where rest.hasPrefix(prefix) {
      return rest.dropFirst(2).allSatisfy { digits.contains($0) }
    }
    let mantissa = rest.prefix { $0.isASCII && ($0.isNumber || "._:".contains($0)) }
    guard mantissa.contains(where: \.isNumber) else { return false }
    var exponent = rest.dropFirst(mantissa.count)
    guard !exponent.isEmpty else { return true }
    guard exponent.first == "e" else { return false }
    exponent = exponent.dropFirst()
    if exponent.first == "+" || exponent.first == "-" { exponent = exponent.dropFirst() }
    return exponent.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Four digits, a hyphen, one or two digits, a hyphen, a digit: with whatever time behind them.
  private static func looksLikeDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0].count == 4 && (1...2).contains(parts[1].count)
      && (parts[0] + parts[1]).allSatisfy { $0.isASCII && $0.isNumber }
      && parts[2].first.map { $0.isASCII && $0.isNumber } ?? false
  }
}
