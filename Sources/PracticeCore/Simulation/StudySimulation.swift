import FSRS

/// Learners who study towards an exam by a policy, and remember by a model that it doesn't know.
///
/// The policies are the program's own: its queue, its plan, its session with all repeats, and the
/// learner's state folded from the events that they give. Chance comes from the seed alone.
package struct StudySimulation: Sendable {
  /// Questions of the exam.
  package var questions: Int
  /// Days from the first study day to the exam.
  package var days: Int
  /// Answers a day, repeats included, that the plan and the limited policies may ask; nil for no
  /// limit.
  ///
  /// The other policies know none.
  package var limit: Int?
  /// How the learners remember.
  package var memory: SimulatedMemory
  /// What the scheduler believes.
  package var parameters: ModelParameters

  /// Makes a simulation; the scheduler believes in the default parameters of FSRS-6 unless given.
  package init(
    questions: Int, days: Int, limit: Int?, memory: SimulatedMemory,
    parameters: ModelParameters = ModelParameters()
  ) {
    self.questions = questions
    self.days = days
    self.limit = limit
    self.memory = memory
    self.parameters = parameters
  }

  /// What came of one learner, or of several on average.
  package struct Outcome: Equatable, Sendable {
    /// All answers, repeats included.
    package var answers: Double
    /// The most answers on one day.
    package var peak: Double
    /// The mean probability of recall on the day of the exam, over all questions.
    package var recall: Double
    /// The share of questions with a recall above 0.9 on the day.
    package var above90: Double
    /// Questions that were never met.
    package var unmet: Double
  }

  /// The average of several learners; the peak is the highest of all.
  ///
  /// - Parameters:
  ///   - policy: How they study.
  ///   - learners: How many, at least 1.
  ///   - seed: Where chance starts; the same for two policies gives the same learners.
  /// - Returns: What came of them.
  package func outcome(of policy: StudyPolicy, learners: Int, seed: UInt64) -> Outcome {
    var sum = Outcome(answers: 0, peak: 0, recall: 0, above90: 0, unmet: 0)
    for learner in 0..<learners {
      let outcome = outcome(of: policy, seed: seed &+ UInt64(learner) &* 0x9e37_79b9)
      sum.answers += outcome.answers / Double(learners)
      sum.peak = max(sum.peak, outcome.peak)
      sum.recall += outcome.recall / Double(learners)
      sum.above90 += outcome.above90 / Double(learners)
      sum.unmet += outcome.unmet / Double(learners)
    }
    return sum
  }

  /// One learner.
  package func outcome(of policy: StudyPolicy, seed: UInt64) -> Outcome {
    var course = SimulatedCourse(self, policy: policy, seed: seed)
    for day in 0..<days { course.study(day: day) }
    return course.outcome
  }
}

/// One learner's course through a simulation.
private struct SimulatedCourse {
  private let simulation: StudySimulation
  private let policy: StudyPolicy
  private let catalog: QuestionCatalog
  private let bank: QuestionBank
  private var learner: LearnerState
  private var traces: [QuestionID: SimulatedMemory.Trace] = [:]
  private var random: SplitMix64
  private var sequence = 0
  private var answers = 0
  private var peak = 0

  /// Noon on a Monday.
  private static let start = Timestamp(milliseconds: 1_795_435_200_000)

  init(_ simulation: StudySimulation, policy: StudyPolicy, seed: UInt64) {
    self.simulation = simulation
    self.policy = policy
    random = SplitMix64(seed: seed)
    bank = QuestionBank(
      id: "exam", title: "Exam",
      questions: (0..<simulation.questions).map { number in
        Question(
          id: QuestionID(bank: "exam", question: "Q-\(number)"), objective: "O-\(number % 20)",
          stem: "", format: .answer([""]))
      })
    catalog = QuestionCatalog(banks: [bank])
    let date = Self.time(day: simulation.days, minutes: 0).studyDay
    learner = LearnerState(
      questions: [:], days: [:],
      settings: StudySettings(desiredRetention: policy.desiredRetention),
      goal: ExamGoal(date: date, dailyLimit: simulation.limit), parameters: simulation.parameters,
      latest: LearnerState.Latest(), awaited: [])
  }

  private static func time(day: Int, minutes: Int) -> LocalTime {
    LocalTime(
      at: start.advanced(byMilliseconds: Int64(day) * 86_400_000 + Int64(minutes) * 60_000),
      offsetMinutes: 0)
  }

  /// A study day: sessions, one after the other, until nothing more is asked.
  mutating func study(day: Int) {
    // Begun between ten in the morning and nine in the evening.
    var time = Self.time(day: day, minutes: random.number(below: 660) - 120)
    var count = 0
    while case let given = sit(queue(at: time, answered: count), at: &time), given > 0 {
      count += given
    }
    answers += count
    peak = max(peak, count)
  }

  /// A session; `time` goes on with each answer.
  ///
  /// - Returns: How many answers were given.
  private mutating func sit(_ queue: ReviewQueue, at time: inout LocalTime) -> Int {
    var session = StudySession(
      mode: .study, questions: queue.questions, catalog: catalog, answersLeft: queue.answersLeft,
      seed: 0)
    var count = 0
    while let showing = session.current {
      let id = showing.question
      let rating = simulation.memory.answer(&traces[id], at: time, using: &random)
      let record = AnswerRecord(
        question: id, revision: Revision(recorded: ""), mode: .study, order: [],
        response: .text(""), isRight: rating != .again, confidence: nil, rating: rating,
        milliseconds: 0)
      sequence += 1
      let event = Event(
        id: EventID(writer: "w", sequence: sequence), time: time, content: .answer(record))
      _ = learner.apply(event)
      session.record(record, as: event.id, in: catalog)
      time.at = time.at.advanced(byMilliseconds: 30_000)
      count += 1
    }
    return count
  }

  /// What the policy asks now, after so many answers of the same day.
  private func queue(at time: LocalTime, answered: Int) -> ReviewQueue {
    if policy == .plan {
      return ReviewQueue(ofBanks: [], in: catalog, blueprints: [], learner: learner, at: time)
    }
    var queue = plain(at: time)
    if policy.isLimited { queue.answersLeft = simulation.limit.map { max(0, $0 - answered) } }
    // Once a day: its share is that of the day.
    if policy == .plainLastPass && answered == 0 { addLastPass(to: &queue, at: time) }
    return queue
  }

  private func plain(at time: LocalTime) -> ReviewQueue {
    let unseen = bank.questions.count { learner[$0.id].isNew }
    return ReviewQueue(
      banks: [bank], learner: learner, at: time,
      limits: DailyLimits(learner: learner, unseen: unseen, day: time.studyDay))
  }

  /// Adds an equal part of the questions that were not asked since the last pass began, the most
  /// nearly forgotten first.
  private func addLastPass(to queue: inout ReviewQueue, at time: LocalTime) {
    let limit = Double(simulation.limit ?? max(1, simulation.questions / 7))
    let length = max(3, Int((Double(simulation.questions) * 1.1 / limit).rounded(.up)))
    let left = (learner.goal.date?.daysSince1970 ?? 0) - time.studyDay.daysSince1970
    guard left <= length else { return }
    let begin = time.studyDay.advanced(byDays: left - length)
    let waiting = bank.questions.compactMap { question -> (id: QuestionID, recall: Double)? in
      let progress = learner[question.id]
      guard let last = progress.lastReview, last.studyDay < begin else { return nil }
      return (question.id, learner.scheduler.retrievability(of: progress, at: time) ?? 0)
    }.sorted { $0.recall < $1.recall }
    let asked = Set(queue.questions)
    let share = (waiting.count + left - 1) / left
    queue.due += waiting.prefix(share).map(\.id).filter { !asked.contains($0) }
  }

  var outcome: StudySimulation.Outcome {
    // At nine in the morning of the exam.
    let exam = Self.time(day: simulation.days, minutes: -180)
    let recalls = bank.questions.map { question in
      traces[question.id].map { simulation.memory.recall(of: $0, at: exam) } ?? 0
    }
    let count = Double(max(1, recalls.count))
    return StudySimulation.Outcome(
      answers: Double(answers), peak: Double(peak), recall: recalls.reduce(0, +) / count,
      above90: Double(recalls.count { $0 > 0.9 }) / count,
      unmet: Double(recalls.count - traces.count))
  }
}
