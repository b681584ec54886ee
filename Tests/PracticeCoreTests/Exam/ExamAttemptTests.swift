import FSRS
import PracticeCore
import TestSupport
import Testing

@Suite struct ExamAttemptTests {
  private static let start = ClockReading(
    wall: Timestamp(milliseconds: 1_795_424_400_000), running: 0, boot: "b")

  private static func second(_ number: Double) -> ClockReading {
    start.advanced(byMilliseconds: Int64(number * 1000))
  }

  /// Four choices of which the first is right, two of which are right, a match, an order, a text.
  private static func paper(
    _ navigation: ExamNavigation = .free, scoring: ScoringRule = .netCorrect
  ) -> ExamPaper {
    let four = (1...4).map { Choice(text: "\($0)", isRight: $0 == 1) }
    let two = (1...5).map { Choice(text: "\($0)", isRight: $0 < 3) }
    let formats: [AnswerFormat] = [
      .choices(four), .choices(two),
      .match(
        pairs: [MatchPair(prompt: "a", answer: "A"), MatchPair(prompt: "b", answer: "B")],
        distractors: ["C"]),
      .order(["one", "two", "three"]), .answer(["SQS"]),
    ]
    let items = formats.enumerated().map { number, format in
      ExamPaper.Item(
        question: Question(
          id: QuestionID(bank: "b", question: "q\(number + 1)"), objective: "O\(number % 2)",
          stem: "?", format: format),
        objectiveTitle: "Objective \(number % 2)", order: [], section: number / 3,
        isScored: number != 4, isNew: number < 2)
    }
    let blueprint = Blueprint(
      id: "mock", title: "Mock", questions: 5, unscored: 1, minutes: 10,
      scale: .percent(pass: 50), scoring: scoring, navigation: navigation,
      sections: [
        BlueprintSection(title: "A", weight: 3, from: ["b"]),
        BlueprintSection(title: "B", weight: 2, from: ["b"]),
      ])
    return ExamPaper(blueprint: blueprint, seed: 1, items: items)
  }

  private static func attempt(
    _ navigation: ExamNavigation = .free, scoring: ScoringRule = .netCorrect
  ) -> ExamAttempt {
    ExamAttempt(
      paper(navigation, scoring: scoring), timer: ExamTimer(milliseconds: 600_000, at: start),
      at: start)
  }

  // MARK: - Acting

  @Test func `an answer gives a record of all that is known of its question`() {
    var attempt = Self.attempt()
    let record = attempt.respond(.numbers([2]), at: Self.second(7))
    #expect(
      record
        == ExamAttempt.Record(
          question: QuestionID(bank: "b", question: "q1"), response: .numbers([2]),
          isFlagged: false, struck: [], milliseconds: 7000, isLeft: false))
    #expect(attempt.flag(at: Self.second(8)).isFlagged)
    #expect(attempt.strike(3, at: Self.second(9))?.struck == [3])
    let left = attempt.go(to: 1, at: Self.second(10))
    #expect(left?.isLeft == true && left?.milliseconds == 10_000 && left?.struck == [3])
    #expect(attempt.place == 1 && attempt.sheet.milliseconds == 0)
  }

  @Test func `striking out and choosing rule each other out`() {
    var attempt = Self.attempt()
    _ = attempt.respond(.numbers([2]), at: Self.start)
    #expect(attempt.strike(2, at: Self.start)?.response == nil)
    #expect(attempt.sheet.struck == [2])
    #expect(attempt.respond(.numbers([2]), at: Self.start).struck == [])
    _ = attempt.strike(3, at: Self.start)
    #expect(attempt.strike(3, at: Self.start)?.struck == [])
    #expect(attempt.strike(5, at: Self.start) == nil)
    #expect(attempt.strike(0, at: Self.start) == nil)
    _ = attempt.go(to: 1, at: Self.start)
    _ = attempt.respond(.numbers([1, 4]), at: Self.start)
    #expect(attempt.strike(4, at: Self.start)?.response == .numbers([1]))
    _ = attempt.go(to: 2, at: Self.start)
    #expect(attempt.strike(1, at: Self.start) == nil, "only choices can be struck out")
  }

  @Test func `a question counts as answered when it is answered in whole`() {
    var attempt = Self.attempt(scoring: .allOrNothing)
    let steps: [(place: Int, partial: Response?, whole: Response)] = [
      (0, nil, .numbers([4])), (1, .numbers([1]), .numbers([1, 5])),
      (2, .numbers([1, 0]), .numbers([3, 3])), (3, nil, .numbers([3, 1, 2])),
      (4, .text("  "), .text("x")),
    ]
    #expect(attempt.openPlaces == [0, 1, 2, 3, 4])
    for (place, partial, whole) in steps {
      _ = attempt.go(to: place, at: Self.start)
      _ = attempt.respond(partial, at: Self.start)
      #expect(!attempt.isAnswered(place))
      _ = attempt.respond(whole, at: Self.start)
      #expect(attempt.isAnswered(place))
    }
    #expect(attempt.openPlaces == [])
    _ = attempt.flag(at: Self.start)
    #expect(attempt.flaggedPlaces == [4])
  }

  @Test func `forward only means to the next question and no other`() {
    var attempt = Self.attempt(.forwardOnly)
    #expect(attempt.go(to: 2, at: Self.start) == nil && attempt.place == 0)
    #expect(attempt.go(to: 1, at: Self.start) != nil)
    #expect(attempt.go(to: 0, at: Self.start) == nil && attempt.place == 1)
    for place in 2...4 { #expect(attempt.go(to: place, at: Self.start) != nil) }
    #expect(attempt.go(to: 5, at: Self.start) == nil)
    var free = Self.attempt()
    #expect(free.go(to: 4, at: Self.start) != nil && free.go(to: 0, at: Self.start) != nil)
    #expect(free.go(to: -1, at: Self.start) == nil)
  }

  // MARK: - Time

  @Test func `time is spent on the question that is shown, not on the review screen`() {
    var attempt = Self.attempt()
    _ = attempt.leave(at: Self.second(5))
    attempt.comeBack(at: Self.second(65))
    _ = attempt.go(to: 1, at: Self.second(70))
    _ = attempt.go(to: 0, at: Self.second(90))
    _ = attempt.leave(at: Self.second(91))
    #expect(attempt.sheets.map(\.milliseconds) == [11_000, 20_000, 0, 0, 0])
  }

  @Test func `no time is spent after the end or in a pause`() throws {
    var late = Self.attempt()
    #expect(late.leave(at: Self.second(100_000)).milliseconds == 600_000)
    var paused = Self.attempt()
    #expect(paused.pause(at: Self.second(30)).milliseconds == 30_000)
    #expect(paused.timer == .paused(left: 570_000))
    var resumed = try ExamAttempt(
      paused.paper, timer: paused.timer, resuming: [paused.leave(at: Self.second(30))],
      at: Self.second(90_000))
    #expect(resumed.timer.left(at: Self.second(90_010)) == 560_000)
    #expect(resumed.leave(at: Self.second(90_010)).milliseconds == 40_000)
  }

  // MARK: - Resuming

  @Test func `a sitting is the same again from its records, after any of them`() throws {
    for seed in 0..<60 {
      var random = SplitMix64(seed: UInt64(seed))
      var attempt = Self.attempt(seed % 5 == 0 ? .forwardOnly : .free)
      var records: [ExamAttempt.Record] = []
      var now = Self.start
      for _ in 0..<40 {
        now = now.advanced(byMilliseconds: Int64(random.number(below: 9000)))
        switch random.number(below: 6) {
        case 0:
          if let record = attempt.go(to: random.number(below: 5), at: now) {
            records.append(record)
          }
        case 1: records.append(attempt.flag(at: now))
        case 2:
          if let record = attempt.strike(random.number(below: 6), at: now) {
            records.append(record)
          }
        case 3: records.append(attempt.respond(nil, at: now))
        default:
          let number = 1 + random.number(below: 4)
          records.append(attempt.respond(.numbers([number]), at: now))
        }
        // A question that was just opened is recorded when something happens to it.
        var whole = records
        whole.append(attempt.leave(at: now))
        let again = try ExamAttempt(attempt.paper, timer: attempt.timer, resuming: whole, at: now)
        #expect(again == attempt)
        records = whole
      }
    }
  }

  @Test func `records of other questions are ignored, and an empty sitting begins at its start`()
    throws
  {
    let foreign = ExamAttempt.Record(
      question: QuestionID(bank: "x", question: "q1"), response: .numbers([1]), isFlagged: true,
      struck: [], milliseconds: 5, isLeft: true)
    let attempt = try ExamAttempt(
      Self.paper(), timer: Self.attempt().timer, resuming: [foreign], at: Self.start)
    #expect(attempt == Self.attempt())
  }

  @Test func `what counts as an answer follows the rule`() {
    let two = Question(
      id: QuestionID(bank: "b", question: "q"), stem: "?",
      format: .choices((1...5).map { Choice(text: "\($0)", isRight: $0 < 3) }))
    #expect(ScoringRule.netCorrect.isAnswered(.numbers([4]), to: two))
    #expect(!ScoringRule.netCorrect.isAnswered(.numbers([]), to: two))
    #expect(!ScoringRule.netCorrect.isAnswered(nil, to: two))
    #expect(!ScoringRule.allOrNothing.isAnswered(.numbers([4]), to: two))
    #expect(ScoringRule.allOrNothing.isAnswered(.numbers([4, 5]), to: two))
    let match = Question(
      id: QuestionID(bank: "b", question: "m"), stem: "?",
      format: .match(
        pairs: [MatchPair(prompt: "a", answer: "A"), MatchPair(prompt: "b", answer: "B")],
        distractors: []))
    // All or nothing by either rule.
    #expect(!ScoringRule.netCorrect.isAnswered(.numbers([1, 0]), to: match))
  }

  @Test func `taking a right answer back is a change of mind, a first answer is none`() {
    let question = Self.paper().items[0].question
    var sheet = ExamSheet()
    sheet.leftWith = [nil, .numbers([1]), nil, .numbers([1])]
    #expect(sheet.changes(of: question) == (toRight: 1, toWrong: 1))
    sheet.leftWith = [nil, .numbers([1])]
    #expect(sheet.changes(of: question) == (toRight: 0, toWrong: 0))
  }

  // MARK: - Result

  @Test func `a result counts what the sitting shows`() {
    var attempt = Self.attempt()
    _ = attempt.respond(.numbers([2]), at: Self.second(10))
    _ = attempt.go(to: 1, at: Self.second(20))
    _ = attempt.respond(.numbers([1]), at: Self.second(30))
    _ = attempt.go(to: 0, at: Self.second(40))
    _ = attempt.respond(.numbers([3]), at: Self.second(41))
    _ = attempt.respond(.numbers([1]), at: Self.second(42))
    _ = attempt.go(to: 2, at: Self.second(45))
    _ = attempt.respond(.numbers([1, 2]), at: Self.second(50))
    _ = attempt.go(to: 4, at: Self.second(51))
    _ = attempt.respond(.text("sqs"), at: Self.second(52))
    _ = attempt.leave(at: Self.second(53))
    let result = ExamResult(attempt.paper, sheets: attempt.sheets)
    // q1 and q3 in full, half of q2, nothing for q4; q5 doesn't count.
    #expect(result.score.marks.value == 2.5)
    #expect(result.score.right == 2 && result.score.questions == 4)
    #expect(result.score.scaled == 63 && result.score.isPassed)
    #expect(result.score.sections.map(\.questions) == [3, 1])
    #expect(result.answers.map(\.isRight) == [true, false, true, false, true])
    #expect(result.answers.map(\.isSeen) == [true, true, true, false, true])
    #expect(result.new.right == 1 && result.new.total == 2)
    #expect(result.seenBefore.right == 2 && result.seenBefore.total == 3)
    #expect(result.changedToRight == 1 && result.changedToWrong == 0)
    #expect(result.slowest(2).map(\.place) == [0, 1])
    #expect(result.objectivesToStudy.map(\.objective) == ["b/O1"])
    #expect(result.objectivesToStudy.map(\.count.right) == [0])
    #expect(result.objectivesToStudy.first?.title == "Objective 1")
  }

  @Test func `changes of mind count when a question is left, in either direction`() {
    var attempt = Self.attempt()
    for choice in [1, 2, 2, 3, 1] {
      _ = attempt.respond(.numbers([choice]), at: Self.start)
      _ = attempt.leave(at: Self.start)
    }
    let result = ExamResult(attempt.paper, sheets: attempt.sheets)
    #expect(result.changedToWrong == 1 && result.changedToRight == 1)
  }

  // MARK: - Paper

  @Test func `a paper keeps what its questions need`() throws {
    var bank = ExamFixtures.bank("a", domains: [(weight: 1, questions: 20)])
    bank.references = [Reference(id: "r", title: "Page", url: "https://example.org")]
    bank.questions[0].references = ["r"]
    bank.scenarios["a-D1-case-0"] = "A firm."
    let catalog = QuestionCatalog(banks: [bank])
    let blueprint = Blueprint(
      id: "all", title: "All", questions: 20, minutes: 20, scale: .percent(pass: 50),
      sections: [BlueprintSection(title: "A", weight: 1, from: ["a"])])
    let form = try ExamDraw(blueprint, from: catalog).form(seed: 4)
    let known = bank.questions[1].id
    let paper = ExamPaper(
      form, by: blueprint, seed: 4, from: catalog, isNew: { $0 != known })
    #expect(paper.items.count == 20)
    let first = try #require(paper.items.first { $0.question.id == bank.questions[0].id })
    #expect(first.scenario == "A firm." && first.references.map(\.title) == ["Page"])
    #expect(first.objectiveTitle == "1" && first.isNew)
    #expect(paper.items.filter { !$0.isNew }.map(\.question.id) == [known])
    #expect(paper.items.map(\.order) == form.items.map(\.showing.order))
  }
}

extension ExamAttempt {
  /// Takes a sitting up again from what was recorded, in that order.
  fileprivate init(
    _ paper: ExamPaper, timer: ExamTimer, resuming records: [Record], at now: ClockReading
  ) throws {
    let attempt = try #require(AttemptID("a"))
    let events = records.enumerated().map { number, record in
      Event(
        id: EventID(writer: "w", sequence: number + 1),
        time: LocalTime(at: now.wall, offsetMinutes: 0),
        content: .exam(.response(attempt, sitting: 1, record, left: 0)))
    }
    let progress = try #require(LearnerState(replaying: events).attempts[attempt])
    self.init(paper, timer: timer, sheets: progress.sheets, shown: progress.place, at: now)
  }
}
