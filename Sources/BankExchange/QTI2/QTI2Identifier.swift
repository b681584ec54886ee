/// Identifiers of QTI 2: a letter or `_`, then letters, digits, `_`, `-` and `.`.
enum QTI2Identifier {
  /// The identifier for an id of a bank, which may begin with a digit.
  static func identifier(ofID id: String) -> String {
    guard let first = id.unicodeScalars.first, ("0"..."9").contains(first) else { return id }
    return "_" + id
  }

  /// The id of a bank for an identifier; the reverse of ``identifier(ofID:)``.
  static func id(ofIdentifier identifier: String) -> String {
    guard identifier.utf8.first == UInt8(ascii: "_"),
      let next = identifier.unicodeScalars.dropFirst().first, ("0"..."9").contains(next)
    else { return identifier }
    return String(identifier.dropFirst())
  }

  /// Whether a text is an identifier.
  static func isValid(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
    }
    return isLetter(first)
      && text.unicodeScalars.allSatisfy {
        isLetter($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "."
      }
  }
}
