/// The distribution of the marks of a form: a sum of independent questions, computed exactly by
/// convolution.
///
/// Where all is right or wrong it is Poisson's binomial distribution.
struct MarksDistribution {
  /// A question: known, and then right in full, or else guessed.
  struct Item: Sendable {
    /// The probability that it is known, 0 to 1.
    var known: Double
    /// The chances that a blind guess earns none, one, … all parts of a mark; at least two entries.
    var guessed: [Double]
  }

  /// How many parts a mark has, so that all questions earn whole numbers of them.
  let unit: Int
  /// The probability of each number of parts, from none to all.
  let probabilities: [Double]

  /// Adds questions up.
  init(_ items: [Item]) {
    unit = items.reduce(1) { Self.leastCommonMultiple($0, $1.guessed.count - 1) }
    var distribution = [1.0]
    for item in items {
      let step = unit / (item.guessed.count - 1)
      var next = [Double](repeating: 0, count: distribution.count + unit)
      // What is known and what is guessed, by the parts that it earns.
      var earned = item.guessed.enumerated().map { ($0 * step, (1 - item.known) * $1) }
      earned[earned.count - 1].1 += item.known
      for (parts, chance) in earned where chance > 0 {
        for marks in distribution.indices { next[marks + parts] += distribution[marks] * chance }
      }
      distribution = next
    }
    probabilities = distribution
  }

  /// The probability that the marks reach a share of all, as ``Marks/reach(_:of:)`` has it.
  func probability(ofReaching cut: Double) -> Double {
    let all = Double(probabilities.count - 1)
    guard all > 0 else { return 0 }
    // Less than a millionth of a 2520th of a mark is nothing.
    let slack = 1e-6 / Double(Marks.unitsPerMark) * Double(unit)
    var sum = 0.0
    for (parts, probability) in probabilities.enumerated()
    where Double(parts) + slack >= cut * all {
      sum += probability
    }
    return min(1, sum)
  }

  private static func leastCommonMultiple(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return first / a * second
  }
}
