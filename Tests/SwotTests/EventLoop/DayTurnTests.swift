import FSRS
import PracticeCore
import PracticeUI
import ProgressStore
import TerminalUI
import TestSupport
import Testing

@testable import swot

/// Screens and journal together, while the clock does what clocks do.
@Suite struct DayTurnTests {
  /// The screens over a real data folder, with keys at any time.
  private struct Desk {
    var state: AppState
    var runner: EffectRunner

    /// Types keys at a time.
    mutating func type(_ keys: Key..., at time: LocalTime) {
      for key in keys { take(.input(.key(key)), at: time) }
    }

    mutating func take(_ message: Message, at time: LocalTime) {
      var effects = state.update(message, at: time)
      while !effects.isEmpty {
        let effect = effects.removeFirst()
        var results: [Message] = []
        switch effect {
        case .append(let content): results = runner.append(content, at: time)
        case .replay: results = runner.replay()
        default: break
        }
        for result in results { effects += state.update(result, at: time) }
      }
    }

    /// Answers questions rightly, the first of them on the screen, a minute each, and goes on.
    mutating func answer(_ count: Int, from time: LocalTime) {
      for number in 0..<count {
        let now = time.advanced(byMinutes: number)
        type("1", .enter, at: now)
        take(.input(.key(.enter)), at: now.advanced(byMinutes: 1))
      }
    }

    var text: String {
      let frame = state.view()
      return (0..<frame.size.rows).map { frame.buffer.text(row: $0) }.joined(separator: "\n")
    }
  }

  private func withDesk(at time: LocalTime, _ body: (inout Desk, ProgressPaths) throws -> Void)
    throws
  {
    try withTemporaryFolder { folder in
      let paths = ProgressPaths(data: folder + "/data", state: folder + "/state")
      var random = SplitMix64(seed: 1)
      let opened = try ProgressFolder.open(paths, random: &random)
      var learner = opened.state
      for event in opened.folder.append([.settings(StudySettings())], at: time).events {
        let isFolded = learner.apply(event)
        #expect(isFolded)
      }
      let questions = (1...40).map { number in
        Question(
          id: QuestionID(bank: "b", question: "q\(number)"), stem: "Which, \(number)?",
          format: .choices([
            Choice(text: "This", isRight: true),
            Choice(text: "That", isRight: false, staysLast: true),
          ]))
      }
      let bank = QuestionBank(id: "b", title: "Bank", questions: questions)
      let state = AppState(
        catalog: QuestionCatalog(banks: [bank]), blueprints: [], learner: learner,
        appearance: AppearanceSettings(), symbols: .unicode, themes: ["standard"],
        size: Size(columns: 80, rows: 24), time: time, seed: 1, start: .home)
      let runner = EffectRunner(
        folder: opened.folder, appearance: nil, themes: ThemeLibrary(Environment([:])))
      var desk = Desk(state: state, runner: runner)
      try body(&desk, paths)
      // Whoever reads the journals anew comes to the same.
      #expect(try ProgressFolder.read(paths).state == desk.state.learner)
      #expect(try ProgressVerification(of: paths).isSound)
      #expect(opened.folder.close() == nil)
    }
  }

  private func time(_ text: String, offset: Int = 0) throws -> LocalTime {
    LocalTime(at: try #require(Timestamp(iso8601: text)), offsetMinutes: offset)
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func `at 04:00 queue and limits turn over, and at midnight nothing does`() throws {
    try withDesk(at: time("2026-11-23T22:00:00Z")) { desk, _ in
      desk.type(.enter, at: try time("2026-11-23T22:00:00Z"))
      desk.answer(10, from: try time("2026-11-23T22:01:00Z"))
      #expect(desk.text.contains("10 of 10 right"))
      desk.type("q", at: try time("2026-11-23T22:30:00Z"))
      #expect(desk.text.contains("Done for today"))
      desk.take(.tick, at: try time("2026-11-24T00:00:01Z"))
      #expect(desk.text.contains("Done for today"))
      desk.take(.tick, at: try time("2026-11-24T03:59:59Z"))
      #expect(desk.text.contains("Done for today"))
      desk.take(.tick, at: try time("2026-11-24T04:00:00Z"))
      #expect(desk.text.contains("10 new"))
    }
  }

  @Test func `a session that lay open overnight goes on, and its answers are of the new day`()
    throws
  {
    try withDesk(at: time("2026-11-23T22:00:00Z")) { desk, _ in
      desk.type(.enter, at: try time("2026-11-23T22:00:00Z"))
      desk.answer(4, from: try time("2026-11-23T22:01:00Z"))
      // The machine slept for a night and a day.
      desk.answer(6, from: try time("2026-11-25T09:00:00Z"))
      #expect(desk.text.contains("10 of 10 right"))
      let learner = desk.state.learner
      let (before, after) = (
        learner.activity(on: try day("2026-11-23")), learner.activity(on: try day("2026-11-25"))
      )
      #expect(before.introduced == 4 && after.introduced == 6)
      // A night is no time that was spent on a question.
      #expect(after.milliseconds <= 6 * 10 * 60_000)
      // Four more new ones are left of the new day, and what was learnt on the first is due.
      desk.type("q", at: try time("2026-11-25T09:10:00Z"))
      #expect(desk.text.contains("4 to review · 4 new"))
    }
  }

  @Test func `an answer's day is that of where it was given`() throws {
    try withDesk(at: time("2026-11-23T20:00:00Z", offset: 780)) { desk, _ in
      desk.type(.enter, at: try time("2026-11-23T20:00:00Z", offset: 780))
      // Tuesday morning in Auckland; then an aeroplane to Honolulu, where it is Monday again.
      desk.answer(2, from: try time("2026-11-23T20:01:00Z", offset: 780))
      desk.answer(3, from: try time("2026-11-24T05:00:00Z", offset: -600))
      let learner = desk.state.learner
      #expect(learner.activity(on: try day("2026-11-24")).answers == 2)
      #expect(learner.activity(on: try day("2026-11-23")).answers == 3)
    }
  }

  @Test func `when the clocks change a day is longer or shorter, and still ends at 04:00`() throws {
    // 2026-10-25 in Central Europe: 03:00 becomes 02:00.
    try withDesk(at: time("2026-10-24T22:00:00Z", offset: 120)) { desk, _ in
      desk.type(.enter, at: try time("2026-10-24T22:00:00Z", offset: 120))
      desk.answer(10, from: try time("2026-10-24T22:01:00Z", offset: 120))
      desk.type("q", at: try time("2026-10-24T22:30:00Z", offset: 120))
      desk.take(.tick, at: try time("2026-10-25T02:59:59Z", offset: 60))
      #expect(desk.text.contains("Done for today"))
      desk.take(.tick, at: try time("2026-10-25T03:00:00Z", offset: 60))
      #expect(desk.text.contains("10 new"))
    }
    // 2027-03-28: 02:00 becomes 03:00.
    try withDesk(at: time("2027-03-27T22:00:00Z", offset: 60)) { desk, _ in
      desk.type(.enter, at: try time("2027-03-27T22:00:00Z", offset: 60))
      desk.answer(10, from: try time("2027-03-27T22:01:00Z", offset: 60))
      desk.type("q", at: try time("2027-03-27T22:30:00Z", offset: 60))
      desk.take(.tick, at: try time("2027-03-28T01:59:59Z", offset: 120))
      #expect(desk.text.contains("Done for today"))
      desk.take(.tick, at: try time("2027-03-28T02:00:00Z", offset: 120))
      #expect(desk.text.contains("10 new"))
    }
  }

  @Test(arguments: [-365, 365]) func `a clock that is a year off in mid-session loses nothing`(
    days: Int
  ) throws {
    try withDesk(at: time("2026-11-23T22:00:00Z")) { desk, _ in
      let start = try time("2026-11-23T22:00:00Z")
      desk.type(.enter, at: start)
      desk.answer(3, from: start.advanced(byMinutes: 1))
      desk.answer(3, from: start.advanced(byMinutes: days * 1440))
      desk.answer(4, from: start.advanced(byMinutes: 10))
      #expect(desk.text.contains("10 of 10 right"))
      let learner = desk.state.learner
      #expect(learner.activity(on: start.studyDay).answers == 7)
      #expect(learner.questions.values.allSatisfy { $0.answers == 1 })
      // Whatever is due, the home screen has it.
      desk.type("q", at: start.advanced(byMinutes: 30))
      #expect(desk.text.contains("Done for today") || desk.text.contains("new"))
    }
  }
}

extension LocalTime {
  fileprivate func advanced(byMinutes minutes: Int) -> LocalTime {
    LocalTime(
      at: at.advanced(byMilliseconds: Int64(minutes) * 60_000), offsetMinutes: offsetMinutes)
  }
}
