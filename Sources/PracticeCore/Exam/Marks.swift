/// An exact number of marks: whole ones and the fractions that questions of up to ten right choices
/// give.
///
/// Sums of thirds and sevenths as floating-point numbers would fail a candidate by the last bit.
package struct Marks: Hashable, Comparable, Sendable {
  /// The number in parts of which a mark has ``unitsPerMark``.
  package private(set) var units: Int

  /// The least common multiple of 1 to 10.
  package static let unitsPerMark = 2520

  /// No marks.
  package static let none = Marks(units: 0)

  /// Makes a number of marks of its parts.
  package init(units: Int) { self.units = units }

  /// Makes a whole number of marks.
  package init(whole: Int) { units = whole * Self.unitsPerMark }

  /// Makes `numerator` ÷ `denominator` marks; the denominator is in 1...10.
  package init(_ numerator: Int, outOf denominator: Int) {
    precondition((1...10).contains(denominator), "denominator \(denominator) is not in 1...10")
    units = numerator * (Self.unitsPerMark / denominator)
  }

  /// The number, not exact where it isn't whole.
  package var value: Double { Double(units) / Double(Self.unitsPerMark) }

  package static func < (left: Marks, right: Marks) -> Bool { left.units < right.units }

  package static func + (left: Marks, right: Marks) -> Marks {
    Marks(units: left.units + right.units)
  }

  package static func += (left: inout Marks, right: Marks) { left.units += right.units }

  /// The share of `total` marks, 0 to 1; 0 where the total is none.
  package func share(of total: Marks) -> Double {
    total.units > 0 ? Double(units) / Double(total.units) : 0
  }

  /// Whether the share of `total` is at least `share`, which was written as a decimal.
  ///
  /// 36 of 50 are 0.72, whatever bits 0.72 has: what is less than a millionth of a unit short
  /// is enough.
  package func reach(_ share: Double, of total: Marks) -> Bool {
    Double(units) + 1e-6 >= share * Double(total.units)
  }
}

extension ScoringRule {
  /// Whether a response answers a question: in whole or, where each right choice earns something, in
  /// part.
  ///
  /// - Parameters:
  ///   - response: what was answered; nil where nothing was.
  ///   - question: the question as it was when it was drawn.
  /// - Returns: false where the question is open.
  package func isAnswered(_ response: Response?, to question: Question) -> Bool {
    if self == .netCorrect, case .choices = question.format, case .numbers(let chosen)? = response {
      return !chosen.isEmpty
    }
    return question.isWhole(response)
  }

  /// The marks of a response: of one at most, none for a blank.
  ///
  /// - Parameters:
  ///   - response: what was answered; nil where nothing was.
  ///   - question: the question as it was when it was drawn.
  /// - Returns: none to one mark.
  package func marks(for response: Response?, to question: Question) -> Marks {
    guard let response else { return .none }
    let keys = Set(question.keyNumbers)
    guard self == .netCorrect, keys.count > 1, case .numbers(let chosen) = response else {
      return question.isRight(response) ? Marks(whole: 1) : .none
    }
    let right = Set(chosen).intersection(keys).count
    let wrong = Set(chosen).subtracting(keys).count
    return Marks(max(0, right - wrong), outOf: keys.count)
  }
}
