import FSRS
import Testing

@Suite struct FSRS6ParametersTests {
  private let values = FSRS6Parameters.default.values

  @Test func `the defaults are within their bounds`() throws {
    #expect(try FSRS6Parameters(values) == .default)
    #expect(values.count == 21)
  }

  @Test func `both ends of every bound are allowed`() throws {
    let lower = FSRS6Parameters.bounds.map(\.lowerBound)
    let upper = FSRS6Parameters.bounds.map(\.upperBound)
    #expect(try FSRS6Parameters(lower).values == lower)
    #expect(try FSRS6Parameters(upper).values == upper)
  }

  @Test func `every bad value is named with its bounds`() {
    var bad = values
    bad[0] = 0
    bad[4] = 10.5
    bad[17] = .nan
    bad[20] = -.infinity
    let error = #expect(throws: InvalidParameters.self) { try FSRS6Parameters(bad) }
    #expect(
      error?.description == """
        bad parameters for fsrs6: w0 is 0.0, outside 0.001...100.0; w4 is 10.5, outside \
        1.0...10.0; w17 is nan, outside 0.0...2.0; w20 is -inf, outside 0.1...0.8
        """)
    #expect(error?.problems.count == 4)
  }

  @Test(arguments: [0, 17, 19, 20, 22, 34])
  func `another count is refused`(count: Int) {
    let error = #expect(throws: InvalidParameters.self) {
      try FSRS6Parameters(Array(repeating: 1, count: count))
    }
    #expect(
      error?.description == "bad parameters for fsrs6: \(count) values where it takes 21")
  }
}
