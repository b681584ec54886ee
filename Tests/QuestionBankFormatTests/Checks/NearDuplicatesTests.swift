import FSRS
import PracticeCore
import TestSupport
import Testing

@testable import QuestionBankFormat

@Suite struct NearDuplicatesTests {
  private static func question(_ number: Int, _ stem: String) -> Question {
    Question(
      id: QuestionID(bank: "b", question: "Q\(number)"), stem: stem,
      format: .choices([Choice(text: "yes", isRight: true), Choice(text: "no", isRight: false)]))
  }

  /// A stem of made-up words.
  private static func stem(words: Int, using random: inout SplitMix64) -> [String] {
    (0..<words).map { _ in "w\(random.number(below: 5_000))" }
  }

  @Test func `what is found is what comparing all with all finds`() throws {
    try withEvery(seed: 1..<9) { seed, random in
      var stems: [[String]] = []
      for _ in 0..<60 {
        if let copied = stems.last, random.number(below: 3) == 0 {
          var stem = copied
          for _ in 0..<random.number(below: 6) {
            stem[random.number(below: stem.count)] = "x\(random.number(below: 100))"
          }
          stems.append(stem)
        } else {
          stems.append(Self.stem(words: 12 + random.number(below: 30), using: &random))
        }
      }
      let questions = stems.enumerated().map { Self.question($0, $1.joined(separator: " ")) }
      let found = NearDuplicates.find(questions).map { [$0.question, $0.first] }
      #expect(found == Self.compareAll(questions), "seed \(seed)")
      try #require(!found.isEmpty, "seed \(seed)")
    }
  }

  /// The pairs as the definition has them, each question with each earlier one that is kept.
  private static func compareAll(_ questions: [Question]) -> [[Int]] {
    func runs(_ question: Question) -> Set<[Substring]> {
      let words = question.stem.split(separator: " ")
      // The choices are a run each.
      return Set(words.indices.dropLast(2).map { Array(words[$0..<($0 + 3)]) } + [["yes"], ["no"]])
    }
    let all = questions.map(runs)
    var kept: [Int] = []
    var pairs: [[Int]] = []
    for number in questions.indices {
      var best: (first: Int, share: Double)?
      for first in kept {
        let share =
          Double(all[number].intersection(all[first]).count)
          / Double(all[number].union(all[first]).count)
        if share >= NearDuplicates.threshold, share > (best?.share ?? 0) { best = (first, share) }
      }
      if let best { pairs.append([number, best.first]) } else { kept.append(number) }
    }
    return pairs
  }

  @Test func `case, white space and the order of choices don't count`() {
    let stem = "Which of the services keeps every order of the shop until it is done?"
    let first = Self.question(1, stem)
    var second = Self.question(2, stem.uppercased() + "\n")
    second.format = .choices([
      Choice(text: "No.", isRight: false), Choice(text: "YES", isRight: true),
    ])
    #expect(NearDuplicates.find([first, second]).map(\.share) == [1])
  }

  @Test func `short questions are alike by chance`() {
    #expect(
      NearDuplicates.find([Self.question(1, "Which one?"), Self.question(2, "Which one?")]) == [])
  }

  @Test func `a thousand copies are told of once each`() {
    let stem = "Which of the services keeps every order of the shop until it is done?"
    let pairs = NearDuplicates.find((0..<1_000).map { Self.question($0, stem) })
    #expect(pairs.count == 999 && pairs.allSatisfy { $0.first == 0 })
  }
}
