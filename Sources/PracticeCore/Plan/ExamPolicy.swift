package import FSRS

/// What a study day asks of somebody who learns towards an exam: the rule behind the plan.
///
/// Until the last pass a question comes back when its probability of recall has fallen to
/// ``spacedRetention``, the most nearly forgotten first, unless the last pass is soon enough; new
/// questions are spread so that more are met early than late, and all in time. The last pass asks once
/// more, in the last study days, whatever still gains by it: those that keep first, those that fade
/// last. All of it fits the day's capacity, which is counted in answers, so that a question that is
/// likely to be forgotten takes more than one.
///
/// The numbers in it were chosen by `swot schedule simulate` over learners whose memory isn't the
/// scheduler's own model (Decisions/0027).
package struct ExamPolicy: Sendable {
  /// The memory model.
  package let model: any MemoryModel
  /// The mean probability of recall that is aimed at.
  package let aim: Double
  /// Answers that a study day may ask, at least 1; nil for no limit.
  package let dailyLimit: Double?
  /// Study days that the last pass takes; nil where the policy decides.
  package let lastPassDays: Int?
  /// Questions that may be introduced a day; nil where the policy decides.
  package let newPerDay: Double?

  /// Makes the rule.
  ///
  /// - Parameters:
  ///   - model: The memory model.
  ///   - desiredRetention: What the learner wants of the memory without an exam, 0.7 to 0.99.
  ///   - dailyLimit: Answers that a study day may ask; nil for no limit.
  ///   - lastPassDays: Study days that the last pass takes; nil where the policy decides.
  ///   - newPerDay: Questions that may be introduced a day; nil where the policy decides.
  package init(
    model: any MemoryModel, desiredRetention: Double, dailyLimit: Double?,
    lastPassDays: Int? = nil, newPerDay: Double? = nil
  ) {
    self.init(
      model: model, aim: (1 + desiredRetention) / 2, dailyLimit: dailyLimit.map { max(1, $0) },
      lastPassDays: lastPassDays, newPerDay: newPerDay)
  }

  private init(
    model: any MemoryModel, aim: Double, dailyLimit: Double?, lastPassDays: Int?,
    newPerDay: Double?
  ) {
    self.model = model
    self.aim = aim
    self.dailyLimit = dailyLimit
    self.lastPassDays = lastPassDays
    self.newPerDay = newPerDay
  }

  /// The same rule with another limit.
  package func limited(to limit: Double?) -> ExamPolicy {
    ExamPolicy(
      model: model, aim: aim, dailyLimit: limit.map { max(1, $0) }, lastPassDays: lastPassDays,
      newPerDay: newPerDay)
  }

  /// The probability of recall at which a question comes back before the last pass.
  ///
  /// Below the retention that would be desired without an exam: the last pass makes up for it.
  package var spacedRetention: Double { 1 - (1 - aim) * 2.7 }

  // MARK: - Constants

  /// How questions are answered when they are met, with the share of each rating.
  ///
  /// An assumption for planning; what the learner really answers takes its place, question by
  /// question.
  package static let firstRatings: [(rating: Rating, share: Double)] = [
    (.again, 0.4), (.hard, 0.1), (.good, 0.5),
  ]

  /// Answers that it takes to introduce a question, its repeats included.
  package static let answersPerIntroduction = 1.4

  /// The share of the days before the last pass in which all would be met if the pace held; it is
  /// reckoned anew each day, so that it falls towards the end.
  private static let introductionShare = 0.45
  /// How far recall may fall below ``spacedRetention`` by the last pass for a question to wait for it.
  private static let patience = 0.02
  /// The least gain in recall on the day, for each answer, for which the last pass asks a question.
  private static let leastGain = 0.02
  /// A recall on the day without a last pass that is good enough.
  private static let goodEnough = 0.97
  /// Study days of the last pass at least.
  private static let shortestPass = 3
  /// Study days of the last pass where nothing limits a day.
  private static let usualPass = 7
  /// How much longer the last pass is than its answers alone would take.
  private static let slackOfPass = 1.15
  /// Days until a question comes back within a session, about: five minutes.
  private static let repeatAfter = 0.0035

  // MARK: - A day

  /// Decides what today asks.
  ///
  /// - Parameters:
  ///   - questions: Those that were met and may be asked.
  ///   - unseen: How many are still to be met.
  ///   - calendar: The days that are left.
  ///   - capacity: Answers that today can still take; nil for any number.
  ///   - done: What was done today already: a day's share is the same however often it is asked for.
  ///   - isWhole: Whether only whole questions are taken, as a learner is asked; a forecast takes
  ///     parts.
  /// - Returns: What it asks; nothing on a day without study.
  package func today(
    _ questions: [PlannedMemory], unseen: Double, in calendar: StudyCalendar, capacity: Double?,
    done: Done = Done(), isWhole: Bool
  ) -> Day {
    var day = Day()
    guard calendar.isStudyDay else { return day }
    let pass = passDays(questions, unseen: unseen, in: calendar)
    day.isLastPass = calendar.studyDays.count <= pass
    var left = capacity ?? .infinity
    func roomForNew() -> Double {
      let room = left / Self.answersPerIntroduction
      return isWhole ? room.rounded(.down) : room
    }
    // First those that must be met today so that all are met before the last pass.
    let introductionDays = Double(max(1, calendar.studyDays.count - pass))
    let needed = newToday(over: introductionDays, unseen: unseen, done: done.new, isWhole)
    day.new = min(needed, roomForNew())
    day.isFull = day.new < needed
    left -= day.new * Self.answersPerIntroduction
    let candidates =
      day.isLastPass
      ? lastPass(questions, in: calendar, done: done.reviewAnswers)
      : spaced(
        questions, untilPass: calendar.studyDays[calendar.studyDays.count - pass], passDays: pass)
    for (index, candidate) in candidates.enumerated() {
      let weight = questions[candidate.place].weight
      let answers = candidate.answers * weight
      day.waiting += weight
      // A learner who has room for one answer can be asked one question.
      let fits = answers <= left || (isWhole && left >= 1 && index == 0)
      if !day.isFull, fits {
        day.reviews.append((candidate.place, 1))
        left -= answers
        day.answers += answers
      } else if day.reviews.count == index, left > 0, !isWhole {
        day.reviews.append((candidate.place, left / answers))
        day.answers += left
        left = 0
        day.isFull = true
      } else {
        day.isFull = true
      }
    }
    // What is left over lets more be met early.
    if !day.isLastPass, !day.isFull {
      let days = max(1, (introductionDays * Self.introductionShare).rounded(.up))
      let early = newToday(over: days, unseen: unseen, done: done.new, isWhole)
      day.new = max(day.new, min(early, day.new + roomForNew()))
    }
    // A limit of one answer has room for one question, though none for its return.
    let isEmpty = day.new == 0 && day.reviews.isEmpty && done.new == 0 && done.reviewAnswers == 0
    if isWhole, isEmpty, needed >= 1, left >= 1 { day.new = 1 }
    day.answers += day.new * Self.answersPerIntroduction
    return day
  }

  /// How many new questions a day takes that meets all in `days`, or as many as the learner wants.
  private func newToday(
    over days: Double, unseen: Double, done: Double, _ isWhole: Bool
  ) -> Double {
    let pace = newPerDay ?? (unseen + done) / days
    return min(unseen, max(0, (isWhole ? pace.rounded(.up) : pace) - done))
  }

  /// A question that could be asked, and the answers that it is expected to take.
  private typealias Candidate = (place: Int, answers: Double)

  // MARK: - Spaced reviews

  /// The questions whose recall has fallen so far that they come back, the most nearly forgotten
  /// first.
  private func spaced(
    _ questions: [PlannedMemory], untilPass ahead: Int, passDays: Int
  ) -> [Candidate] {
    var due: [(candidate: Candidate, recall: Double)] = []
    let middleOfPass = Double(ahead) + Double(passDays) / 2
    for (place, question) in questions.enumerated()
    where !question.isOfToday && question.weight > 0 {
      guard isDue(question.memory, elapsed: question.elapsed),
        !canWait(question.memory, elapsed: question.elapsed + middleOfPass)
      else { continue }
      let recall = model.retrievability(of: question.memory, elapsedDays: question.elapsed)
      due.append(((place, 2 - recall), recall))
    }
    due.sort { left, right in
      left.recall == right.recall
        ? left.candidate.place < right.candidate.place : left.recall < right.recall
    }
    return due.map(\.candidate)
  }

  /// Whether recall has fallen to ``spacedRetention``, to the nearest day.
  private func isDue(_ memory: MemoryState, elapsed: Double) -> Bool {
    model.retrievability(of: memory, elapsedDays: elapsed + 0.5) <= spacedRetention
  }

  /// Whether the last pass, `elapsed` days after the last review, is soon enough.
  private func canWait(_ memory: MemoryState, elapsed: Double) -> Bool {
    model.retrievability(of: memory, elapsedDays: elapsed) > spacedRetention - Self.patience
  }

  // MARK: - Last pass

  /// How many study days at the end the last pass takes, at least 1.
  private func passDays(
    _ questions: [PlannedMemory], unseen: Double, in calendar: StudyCalendar
  ) -> Int {
    let days = calendar.studyDays.count
    if let lastPassDays { return min(max(1, lastPassDays), days) }
    var answers = unseen * 1.1
    for question in questions {
      let recall = model.retrievability(
        of: question.memory, elapsedDays: question.elapsed + Double(calendar.daysLeft))
      if recall < Self.goodEnough { answers += question.weight * (2 - max(recall, 0.8)) }
    }
    let toMeet = unseen * Self.answersPerIntroduction
    guard let dailyLimit else {
      // The days are shared out by the work; nobody wants to be asked everything on the last.
      let share = Double(days) * answers / max(1, answers + toMeet)
      return Int(min(max(1, share.rounded(.down)), Double(Self.usualPass)))
    }
    let needed = (answers * Self.slackOfPass / dailyLimit).rounded(.up)
    let introduction = (toMeet / dailyLimit).rounded(.up)
    let most = max(1, Double(days) - introduction)
    return Int(min(max(Double(Self.shortestPass), needed), most, Double(days)))
  }

  /// What a question would gain by the last pass.
  private struct Need {
    var candidate: Candidate
    /// The gain for each answer, today or on the last study day, whichever is more.
    var gain: Double
    /// How much more it gains on the last study day than today, in parts of the gain.
    var waiting: Double
  }

  /// The questions that today asks once more, those that keep first.
  private func lastPass(
    _ questions: [PlannedMemory], in calendar: StudyCalendar, done: Double
  ) -> [Candidate] {
    let last = Double(calendar.studyDays.last ?? 0)
    var needs: [Need] = []
    var load = 0.0
    for (place, question) in questions.enumerated() where question.weight > 0 {
      let now =
        question.isOfToday ? (recall: 0, answers: 2) : gain(of: question, in: 0, of: calendar)
      let later = last > 0 ? gain(of: question, in: last, of: calendar) : now
      let best = max(now.recall / now.answers, later.recall / later.answers)
      guard best >= Self.leastGain else { continue }
      load += later.answers * question.weight
      if question.isOfToday { continue }
      needs.append(
        Need(
          candidate: (place, now.answers), gain: best,
          waiting: (later.recall - now.recall) / best))
    }
    var share = (load + done) / Double(calendar.studyDays.count) - done
    if let dailyLimit {
      let later = Double(calendar.studyDays.count - 1) * dailyLimit
      let room = later + max(0, dailyLimit - done)
      if load > room {
        keepMostGaining(&needs, of: questions, answers: room)
        load = room
      }
      // What later days can't take falls to today.
      share = max(share, load - later)
    }
    needs.sort { left, right in
      left.waiting == right.waiting
        ? left.candidate.place < right.candidate.place : left.waiting < right.waiting
    }
    var taken = 0.0
    return needs.prefix { need in
      defer { taken += need.candidate.answers * questions[need.candidate.place].weight }
      return taken < share
    }.map(\.candidate)
  }

  /// Leaves out those that gain least, as the days that are left can't take them all.
  private func keepMostGaining(
    _ needs: inout [Need], of questions: [PlannedMemory], answers: Double
  ) {
    needs.sort { left, right in
      left.gain == right.gain
        ? left.candidate.place < right.candidate.place : left.gain > right.gain
    }
    var kept = 0.0
    needs = Array(
      needs.prefix { need in
        kept += need.candidate.answers * questions[need.candidate.place].weight
        return kept <= answers
      })
  }

  /// What a review in `ahead` days adds to the probability of recall on the day of the exam, and the
  /// answers that it is expected to take.
  private func gain(
    of question: PlannedMemory, in ahead: Double, of calendar: StudyCalendar
  ) -> (recall: Double, answers: Double) {
    let elapsed = question.elapsed + ahead
    let rest = Double(calendar.daysLeft) - ahead
    let recall = model.retrievability(of: question.memory, elapsedDays: elapsed)
    let recalled = model.state(after: question.memory, rating: .good, elapsedDays: elapsed)
    let forgotten = relearnt(question.memory, elapsed: elapsed)
    let with =
      recall * model.retrievability(of: recalled, elapsedDays: rest)
      + (1 - recall) * model.retrievability(of: forgotten, elapsedDays: rest)
    let without = model.retrievability(
      of: question.memory, elapsedDays: question.elapsed + Double(calendar.daysLeft))
    return (with - without, 2 - recall)
  }

  /// The memory after a review that failed, and the repeat in the same session.
  func relearnt(_ memory: MemoryState?, elapsed: Double) -> MemoryState {
    let forgotten = model.state(after: memory, rating: .again, elapsedDays: elapsed)
    return model.state(after: forgotten, rating: .good, elapsedDays: Self.repeatAfter)
  }

  // MARK: - One question

  /// When a question comes back that is reviewed today.
  package enum NextReview: Equatable, Sendable {
    /// In so many days.
    case ahead(Int)
    /// In the last pass, which begins in so many days.
    case lastPass(ahead: Int)
  }

  /// When a question that was reviewed today comes back.
  ///
  /// - Parameters:
  ///   - memory: Its memory after the review.
  ///   - pass: The study days of the last pass.
  ///   - calendar: The days that are left.
  /// - Returns: When; nil where the exam comes before it.
  func next(
    after memory: MemoryState, passDays pass: Int, in calendar: StudyCalendar
  ) -> NextReview? {
    let later = calendar.studyDays.filter { $0 > 0 }
    guard !later.isEmpty else { return nil }
    let passAhead = later[max(0, later.count - pass)]
    if calendar.studyDays.count > pass,
      !canWait(memory, elapsed: Double(passAhead) + Double(pass) / 2)
    {
      if let day = later.first(where: { $0 < passAhead && isDue(memory, elapsed: Double($0)) }) {
        return .ahead(day)
      }
    }
    return .lastPass(ahead: passAhead)
  }

  /// The study days that the last pass takes, of the days that are left.
  func lengthOfPass(
    _ questions: [PlannedMemory], unseen: Double, in calendar: StudyCalendar
  ) -> Int {
    calendar.studyDays.isEmpty ? 0 : passDays(questions, unseen: unseen, in: calendar)
  }
}
