/// Finds the name that was probably meant.
package enum NearestName {
  /// The name of `names` that takes the fewest edits to become `text`; nil where none is near.
  ///
  /// Case does not count as an edit; only the first 2,000 names are looked at. Near is a third of the length of `text`, at least one edit
  /// and at most four; of equally near ones the first is taken.
  package static func find(_ text: some StringProtocol, among names: some Sequence<String>)
    -> String?
  {
    let wanted = Array(text.lowercased().utf8)
    guard (1...64).contains(wanted.count) else { return nil }
    var bound = min(4, max(1, wanted.count / 3))
    var nearest: String?
    for name in names.prefix(2_000) where abs(name.utf8.count - wanted.count) <= bound {
      let distance = distance(wanted, Array(name.lowercased().utf8))
      if distance < bound || (distance == bound && nearest == nil) {
        nearest = name
        bound = distance
      }
      if bound == 0 { break }
    }
    return nearest
  }

  /// The number of bytes to insert, remove, replace, or swap with their neighbour (the optimal
  /// string alignment distance).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for row in 1...left.count {
      current[0] = row
      for column in 1...right.count {
        let isEqual = left[row - 1] == right[column - 1]
        var best = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isEqual ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current[column] = best
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count]
  }
}
