import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct ExamSittingTests {
  private static let start = ClockReading(
    wall: Timestamp(milliseconds: 1_795_424_400_000), running: 5_000_000, boot: "b")

  private static func second(_ number: Double) -> ClockReading {
    start.advanced(byMilliseconds: Int64(number * 1000))
  }

  private static func local(_ reading: ClockReading) -> LocalTime {
    LocalTime(at: reading.wall, offsetMinutes: 60)
  }

  private static func paper(_ clock: ExamClock = .strict, questions: Int = 6) -> ExamPaper {
    let items = (1...questions).map { number in
      ExamPaper.Item(
        question: Question(
          id: QuestionID(bank: "b", question: "q\(number)"), stem: "?",
          format: .choices((1...4).map { Choice(text: "\($0)", isRight: $0 == 1) })),
        order: [1, 2, 3, 4], section: 0, isScored: true, isNew: number % 2 == 0)
    }
    return ExamPaper(
      blueprint: Blueprint(
        id: "mock", title: "Mock", questions: questions, minutes: 10,
        scale: .scaled(from: 100, to: 1000, pass: 720, cut: 0.72), clock: clock,
        sections: [BlueprintSection(title: "A", weight: 1, from: ["b"])]),
      seed: 7, items: items)
  }

  private static func sitting(
    _ clock: ExamClock = .strict, terms: ExamTerms = ExamTerms()
  ) throws -> ExamSitting {
    let paper = paper(clock)
    let attempt = try #require(AttemptID("20261124-aaaaaa"))
    let begun = ExamStart(
      attempt, paper: paper, terms: terms, hash: "00", candidate: nil, at: start)
    return ExamSitting(begun, paper: paper, startedAt: local(start), at: start)
  }

  // MARK: - Time

  @Test func `what is added to the time is allowed and told`() throws {
    let sitting = try Self.sitting(terms: ExamTerms(extra: 300_000))
    #expect(sitting.start.allowed == 900_000)
    #expect(sitting.left(at: Self.start) == 900_000)
    #expect(sitting.start.terms.extra == 300_000)
    #expect(!sitting.start.isPausable)
    #expect(try Self.sitting(terms: ExamTerms(withPauses: true)).start.isPausable)
    #expect(try Self.sitting(.pausable).start.isPausable)
  }

  @Test func `a clock that is set neither gives nor takes time`() throws {
    let sitting = try Self.sitting()
    var later = Self.second(60)
    for jump: Int64 in [-7_200_000, 7_200_000, 31_536_000_000] {
      later.wall = Self.second(60).wall.advanced(byMilliseconds: jump)
      #expect(sitting.left(at: later) == 540_000)
    }
  }

  @Test func `after a reboot the wall rules`() throws {
    let sitting = try Self.sitting()
    let rebooted = ClockReading(wall: Self.second(60).wall, running: 3, boot: "c")
    #expect(sitting.left(at: rebooted) == 540_000)
  }

  @Test func `sleep counts`() throws {
    // The running clock goes on while the machine sleeps: nothing happens, and then it is late.
    var sitting = try Self.sitting()
    #expect(sitting.notice(at: Self.second(1)) == nil)
    #expect(sitting.notice(at: Self.second(9 * 60 + 30)) == .minutes(1))
    #expect(sitting.isTimeUp(at: Self.second(600)))
  }

  @Test func `each notice comes once, and the clock comes back for good`() throws {
    var sitting = try Self.sitting()
    var told: [ExamNotice] = []
    for second in 1...600 {
      if let notice = sitting.notice(at: Self.second(Double(second))) { told.append(notice) }
      #expect(sitting.showsClockForGood(at: Self.second(Double(second))) == (second >= 300))
    }
    // Half of ten minutes are the five that are told.
    #expect(told == [.minutes(5), .minutes(1)])
  }

  @Test func `an end by time is dated the moment when the time was up`() throws {
    var late = try Self.sitting()
    _ = late.respond(.numbers([1]), at: Self.second(30))
    let now = Self.second(4000)
    let (last, finish, at) = late.finish(.time, at: now, time: Self.local(now))
    #expect(at == Self.local(Self.second(600)))
    #expect(finish.outcome.reason == .time && finish.outcome.spent == 600_000)
    #expect(finish.outcome.score.right == 1)
    guard case .response(_, _, let record, let left) = last else {
      Issue.record("\(last)")
      return
    }
    #expect(record.milliseconds == 600_000 && left == 0)
  }

  @Test func `the wall may have been set before that moment`() throws {
    var late = try Self.sitting()
    var now = Self.second(600.5)
    now.wall = now.wall.advanced(byMilliseconds: -300_000)
    let (_, _, at) = late.finish(.time, at: now, time: Self.local(now))
    #expect(at.at == now.wall.advanced(byMilliseconds: -500))
  }

  @Test func `a wall that was set back before a resumption gives no time`() throws {
    let sitting = try Self.sitting()
    var now = Self.second(60)
    now.wall = now.wall.advanced(byMilliseconds: -86_400_000)
    now.boot = "after a reboot"
    for left in [Int64(540_000), 3_000] {
      let events: [ExamEvent] = [
        .start(sitting.start),
        .response(
          sitting.start.attempt, sitting: 1,
          ExamAttempt.Record(
            question: sitting.attempt.item.question.id, response: nil, isFlagged: true, struck: [],
            milliseconds: 0, isLeft: false),
          left: left),
      ]
      let state = LearnerState(
        replaying: events.enumerated().map { number, content in
          Event(
            id: EventID(writer: "w", sequence: number + 1), time: Self.local(Self.start),
            content: .exam(content))
        })
      let progress = try #require(state.attempts[sitting.start.attempt])
      var again = try #require(
        ExamSitting(resuming: progress, paper: sitting.attempt.paper, at: now))
      #expect(again.left(at: now) == left)
      #expect(again.left(at: now.advanced(byMilliseconds: 1_000)) == left - 1_000)
      let (_, _, end) = again.finish(.ended, at: now, time: Self.local(now))
      #expect(end == Self.local(Self.start), "nothing ends before it began")
    }
  }

  // MARK: - Leaving

  @Test func `leaving stops a clock only where it may stop`() throws {
    var strict = try Self.sitting()
    #expect(strict.leave(at: Self.second(60)).count == 1)
    #expect(strict.left(at: Self.second(120)) == 480_000)
    var pausable = try Self.sitting(.pausable)
    let events = pausable.leave(at: Self.second(60))
    #expect(events.count == 2)
    #expect(events.last == .pause(pausable.start.attempt, sitting: 1, left: 540_000))
    #expect(pausable.left(at: Self.second(9000)) == 540_000)
  }

  // MARK: - Resuming

  /// Sits at random, writes everything down, and is interrupted at some moment.
  @Test func `a sitting is the same again from its events, wherever it broke off`() throws {
    try withEvery(seed: 0..<200) { seed, random in
      let clock: ExamClock = seed % 3 == 0 ? .pausable : .strict
      var sitting = try Self.sitting(clock)
      var journal = [ExamEvent.start(sitting.start)]
      var now = Self.start
      var lastRecord = now
      for _ in 0..<(1 + random.number(below: 30)) {
        now = now.advanced(byMilliseconds: Int64(random.number(below: 9000)))
        let events: [ExamEvent]
        switch random.number(below: 7) {
        case 0, 1: events = [sitting.go(to: random.number(below: 6), at: now)].compactMap { $0 }
        case 2: events = [sitting.flag(at: now)]
        case 3: events = [sitting.strike(1 + random.number(below: 4), at: now)].compactMap { $0 }
        case 4: events = [sitting.respond(nil, at: now)]
        default:
          events = [sitting.respond(.numbers([1 + random.number(below: 4)]), at: now)]
        }
        journal += events
        if !events.isEmpty { lastRecord = now }
      }
      let state = LearnerState(
        replaying: journal.enumerated().map { number, content in
          Event(
            id: EventID(writer: "w", sequence: number + 1),
            time: Self.local(Self.second(Double(number))), content: .exam(content))
        })
      let progress = try #require(state.attempts[sitting.start.attempt])
      let again = try #require(
        ExamSitting(resuming: progress, paper: sitting.attempt.paper, at: now))
      try #require(again.number == 2)
      try #require(again.attempt.place == sitting.attempt.place, "seed \(seed)")
      try #require(again.attempt.sheets == sitting.attempt.sheets, "seed \(seed)")
      let expected = sitting.left(at: clock == .strict ? now : lastRecord)
      try #require(again.left(at: now) == expected, "seed \(seed)")
    }
  }

  @Test func `an attempt that is over is not taken up again`() throws {
    var sitting = try Self.sitting()
    let (last, finish, _) = sitting.finish(
      .ended, at: Self.second(5), time: Self.local(Self.second(5)))
    let events = [.start(sitting.start), last, .finish(finish)].enumerated().map {
      Event(
        id: EventID(writer: "w", sequence: $0 + 1), time: Self.local(Self.second(Double($0))),
        content: .exam($1))
    }
    let progress = LearnerState(replaying: events).attempts[sitting.start.attempt]
    #expect(
      ExamSitting(
        resuming: try #require(progress), paper: sitting.attempt.paper, at: Self.second(9)) == nil)
  }

  // MARK: - Evidence

  @Test func `the end says of each question that was shown what it shows`() throws {
    var sitting = try Self.sitting()
    _ = sitting.respond(.numbers([1]), at: Self.second(10))
    _ = sitting.go(to: 1, at: Self.second(20))
    _ = sitting.respond(.numbers([1]), at: Self.second(30))
    _ = sitting.flag(at: Self.second(31))
    _ = sitting.go(to: 2, at: Self.second(40))
    _ = sitting.respond(.numbers([2]), at: Self.second(50))
    _ = sitting.go(to: 3, at: Self.second(60))
    let (_, finish, at) = sitting.finish(
      .ended, at: Self.second(70), time: Self.local(Self.second(70)))
    #expect(at == Self.local(Self.second(70)))
    #expect(finish.answers.map(\.question.question) == ["q1", "q2", "q3", "q4"])
    // Right; right but flagged; wrong; shown and left open; the other two were never shown.
    #expect(finish.answers.map(\.rating) == [.good, .hard, .again, .again])
    #expect(finish.answers.map { $0.response == nil } == [false, false, false, true])
    #expect(finish.answers.map(\.milliseconds) == [20_000, 20_000, 20_000, 10_000])
    #expect(finish.outcome.spent == 70_000)
    #expect(finish.outcome.new == .init(right: 1, total: 3))
    #expect(finish.outcome.seenBefore == .init(right: 1, total: 3))
  }
}
