/// Parameters that a memory model can't have: every one of them, each with what is allowed.
package struct InvalidParameters: Error, Equatable, Sendable, CustomStringConvertible {
  /// One thing that is wrong.
  package enum Problem: Equatable, Sendable {
    /// There are too few or too many values.
    case count(found: Int, expected: Int)
    /// There are as many values as another model has, whose values can't be converted.
    case otherModel(found: Int, expected: Int, model: String)
    /// A value is outside its bounds, or no number; `index` counts from 0.
    case outOfBounds(index: Int, value: Double, bounds: ClosedRange<Double>)

    /// The values that are outside their bounds; there are as many bounds as values.
    static func outOfBounds(
      _ values: [Double], bounds: [ClosedRange<Double>]
    ) -> [Problem] {
      zip(values, bounds).enumerated().compactMap { index, pair in
        // A NaN is in no range.
        pair.1.contains(pair.0)
          ? nil : .outOfBounds(index: index, value: pair.0, bounds: pair.1)
      }
    }
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
      case .otherModel(let found, let expected, let model):
        "\(found) values where it takes \(expected); so many belong to \(model) and can't be converted"
      case .outOfBounds(let index, let value, let bounds):
        "w\(index) is \(value), outside \(bounds.lowerBound)...\(bounds.upperBound)"
      }
    }
    return "bad parameters for \(model): " + texts.joined(separator: "; ")
  }
}
