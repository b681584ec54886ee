/// A small repeatable random source.
///
/// The same seed gives the same numbers on every machine and in every version of Swift; the seed
/// always comes from outside. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", 2014.
package struct SplitMix64: RandomNumberGenerator, Equatable, Sendable {
  private var state: UInt64

  /// Starts the sequence that belongs to `seed`.
  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number in 0..<`bound`, each equally likely; `bound` must be positive.
  ///
  /// By rejection, and written here because the standard library doesn't promise that its own
  /// draws stay the same.
  package mutating func number(below bound: Int) -> Int {
    precondition(bound > 0, "bound \(bound) is not positive")
    let bound = UInt64(bound)
    let limit = UInt64.max - UInt64.max % bound
    while true {
      let drawn = next()
      if drawn < limit { return Int(drawn % bound) }
    }
  }

  /// The elements in a random order (Fisher and Yates).
  package mutating func shuffled<Element>(_ elements: some Sequence<Element>) -> [Element] {
    var elements = Array(elements)
    for index in elements.indices.reversed().dropLast() {
      elements.swapAt(index, number(below: index + 1))
    }
    return elements
  }
}
