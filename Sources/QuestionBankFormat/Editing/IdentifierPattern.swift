/// How a bank numbers its questions: `IAM-Q-084` is followed by `IAM-Q-085`.
package struct IdentifierPattern: Equatable, Sendable {
  /// What stands before the number.
  package let prefix: String
  /// How many digits the number has at least.
  package let digits: Int

  /// The pattern that most of `ids` follow, of equally frequent ones the last; `Q-001` where none has
  /// a number.
  package init(of ids: some Sequence<String>) {
    var counts: [String: Int] = [:]
    var widths: [String: Int] = [:]
    var best: String?
    for id in ids {
      guard let (prefix, _, width) = Self.parts(of: id) else { continue }
      let count = counts[prefix, default: 0] + 1
      counts[prefix] = count
      widths[prefix] = min(widths[prefix] ?? width, width)
      if count >= best.map({ counts[$0, default: 0] }) ?? 0 { best = prefix }
    }
    prefix = best ?? "Q-"
    digits = best.flatMap { widths[$0] } ?? 3
  }

  /// The first id that is higher than all of `ids` that follow the pattern.
  package func next(after ids: some Sequence<String>) -> String {
    let highest = ids.reduce(0) { highest, id in
      guard let (prefix, number, _) = Self.parts(of: id), prefix == self.prefix else {
        return highest
      }
      return max(highest, number)
    }
    let number = String(highest + 1)
    return prefix + String(repeating: "0", count: max(0, digits - number.utf8.count)) + number
  }

  /// What stands before the number at the end of an id, the number, and how many digits it has.
  private static func parts(of id: String) -> (prefix: String, number: Int, width: Int)? {
    let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard (1...9).contains(digits), let number = Int(id.suffix(digits)) else { return nil }
    return (String(id.dropLast(digits)), number, digits)
  }
}
