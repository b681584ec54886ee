/// What a form holds so far, against the mix of difficulties and kinds that it should have.
///
/// It should have the mix of the banks that it is drawn from.
struct ExamMix {
  private var wantedByDifficulty = [Double](repeating: 0, count: Difficulty.allCases.count)
  private var drawnByDifficulty = [Double](repeating: 0, count: Difficulty.allCases.count)
  private var wantedByKind = [Double](repeating: 0, count: Self.kinds)
  private var drawnByKind = [Double](repeating: 0, count: Self.kinds)
  private var facts = Set<String>()

  /// Single choice, multiple response, and the other three.
  private static let kinds = 5

  /// Makes the mix of a form that draws `share` of each group.
  init(_ groups: [(group: ExamSource.Group, share: Int)], of pool: ExamPool) {
    for (group, share) in groups {
      let part = Double(share) / Double(group.count)
      for list in group.lists {
        for number in list {
          wantedByDifficulty[Int(pool.difficulties[Int(number)])] += part
          wantedByKind[Int(pool.kinds[Int(number)])] += part
        }
      }
    }
  }

  /// Counts a question as drawn.
  mutating func add(_ number: Int32, of pool: ExamPool) {
    drawnByDifficulty[Int(pool.difficulties[Int(number)])] += 1
    drawnByKind[Int(pool.kinds[Int(number)])] += 1
    facts.formUnion(pool.facts(of: number))
  }

  /// How ill a question would fit: the number of its facts that are in the form already, and how
  /// full its difficulty and its kind would be with it.
  func misfit(
    of number: Int32, in pool: ExamPool
  ) -> (repeatedFacts: Int, fullness: Double) {
    let difficulty = Int(pool.difficulties[Int(number)])
    let kind = Int(pool.kinds[Int(number)])
    return (
      pool.facts(of: number).count { facts.contains($0) },
      (drawnByDifficulty[difficulty] + 1) / max(wantedByDifficulty[difficulty], 1e-9)
        + (drawnByKind[kind] + 1) / max(wantedByKind[kind], 1e-9)
    )
  }
}
