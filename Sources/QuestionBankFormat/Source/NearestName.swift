/// Finds the name that was probably meant.
package enum NearestName {
  /// The name of `names` that takes the fewest edits to become `text`; nil where none is near.
  ///
  /// Case does not count as an edit; only the first 2,000 names are looked at. Near is a third of
  /// the length of `text`, at least one edit and at most four; of equally near ones the first is
  /// taken.
  package static func find(_ text: some StringProtocol, among names: some Sequence<String>)
    -> String?
  {
    var edits = EditDistance(to: Array(text.lowercased().utf8))
    guard (1...64).contains(edits.length) else { return nil }
    var bound = min(4, max(1, edits.length / 3))
    var nearest: String?
    for name in names.prefix(2_000) where abs(name.utf8.count - edits.length) <= bound {
      guard let distance = edits.distance(from: name, upTo: bound) else { continue }
      if distance < bound || nearest == nil {
        nearest = name
        bound = distance
      }
      if bound == 0 { break }
    }
    return nearest
  }
}

/// Counts the bytes to insert, remove, replace, or swap with their neighbour until one name is
/// another (the optimal string alignment distance).
///
/// A thousand unknown names, each compared with all that there are, must not take seconds: only
/// distances up to a bound are told, so that most of the table is never filled, and the memory is
/// used again for each name.
struct EditDistance {
  private let target: [UInt8]
  private var source: [UInt8] = []
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var current: [Int] = []

  /// Takes the name to reach, in lower case.
  init(to target: [UInt8]) { self.target = target }

  /// How many bytes that name has.
  var length: Int { target.count }

  /// The distance from `name`, in whatever case; nil where it is more than `bound`.
  mutating func distance(from name: String, upTo bound: Int) -> Int? {
    takeLowerCase(name)
    // What both begin and end with costs nothing.
    var start = 0
    var (sourceEnd, targetEnd) = (source.count, target.count)
    while start < min(sourceEnd, targetEnd), source[start] == target[start] { start += 1 }
    while start < min(sourceEnd, targetEnd), source[sourceEnd - 1] == target[targetEnd - 1] {
      sourceEnd -= 1
      targetEnd -= 1
    }
    let distance = distance(start..<sourceEnd, start..<targetEnd, upTo: bound)
    return distance <= bound ? distance : nil
  }

  private mutating func takeLowerCase(_ name: String) {
    source.removeAll(keepingCapacity: true)
    for byte in name.utf8 {
      guard byte < 0x80 else {
        source = Array(name.lowercased().utf8)
        return
      }
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      source.append(isUpper ? byte | 0x20 : byte)
    }
  }

  /// The distance between two parts; anything above `bound` where it is more.
  private mutating func distance(
    _ rows: Range<Int>, _ columns: Range<Int>, upTo bound: Int
  ) -> Int {
    let far = bound + 1
    if abs(rows.count - columns.count) > bound { return far }
    guard !rows.isEmpty, !columns.isEmpty else { return max(rows.count, columns.count) }
    for row in 0...2 {
      let values = (0...columns.count).map { row == 1 ? $0 : far }
      switch row {
      case 0: beforeLast = values
      case 1: last = values
      default: current = values
      }
    }
    var leastOfLast = 0
    for row in 1...rows.count {
      // Farther from the diagonal than `bound` nothing is within it.
      let band = max(1, row - bound)...max(1, min(columns.count, row + bound))
      current[band.lowerBound - 1] = band.lowerBound == 1 ? row : far
      var least = current[band.lowerBound - 1]
      for column in band {
        let byte = source[rows.lowerBound + row - 1]
        let wanted = target[columns.lowerBound + column - 1]
        var best = last[column - 1] + (byte == wanted ? 0 : 1)
        best = min(best, last[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, byte == target[columns.lowerBound + column - 2],
          source[rows.lowerBound + row - 2] == wanted
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current[column] = best
        least = min(least, best)
      }
      if band.upperBound < columns.count { current[band.upperBound + 1] = far }
      if least > bound, leastOfLast >= bound { return far }
      leastOfLast = least
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[columns.count]
  }
}
