import FSRS
import PracticeCore
import PracticeUI
import TerminalUI
import TestSupport
import Testing

@Suite struct ExamPropertyTests {
  /// Keys that do something in a sitting, the usual ones more often.
  private static let keys: [Key] = Key.script(
    "12345123451234jjkk<enter><enter><enter>llllhhx xffrtJJKK<left><right><up><down><space><space>"
      + "<pgdn><pgup><home><end><bs><esc><esc>?oaf0i<s-down><s-up><tab>nynqeacid")

  /// A random thing that happens to a program: mostly keys.
  private static func happen(_ random: inout SplitMix64, to runner: inout ScreenRunner) {
    switch random.number(below: 60) {
    case 0: runner.setWall(milliseconds: Int64(random.number(below: 200_000_000)) - 100_000_000)
    case 1: runner.wait(milliseconds: Int64(random.number(below: 400_000)))
    case 2: runner.tick(milliseconds: Int64(random.number(below: 5000)))
    case 3:
      runner.send(
        .input(
          .resize(Size(columns: 38 + random.number(below: 90), rows: 10 + random.number(below: 40)))
        ))
    case 4:
      let place = Position(column: random.number(below: 80), row: random.number(below: 24))
      runner.send(.input(.mouse(MouseEvent(.press(.left), at: place))))
    case 5: runner.send(.input(.paste("H2 \u{1B}[2J")))
    case 6: runner.send(.input(.wake))
    default:
      runner.pace = Int64(random.number(below: 3000))
      runner.press(keys[random.number(below: keys.count)])
    }
  }

  private static func rules(_ random: inout SplitMix64) -> Blueprint {
    Fixtures.rules(
      navigation: random.number(below: 4) == 0 ? .forwardOnly : .free,
      clock: random.number(below: 2) == 0 ? .strict : .pausable,
      minutes: 8 + random.number(below: 60))
  }

  /// The sitting as somebody finds it who leaves it and comes back at once.
  private static func left(_ runner: ScreenRunner) -> ScreenRunner {
    var runner = runner
    runner.pace = 0
    runner.send(.input(.resize(Size(columns: 80, rows: 24))))
    // A question is answered with no; then help, a field and the review screen are closed.
    runner.press("<esc><esc><esc>")
    runner.press(.control("c"))
    runner.press("y<home><enter>")
    return runner
  }

  @Test func `whatever keys and clocks do, a crash loses nothing of a sitting`() throws {
    try withEvery(seed: 0..<10) { seed, random in
      let rules = Self.rules(&random)
      let first = Fixtures.mockQuestions[random.number(below: 7)]
      var runner = ScreenRunner.sitting(rules, from: first)
      let attempt = try #require(runner.progress?.start?.attempt)
      for step in 0..<150 {
        Self.happen(&random, to: &runner)
        let frame = runner.state.view()
        try #require(
          frame.buffer.cells.allSatisfy { DisplayText.isSafe($0.base) }, "seed \(seed)")
        guard runner.progress?.isOpen == true else { break }
        if step % 10 != 9 || runner.shows("Today") { continue }
        var kept = runner
        kept.send(.input(.resize(Size(columns: 80, rows: 24))))
        kept = kept.restarted(.resume(attempt))
        kept.pace = 0
        var left = Self.left(runner)
        guard left.progress?.isOpen == true else { continue }
        let what: Comment = "seed \(seed), step \(step): \(runner)\(kept)\(left)"
        try #require(kept.screen[0].contains("of 7"), what)
        try #require(kept.screen.dropFirst(2) == left.screen.dropFirst(2), what)
        // A field takes r as text.
        kept.press("<esc>r")
        left.press("<esc>r")
        try #require(kept.screen.dropFirst(2) == left.screen.dropFirst(2), what)
      }
      try #require(runner.state.learner == runner.learner, "seed \(seed)")
    }
  }

  @Test func `whatever keys and clocks do, an attempt takes its time and no more`() throws {
    try withEvery(seed: 0..<10) { seed, random in
      var rules = Self.rules(&random)
      rules.clock = .strict
      var runner = ScreenRunner.sitting(rules)
      let start = runner.clock.running
      for _ in 0..<400 where runner.progress?.isOpen == true {
        Self.happen(&random, to: &runner)
      }
      let allowed = Int64(rules.minutes) * 60_000
      runner.wait(milliseconds: max(0, start + allowed - runner.clock.running))
      runner.send(.tick)
      // Who has left it for the home screen finds it ended on coming back.
      if runner.progress?.isOpen == true { runner = runner.restarted(.resume(Self.attempt)) }
      let outcome = try #require(runner.progress?.outcome, "seed \(seed): \(runner)")
      try #require(outcome.spent <= allowed && outcome.spent >= 0, "seed \(seed)")
      if outcome.reason == .time { try #require(outcome.spent == allowed, "seed \(seed)") }
      let ends = runner.examEvents.filter { if case .finish = $0 { true } else { false } }
      try #require(ends.count == 1, "seed \(seed)")
    }
  }

  private static let attempt: AttemptID = {
    guard let attempt = AttemptID("attempt-1") else { preconditionFailure("no name") }
    return attempt
  }()
}
