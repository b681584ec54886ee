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

  /// Makes the mix of a form that draws `share` of each list of questions.
  init(_ lists: [(questions: [Question], share: Int)]) {
    for (questions, share) in lists where !questions.isEmpty {
      let part = Double(share) / Double(questions.count)
      for question in questions {
        wantedByDifficulty[Self.difficulty(of: question)] += part
        wantedByKind[Self.kind(of: question)] += part
      }
    }
  }

  /// Counts a question as drawn.
  mutating func add(_ question: Question) {
    drawnByDifficulty[Self.difficulty(of: question)] += 1
    drawnByKind[Self.kind(of: question)] += 1
    facts.formUnion(question.facts)
  }

  /// How ill a question would fit: the number of its facts that are in the form already, and how
  /// full its difficulty and its kind would be with it.
  func misfit(of question: Question) -> (repeatedFacts: Int, fullness: Double) {
    let difficulty = Self.difficulty(of: question)
    let kind = Self.kind(of: question)
    return (
      question.facts.count { facts.contains($0) },
      (drawnByDifficulty[difficulty] + 1) / max(wantedByDifficulty[difficulty], 1e-9)
        + (drawnByKind[kind] + 1) / max(wantedByKind[kind], 1e-9)
    )
  }

  private static func difficulty(of question: Question) -> Int {
    switch question.difficulty ?? .intermediate {
    case .foundation: 0
    case .intermediate: 1
    case .advanced: 2
    }
  }

  private static func kind(of question: Question) -> Int {
    switch question.format {
    case .choices(let choices): choices.count(where: \.isRight) > 1 ? 1 : 0
    case .match: 2
    case .order: 3
    case .answer: 4
    }
  }
}
