/// Something that must hold for every input, and doesn't for this one.
package struct BrokenPromise: Error, CustomStringConvertible {
  /// What doesn't hold.
  package let description: String

  init(_ description: String) { self.description = description }
}

/// Throws where `condition` is false.
func require(
  _ condition: Bool, _ description: @autoclosure () -> String
) throws(BrokenPromise) {
  if !condition { throw BrokenPromise(description()) }
}

/// Throws where `text` holds what could steer a terminal, reorder a line or break one.
///
/// Deliberately not by the tables of the program itself: those are what is tested.
package func requireHarmless(
  _ text: String, allowing allowed: Set<Unicode.Scalar> = [], _ what: @autoclosure () -> String
) throws(BrokenPromise) {
  for scalar in text.unicodeScalars where !allowed.contains(scalar) {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
      throw BrokenPromise("\(what()) holds U+\(String(scalar.value, radix: 16))")
    default: break
    }
  }
}
