import ArgumentParser
import PracticeCore
import PracticeUI
import TerminalUI
import TestSupport
import Testing

@testable import swot

@Suite struct EventLoopTests {
  private static let start = Timestamp(milliseconds: 1_795_424_400_000)

  /// Runs a loop over an empty catalog until the script ends.
  func run(
    _ events: [InputEvent?], appearance: AppearanceSettings = AppearanceSettings(),
    effects: RecordingEffects = RecordingEffects(), notices: [String] = [],
    catalog: QuestionCatalog = QuestionCatalog(banks: []), learner: LearnerState = LearnerState(),
    start: StartScreen = .quiz(QuizSelection(), seed: 1, schedules: true),
    _ check: (LoopEnding, RecordingEffects, borrowing ScriptedSession) -> Void
  ) {
    let state = AppState(
      catalog: catalog, blueprints: [], learner: learner,
      appearance: appearance, symbols: .unicode, themes: ["standard"],
      size: Size(columns: 80, rows: 24),
      time: LocalTime(at: Self.start, offsetMinutes: 0), seed: 1,
      start: start)
    var session = ScriptedSession(events: events)
    var loop = EventLoop(
      state: state, effects: effects,
      clock: Clock(rules: .fixed(offsetMinutes: 0)) { Self.start })
    let ending = loop.run(on: &session, appearance: appearance, notices: notices)
    check(ending, loop.effects, session)
  }

  @Test(arguments: [
    (InputEvent.closed, LoopEnding.closed), (.signal(.terminate), .signal(.terminate)),
    (.signal(.hangUp), .signal(.hangUp)), (.signal(.interrupt), .signal(.interrupt)),
  ])
  func `a request to end ends the loop, whatever is on the screen`(
    event: InputEvent, expected: LoopEnding
  ) {
    run([event, .key("x")]) { ending, _, session in
      #expect(ending == expected)
      #expect(session.frames.count == 1)
    }
  }

  @Test(arguments: [
    (LoopEnding.left, Int32(0)), (.closed, 129), (.signal(.hangUp), 129),
    (.signal(.interrupt), 130), (.signal(.terminate), 143),
  ])
  func `the exit status is the one that shells show for the signal`(
    ending: LoopEnding, status: Int32
  ) {
    #expect(ending.exitCode.rawValue == status)
  }

  @Test func `each event is followed by a frame of the present size`() {
    let small = Size(columns: 8, rows: 3)
    run([.resize(small), nil, .key("?")]) { _, _, session in
      #expect(session.frames.count == 4)
      #expect(session.frames[1].size == small)
      #expect(session.frames[3].size == small)
    }
  }

  @Test func `an answer has been given to the journal before its verdict is drawn`() throws {
    let question = Question(
      id: QuestionID(bank: "b", question: "q"), stem: "Which?",
      format: .choices([
        Choice(text: "This", isRight: true), Choice(text: "That", isRight: false, staysLast: true),
      ]))
    let bank = QuestionBank(id: "b", title: "Bank", questions: [question])
    let keys: [InputEvent] = [.key("1"), .key(.enter)]
    run(keys, catalog: QuestionCatalog(banks: [bank])) { _, effects, session in
      #expect(effects.appended.count == 1)
      guard case .answer(let answer) = effects.appended.first else {
        Issue.record("\(effects.appended) is no answer")
        return
      }
      #expect(answer.isRight)
      let texts = session.frames.map { frame in
        (0..<frame.size.rows).map { frame.buffer.text(row: $0) }.joined(separator: "\n")
      }
      #expect(texts.map { $0.contains("Right.") } == [false, false, true])
    }
  }

  @Test func `redrawing and suspending reach the terminal`() {
    run([.key(.control("l")), .key(.control("z"))]) { _, _, session in
      #expect(session.redraws == 1)
      #expect(session.suspensions == 1)
    }
  }

  @Test func `the appearance of the settings is there from the first frame on`() {
    run([], appearance: AppearanceSettings(theme: "night", mouse: true)) { _, _, session in
      #expect(session.theme?.name == "night")
      let isMouseOn = session.isMouseOn
      #expect(isMouseOn)
    }
  }

  @Test func `a theme that can't be shown is said, and nothing else happens`() {
    var effects = RecordingEffects()
    effects.themeProblem = .unknown(name: "nihgt", nearest: "night")
    run([], effects: effects) { ending, _, session in
      #expect(session.theme == nil)
      #expect(session.frames.count == 1)
      #expect(ending == .closed)
    }
  }

  @Test func `what is not saved is tried again whenever time passes`() {
    var effects = RecordingEffects()
    effects.unsaved = 2
    run([nil, .key("x"), nil, nil], effects: effects) { _, effects, _ in
      #expect(effects.retries == 2)
      #expect(!effects.hasUnsaved)
    }
  }
}

extension EventLoopTests {
  @Test func `the terminal is lent while a question is edited, and only then`() {
    let bank = QuestionBank(
      id: "b", title: "B",
      questions: [
        Question(
          id: QuestionID(bank: "b", question: "q"), stem: "Which?", format: .answer(["this"]))
      ])
    let settled = Event(
      id: EventID(writer: "test", sequence: 0), time: LocalTime(at: Self.start, offsetMinutes: 0),
      content: .settings(StudySettings()))
    run(
      (["b", "e", "?"] as [Key]).map { .key($0) }, catalog: QuestionCatalog(banks: [bank]),
      learner: LearnerState(replaying: [settled]), start: .home
    ) { _, effects, session in
      #expect(effects.edited.map(\.description) == ["b/q"])
      #expect(!session.isLent && session.loans == 1)
    }
  }

  @Test func `what a worker has to say wakes the loop and reaches the screen`() {
    let keys: [InputEvent?] = ([",", .end, "k", "k", "k", "k", .enter] as [Key]).map { .key($0) }
    run(keys + [.wake]) { _, effects, session in
      #expect(effects.fits.count == 1)
      let rows = session.frames.last.map { frame in
        (0..<frame.buffer.size.rows).map { frame.buffer.text(row: $0) }
      }
      #expect(rows?.contains { $0.contains("fitting, 42 %") } == true)
    }
    run(keys + [.key("q")]) { _, effects, session in
      #expect(effects.fits.last == .cancel)
    }
  }
}

/// Carries nothing out and notes what it was asked for.
struct RecordingEffects: EffectRunning {
  var appended: [EventContent] = []
  var exams: [ExamEffect] = []
  var fits: [FitEffect] = []
  var replays = 0
  var saved: [AppearanceSettings] = []
  var themeProblem: ThemeProblem?
  var unsaved = 0
  var retries = 0

  mutating func append(_ content: EventContent, at time: LocalTime) -> [Message] {
    appended.append(content)
    let id = EventID(writer: "test", sequence: appended.count)
    return [.recorded(Event(id: id, time: time, content: content))]
  }

  mutating func run(_ effect: ExamEffect, at clock: Clock) -> [Message] {
    exams.append(effect)
    return []
  }

  mutating func run(_ effect: FitEffect) -> [Message] {
    fits.append(effect)
    return []
  }

  var watched: Int32? { fits.last.map { $0 == .cancel ? nil : 7 } ?? nil }

  mutating func awoken() -> [Message] { [.fit(.progress(percent: 42))] }

  func noteKey(at time: Timestamp) {}

  mutating func lookAround() -> [Message] { [] }

  mutating func replay() -> [Message] {
    replays += 1
    return []
  }

  mutating func run(_ request: StatisticsRequest) -> [Message] { [] }

  var edited: [QuestionID] = []

  mutating func edit(_ question: QuestionID, lending: (() -> Void) -> Void) -> [Message] {
    lending { edited.append(question) }
    return []
  }

  mutating func save(_ appearance: AppearanceSettings) -> [Message] {
    saved.append(appearance)
    return []
  }

  func theme(named name: String) throws(ThemeProblem) -> Theme {
    if let themeProblem { throw themeProblem }
    return Theme(name: name, [:])
  }

  var hasUnsaved: Bool { unsaved > 0 }

  mutating func retry() -> [Message] {
    retries += 1
    unsaved -= 1
    return [.saving(problem: unsaved > 0 ? "The disk is full." : nil)]
  }
}
