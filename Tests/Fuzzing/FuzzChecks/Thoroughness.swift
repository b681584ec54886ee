/// How much is checked of an input.
package enum Thoroughness {
  /// Everything: for inputs that are kept.
  case full
  /// What is quick: whether reading holds its promises.
  case quick

  /// Full for one input of four, which are always the same: a fuzzer gets through twice as many, and
  /// what it finds breaks again when it is read once more.
  package static func sampled(_ input: some Collection<UInt8>) -> Thoroughness {
    // FNV-1a, of which the upper bits are the better mixed ones.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in input { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash >> 62 == 0 ? .full : .quick
  }
}
