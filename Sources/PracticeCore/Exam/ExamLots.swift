import FSRS

/// The questions of one domain, waiting to be drawn for a form.
struct ExamLots {
  /// The questions of one objective that are left, those to be drawn first at the front.
  private struct Objective {
    var questions: [Question]
    let size: Int
    var drawn = 0

    /// The question to draw of those seen longest ago; nil where none is left.
    func fittest(
      for mix: ExamMix, lastSeen: [QuestionID: Int]
    ) -> (place: Int, seen: Int, repeatedFacts: Int)? {
      guard let first = questions.first else { return nil }
      let seen = lastSeen[first.id] ?? .min
      var fittest = (place: 0, misfit: mix.misfit(of: first))
      for place in questions.indices.prefix(ExamLots.compared).dropFirst() {
        guard lastSeen[questions[place].id] ?? .min == seen else { break }
        let misfit = mix.misfit(of: questions[place])
        if misfit < fittest.misfit { fittest = (place, misfit) }
      }
      return (fittest.place, seen, fittest.misfit.repeatedFacts)
    }
  }

  private var objectives: [Objective]
  private let lastSeen: [QuestionID: Int]

  /// How many questions of an objective are compared for one place: enough for a free choice, and
  /// few enough that drawing from 100,000 takes no longer than from a thousand.
  private static let compared = 32

  /// Mixes `questions` by lot, then puts those seen longest ago first.
  init(
    _ questions: [Question], lastSeen: [QuestionID: Int], using random: inout SplitMix64
  ) {
    self.lastSeen = lastSeen
    var numbers: [String?: Int] = [:]
    var lists: [[Question]] = []
    for question in questions {
      if let number = numbers[question.objective] {
        lists[number].append(question)
      } else {
        numbers[question.objective] = lists.count
        lists.append([question])
      }
    }
    objectives = random.shuffled(lists).map { list in
      var list = random.shuffled(list)
      if !lastSeen.isEmpty {
        list = list.enumerated()
          .map { (seen: lastSeen[$1.id] ?? .min, lot: $0, question: $1) }
          .sorted { ($0.seen, $0.lot) < ($1.seen, $1.lot) }
          .map(\.question)
      }
      return Objective(questions: list, size: list.count)
    }
  }

  /// Takes the question that fits best; nil where none is left.
  mutating func draw(for mix: ExamMix) -> Question? {
    var best: (objective: Int, place: Int, rank: (Int, Int, Int, Double))?
    for (number, objective) in objectives.enumerated() {
      guard let candidate = objective.fittest(for: mix, lastSeen: lastSeen) else { continue }
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
