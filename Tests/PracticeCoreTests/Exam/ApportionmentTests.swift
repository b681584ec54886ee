import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct ApportionmentTests {
  @Test func `the largest remainders get what is left`() {
    // 65 × 35, 22 and 43 per cent: 22.75, 14.3, 27.95.
    #expect(Apportionment.shares(of: 65, weights: [35, 22, 43]) == [23, 14, 28])
    // 23 × 13, 17, 22, 18, 17, 13 per cent: 2.99, 3.91, 5.06, 4.14, 3.91, 2.99.
    #expect(Apportionment.shares(of: 23, weights: [13, 17, 22, 18, 17, 13]) == [3, 4, 5, 4, 4, 3])
  }

  @Test func `of equal remainders the first gets it, also where they differ in the last bit`() {
    #expect(Apportionment.shares(of: 1, weights: [1, 1, 1]) == [1, 0, 0])
    #expect(Apportionment.shares(of: 10, weights: [0.1, 0.3, 0.6 / 2, 0.3]) == [1, 3, 3, 3])
    #expect(Apportionment.shares(of: 5, weights: [0.1 + 0.2, 0.3]) == [3, 2])
    #expect(Apportionment.shares(of: 5, weights: [0.3, 0.1 + 0.2]) == [3, 2])
  }

  @Test func `a full part gives the rest to the others`() {
    #expect(Apportionment.shares(of: 10, weights: [1, 1], capacities: [2, 20]) == [2, 8])
    #expect(
      Apportionment.shares(of: 10, weights: [2, 1, 1], capacities: [1, 3, 20]) == [1, 3, 6])
  }

  @Test func `a part without weight is drawn when the others are full`() {
    #expect(Apportionment.shares(of: 5, weights: [1, 0], capacities: [9, 9]) == [5, 0])
    #expect(Apportionment.shares(of: 5, weights: [1, 0], capacities: [3, 9]) == [3, 2])
    #expect(Apportionment.shares(of: 6, weights: [0, 0], capacities: [4, 8]) == [2, 4])
  }

  @Test func `what cannot be held is left out`() {
    #expect(Apportionment.shares(of: 9, weights: [1, 1], capacities: [2, 3]) == [2, 3])
    #expect(Apportionment.shares(of: 9, weights: [1, 1], capacities: [0, 0]) == [0, 0])
    #expect(Apportionment.shares(of: 3, weights: []) == [])
  }

  @Test
  func `shares add up, stay within capacities, and are next to the exact ones where they can`() {
    var random = SplitMix64(seed: 20_261_124)
    for _ in 0..<2_000 {
      let parts = 1 + random.number(below: 8)
      let weights = (0..<parts).map { _ in Double(random.number(below: 50)) }
      let capacities = (0..<parts).map { _ in random.number(below: 30) }
      let total = random.number(below: 80)
      let shares = Apportionment.shares(of: total, weights: weights, capacities: capacities)
      #expect(shares.reduce(0, +) == min(total, capacities.reduce(0, +)))
      #expect(zip(shares, capacities).allSatisfy { 0 <= $0 && $0 <= $1 })
      guard weights.reduce(0, +) > 0 else { continue }
      let free = Apportionment.shares(of: total, weights: weights)
      for (share, weight) in zip(free, weights) {
        let exact = Double(total) * weight / weights.reduce(0, +)
        #expect(abs(Double(share) - exact) < 1)
      }
    }
  }
}
