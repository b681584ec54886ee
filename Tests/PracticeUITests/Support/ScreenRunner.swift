import FSRS
import PracticeCore
import PracticeUI
import TerminalUI
import Testing

/// Runs the screens as the event loop does, with a journal in memory.
struct ScreenRunner: CustomTestStringConvertible {
  /// The screens.
  private(set) var state: AppState
  /// Now.
  private(set) var time: LocalTime
  /// The same moment on the machine's clocks.
  private(set) var clock: ClockReading
  /// What was written, in order.
  private(set) var journal: [Event]
  /// How often statistics were asked for, which no other effect tells.
  private(set) var askedStatistics = 0
  /// All other effects since the start, in order.
  private(set) var effects: [Effect] = []
  /// What carries out the effects of exams.
  var desk: ExamDesk
  /// The statistics of the journal, where they were computed before.
  var statistics: LearnerStatistics?
  /// Whether statistics are there at once; else they never come.
  let readsStatistics: Bool
  /// Why nothing reaches the disk; nil where it does.
  var problem: String?
  private let charset: Charset
  private let blueprints: [Blueprint]
  /// How long each key takes, in milliseconds.
  var pace: Int64 = 1000

  /// 09:00 on Mon 23 Nov 2026, one hour east of UTC.
  static let morning = LocalTime(
    at: Timestamp(milliseconds: 1_795_420_800_000), offsetMinutes: 60)

  /// Starts a program.
  init(
    _ start: StartScreen = .home, banks: [QuestionBank] = [Fixtures.bank],
    blueprints: [Blueprint] = [Fixtures.exam], history: [Event] = Fixtures.settled,
    desk: ExamDesk = ExamDesk(), size: Size = Size(columns: 80, rows: 24),
    charset: Charset = .unicode, time: LocalTime = morning, clock: ClockReading? = nil,
    seed: UInt64 = 7, readsStatistics: Bool = true
  ) {
    self.time = time
    self.readsStatistics = readsStatistics
    self.desk = desk
    self.charset = charset
    self.blueprints = blueprints
    let clock = clock ?? ClockReading(wall: time.at, running: 5_000_000, boot: "first boot")
    self.clock = clock
    journal = history
    state = AppState(
      catalog: QuestionCatalog(banks: banks), blueprints: blueprints,
      learner: LearnerState(replaying: history), appearance: AppearanceSettings(),
      symbols: .of(charset), themes: ["standard", "high-contrast", "plain"], size: size,
      time: time, clock: clock, seed: seed, start: start)
    carryOut(state.opening)
  }

  /// A program that is started anew, with the journal and the exams of this one.
  func restarted(
    _ start: StartScreen = .home, banks: [QuestionBank] = [Fixtures.bank], seed: UInt64 = 8
  ) -> ScreenRunner {
    ScreenRunner(
      start, banks: banks, blueprints: blueprints, history: journal, desk: desk,
      size: state.view().size, charset: charset, time: time, clock: clock, seed: seed)
  }

  /// What the learner's state is by the journal.
  var learner: LearnerState { LearnerState(replaying: journal) }

  /// The answers written, in order, those taken back included.
  var answers: [AnswerRecord] {
    journal.compactMap { if case .answer(let record) = $0.content { record } else { nil } }
  }

  /// What the screen shows, row by row, without blanks at the ends.
  var screen: [String] {
    let buffer = state.view().buffer
    return (0..<buffer.size.rows).map { buffer.text(row: $0) }
  }

  var testDescription: String { "\n" + screen.joined(separator: "\n") + "\n" }

  /// Whether some row of the screen holds the text.
  func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }

  /// Lets time pass; where negative, only the clock on the wall goes back.
  mutating func wait(milliseconds: Int64) {
    if milliseconds > 0 { clock = clock.advanced(byMilliseconds: milliseconds) }
    setWall(milliseconds: milliseconds > 0 ? 0 : milliseconds)
    time.at = clock.wall
  }

  /// Somebody sets the clock on the wall, forward where positive.
  mutating func setWall(milliseconds: Int64) {
    clock.wall = clock.wall.advanced(byMilliseconds: milliseconds)
    time.at = clock.wall
  }

  /// Lets time pass as in the loop: with a tick whenever one is wanted.
  mutating func tick(milliseconds: Int64) {
    var left = milliseconds
    while left > 0 {
      let step = min(left, state.tickInterval.map(Int64.init) ?? left)
      wait(milliseconds: max(1, step))
      left -= max(1, step)
      send(.tick)
    }
  }

  /// Sends a message and carries out what comes back.
  mutating func send(_ message: Message) {
    var waiting = [message]
    while !waiting.isEmpty {
      waiting += run(state.update(waiting.removeFirst(), at: time, clock: clock))
    }
  }

  /// Carries effects out, and what comes of them.
  private mutating func carryOut(_ effects: [Effect]) {
    for message in run(effects) { send(message) }
  }

  private mutating func run(_ effects: [Effect]) -> [Message] {
    self.effects += effects.filter { if case .statistics = $0 { false } else { true } }
    var waiting: [Message] = []
    for effect in effects {
      switch effect {
      case .append(let content):
        let id = EventID(writer: "test", sequence: journal.count)
        let event = Event(
          id: id, time: state.learner.time(toRecord: content, at: time), content: content)
        journal.append(event)
        if let problem { waiting.append(.saving(problem: problem)) }
        waiting.append(.recorded(event))
      case .replay: waiting.append(.learnerReplaced(LearnerState(replaying: journal)))
      case .exam(let effect):
        waiting += desk.run(effect, journal: &journal, at: time, clock: clock)
      case .lookAhead:
        let plan = ExamPlan(
          of: state.learner, in: state.catalog, blueprints: blueprints, at: time)
        waiting.append(.outlook(plan.map { ExamOutlook(of: $0) }))
      case .statistics(let request):
        askedStatistics += 1
        guard readsStatistics else { break }
        let statistics = statistics ?? request.statistics(of: journal)
        waiting.append(.statistics(statistics, request.key))
      case .fit, .edit, .saveAppearance, .setMouse, .setTheme, .redraw, .suspend, .quit: break
      }
    }
    return waiting
  }

  /// Presses a key.
  mutating func press(_ key: Key) {
    wait(milliseconds: pace)
    send(.input(.key(key)))
  }

  /// Presses keys written as a script: characters stand for themselves, others are named, as in
  /// `jj<enter>`.
  mutating func press(_ script: String) {
    for key in Key.script(script) { press(key) }
  }
}

extension Key {
  /// Reads a script of keys; what is between `<` and `>` and no name of a key stands for itself.
  static func script(_ text: String) -> [Key] {
    let names: [String: Key] = [
      "enter": .enter, "esc": .escape, "space": " ", "tab": .tab, "up": .up, "down": .down,
      "left": .left, "right": .right, "pgup": .pageUp, "pgdn": .pageDown, "home": .home,
      "end": .end, "bs": .backspace, "s-up": .shiftUp, "s-down": .shiftDown,
      "c-c": .control("c"), "c-l": .control("l"), "c-z": .control("z"),
    ]
    var keys: [Key] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"),
        let key = names[String(rest[rest.index(after: rest.startIndex)..<end])]
      {
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    return keys
  }
}
