import FSRS

/// The questions of one domain, waiting to be drawn for a form.
struct ExamLots {
  /// The questions of one objective that are left, those to be drawn first at the front.
  private struct Objective {
    var questions: [Int32]
    let size: Int
    var drawn = 0

    /// The question to draw of those seen longest ago; nil where none is left.
    func fittest(
      for mix: ExamMix, in pool: ExamPool, lastSeen: [Int]?
    ) -> (place: Int, seen: Int, repeatedFacts: Int)? {
      guard let first = questions.first else { return nil }
      let seen = lastSeen?[Int(first)] ?? .min
      var fittest = (place: 0, misfit: mix.misfit(of: first, in: pool))
      for place in questions.indices.prefix(ExamLots.compared).dropFirst() {
        guard lastSeen?[Int(questions[place])] ?? .min == seen else { break }
        let misfit = mix.misfit(of: questions[place], in: pool)
        if misfit < fittest.misfit { fittest = (place, misfit) }
      }
      return (fittest.place, seen, fittest.misfit.repeatedFacts)
    }
  }

  private var objectives: [Objective]
  private let pool: ExamPool
  private let lastSeen: [Int]?

  /// How many questions of an objective are compared for one place: enough for a free choice, and
  /// few enough that drawing from 100,000 takes no longer than from a thousand.
  private static let compared = 32

  /// Mixes the questions of a group by lot, then puts those seen longest ago first.
  ///
  /// - Parameters:
  ///   - group: the questions.
  ///   - pool: where they stand.
  ///   - lastSeen: for each question of the pool when it was seen, the least number for never; nil
  ///     where that plays no part.
  ///   - random: the lots.
  init(
    _ group: ExamSource.Group, of pool: ExamPool, lastSeen: [Int]?,
    using random: inout SplitMix64
  ) {
    self.pool = pool
    self.lastSeen = lastSeen
    objectives = random.shuffled(group.lists).map { list in
      var list = random.shuffled(list)
      if let lastSeen {
        // Most were never seen, as a rule: they need no sorting.
        let seen = list.filter { lastSeen[Int($0)] != .min }.enumerated()
          .sorted { left, right in
            (lastSeen[Int(left.element)], left.offset)
              < (lastSeen[Int(right.element)], right.offset)
          }
        list = list.filter { lastSeen[Int($0)] == .min } + seen.map(\.element)
      }
      return Objective(questions: list, size: list.count)
    }
  }

  /// Takes the question that fits best; nil where none is left.
  mutating func draw(for mix: ExamMix) -> Int32? {
    var best: (objective: Int, place: Int, rank: (Int, Int, Int, Double))?
    for (number, objective) in objectives.enumerated() {
      guard let candidate = objective.fittest(for: mix, in: pool, lastSeen: lastSeen) else {
        continue
      }
      let rank = (
        candidate.seen, candidate.repeatedFacts, objective.drawn == 0 ? 0 : 1,
        Double(objective.drawn + 1) / Double(objective.size)
      )
      if let best, best.rank <= rank { continue }
      best = (number, candidate.place, rank)
    }
    guard let best else { return nil }
    objectives[best.objective].drawn += 1
    return objectives[best.objective].questions.remove(at: best.place)
  }
}
