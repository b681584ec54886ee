import FSRS

/// Forecasts of one exam: forms are drawn once, and the chances of their questions added up exactly.
///
/// The number of marks in a form is a sum of independent questions; its distribution is computed by
/// convolution (Poisson's binomial distribution where all is right or wrong). What is not known of
/// the learner is drawn: ``draws`` times from the distributions of ``Knowledge``, always the same
/// ones.
package struct MockForecaster: Sendable {
  /// The rules.
  package let blueprint: Blueprint
  private let index: CatalogIndex
  /// The scored questions of each form.
  private var forms: [[Item]]
  /// The questions that the exam can draw, by number.
  private let pool: [Int]

  /// A scored question.
  private struct Item: Sendable {
    var number: Int
    /// The chances of a blind guess to earn so many parts of a mark, from none on.
    var guessed: [Double]
  }

  /// How many forms are drawn from a bank of common size.
  static let mostForms = 12
  /// How many times what isn't known is drawn.
  static let draws = 40
  /// The standard deviation of a sitting's own form, in log-odds: a good or a bad day.
  static let dayDeviation = 0.2

  /// Draws the forms; nil where the banks at hand can't fill one.
  package init?(_ blueprint: Blueprint, _ index: CatalogIndex) {
    guard let draw = try? ExamDraw(blueprint, from: index.catalog) else { return nil }
    self.blueprint = blueprint
    self.index = index
    // A draw looks at every question; of very large banks two forms are as good as twelve.
    let count = max(2, min(Self.mostForms, 400_000 / max(1, index.count)))
    var forms: [[Item]] = []
    for seed in 1...UInt64(count) {
      guard let form = try? draw.form(seed: seed) else { return nil }
      forms.append(Self.items(of: form, by: blueprint, index))
    }
    self.forms = forms
    pool = Self.pool(of: blueprint, index)
  }

  private static func items(
    of form: ExamForm, by blueprint: Blueprint, _ index: CatalogIndex
  ) -> [Item] {
    form.items.filter(\.isScored).compactMap { item in
      let id = item.showing.question
      guard let number = index.numbers[id], let question = index.catalog[id] else { return nil }
      return Item(number: number, guessed: blueprint.scoring.guessedMarks(of: question))
    }
  }

  /// The same exam with such forms alone; with any where the banks at hand have none of them.
  func limited(to form: MockForm) -> MockForecaster {
    var forecaster = self
    switch form {
    case .any(nil): break
    case .any(let heldBack?):
      guard heldBack.questions.contains(where: { index.numbers[$0].map(pool.contains) ?? false }),
        let draw = try? ExamDraw(blueprint, from: index.catalog)
      else { break }
      let last = Dictionary(uniqueKeysWithValues: heldBack.questions.map { ($0, Int.max) })
      let forms = (1...UInt64(forms.count)).compactMap { try? draw.form(seed: $0, lastSeen: last) }
      forecaster.forms = forms.map { Self.items(of: $0, by: blueprint, index) }
    case .lastMock(let heldBack):
      let rules = ExamRequest(lastMock: heldBack, by: blueprint).blueprint
      guard let drawn = try? heldBack.form(by: rules, from: index.catalog) else { break }
      forecaster.forms = [Self.items(of: drawn, by: rules, index)]
    }
    return forecaster
  }

  /// The numbers of the questions that a blueprint names, each once.
  private static func pool(of blueprint: Blueprint, _ index: CatalogIndex) -> [Int] {
    var pool = Set<Int>()
    for name in blueprint.sections.flatMap(\.from) {
      let pieces = name.split(separator: "/", maxSplits: 1)
      guard let bank = pieces.first.flatMap({ index.catalog.bank(named: $0) }) else { continue }
      var objectives: Set<String>?
      if pieces.count > 1 {
        let part = String(pieces[1])
        objectives =
          bank.domains.first { $0.id == part }.map { Set($0.objectives.map(\.id)) } ?? [part]
      }
      for question in bank.questions {
        if let objectives, !(question.objective.map(objectives.contains) ?? false) { continue }
        if let number = index.numbers[question.id] { pool.insert(number) }
      }
    }
    return pool.sorted()
  }

  /// The questions that were not learnt yet and that the exam can draw.
  func unmet(in knowledge: Knowledge) -> [Int] {
    pool.filter { knowledge.memories[$0].state == nil }
  }

  /// How likely the exam is to be passed at a moment.
  ///
  /// - Parameters:
  ///   - knowledge: what is known of the learner's knowledge.
  ///   - time: the moment.
  ///   - planned: what a plan expects for that moment of the questions that it is about; nil for no
  ///     study until then.
  /// - Returns: the forecast.
  package func forecast(
    _ knowledge: Knowledge, at time: LocalTime, following planned: PlannedRecall? = nil
  ) -> MockForecast {
    var recall = knowledge.logitsOfRecall(at: time)
    if let planned { planned.replace(&recall, in: index) }
    let unmet = knowledge.unmet
    var random = SplitMix64(seed: 0x5eed)
    var probabilities: [Double] = []
    var histogram = [Double](repeating: 0, count: Self.steps + 1)
    for _ in 0..<Self.draws {
      let chances = knowledge.chances(
        recall, unmet,
        deviation: Knowledge.Deviation(
          recall: random.normal(), unmet: random.normal(),
          groups: index.groups.map { _ in random.normal() },
          form: Self.dayDeviation * random.normal()))
      var sum = 0.0
      for form in forms {
        sum += probability(of: form, chances, addingTo: &histogram)
      }
      probabilities.append(sum / Double(forms.count))
    }
    probabilities.sort()
    let total = max(1e-9, histogram.reduce(0, +))
    let mean = histogram.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    return MockForecast(
      probability: probabilities.reduce(0, +) / Double(probabilities.count),
      interval: Self.quantile(0.1, of: probabilities)...Self.quantile(0.9, of: probabilities),
      share: mean / total / Double(Self.steps),
      shares: Self.share(0.1, in: histogram, total)...Self.share(0.9, in: histogram, total),
      questions: pool.count, answered: pool.count { knowledge.isAnswered[$0] })
  }

  /// In how many steps shares of marks are counted.
  private static let steps = 200

  /// The probability that the marks of a form reach the cut.
  private func probability(
    of form: [Item], _ chances: Knowledge.Chances, addingTo histogram: inout [Double]
  ) -> Double {
    guard !form.isEmpty else { return 0 }
    let marks = MarksDistribution(
      form.map { .init(known: chances.known[$0.number], guessed: $0.guessed) })
    let all = Double(marks.probabilities.count - 1)
    for (parts, probability) in marks.probabilities.enumerated() {
      histogram[min(Self.steps, Int((Double(parts) / all * Double(Self.steps)).rounded()))] +=
        probability
    }
    return marks.probability(ofReaching: blueprint.scale.cut)
  }

  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    sorted[min(sorted.count - 1, Int(share * Double(sorted.count - 1) + 0.5))]
  }

  private static func share(_ share: Double, in histogram: [Double], _ total: Double) -> Double {
    var sum = 0.0
    for (step, weight) in histogram.enumerated() {
      sum += weight
      if sum >= share * total { return Double(step) / Double(steps) }
    }
    return 1
  }
}

extension ScoringRule {
  /// The chances that a blind guess earns none, one, … all parts of a mark.
  ///
  /// Where each right choice earns something, a guess takes as many choices as are right: it hits h
  /// of k with the chance C(k, h) × C(n − k, k − h) ÷ C(n, k) and earns max(0, 2h − k) ÷ k.
  func guessedMarks(of question: Question) -> [Double] {
    let keys = question.keyNumbers.count
    guard self == .netCorrect, keys > 1, case .choices(let choices) = question.format else {
      return [1 - question.chanceOfGuess, question.chanceOfGuess]
    }
    var marks = [Double](repeating: 0, count: keys + 1)
    let all = Self.ways(keys, of: choices.count)
    for hits in max(0, 2 * keys - choices.count)...keys {
      let chance =
        Self.ways(hits, of: keys) * Self.ways(keys - hits, of: choices.count - keys) / all
      marks[max(0, 2 * hits - keys)] += chance
    }
    return marks
  }

  private static func ways(_ count: Int, of all: Int) -> Double {
    guard (0...max(0, all)).contains(count) else { return 0 }
    return (0..<count).reduce(1.0) { $0 * Double(all - $1) / Double($1 + 1) }
  }
}

extension SplitMix64 {
  /// A number from the standard normal distribution: the sum of twelve uniform ones, less six.
  ///
  /// Plain arithmetic, so that every machine draws the same.
  fileprivate mutating func normal() -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + Double(next() >> 11) * 0x1p-53 }
  }
}
