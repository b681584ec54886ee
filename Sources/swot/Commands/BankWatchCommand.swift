import ArgumentParser
import NcursesTerminal
import PracticeCore
import PracticeUI
import QuestionBankFormat
import TerminalUI

/// `swot bank watch`: a bank as learners will see it, while it is being written.
struct BankWatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Show a bank as learners will see it, whenever you save it.",
    discussion: """
      Keep it open beside your editor: as soon as a file of the bank is saved, the question that you \
      changed is shown, with all that is wrong. Enter turns between the question and its answer. \
      Nothing is practised and nothing recorded. Without a terminal, or with --plain, each change is \
      printed as lines.

      Example:

        swot bank watch my-bank.yaml
      """)

  @Argument(help: "A bank: a file or a folder.", completion: .file())
  var path: String

  @Flag(help: "Print plain lines instead of opening a screen.")
  var plain = false

  /// Watches until the author leaves.
  func run() throws {
    try reportingFailures {
      let clock = try Clock.named(Environment.process["SWOT_CLOCK"])
      let watch = try BankWatch(path, clock: clock)
      let first = watch.look(since: nil)
      let file = AppearanceFile(.process)
      let appearance = (try? file?.read().0) ?? AppearanceSettings()
      if !plain, !appearance.plain {
        do {
          let ending = try show(watch, first, appearance, clock)
          if ending != .left { throw ending.exitCode }
          return
        } catch let obstacle as TerminalOpeningError {
          try obstacle.explain()
        }
      }
      try runPlainly(watch, first)
    }
  }

  private func show(
    _ watch: BankWatch, _ first: WatchedBank, _ appearance: AppearanceSettings, _ clock: Clock
  ) throws(TerminalOpeningError) -> LoopEnding {
    var session = try NcursesSession()
    let themes = ThemeLibrary(.process)
    let state = AppState(
      catalog: QuestionCatalog(banks: []), blueprints: [], learner: LearnerState(),
      appearance: appearance, symbols: Practice.symbols(session.capabilities.charset),
      themes: themes.names, size: session.size, time: clock.now, clock: clock.reading,
      seed: Practice.seed(), start: .watch(first))
    var loop = EventLoop(
      state: state, effects: WatchEffects(watch, first: first, themes: themes), clock: clock)
    return loop.run(on: &session, appearance: appearance)
  }

  private func runPlainly(_ watch: BankWatch, _ first: WatchedBank) throws {
    let folders = FolderWatch(watch.folders)
    var bank = first.bank
    try print(first)
    while true {
      guard folders.wait() else { continue }
      let news = watch.look(since: bank)
      if news.bank != nil { bank = news.bank }
      try print(news)
    }
  }

  private func print(_ watched: WatchedBank) throws(WriteFailure) {
    let questions = watched.bank.map { $0.questions.count }
    let errors = watched.findings.count(where: \.isError)
    let warnings = watched.findings.count - errors
    func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    try StandardStream.output.writeLine(
      "\(watched.time) \(questions.map { counted($0, "question") } ?? "unreadable"), "
        + "\(counted(errors, "error")), \(counted(warnings, "warning"))")
    for finding in watched.findings {
      try StandardStream.output.writeLine(
        "\(finding.place): \(finding.isError ? "error" : "warning"): \(finding.message)")
    }
    guard let bank = watched.bank, let changed = watched.changed,
      let question = bank.questions.first(where: { $0.id == changed })
    else { return }
    for line in QuestionText(question, in: bank).lines {
      try StandardStream.output.writeLine(line)
    }
  }
}
