import Testing

@testable import swot

@Suite struct ConcurrentMapTests {
  @Test(arguments: [1, 2, 3, 16]) func `results come in the order of the elements`(cores: Int) {
    for count in [0, 1, 2, 100] {
      let map = ConcurrentMap(Array(0..<count), cores: cores, weight: { $0 % 7 }) { number in
        // Some work, so that threads overtake each other.
        (0..<(number % 5) * 1_000).reduce(number * number) { $0 ^ $1 ^ $1 }
      }
      #expect(map.results() == (0..<count).map { $0 * $0 })
    }
  }

  @Test func `with one core nothing happens before the results are wanted`() {
    let map = ConcurrentMap(["a", "b"], cores: 1, weight: \.count) { $0 + "!" }
    #expect(map.results() == ["a!", "b!"])
  }
}
