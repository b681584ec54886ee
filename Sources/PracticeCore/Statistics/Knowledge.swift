package import FSRS

/// What is known of the learner's knowledge at a moment: the memories of questions, how far the
/// model was off for this learner, and how first answers went, by objective and difficulty.
package struct Knowledge: Sendable {
  /// The memory of one question.
  package struct Memory: Equatable, Sendable {
    /// The memory as of ``lastReview``; nil while the question is new to the scheduler.
    package var state: MemoryState?
    /// When it was reviewed last; nil while it is new.
    package var lastReview: LocalTime?
  }

  /// The banks at hand.
  let index: CatalogIndex
  /// The memory model.
  let scheduler: ReviewScheduler
  /// The memory of each question, by its number.
  var memories: [Memory]
  /// Whether each question was ever answered.
  private(set) var isAnswered: [Bool]
  /// How far predictions were off.
  var bias = RecallBias()
  /// How first answers went, by objective.
  private var firstByGroup: [FirstAnswers]
  /// How first answers went, by difficulty.
  private var firstByDifficulty = [FirstAnswers](repeating: FirstAnswers(), count: 3)

  /// First answers, without what blind guesses explain.
  ///
  /// Of questions that are known with probability κ, a share of κ + (1 − κ) × g is answered right,
  /// g being the chance of a guess. Summed over answers y, κ is Σ(y − g) ÷ Σ(1 − g).
  private struct FirstAnswers: Equatable, Sendable {
    /// Σ(y − g).
    var score = 0.0
    /// Σ(1 − g).
    var weight = 0.0

    static func += (left: inout FirstAnswers, right: FirstAnswers) {
      left.score += right.score
      left.weight += right.weight
    }

    /// κ, drawn towards what is known of more questions: `prior` counts as much as `strength`
    /// answers.
    func known(prior: Double, strength: Double) -> Double {
      min(0.98, max(0.02, (score + strength * prior) / (weight + strength)))
    }
  }

  /// The knowledge of a learner who has answered nothing.
  package init(_ index: CatalogIndex, scheduler: ReviewScheduler) {
    self.index = index
    self.scheduler = scheduler
    memories = Array(repeating: Memory(), count: index.count)
    isAnswered = Array(repeating: false, count: index.count)
    firstByGroup = Array(repeating: FirstAnswers(), count: index.groups.count)
  }

  /// Takes in how the first answer to a question went.
  mutating func addFirstAnswer(_ number: Int, isRight: Bool) {
    isAnswered[number] = true
    let guess = index.guesses[number]
    let answer = FirstAnswers(score: (isRight ? 1 : 0) - guess, weight: 1 - guess)
    firstByGroup[index.groupOfQuestion[number]] += answer
    firstByDifficulty[index.difficulties[number]] += answer
  }

  /// What a new learner is taken to know of a question that they never met: a quarter.
  static let newcomersShare = 0.25
  /// As how many answers that counts.
  static let newcomersStrength = 10.0
  /// As how many answers the share of a whole counts for each of its parts.
  static let partStrength = 8.0

  /// What is known of questions that were never met, by objective.
  struct Unmet {
    /// The log-odds of knowing, by objective.
    var groups: [Double]
    /// The standard deviation of each.
    var deviations: [Double]
    /// What is to be added, by difficulty.
    var difficulties: [Double]
    /// The standard deviation that all of them share.
    var commonDeviation: Double
  }

  /// What is known of questions that were never met.
  var unmet: Unmet {
    var all = FirstAnswers()
    var banks = [FirstAnswers](repeating: FirstAnswers(), count: index.catalog.banks.count)
    var domains = [FirstAnswers](repeating: FirstAnswers(), count: index.domainCount)
    for (group, answers) in zip(index.groups, firstByGroup) {
      all += answers
      banks[group.bank] += answers
      domains[group.domain] += answers
    }
    let overall = all.known(prior: Self.newcomersShare, strength: Self.newcomersStrength)
    var (groups, deviations): ([Double], [Double]) = ([], [])
    for (group, answers) in zip(index.groups, firstByGroup) {
      let bank = banks[group.bank].known(prior: overall, strength: Self.partStrength)
      let domain = domains[group.domain].known(prior: bank, strength: Self.partStrength)
      let known = answers.known(prior: domain, strength: Self.partStrength)
      groups.append(Self.logit(known))
      deviations.append(
        Self.deviation(known, strength: answers.weight + Self.partStrength))
    }
    return Unmet(
      groups: groups, deviations: deviations,
      difficulties: firstByDifficulty.map {
        Self.logit($0.known(prior: overall, strength: 2 * Self.partStrength))
          - Self.logit(overall)
      },
      commonDeviation: Self.deviation(overall, strength: all.weight + Self.newcomersStrength))
  }

  /// The standard deviation of the log-odds of a share that rests on so many answers.
  private static func deviation(_ share: Double, strength: Double) -> Double {
    min(1, 1 / (strength * share * (1 - share)).squareRoot())
  }

  static func logit(_ share: Double) -> Double { FSRS.Chances.logOdds(share) }
  static func share(_ logit: Double) -> Double { FSRS.Chances.probability(logOdds: logit) }

  // MARK: - Chances

  /// How far the truth may be from what is known: what one draw of it adds to log-odds.
  struct Deviation {
    /// To the recall of all questions that were learnt, in standard deviations of ``RecallBias``.
    var recall = 0.0
    /// To all questions that were never met, in standard deviations.
    var unmet = 0.0
    /// To the questions of each objective that were never met, in standard deviations; empty for
    /// nothing.
    var groups: [Double] = []
    /// To all, as a good or a bad day does, in log-odds.
    var form = 0.0
  }

  /// How likely questions are to be known at a moment.
  struct Chances {
    /// For each question the probability that it is known.
    let known: [Double]
    fileprivate let guesses: [Double]

    /// The probability of a right answer: known, or else guessed.
    func right(_ number: Int) -> Double { known[number] + (1 - known[number]) * guesses[number] }
  }

  /// How likely questions are to be known at a moment.
  ///
  /// - Parameters:
  ///   - time: the moment; for each question at least a day after its last review, since right after
  ///     a review every model says nearly 1.
  ///   - deviation: how far the truth is from the best estimate.
  /// - Returns: the probabilities.
  func chances(at time: LocalTime, deviation: Deviation = Deviation()) -> Chances {
    chances(logitsOfRecall(at: time), unmet, deviation: deviation)
  }

  /// For each question that was learnt the log-odds of its recall; nil for the others.
  func logitsOfRecall(at time: LocalTime) -> [Double?] {
    memories.map { memory in
      guard let state = memory.state, let last = memory.lastReview else { return nil }
      let fair = LocalTime(
        at: max(time.at, last.at.advanced(byMilliseconds: 86_400_000)),
        offsetMinutes: time.offsetMinutes)
      let recall = scheduler.retrievability(of: state, since: last, at: fair)
      return Self.logit(min(0.995, max(0.005, recall)))
    }
  }

  /// As ``chances(at:deviation:)``, from what does not change from draw to draw.
  func chances(_ recall: [Double?], _ unmet: Unmet, deviation: Deviation) -> Chances {
    let shift = bias.shift + bias.deviation * deviation.recall + deviation.form
    let groups = unmet.groups.indices.map { group in
      unmet.groups[group] + unmet.commonDeviation * deviation.unmet + deviation.form
        + (deviation.groups.isEmpty ? 0 : unmet.deviations[group] * deviation.groups[group])
    }
    var known = [Double](repeating: 0, count: recall.count)
    for number in known.indices {
      let logit =
        recall[number].map { $0 + shift }
        ?? groups[index.groupOfQuestion[number]]
        + unmet.difficulties[index.difficulties[number]]
      known[number] = Self.share(logit)
    }
    return Chances(known: known, guesses: index.guesses)
  }

  // MARK: - Time to come

  /// What will be known on a later day by who does every review when it is due and meets new
  /// questions evenly.
  ///
  /// Each review goes well with the probability of recall at that time, this learner's bias
  /// included; a question that is forgotten is answered right later on the same day, as sessions
  /// have it. Of hundreds of questions one draw each is enough; the same ones are drawn always.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - now: the moment from which on this holds.
  ///   - retention: the share of recall at which reviews come.
  ///   - new: the questions to be met, by number, in order.
  ///   - newPerDay: how many of them each day.
  /// - Returns: what is known then.
  func studied(
    until day: CalendarDate, from now: LocalTime, retention: Double, new: [Int], newPerDay: Int
  ) -> Knowledge {
    var studied = self
    let today = now.studyDay
    guard day > today else { return studied }
    func time(on day: CalendarDate) -> LocalTime {
      let days = day.daysSince1970 - today.daysSince1970
      return LocalTime(
        at: now.at.advanced(byMilliseconds: Int64(days) * 86_400_000),
        offsetMinutes: now.offsetMinutes)
    }
    var random = SplitMix64(seed: 0xf0e1)
    func review(_ memory: inout Memory, known: Double, at time: LocalTime) {
      let isKnown = Double(random.next() >> 11) * 0x1p-53 < known
      memory.state = scheduler.memory(
        after: memory.state, rating: isKnown ? .good : .again, since: memory.lastReview, at: time)
      memory.lastReview = time
      if !isKnown {
        memory.state = scheduler.memory(
          after: memory.state, rating: .good, since: time, at: time)
      }
    }
    if newPerDay > 0 {
      let known = chances(at: now).known
      for (place, number) in new.enumerated() {
        let start = today.advanced(byDays: place / newPerDay)
        guard start < day else { break }
        review(&studied.memories[number], known: known[number], at: time(on: start))
      }
    }
    for number in studied.memories.indices {
      while let state = studied.memories[number].state,
        let last = studied.memories[number].lastReview
      {
        let interval = scheduler.model.interval(for: state, desiredRetention: retention)
        let due = last.studyDay.advanced(byDays: Int(max(1, min(36_500, interval.rounded()))))
        let next = max(due, today)
        guard next < day else { break }
        let recall = scheduler.retrievability(of: state, since: last, at: time(on: next))
        let logit = Self.logit(min(0.995, max(0.005, recall))) + bias.shift
        review(&studied.memories[number], known: Self.share(logit), at: time(on: next))
      }
    }
    return studied
  }
}

/// How far the memory model is off for one learner: what is to be added to the log-odds of recall so
/// that right answers become as frequent as they were.
///
/// One step of Newton's method from 0 towards the most probable shift, whose prior is normal with a
/// standard deviation of ``prior``. A right answer is either recalled or guessed.
package struct RecallBias: Equatable, Sendable {
  private var score = 0.0
  private var information = 0.0

  /// The standard deviation of the shift before anything is known, in log-odds.
  static let prior = 0.7

  /// The bias of no reviews.
  package init() {}

  /// The most probable shift, in log-odds, from −2 to 2.
  package var shift: Double {
    min(2, max(-2, score / (information + 1 / (Self.prior * Self.prior))))
  }

  /// Its standard deviation.
  package var deviation: Double {
    1 / (information + 1 / (Self.prior * Self.prior)).squareRoot()
  }

  /// Takes a review in.
  mutating func add(_ review: PredictedReview) {
    let recall = min(0.995, max(0.005, review.recall))
    let right = recall + (1 - recall) * review.guess
    guard right < 1 else { return }
    let slope = (1 - review.guess) * recall * (1 - recall)
    let variance = right * (1 - right)
    score += ((review.isRight ? 1 : 0) - right) * slope / variance
    information += slope * slope / variance
  }
}
