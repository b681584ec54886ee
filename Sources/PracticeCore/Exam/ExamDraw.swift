import FSRS

/// A draw of forms by one blueprint from the banks at hand.
///
/// Sections get their numbers of questions by weight and, inside a section, domains by the weights
/// of their bank, both by largest remainder; a domain that holds fewer gives the rest to the others
/// of its section. Inside a domain, questions are drawn in this order of preference: those seen
/// longest ago; without a fact that is already in the form; of objectives that are drawn least, as
/// measured by what they hold; of the difficulty and kind that the form lacks most; by lot.
package struct ExamDraw: Sendable {
  private var blueprint: Blueprint
  private let catalog: QuestionCatalog
  private let pool: ExamPool
  private let sources: [ExamSource]
  private var wanted: [Int]

  /// Prepares draws.
  ///
  /// - Parameters:
  ///   - blueprint: the recipe; its number of questions is at least the number of unscored ones.
  ///   - catalog: the banks at hand.
  /// - Throws: ``ExamDrawFailure`` where a section names what isn't there.
  package init(
    _ blueprint: Blueprint, from catalog: QuestionCatalog
  ) throws(ExamDrawFailure) {
    self.blueprint = blueprint
    self.catalog = catalog
    var pool = ExamPool()
    var sources: [ExamSource] = []
    for section in blueprint.sections {
      sources.append(try ExamSource(section, in: catalog, pool: &pool))
    }
    self.pool = pool
    self.sources = sources
    wanted = Apportionment.shares(
      of: blueprint.questions, weights: blueprint.sections.map(\.weight))
  }

  /// The same draw of another number of questions, as ``Blueprint/scaled(toQuestions:)`` has it.
  func scaled(toQuestions count: Int) -> ExamDraw {
    var draw = self
    draw.blueprint = blueprint.scaled(toQuestions: count)
    draw.wanted = Apportionment.shares(of: count, weights: blueprint.sections.map(\.weight))
    return draw
  }

  /// Draws a form.
  ///
  /// - Parameters:
  ///   - seed: where the draw starts; the same seed, banks and `lastSeen` give the same form on
  ///     every machine.
  ///   - lastSeen: for each question of earlier attempts a number that rises from attempt to
  ///     attempt; with a seed that shall mean the same for everyone, none.
  /// - Returns: the form.
  /// - Throws: ``ExamDrawFailure`` where a section has too few questions.
  package func form(
    seed: UInt64, lastSeen: [QuestionID: Int] = [:]
  ) throws(ExamDrawFailure) -> ExamForm {
    var random = SplitMix64(seed: seed)
    let drawn = try drawn(lastSeen: lastSeen, using: &random)
    let unscored = unscored(of: drawn, using: &random)
    // Questions of one scenario stand together, in the order in which the author wrote them.
    let blocks = ScenarioBlocks.of(
      drawn.enumerated().flatMap { section, questions in
        questions.map { (question: $0, section: section) }
      }, question: \.question)
    let items = random.shuffled(blocks)
      .flatMap { $0.sorted { catalog.precedes($0.question.id, $1.question.id) } }
      .map { question, section in
        ExamForm.Item(
          showing: Showing(question, using: &random), section: section,
          isScored: !unscored.contains(question.id))
      }
    return ExamForm(items: items)
  }

  /// The questions for each section, in the order of the blueprint.
  private func drawn(
    lastSeen: [QuestionID: Int], using random: inout SplitMix64
  ) throws(ExamDrawFailure) -> [[Question]] {
    var drawn = [[Question]](repeating: [], count: sources.count)
    var taken = [Bool](repeating: false, count: pool.count)
    let lastSeen = lastSeen.isEmpty ? nil : pool.values(lastSeen, absent: .min)
    var shortages: [(section: Int, shortage: ExamDrawFailure.Shortage)] = []
    var mix = ExamMix(
      zip(sources, wanted).flatMap { source, wanted in
        let groups = source.groups
        let shares = Apportionment.shares(
          of: wanted, weights: groups.map(\.weight), capacities: groups.map(\.count))
        return zip(groups, shares).map { ($0, $1) }
      }, of: pool)
    // Of sections that overlap the one with the fewest questions takes first.
    let counts = sources.map { $0.groups.reduce(0) { $0 + $1.count } }
    for section in sources.indices.sorted(by: { (counts[$0], $0) < (counts[$1], $1) }) {
      let groups = sources[section].groups.map { $0.without(taken) }
      let shares = Apportionment.shares(
        of: wanted[section], weights: groups.map(\.weight),
        capacities: groups.map(\.count))
      let available = groups.reduce(0) { $0 + $1.count }
      if available < wanted[section] {
        shortages.append(
          (
            section,
            .init(
              section: blueprint.sections[section].title, wanted: wanted[section],
              available: available)
          ))
      }
      for (group, share) in zip(groups, shares) {
        var lots = ExamLots(group, of: pool, lastSeen: lastSeen, using: &random)
        for _ in 0..<share {
          guard let number = lots.draw(for: mix) else { break }
          mix.add(number, of: pool)
          taken[Int(number)] = true
          drawn[section].append(pool.question(number))
        }
      }
    }
    if !shortages.isEmpty {
      throw .tooFewQuestions(shortages.sorted { $0.section < $1.section }.map(\.shortage))
    }
    return drawn
  }

  /// The questions that don't count: spread over the sections by their numbers, then by lot.
  private func unscored(
    of drawn: [[Question]], using random: inout SplitMix64
  ) -> Set<QuestionID> {
    let shares = Apportionment.shares(
      of: blueprint.unscored, weights: drawn.map { Double($0.count) },
      capacities: drawn.map(\.count))
    var unscored = Set<QuestionID>()
    for (questions, share) in zip(drawn, shares) {
      unscored.formUnion(random.shuffled(questions).prefix(share).map(\.id))
    }
    return unscored
  }
}
