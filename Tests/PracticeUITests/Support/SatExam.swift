import FSRS
import PracticeCore
import PracticeUI

/// An exam that somebody sat as a plan says, through a real sitting: what came of it, and what its
/// journal says.
struct SatExam: Sendable {
  /// What was done with the questions, by their places in the form.
  struct Plan: Sendable {
    var attempt = "attempt-1"
    /// Days from the morning on which the tests begin.
    var day = -1
    var blueprint = SatExam.blueprint()
    var terms = ExamTerms()
    var candidate: String?
    var items = SatExam.items()
    /// Answered wrong.
    var wrong: Set<Int> = []
    /// Not answered.
    var open: Set<Int> = []
    /// Not shown; only at the end of the form.
    var unseen: Set<Int> = []
    /// Answered in another way.
    var responses: [Int: Response] = [:]
    var flagged: Set<Int> = []
    /// Choices that were struck out, by their numbers in the bank.
    var struck: [Int: [Int]] = [:]
    /// Left with another answer at first.
    var changedFrom: [Int: Response] = [:]
    /// Seconds on a question, where they are not 40.
    var seconds: [Int: Int] = [:]
    /// Whether the candidate waits until the time is up.
    var runsOut = false
    /// Whether it is left open.
    var isLeft = false
  }

  /// The attempt, where it is over.
  let exam: FinishedExam?
  /// What the journal says of it.
  let events: [Event]

  /// The rules, for 20 questions of three sections, four of them uncounted.
  static func blueprint(
    id: String = "practice-day", title: String = "Laboratory and kitchen, full mock exam",
    scale: ScoreScale = .scaled(from: 100, to: 1000, pass: 720, cut: 0.72),
    scoring: ScoringRule = .allOrNothing, clock: ExamClock = .strict
  ) -> Blueprint {
    Blueprint(
      id: id, title: title, questions: 20, unscored: 4, minutes: 40, scale: scale,
      scoring: scoring, clock: clock,
      sections: [
        BlueprintSection(title: "Substances", weight: 20, from: ["lab/LAB-D1"]),
        BlueprintSection(title: "Accidents and how to answer them", weight: 20, from: ["lab"]),
        BlueprintSection(
          title: "Cooking for many, by the book, within the budget and before noon", weight: 60,
          from: ["kitchen"]),
      ])
  }

  /// All questions of the laboratory in the order of their bank, then twelve of the kitchen.
  ///
  /// Every fifth doesn't count, and every third is new.
  static func items() -> [ExamPaper.Item] {
    var random = SplitMix64(seed: 11)
    let banks = Library.banks
    let questions = banks[0].questions + banks[1].questions.prefix(12)
    return questions.enumerated().map { place, question in
      let bank = banks[place < banks[0].questions.count ? 0 : 1]
      let domain = question.objective.flatMap { bank.domain(ofObjective: $0) }
      return ExamPaper.Item(
        question: question, scenario: question.scenario.flatMap { bank.scenarios[$0] },
        objectiveTitle: question.objective.flatMap { bank.objective($0)?.title },
        references: question.references.compactMap { bank.reference($0) },
        order: Showing(question, using: &random).order,
        section: bank.id == "kitchen" ? 2 : domain?.id == "LAB-D2" ? 1 : 0,
        isScored: place % 5 != 4, isNew: place % 3 == 0)
    }
  }

  /// Sits an exam.
  init(_ plan: Plan = Plan()) {
    var time = ScreenRunner.morning
    time.at = time.at.advanced(byMilliseconds: Int64(plan.day) * 86_400_000)
    var clock = ClockReading(wall: time.at, running: 1_000_000, boot: plan.attempt)
    let paper = ExamPaper(blueprint: plan.blueprint, seed: 5, items: plan.items)
    guard let attempt = AttemptID(plan.attempt) else { preconditionFailure(plan.attempt) }
    let start = ExamStart(
      attempt, paper: paper, terms: plan.terms, hash: "0123456789abcdef",
      candidate: plan.candidate, at: clock)
    let startedAt = time
    var sitting = ExamSitting(start, paper: paper, startedAt: time, at: clock)
    var contents: [(content: ExamEvent, time: LocalTime)] = [(.start(start), time)]
    func wait(seconds: Int) {
      clock = clock.advanced(byMilliseconds: Int64(seconds) * 1000)
      time.at = clock.wall
    }
    func record(_ event: ExamEvent?) {
      if let event { contents.append((event, time)) }
    }
    for (place, item) in plan.items.enumerated() where !plan.unseen.contains(place) {
      if place > 0 { record(sitting.go(to: place, at: clock)) }
      for number in plan.struck[place] ?? [] { record(sitting.strike(number, at: clock)) }
      if plan.flagged.contains(place) { record(sitting.flag(at: clock)) }
      wait(seconds: (plan.seconds[place] ?? 40) - 1)
      if let first = plan.changedFrom[place] {
        record(sitting.respond(first, at: clock))
        record(sitting.leaveQuestion(at: clock))
        sitting.comeBack(at: clock)
      }
      wait(seconds: 1)
      if plan.open.contains(place) { continue }
      let response =
        plan.responses[place]
        ?? (plan.wrong.contains(place)
          ? Self.wrongResponse(to: item.question) : item.question.rightResponse)
      record(sitting.respond(response, at: clock))
    }
    if plan.isLeft {
      for event in sitting.leave(at: clock) { record(event) }
      exam = nil
    } else {
      if plan.runsOut { wait(seconds: Int(sitting.left(at: clock) / 1000) + 1) }
      let reason: ExamOutcome.Reason = plan.runsOut ? .time : .ended
      let (last, finish, end) = sitting.finish(reason, at: clock, time: time)
      contents += [(last, end), (.finish(finish), end)]
      exam = FinishedExam(
        start: start, startedAt: startedAt, outcome: finish.outcome, finishedAt: end,
        paper: paper, sheets: sitting.attempt.sheets)
    }
    events = contents.enumerated().map { number, entry in
      Event(
        id: EventID(writer: plan.attempt, sequence: number), time: entry.time,
        content: .exam(entry.content))
    }
  }

  /// An answer that is whole and wrong.
  private static func wrongResponse(to question: Question) -> Response {
    switch question.format {
    case .choices(let choices):
      let wrong = choices.indices.filter { !choices[$0].isRight }.map { $0 + 1 }
      let keys = question.keyNumbers
      return .numbers(
        ItemNumbers((keys.dropLast() + wrong.prefix(1)).sorted()) ?? [])
    case .match(let pairs, _):
      return .numbers(ItemNumbers((1...pairs.count).reversed()) ?? [])
    case .order(let steps): return .numbers(ItemNumbers((1...steps.count).reversed()) ?? [])
    case .answer: return .text("something else")
    }
  }
}

extension SatExam {
  /// The attempt as news.
  var news: [ExamNews] { exam.map { [.read($0)] } ?? [] }
}
