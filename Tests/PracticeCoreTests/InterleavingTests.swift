import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct InterleavingTests {
  @Test func `lists take turns`() {
    #expect(Interleaving.roundRobin([[1, 4, 6], [2], [3, 5]]) == [1, 2, 3, 4, 5, 6])
    #expect(Interleaving.roundRobin([[Int]]()) == [])
    #expect(Interleaving.roundRobin([[], [1], []]) == [1])
  }

  @Test func `domains take turns, and in them their objectives`() {
    let bank = StudyFixtures.bank(objectives: 4, each: 2)
    let order = Interleaving.acrossObjectives(bank.questions, of: bank).map(\.objective)
    #expect(order == ["O0", "O2", "O1", "O3", "O0", "O2", "O1", "O3"])
  }

  @Test func `easier questions of an objective come first, as written among equals`() {
    var bank = StudyFixtures.bank(objectives: 1, each: 4)
    for (index, difficulty) in [Difficulty.advanced, nil, .foundation, .intermediate].enumerated() {
      bank.questions[index].difficulty = difficulty
    }
    let order = Interleaving.acrossObjectives(bank.questions, of: bank).map(\.stem)
    #expect(order == ["q3", "q2", "q4", "q1"])
  }

  @Test func `questions without a known objective are not lost`() {
    var bank = StudyFixtures.bank(objectives: 1, each: 1)
    bank.questions.append(StudyFixtures.question("bank", "loose", objective: nil))
    bank.questions.append(StudyFixtures.question("bank", "stray", objective: "GONE"))
    #expect(
      Interleaving.acrossObjectives(bank.questions, of: bank).map(\.stem)
        == ["q1", "loose", "stray"])
  }

  @Test func `neighbours differ, and what is in order stays as it is`() {
    #expect(Interleaving.apart(["a", "b", "a", "c"], by: { $0 }) == ["a", "b", "a", "c"])
    #expect(Interleaving.apart(["a", "a", "b", "b"], by: { $0 }) == ["a", "b", "a", "b"])
    #expect(Interleaving.apart(["b", "a", "a", "a"], by: { $0 }) == ["a", "b", "a", "a"])
    #expect(Interleaving.apart(["a", "b"], by: { $0 }, after: "a") == ["b", "a"])
    #expect(Interleaving.apart([String](), by: { $0 }) == [])
  }

  @Test func `neighbours are equal only where that can't be avoided`() throws {
    try withEvery(seed: 0..<500) { seed, random in
      let keys = 1 + random.number(below: 4)
      let elements = (0..<random.number(below: 20)).map { _ in
        "\(random.number(below: keys))"
      }
      let order = Interleaving.apart(elements, by: { $0 })
      try #require(order.sorted() == elements.sorted(), "seed \(seed) loses or repeats something")
      let most = Dictionary(grouping: elements, by: { $0 }).values.map(\.count).max() ?? 0
      let pairs = zip(order, order.dropFirst()).count { $0 == $1 }
      // With m of one kind among n there are at least 2m − n − 1 equal neighbours.
      let least = max(0, 2 * most - elements.count - 1)
      try #require(pairs == least, "seed \(seed): \(order)")
    }
  }
}
