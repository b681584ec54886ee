import FSRS

/// Which questions a practice session asks.
package struct QuizSelection: Equatable, Sendable {
  /// Ids of the banks; empty for all.
  package var banks: [String]
  /// How many at most; nil for all.
  package var count: Int?
  /// Ids of objectives or domains; empty for all.
  package var objectives: [String]
  /// Only of this difficulty.
  package var difficulty: Difficulty?
  /// Only with this tag.
  package var tag: String?
  /// Only those whose newest answer was wrong, or that were left open in an exam since.
  package var mistakesOnly: Bool

  /// Makes a selection; all questions unless narrowed.
  package init(
    banks: [String] = [], count: Int? = nil, objectives: [String] = [],
    difficulty: Difficulty? = nil, tag: String? = nil, mistakesOnly: Bool = false
  ) {
    self.banks = banks
    self.count = count
    self.objectives = objectives
    self.difficulty = difficulty
    self.tag = tag
    self.mistakesOnly = mistakesOnly
  }

  /// Draws the questions, in the order in which to ask them.
  ///
  /// A random draw in which neighbours test different objectives where that can be avoided.
  /// Suspended questions are left out, and those that are held back for the last mock.
  ///
  /// - Parameters:
  ///   - catalog: the banks at hand.
  ///   - learner: what is known of the learner.
  ///   - day: the study day.
  ///   - seed: where the draw starts.
  ///   - isForAll: whether the seed shall mean the same for everyone: what is known of the learner
  ///     plays no part in the draw then, and what must not be asked is left out of what it gives.
  /// - Returns: full names.
  package func questions(
    in catalog: QuestionCatalog, learner: LearnerState, on day: CalendarDate, seed: UInt64,
    isForAll: Bool = false
  ) -> [QuestionID] {
    if isForAll {
      return questions(in: catalog, learner: LearnerState(), on: day, seed: seed)
        .filter { !learner.isHeldBack($0, on: day) }
    }
    var matching: [Question] = []
    for bank in catalog.banks where banks.isEmpty || banks.contains(bank.id) {
      let objectives = expandedObjectives(in: bank)
      matching += bank.questions.filter { question in
        matches(question, objectives: objectives, progress: learner[question.id])
          && !learner.isHeldBack(question.id, on: day)
      }
    }
    var random = SplitMix64(seed: seed)
    let drawn = random.shuffled(matching).prefix(count.map { max(0, $0) } ?? matching.count)
    return Interleaving.apart(Array(drawn), by: \.objectiveName).map(\.id)
  }

  private func matches(
    _ question: Question, objectives: Set<String>?, progress: QuestionProgress
  ) -> Bool {
    if progress.isSuspended { return false }
    if let objectives, !(question.objective.map(objectives.contains) ?? false) { return false }
    if let difficulty, question.difficulty != difficulty { return false }
    if let tag, !question.tags.contains(tag) { return false }
    if mistakesOnly, !progress.wasMissedLast { return false }
    return true
  }

  /// The objectives asked for, with those of the domains asked for; nil for all.
  private func expandedObjectives(in bank: QuestionBank) -> Set<String>? {
    if objectives.isEmpty { return nil }
    var expanded = Set(objectives)
    for domain in bank.domains where expanded.contains(domain.id) {
      expanded.formUnion(domain.objectives.map(\.id))
    }
    return expanded
  }
}
