import FSRS
import PracticeCore
import Testing

@Suite struct ExamPolicyTests {
  private func policy(_ limit: Double?) -> ExamPolicy {
    ExamPolicy(model: FSRS6(), desiredRetention: 0.9, dailyLimit: limit)
  }

  private func calendar(_ days: Int) -> StudyCalendar {
    StudyCalendar(daysLeft: days, studyDays: Array(0..<days))
  }

  @Test func `A study day never asks more than it can take`() {
    var random = SplitMix64(seed: 7)
    for seed in 0..<60 {
      let capacity = Double(1 + random.number(below: 80))
      let questions = PlanFixtures.memories(120, seed: UInt64(seed))
      for isWhole in [true, false] {
        let day = policy(capacity).today(
          questions, unseen: Double(random.number(below: 100)),
          in: calendar(1 + random.number(below: 60)), capacity: capacity, isWhole: isWhole)
        // One question may take a repeat that has no room: the session then leaves it out.
        #expect(day.answers <= max(capacity + 1e-9, 2))
        #expect(Set(day.reviews.map(\.place)).count == day.reviews.count)
        #expect(day.reviews.allSatisfy { !questions[$0.place].isOfToday })
        if isWhole { #expect(day.reviews.allSatisfy { $0.share == 1 }) }
      }
    }
  }

  @Test func `A limit of one answer asks one question, and no second one`() {
    func asked(unseen: Double, done: ExamPolicy.Done = .init(), left: Double) -> ExamPolicy.Day {
      policy(1).today(
        [], unseen: unseen, in: calendar(60), capacity: left, done: done, isWhole: true)
    }
    #expect(asked(unseen: 80, left: 1).new == 1)
    #expect(asked(unseen: 0, left: 1).new == 0)
    #expect(asked(unseen: 79, done: .init(new: 1, reviewAnswers: 0), left: 0).new == 0)
  }

  @Test func `Nothing is asked on a day off`() {
    let away = StudyCalendar(daysLeft: 10, studyDays: [2, 3, 4])
    let day = policy(20).today(
      PlanFixtures.memories(30, seed: 1), unseen: 20, in: away, capacity: 20, isWhole: true)
    #expect(day.reviews.isEmpty && day.new == 0 && day.answers == 0)
  }

  @Test func `New questions come early, and all in time`() {
    var unseen = 300.0
    var perDay: [Double] = []
    for left in stride(from: 60, to: 0, by: -1) {
      let day = policy(40).today(
        [], unseen: unseen, in: calendar(left), capacity: 40, isWhole: true)
      perDay.append(day.new)
      unseen -= day.new
    }
    #expect(unseen == 0)
    #expect(perDay.prefix(20).reduce(0, +) > 180)
    #expect(perDay.suffix(7).reduce(0, +) == 0)
    #expect(zip(perDay, perDay.dropFirst()).allSatisfy { $0.0 >= $0.1 })
  }

  @Test func `Where not all can be met, the day is new questions alone`() {
    let day = policy(14).today(
      PlanFixtures.memories(50, seed: 3), unseen: 500, in: calendar(10), capacity: 14,
      isWhole: true)
    #expect(day.new == 10)
    #expect(day.reviews.isEmpty)
    #expect(day.isFull)
  }

  @Test func `What comes back first is what is most nearly forgotten`() {
    let questions = PlanFixtures.memories(200, seed: 4)
    let day = policy(nil).today(
      questions, unseen: 0, in: calendar(90), capacity: nil, isWhole: true)
    let recalls = day.reviews.map { review in
      FSRS6().retrievability(
        of: questions[review.place].memory, elapsedDays: questions[review.place].elapsed)
    }
    #expect(recalls.count > 20)
    #expect(recalls == recalls.sorted())
    #expect(recalls.allSatisfy { $0 < 0.9 })
  }

  @Test func `A question that comes due just before the last pass waits for it`() {
    let model = FSRS6()
    let memory = MemoryState(stability: 20, difficulty: 5)
    // Its recall is down to what brings it back.
    let elapsed = model.interval(for: memory, desiredRetention: 0.862)
    let question = PlannedMemory(memory: memory, elapsed: elapsed, isOfToday: false)
    let far = policy(20).today([question], unseen: 0, in: calendar(40), capacity: 20, isWhole: true)
    let near = policy(20).today([question], unseen: 0, in: calendar(5), capacity: 20, isWhole: true)
    #expect(far.reviews.count == 1 && !far.isLastPass)
    #expect(near.reviews.isEmpty && !near.isLastPass)
  }

  @Test func `The last pass asks each question once, those that keep first`() {
    var questions = (0..<60).map { number in
      PlannedMemory(
        memory: MemoryState(stability: 4 + Double(number % 20) * 3, difficulty: 5), elapsed: 20,
        isOfToday: false)
    }
    var asked: [Int: Int] = [:]
    var meanStability: [Double] = []
    var left = 5
    let policy = ExamPolicy(
      model: FSRS6(), desiredRetention: 0.9, dailyLimit: 30, lastPassDays: 5)
    while left > 0 {
      let day = policy.today(
        questions, unseen: 0, in: calendar(left), capacity: 30, isWhole: true)
      #expect(day.isLastPass)
      #expect(day.answers <= 30)
      let stabilities = day.reviews.map { questions[$0.place].memory.stability }
      meanStability.append(stabilities.reduce(0, +) / Double(max(1, stabilities.count)))
      for index in questions.indices {
        if day.reviews.contains(where: { $0.place == index }) {
          asked[index, default: 0] += 1
          questions[index].memory = FSRS6().state(
            after: questions[index].memory, rating: .good, elapsedDays: questions[index].elapsed)
          questions[index].elapsed = 1
        } else {
          questions[index].elapsed += 1
        }
      }
      left -= 1
    }
    #expect(asked.count == 60)
    #expect(asked.values.allSatisfy { $0 == 1 })
    #expect((meanStability.first ?? 0) > (meanStability.last ?? 0))
  }

  @Test func `A day's share is the same however often it is asked for`() {
    let questions = (0..<70).map { _ in
      PlannedMemory(
        memory: MemoryState(stability: 10, difficulty: 5), elapsed: 15, isOfToday: false)
    }
    let policy = ExamPolicy(
      model: FSRS6(), desiredRetention: 0.9, dailyLimit: nil, lastPassDays: 7)
    let whole = policy.today(questions, unseen: 0, in: calendar(7), capacity: nil, isWhole: true)
    var after = questions
    var answers = 0.0
    for review in whole.reviews.prefix(5) {
      after[review.place].memory.stability = 60
      after[review.place].elapsed = 0
      after[review.place].isOfToday = true
      answers += 1.2
    }
    let rest = policy.today(
      after, unseen: 0, in: calendar(7), capacity: nil,
      done: ExamPolicy.Done(reviewAnswers: answers), isWhole: true)
    #expect(abs(whole.reviews.count - 5 - rest.reviews.count) <= 1)
  }

  @Test func `A day left out is caught up within the limit, not at once`() {
    // 90 questions are due after days away.
    let questions = (0..<90).map { number in
      PlannedMemory(
        memory: MemoryState(stability: 3 + Double(number) / 10, difficulty: 5), elapsed: 25,
        isOfToday: false)
    }
    let day = policy(30).today(questions, unseen: 0, in: calendar(60), capacity: 30, isWhole: true)
    #expect(day.waiting == 90)
    #expect(day.reviews.count < 30 && day.reviews.count > 20)
    #expect(day.isFull)
    // The lowest recall first.
    #expect(day.reviews.map(\.place) == Array(0..<day.reviews.count))
  }
}

@Suite struct StudyCalendarTests {
  @Test func `Days off and weekdays off are left out, and the exam itself`() {
    // From Mon 23 Nov 2026 to Thu 3 Dec.
    let goal = PlanFixtures.goal(in: 10, daysOff: [1], weekdaysOff: [6, 7])
    let calendar = StudyCalendar(goal, from: PlanFixtures.date(0))
    #expect(calendar?.daysLeft == 10)
    #expect(calendar?.studyDays == [0, 2, 3, 4, 7, 8, 9])
    #expect(calendar?.isStudyDay == true)
    let tuesday = StudyCalendar(goal, from: PlanFixtures.date(1))
    #expect(tuesday?.isStudyDay == false)
    #expect(tuesday?.studyDays == [1, 2, 3, 6, 7, 8])
  }

  @Test func `There is none on the day, after it, or without one`() {
    #expect(StudyCalendar(PlanFixtures.goal(in: 0), from: PlanFixtures.date(0)) == nil)
    #expect(StudyCalendar(PlanFixtures.goal(in: -3), from: PlanFixtures.date(0)) == nil)
    #expect(StudyCalendar(ExamGoal(exam: "mock"), from: PlanFixtures.date(0)) == nil)
    #expect(StudyCalendar(PlanFixtures.goal(in: 5000), from: PlanFixtures.date(0)) == nil)
  }

  @Test func `Every weekday off leaves no study day`() {
    let goal = PlanFixtures.goal(in: 30, weekdaysOff: Array(1...7))
    #expect(StudyCalendar(goal, from: PlanFixtures.date(0))?.studyDays == [])
  }
}
