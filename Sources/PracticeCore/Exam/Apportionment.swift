/// The share-out of whole numbers by weights: the method of the largest remainder.
///
/// Source: Hamilton's method, as in M. Balinski and H. P. Young, "Fair Representation", 1982.
package enum Apportionment {
  /// Shares `total` out to parts by their weights, none getting more than its capacity.
  ///
  /// Each part gets the whole of its exact share; what is left goes one by one to the largest
  /// remainders, of equal ones to the first. A part that would get more than it can hold gets that,
  /// and the rest is shared out among the others in the same way. Parts of weight 0 get something
  /// only when all others are full, then by their capacities.
  ///
  /// - Parameters:
  ///   - total: how many to share out; not negative.
  ///   - weights: a weight for each part, in any unit; finite and not negative.
  ///   - capacities: how many each part can hold; nil for any number.
  /// - Returns: a number for each part, adding to `total`, or to all capacities where these are
  ///   less.
  package static func shares(
    of total: Int, weights: [Double], capacities: [Int]? = nil
  ) -> [Int] {
    let capacities = capacities ?? weights.map { _ in total }
    var shares = weights.map { _ in 0 }
    var open = weights.indices.filter { capacities[$0] > 0 }
    var left = min(total, capacities.reduce(0, +))
    while left > 0 {
      var parts = open.filter { weights[$0] > 0 }
      var partWeights = parts.map { weights[$0] }
      if parts.isEmpty {
        parts = open
        partWeights = parts.map { Double(capacities[$0]) }
      }
      let drawn = uncapped(left, weights: partWeights)
      let full = parts.indices.filter { drawn[$0] >= capacities[parts[$0]] }
      if !full.contains(where: { drawn[$0] > capacities[parts[$0]] }) {
        for (part, share) in zip(parts, drawn) { shares[part] = share }
        break
      }
      for part in full.map({ parts[$0] }) {
        shares[part] = capacities[part]
        left -= capacities[part]
        open.removeAll { $0 == part }
      }
    }
    return shares
  }

  private static func uncapped(_ total: Int, weights: [Double]) -> [Int] {
    let sum = weights.reduce(0, +)
    // Remainders that are equal on paper differ in the last bits: compare them to a billionth.
    let exact = weights.map { (Double(total) * $0 / sum * 1e9).rounded() / 1e9 }
    var shares = exact.map { Int($0.rounded(.down)) }
    let remainders = zip(exact, shares).map { (($0 - Double($1)) * 1e9).rounded() }
    let order = weights.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    for part in order.prefix(total - shares.reduce(0, +)) { shares[part] += 1 }
    return shares
  }
}
