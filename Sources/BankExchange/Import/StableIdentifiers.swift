import PracticeCore

/// Makes ids that are valid, unique, and the same whenever the same file is imported.
package struct StableIdentifiers {
  private var taken: Set<String> = []
  /// The number to try next for a name that is taken.
  private var nextNumber: [String: Int] = [:]

  /// Starts with no id taken.
  package init() {}

  /// Whether `id` is free.
  package func isFree(_ id: String) -> Bool { !taken.contains(id) }

  /// Takes an id.
  ///
  /// - Parameters:
  ///   - wish: The id or the name that the file gives; kept where it is valid and free.
  ///   - content: What the thing is made of: where the wish gives no id, its hash does.
  ///   - prefix: What stands before the hash.
  /// - Returns: The id.
  package mutating func take(
    _ wish: String?, content: @autoclosure () -> [String], prefix: String = "Q-"
  ) -> String {
    let base = wish.flatMap(Self.identifier(from:)) ?? prefix + Self.hash(content())
    if taken.insert(base).inserted { return base }
    var number = nextNumber[base] ?? 2
    while true {
      let suffix = "-\(number)"
      let id = String(base.prefix(ImportLimits.idBytes - suffix.count)) + suffix
      number += 1
      if taken.insert(id).inserted {
        nextNumber[base] = number
        return id
      }
    }
  }

  /// An id that says the same as `name`; nil where nothing of the name can stand in one.
  ///
  /// A valid id stays as it is. Everything else becomes a hyphen; where letters are lost for that,
  /// a hash of the name keeps different names apart.
  package static func identifier(from name: String) -> String? {
    if Identifier.isValid(name), name.utf8.count <= ImportLimits.idBytes { return name }
    var id = ""
    var losesLetters = false
    for scalar in name.unicodeScalars.prefix(4 * ImportLimits.idBytes) {
      if isAllowed(scalar) {
        id.unicodeScalars.append(scalar)
      } else {
        if scalar.properties.isAlphabetic { losesLetters = true }
        if id.last != "-" { id.append("-") }
      }
    }
    var part = Substring(id).drop { !$0.isLetter && !$0.isNumber }.prefix(60)
    while let last = part.last, !last.isLetter && !last.isNumber { part.removeLast() }
    guard !part.isEmpty else { return nil }
    return losesLetters || name.utf8.count > 60 ? part + "-" + hash([name]).prefix(6) : String(part)
  }

  /// Eight hex digits that stand for `texts`.
  package static func hash(_ texts: [String]) -> String {
    var hash = FNV1a()
    for text in texts { hash.combine(text) }
    return String(hash.digits.suffix(8))
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": true
    default: false
    }
  }
}
