import NcursesTerminal
import PracticeCore
import PracticeUI
import ProgressStore
import QuestionBankFormat
import TerminalUI

/// From a key to the finished frame, at 200 × 60: update, view, and ncurses writing what changed.
///
/// What is left out is what Swot has no hand in: the terminal, which only takes the bytes, and the
/// disk, which ``SavingRows`` measures.
struct KeyRows {
  /// An empty folder.
  let folder: String

  private static let bound = 2.0
  private static let size = Size(columns: 200, rows: 60)

  /// A screen, the keys that lead to it from home, and those that are then typed again and again.
  private struct Scene {
    var name: String
    var way: [Key]
    var keys: [Key]
    /// Whether some of the keys answer questions.
    var answers = false
  }

  private static let scenes = [
    Scene(
      name: "study", way: [.enter],
      keys: [
        "j", "j", "k", "x", "j", " ", "1", "2", .enter, .enter, .pageDown, "o", .pageUp, .enter,
      ], answers: true),
    Scene(
      name: "exam", way: ["e", .enter, .enter],
      keys: [
        "1", "j", "x", "f", "l", "2", "k", " ", "l", "h", "r", "j", "l", "o", "a", .enter,
        .pageDown, .pageUp, "t", "t",
      ], answers: true),
    Scene(
      name: "browse", way: ["b"],
      keys: [
        "j", "j", .pageDown, "k", .pageUp, .end, .home, .tab, .tab, "/", "k", "e", "y", .backspace,
        .escape, .escape, .enter, "j", .pageDown, "q",
      ]),
    Scene(
      name: "notes", way: ["n"],
      keys: [.pageDown, "j", "j", .pageUp, "k", .end, .home, .tab, .enter, .pageDown, "q", "n"]),
    Scene(
      name: "home", way: [], keys: ["j", "j", "k", .end, .home, "?", "j", "q", ",", "j", "q"]),
  ]

  /// Measures each screen in a terminal of its own.
  func measure() throws(BenchmarkFailure) -> [Row] {
    try Material.make(.start, at: folder + "/swot")
    var rows: [Row] = []
    for scene in Self.scenes {
      let result = "\(folder)/\(scene.name)"
      var command = Command.role(.keys, [folder + "/swot", result, scene.name])
      command.environment["TERM"] = "xterm-256color"
      command.environment["LC_ALL"] = "C.UTF-8"
      let terminal = try PseudoTerminal(
        command, columns: Self.size.columns, rows: Self.size.rows)
      guard terminal.waitForEnd(milliseconds: 120_000) == 0,
        let text = try? contents(of: result)
      else { throw BenchmarkFailure("no keys could be typed on the screen '\(scene.name)'") }
      let numbers = String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
        line.split(separator: " ").compactMap { Double($0) }
      }
      let times = Sample(numbers.map { $0[0] })
      let processor = Sample(numbers.map { $0[1] })
      let slow = times.percentile(99)
      rows.append(
        Row(
          what: "key to finished frame at 200 × 60, \(scene.name)",
          figure:
            "\(decimal(slow)) ms (median \(decimal(times.median)), most \(decimal(times.most)))",
          reference: "of it the processor \(decimal(processor.percentile(99))) ms",
          ratio: slow / Self.bound, bound: "99 % under 2 ms",
          verdict: slow < Self.bound ? .met : .missed))
    }
    return rows
  }

  // MARK: - In the terminal

  /// Types keys on one screen and writes what each took, in milliseconds, into a file.
  static func typeKeys(_ arguments: [String]) throws {
    guard arguments.count == 3, let scene = scenes.first(where: { $0.name == arguments[2] }) else {
      throw BenchmarkFailure("which keys?")
    }
    let paths = ProgressPaths(data: arguments[0] + "/data", state: arguments[0] + "/state")
    let banks = try Material.banks.compactMap { id in
      try bank(inFolder: "\(arguments[0])/banks/\(id)")
    }
    var session = try NcursesSession(theme: theme)
    var typist = Typist(
      state: AppState(
        catalog: QuestionCatalog(banks: banks), blueprints: [blueprint(of: banks)],
        learner: try ProgressFolder.read(paths).state, appearance: AppearanceSettings(),
        symbols: .of(session.capabilities.charset), themes: ["standard"], size: session.size,
        time: LocalTime(at: MadeJournal.now, offsetMinutes: 60), seed: 7, start: .home))
    session.draw(typist.state.view())
    for key in scene.way { _ = typist.type(key, on: &session) }
    var times: [String] = []
    while times.count < 5_000 {
      let hasEnded = typist.hasEnded
      if hasEnded { typist.start() }
      for key in hasEnded ? scene.way : [] { _ = typist.type(key, on: &session) }
      for key in scene.keys where !typist.hasEnded {
        times.append(typist.type(key, on: &session))
      }
    }
    if scene.answers, typist.events < 100 {
      throw BenchmarkFailure("the keys of the screen '\(scene.name)' answered nothing")
    }
    var file = try OutputFile(arguments[1])
    try file.write(times.joined(separator: "\n"))
    try file.close()
  }

  private static func bank(inFolder folder: String) throws -> QuestionBank? {
    var names = ["bank.yaml"]
    for domain in 1...MadeBank.domains { names += ["d\(domain).yaml", "notes/d\(domain).md"] }
    let files = try names.map { name in
      SourceFile(name: "\(folder)/\(name)", bytes: try contents(of: "\(folder)/\(name)"))
    }
    return QuestionBankReader.read(files).bank
  }

  /// An exam on all banks, of 65 questions.
  private static func blueprint(of banks: [QuestionBank]) -> Blueprint {
    Blueprint(
      id: "mock", title: "Mock exam", questions: 65, unscored: 15, minutes: 600,
      scale: .scaled(from: 100, to: 1000, pass: 720, cut: 0.72),
      sections: banks.map { BlueprintSection(title: $0.title, weight: 1, from: [$0.id]) })
  }

  /// As many colours as the themes of Swot have.
  private static var theme: Theme {
    var appearances: [Role: Appearance] = [:]
    for (index, role) in Role.allCases.enumerated() {
      appearances[role] = Appearance(
        foreground: Colour(UInt32(0x5f87d7 + index * 16), basic: 4),
        emphasis: index % 3 == 0 ? .bold : [])
    }
    return Theme(name: "measuring", appearances)
  }
}

/// Types keys and does what the event loop does, but for the disk.
private struct Typist {
  var state: AppState
  private let first: AppState
  private var time = LocalTime(at: MadeJournal.now, offsetMinutes: 60)
  /// How many events were recorded.
  private(set) var events = 0
  private(set) var hasEnded = false

  init(state: AppState) {
    self.state = state
    first = state
  }

  /// Begins anew at the first screen.
  mutating func start() {
    state = first
    hasEnded = false
  }

  /// Types a key; from there to the finished frame, in milliseconds, and of that the processor's.
  mutating func type(_ key: Key, on session: inout NcursesSession) -> String {
    // As a person would: no key comes while the feedback doesn't take it yet.
    time.at = time.at.advanced(byMilliseconds: 1_000)
    let stopwatch = Stopwatch()
    var messages = [Message.input(.key(key))]
    while !messages.isEmpty {
      for effect in state.update(messages.removeFirst(), at: time) {
        switch effect {
        case .append(let content): messages.append(recorded(content))
        case .exam(let effect): messages += carryOut(effect)
        case .redraw: session.redrawAll()
        case .quit: hasEnded = true
        case .edit, .fit, .lookAhead, .replay, .saveAppearance, .setMouse, .setTheme, .statistics,
          .suspend:
          break
        }
      }
    }
    session.draw(state.view())
    return "\(stopwatch.milliseconds) \(stopwatch.processorMilliseconds)"
  }

  private mutating func recorded(_ content: EventContent) -> Message {
    events += 1
    let id = EventID(writer: "typist", sequence: events)
    return .recorded(Event(id: id, time: time, content: content))
  }

  /// Sits an exam without a disk.
  private mutating func carryOut(_ effect: ExamEffect) -> [Message] {
    let now = ClockReading(wallOnly: time.at)
    switch effect {
    case .begin(let paper, let terms, let candidate):
      guard let attempt = AttemptID("measured") else { return [] }
      let start = ExamStart(
        attempt, paper: paper, terms: terms, hash: "", candidate: candidate, at: now)
      let sitting = ExamSitting(start, paper: paper, startedAt: time, at: now)
      return [recorded(.exam(.start(start))), .exam(.opened(sitting))]
    case .record(let events): return events.map { recorded(.exam($0)) }
    case .finish(let last, let finish, _):
      return [recorded(.exam(last)), recorded(.exam(.finish(finish)))]
    case .resume, .leave, .read, .writeResult, .writeReport: return []
    }
  }
}
