/// Parameters that a memory model can't have: every one of them, each with what is allowed.
package struct InvalidParameters: Error, Equatable, Sendable, CustomStringConvertible {
  /// One thing that is wrong.
  package enum Problem: Equatable, Sendable {
    /// There are too few or too many values.
    case count(found: Int, expected: Int)
    /// A value is outside its bounds, or no number; `index` counts from 0.
    case outOfBounds(index: Int, value: Double, bounds: ClosedRange<Double>)
  }

  /// The model's name.
  package let model: String
  /// All that is wrong, in the order of the parameters; never empty.
  package let problems: [Problem]

  /// Makes an error.
  package init(model: String, problems: [Problem]) {
    self.model = model
    self.problems = problems
  }

  /// All problems in one line.
  package var description: String {
    let texts = problems.map { problem in
      switch problem {
      case .count(let found, let expected): "\(found) values where it takes \(expected)"
      case .outOfBounds(let index, let value, let bounds):
        "w\(index) is \(value), outside \(bounds.lowerBound)...\(bounds.upperBound)"
      }
    }
    return "bad parameters for \(model): " + texts.joined(separator: "; ")
  }
}
