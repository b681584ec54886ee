/// Which characters may stand in the text of a bank.
package enum BankCharacter {
  /// Whether `scalar` may: it is a line feed, or neither a tab nor a control character, another
  /// line end, a bidirectional control, a byte order mark or no character at all.
  package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    CharacterScan.offence(ofScalar: scalar.value) == nil
  }
}
