/// Up to fifteen small numbers (0 to 15) in one machine word: item numbers of a question.
///
/// Responses and orders are lists of one-digit numbers, and a learner has hundreds of thousands
/// of them; a word each keeps a fold over all of them free of allocations.
package struct ItemNumbers: Hashable, Sendable, RandomAccessCollection,
  ExpressibleByArrayLiteral, CustomStringConvertible
{
  /// The count in the lowest four bits, then four bits for each number.
  private var bits: UInt64

  /// The most numbers that fit.
  package static let capacity = 15

  /// Makes an empty list.
  package init() { bits = 0 }

  /// Makes a list; nil where there are more than fifteen numbers or one is not in 0...15.
  package init?(_ numbers: some Collection<Int>) {
    guard numbers.count <= Self.capacity, numbers.allSatisfy((0...15).contains) else {
      return nil
    }
    var bits = UInt64(numbers.count)
    for (index, number) in numbers.enumerated() { bits |= UInt64(number) << (4 * (index + 1)) }
    self.bits = bits
  }

  /// Makes a list from a literal of at most fifteen numbers in 0...15.
  package init(arrayLiteral elements: Int...) {
    guard let numbers = ItemNumbers(elements) else {
      preconditionFailure("item numbers \(elements) are more than 15 or outside 0...15")
    }
    self = numbers
  }

  /// The numbers 1 to `count`.
  package init(oneTo count: Int) {
    precondition((0...Self.capacity).contains(count), "count \(count) is outside 0...15")
    var bits = UInt64(count)
    for index in 0..<count { bits |= UInt64(index + 1) << (4 * (index + 1)) }
    self.bits = bits
  }

  /// Adds a number at the end; false, and nothing is added, where it doesn't fit.
  package mutating func append(_ number: Int) -> Bool {
    let count = endIndex
    guard count < Self.capacity, (0...15).contains(number) else { return false }
    bits = (bits | UInt64(number) << (4 * (count + 1))) + 1
    return true
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { Int(bits & 15) }
  package subscript(position: Int) -> Int {
    precondition(indices.contains(position), "index \(position) is outside \(indices)")
    return Int((bits >> (4 * (position + 1))) & 15)
  }

  /// The numbers as `[3, 1, 4]`.
  package var description: String { Array(self).description }
}
