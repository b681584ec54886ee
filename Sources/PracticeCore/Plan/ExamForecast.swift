import FSRS

/// What will come of a plan: expected values, day by day, without chance.
///
/// Each question is followed as a whole number of learners would answer it: of a review that is
/// recalled with probability p, the share p goes on with a stronger memory, and the rest joins those
/// that were forgotten on the same day, whose memories are averaged. So the days are those of the
/// policy itself, no random number is drawn, and the same learner gives the same forecast.
package struct ExamForecast: Equatable, Sendable {
  /// One study day to come.
  package struct Day: Equatable, Sendable {
    /// How many days ahead, 0 for today.
    package var ahead: Int
    /// Reviews that are expected.
    package var reviews = 0.0
    /// New questions that are expected.
    package var new = 0.0
    /// Answers that are expected, repeats included.
    package var answers = 0.0
    /// Whether it is a day of the last pass.
    package var isLastPass = false
    /// Whether more would be asked if there were room.
    package var isFull = false
  }

  /// The days to come, those without study left out.
  package private(set) var days: [Day] = []
  /// The mean probability of recall on the day of the exam over all questions, those never met
  /// counted as 0.
  package private(set) var recall = 0.0
  /// Questions that won't have been met.
  package private(set) var unmet = 0.0

  /// Answers in all.
  package var answers: Double { days.reduce(0) { $0 + $1.answers } }
  /// The first day of the last pass, in days from today; nil where there is none.
  package var lastPassAhead: Int? { days.first(where: \.isLastPass)?.ahead }

  /// Follows a plan to the day of the exam.
  ///
  /// - Parameters:
  ///   - policy: The rule of each day.
  ///   - questions: The questions that were met and may be asked.
  ///   - unseen: How many are still to be met.
  ///   - calendar: The days that are left.
  ///   - capacity: Answers that today can still take; nil for any number.
  ///   - done: What was done today already.
  ///   - days: How many days to follow it at most; the recall is that of the exam's day only where
  ///     all are followed.
  package init(
    _ policy: ExamPolicy, questions: [PlannedMemory], unseen: Int, calendar: StudyCalendar,
    capacity: Double?, done: ExamPolicy.Done = ExamPolicy.Done(), days: Int = .max
  ) {
    var course = ForecastCourse(policy, questions: questions, unseen: unseen, calendar: calendar)
    for _ in 0..<min(calendar.daysLeft, days) {
      let isToday = course.ahead == 0
      if let day = course.advance(
        capacity: isToday ? capacity : policy.dailyLimit, done: isToday ? done : ExamPolicy.Done())
      {
        self.days.append(day)
      }
    }
    recall = course.recall
    unmet = course.unseen
  }
}

/// The course of a forecast, a day at a time.
struct ForecastCourse {
  private(set) var unseen: Double
  private(set) var ahead = 0
  private let policy: ExamPolicy
  private let calendar: StudyCalendar
  private let total: Double
  private var questions: [PlannedMemory]
  /// For each of ``questions`` the places of the questions given that it is a part of, and how much of
  /// each; nil where nobody asks.
  private var origins: [[Int: Double]]?

  /// The place that stands for questions that were new at first.
  private static let new = -1

  /// Begins a course; it takes longer where origins are tracked.
  init(
    _ policy: ExamPolicy, questions: [PlannedMemory], unseen: Int, calendar: StudyCalendar,
    tracksOrigins: Bool = false
  ) {
    origins = tracksOrigins ? questions.indices.map { [$0: questions[$0].weight] } : nil
    self.policy = policy
    self.questions = questions
    self.unseen = Double(unseen)
    self.calendar = calendar
    total = questions.reduce(Double(unseen)) { $0 + $1.weight }
  }

  /// The mean recall on the day that has been reached.
  var recall: Double {
    guard total > 0 else { return 1 }
    return questions.reduce(0) {
      $0 + $1.weight * policy.model.retrievability(of: $1.memory, elapsedDays: $1.elapsed)
    } / total
  }

  /// The probability of recall of each of the `count` questions given, on the day that has been
  /// reached.
  func recallByOrigin(_ count: Int) -> [Double] {
    let sums = sumsByOrigin
    return (0..<count).map { sums[$0].map { $0.weight > 0 ? $0.recall / $0.weight : 0 } ?? 0 }
  }

  /// The mean probability of recall of those that were new at first and have been met; 0 for none.
  var recallOfNew: Double {
    sumsByOrigin[Self.new].map { $0.weight > 0 ? $0.recall / $0.weight : 0 } ?? 0
  }

  private var sumsByOrigin: [Int: (recall: Double, weight: Double)] {
    var sums: [Int: (recall: Double, weight: Double)] = [:]
    for (question, parts) in zip(questions, origins ?? []) {
      let recall = policy.model.retrievability(
        of: question.memory, elapsedDays: question.elapsed)
      for (origin, weight) in parts {
        let sum = sums[origin] ?? (0, 0)
        sums[origin] = (sum.recall + weight * recall, sum.weight + weight)
      }
    }
    return sums
  }

  /// Lives through one day; nil where it is none of study.
  mutating func advance(capacity: Double?, done: ExamPolicy.Done) -> ExamForecast.Day? {
    let left = calendar.advanced(byDays: ahead)
    defer {
      ahead += 1
      for index in questions.indices {
        questions[index].elapsed += 1
        questions[index].isOfToday = false
      }
    }
    guard left.isStudyDay else { return nil }
    let today = policy.today(
      questions, unseen: unseen, in: left, capacity: capacity, done: done,
      isWhole: false)
    var day = ExamForecast.Day(
      ahead: ahead, isLastPass: today.isLastPass, isFull: today.isFull)
    day.new = today.new
    day.answers = today.answers
    var forgotten = Average()
    var forgottenOrigins: [Int: Double] = [:]
    for (place, share) in today.reviews {
      let question = questions[place]
      let weight = question.weight * share
      day.reviews += weight
      if share < 1 {
        var rest = question
        rest.weight -= weight
        questions.append(rest)
        let left = part(1 - share, ofOriginsAt: place)
        origins?.append(left)
      }
      let recall = policy.model.retrievability(
        of: question.memory, elapsedDays: question.elapsed)
      forgotten.add(
        policy.relearnt(question.memory, elapsed: question.elapsed), weight: weight * (1 - recall))
      for (origin, part) in part(share * (1 - recall), ofOriginsAt: place) {
        forgottenOrigins[origin, default: 0] += part
      }
      let recalled = part(share * recall, ofOriginsAt: place)
      origins?[place] = recalled
      questions[place] = PlannedMemory(
        memory: policy.model.state(
          after: question.memory, rating: .good, elapsedDays: question.elapsed),
        elapsed: 0, isOfToday: true, weight: weight * recall)
    }
    if let memory = forgotten.memory { add(memory, forgotten.weight, of: forgottenOrigins) }
    meet(today.new)
    return day
  }

  /// A part of what the question at that place is a part of; nothing where nobody asks.
  private func part(_ share: Double, ofOriginsAt place: Int) -> [Int: Double] {
    origins?[place].mapValues { $0 * share } ?? [:]
  }

  /// Meets new questions.
  private mutating func meet(_ new: Double) {
    guard new > 0 else { return }
    unseen = max(0, unseen - new)
    for (rating, share) in ExamPolicy.firstRatings {
      let memory =
        rating == .again
        ? policy.relearnt(nil, elapsed: 0)
        : policy.model.state(after: nil, rating: rating, elapsedDays: 0)
      add(memory, new * share, of: [Self.new: new * share])
    }
  }

  private mutating func add(
    _ memory: MemoryState, _ weight: Double, of origins: [Int: Double]
  ) {
    self.origins?.append(origins)
    questions.append(
      PlannedMemory(memory: memory, elapsed: 0, isOfToday: true, weight: weight))
  }
}

/// The average of some memories: stabilities by their logarithms.
private struct Average {
  private var stability = 0.0
  private var fast: Double?
  private var difficulty = 0.0
  private(set) var weight = 0.0

  mutating func add(_ memory: MemoryState, weight added: Double) {
    guard added > 0 else { return }
    let before = weight / (weight + added)
    let share = 1 - before
    weight += added
    stability = stability * before + memory.stability * share
    fast = memory.fastStability.map { (fast ?? 0) * before + $0 * share }
    difficulty = difficulty * before + memory.difficulty * share
  }

  var memory: MemoryState? {
    weight > 0
      ? MemoryState(stability: stability, fastStability: fast, difficulty: difficulty) : nil
  }
}
