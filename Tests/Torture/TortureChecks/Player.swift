import FSRS
import TerminalUI
import TestSupport

/// A learner at a terminal: looks at the screen, picks something to do, does it.
struct Player {
  /// What was done, in order.
  private(set) var acts: [Act] = []
  /// How often the program was seen to wait for the learner.
  private(set) var hasReachedScreen = false
  /// What went wrong, other than the program's death.
  private(set) var trouble: String?

  private let terminal: Terminal
  private let plan: KillPlan
  private var random: SplitMix64
  /// The question on the screen, and how its answer counts.
  private var question = ""
  private var wasRight = false
  private var rating: Int?
  /// In plain lines: behind which byte the present question was asked.
  private var asked = 0
  /// Whether the learner is on the way out.
  private var isLeaving = false

  init(_ terminal: Terminal, plan: KillPlan, random: SplitMix64) {
    self.terminal = terminal
    self.plan = plan
    self.random = random
  }

  /// What is on the screen.
  private enum Place {
    case firstStart, home, question, feedback, summary, settings, plain, unknown
  }

  private static let right = "✓ Right"
  private static let wrong = "✗ Not right"

  private var place: Place {
    if plan.play == .plain { return .plain }
    let text = terminal.screen.text
    if text.contains(Self.right) || text.contains(Self.wrong) { return .feedback }
    // It names the questions that were answered wrong.
    if text.contains(" right in ") { return .summary }
    if text.contains("What is right here?") { return .question }
    if text.contains("Aim to remember") { return .settings }
    if text.contains("Today   ") || text.contains("Done for today") { return .home }
    let steps = ["Which subjects do you", "Which exam are you", "When is the exam?"]
    return steps.contains(where: text.contains) ? .firstStart : .unknown
  }

  /// Plays until the program is dead.
  mutating func play() {
    while trouble == nil, terminal.program.status(within: 0) == nil {
      let place = waitForPlace()
      switch place {
      case .unknown: break
      case .firstStart:
        answerFirstStart()
      case .home: atHome()
      case .question: atQuestion()
      case .feedback: atFeedback()
      case .summary:
        if isLeaving || random.number(below: 6) == 0 {
          leave()
        } else {
          press("\r") { !$0.screen.text.contains(" right in ") }
        }
      case .settings: inSettings()
      case .plain: inLines()
      }
    }
    // What came just before the end counts as well.
    terminal.look(for: 0)
    for index in acts.indices where !acts[index].wasShown {
      acts[index].wasShown = acts[index].isShown(terminal)
    }
  }

  /// The question of the first start that a screen asks.
  private static func step(of screen: VirtualScreen) -> String {
    ["Which subjects do you", "Which exam are you", "When is the exam?"]
      .first { screen.text.contains($0) } ?? "?"
  }

  private mutating func waitForPlace() -> Place {
    guard plan.play != .plain else {
      let asked = asked
      switch terminal.wait(until: { Self.plainQuestion(of: $0, from: asked) != nil }) {
      case .met: hasReachedScreen = true
      case .timedOut: trouble = "no question came:\n\(terminal.screen.text)"
      case .ended: return .unknown
      }
      return .plain
    }
    let player = self
    let outcome = terminal.wait { _ in player.place != .unknown }
    if outcome == .timedOut { trouble = "an unknown screen:\n\(terminal.screen.text)" }
    if outcome == .met { hasReachedScreen = true }
    // Of the screen before, something may still be there.
    terminal.settle()
    return place
  }

  // MARK: Screens

  private mutating func answerFirstStart() {
    let step = Self.step(of: terminal.screen)
    if step == "When is the exam?" {
      // What was chosen is recorded before the home screen opens.
      act(Act(.settings, ["settings"], isShown: Self.isHome), typing: "\r")
    } else {
      press("\r") { !$0.screen.text.contains(step) }
    }
  }

  private mutating func atHome() {
    if isLeaving { return leave() }
    switch random.number(below: 10) {
    case 0..<5: press("\r") { !Self.isHome($0) || $0.screen.text.contains("Nothing is due") }
    case 5, 6: press("p") { !Self.isHome($0) }
    case 7 where random.number(below: 3) == 0: leave()
    default: press(",") { !Self.isHome($0) }
    }
  }

  private static func isHome(_ terminal: Terminal) -> Bool {
    let text = terminal.screen.text
    return (text.contains("Today   ") || text.contains("Done for today"))
      && !text.contains("Which subjects")
  }

  private mutating func atQuestion() {
    readQuestion()
    if isLeaving { return leave() }
    switch random.number(below: 30) {
    case 0, 1: flag()
    case 2: press("\t") { $0.screen.text.contains("Set aside") || !Self.isQuestion($0) }
    case 3 where random.number(below: 5) == 0: leave()
    default: answer()
    }
  }

  private static func isQuestion(_ terminal: Terminal) -> Bool {
    terminal.screen.text.contains("What is right here?")
  }

  private mutating func readQuestion() {
    let text = terminal.screen.text
    guard let start = text.firstRange(of: "What is right here? ")?.upperBound else { return }
    question = "plain/Q\(text[start...].prefix { $0.isNumber })"
  }

  private mutating func answer() {
    let isRight = random.number(below: 4) > 0
    let row = isRight ? "1" : "2"
    let confidence = ["\r", "\r", "c", "u", "g"][random.number(below: 5)]
    if random.number(below: 2) == 0 {
      press(row) { $0.screen.text.contains("(x)") }
      if hasEnded { return }
      act(answerAct(isRight, confidence), typing: confidence)
    } else {
      act(answerAct(isRight, confidence), typing: row + confidence)
    }
  }

  private mutating func answerAct(_ isRight: Bool, _ confidence: String) -> Act {
    wasRight = isRight
    // Practice doesn't count the second answer of a day.
    rating =
      plan.play == .study ? (!isRight || confidence == "g" ? 1 : confidence == "u" ? 2 : 3) : nil
    let verdict = isRight ? Self.right : Self.wrong
    return Act(.answer, ["answer"], question: question, isRight: isRight, rating: rating) {
      $0.screen.text.contains(verdict)
    }
  }

  private mutating func atFeedback() {
    if isLeaving { return leave() }
    switch random.number(below: 20) {
    case 0, 1: undo()
    case 2, 3, 4: correct()
    case 5: flag()
    case 6: reportQuestion()
    case 7: suspend()
    default: goOn()
    }
  }

  private mutating func goOn() {
    // It takes no Enter before that.
    terminal.look(for: 310)
    if hasEnded { return }
    press("\r") { !$0.screen.text.contains(Self.right) && !$0.screen.text.contains(Self.wrong) }
  }

  private mutating func undo() {
    act(Act(.undo, ["undo"]) { $0.screen.text.contains("Taken back") }, typing: "z")
  }

  private mutating func correct() {
    guard let old = rating else { return goOn() }
    let new = 1 + random.number(below: 4)
    if new == old { return goOn() }
    let names = ["again", "hard", "good", "easy"]
    let shown = "Counted as \(names[new - 1])"
    terminal.look(for: 310)
    if hasEnded { return }
    let rate = Act(.rate, ["rate"], rating: new) { $0.screen.text.contains(shown) }
    if wasRight || new == 1 {
      act(rate, typing: "\(new)")
    } else {
      press("\(new)") { $0.screen.text.contains("all the same?") }
      if hasEnded { return }
      act(rate, typing: "y")
    }
    rating = new
  }

  private mutating func flag() {
    let texts = ["Flagged.", "The flag is gone."]
    act(
      Act(.flag, ["flag", "unflag"], question: question, isShown: newText(of: texts)), typing: "f")
  }

  private mutating func suspend() {
    let texts = ["Won't be asked again", "Will be asked again"]
    act(
      Act(.suspend, ["suspend", "unsuspend"], question: question, isShown: newText(of: texts)),
      typing: "s")
  }

  /// Whether one of the texts is seen that is not seen now.
  private func newText(of texts: [String]) -> (Terminal) -> Bool {
    let now = terminal.screen.text
    let awaited = texts.filter { !now.contains($0) }
    return { terminal in awaited.contains { terminal.screen.text.contains($0) } }
  }

  private mutating func reportQuestion() {
    press("!") { $0.screen.text.contains("What is wrong with this question?") }
    if hasEnded { return }
    let text = "no. \(random.number(below: 1_000_000))"
    terminal.type(text)
    act(
      Act(.report, ["report"], question: question, text: text) {
        $0.screen.text.contains("Your report is kept")
      }, typing: "\r")
  }

  private mutating func inSettings() {
    if isLeaving || random.number(below: 3) == 0 {
      return press("q") { Self.isHome($0) }
    }
    press("\u{1b}[H") { Self.row("New questions a day", of: $0).contains("→") }
    if hasEnded { return }
    if random.number(below: 2) == 0 {
      // Kept in the settings of appearance, of which the journal knows nothing.
      press("\u{1b}[F") { Self.row("Plain lines", of: $0).contains("▸") }
      if hasEnded { return }
      press("k") { Self.row("Mouse", of: $0).contains("▸") }
      if hasEnded { return }
      let old = Self.row("Mouse", of: terminal)
      return press("\r") { Self.row("Mouse", of: $0) != old }
    }
    let old = Self.row("New questions a day", of: terminal)
    press("l") { Self.row("New questions a day", of: $0) != old }
    if hasEnded { return }
    // The event is recorded before the mark is seen on the next row.
    act(
      Act(.settings, ["settings"]) { Self.row("Reviews a day", of: $0).contains("▸") },
      typing: "j")
  }

  private static func row(_ name: String, of terminal: Terminal) -> String {
    terminal.screen.lines.first { $0.contains(name) } ?? ""
  }

  private mutating func leave() {
    isLeaving = true
    startLastCount()
    let before = terminal.screen.text
    press("q") { $0.screen.text != before }
  }

  // MARK: Lines

  /// The first question that was asked in plain lines behind a byte, once it is whole.
  private static func plainQuestion(of terminal: Terminal, from start: Int) -> String? {
    let text = String(decoding: terminal.received[start...], as: UTF8.self)
    guard let start = text.firstRange(of: "Question ")?.upperBound else { return nil }
    let rest = text[start...]
    guard rest.contains("Choose one."), let name = rest.firstRange(of: "plain/Q") else {
      return nil
    }
    return String(rest[name.lowerBound...].prefix { $0 != " " })
  }

  private mutating func inLines() {
    guard let question = Self.plainQuestion(of: terminal, from: asked) else { return }
    self.question = question
    let before = terminal.received.count
    func isShown(_ texts: [String]) -> (Terminal) -> Bool {
      { terminal in
        // A carriage return and a line feed would be one character.
        let text = String(
          decoding: terminal.received[before...].filter { $0 != 0x0D }, as: UTF8.self)
        return texts.contains { text.contains("\n\($0)") }
      }
    }
    if isLeaving || random.number(below: 60) == 0 {
      isLeaving = true
      startLastCount()
      return press(":q\n") { _ in false }
    }
    switch random.number(below: 12) {
    case 0:
      act(
        Act(
          .flag, ["flag", "unflag"], question: question,
          isShown: isShown(["Flagged.", "The flag is"])),
        typing: ":flag\n")
    case 1:
      let text = "no. \(random.number(below: 1_000_000))"
      act(
        Act(.report, ["report"], question: question, text: text, isShown: isShown(["Noted: "])),
        typing: ":report \(text)\n")
    case 2 where acts.last?.kind == .answer:
      act(Act(.undo, ["undo"], isShown: isShown(["Your answer to "])), typing: ":undo\n")
      asked = before
    default:
      let isRight = random.number(below: 4) > 0
      let suffix = ["", "", " :c", " :u", " :g"][random.number(below: 5)]
      act(
        Act(
          .answer, ["answer"], question: question, isRight: isRight,
          isShown: isShown([isRight ? "Right." : "Wrong."])),
        typing: (isRight ? "1" : "2") + suffix + "\n")
      asked = before
    }
  }

  // MARK: Doing

  private var hasEnded: Bool { trouble != nil || terminal.program.status(within: 0) != nil }

  /// Types keys and waits for what they do on the screen.
  private mutating func press(_ keys: String, until isDone: (Terminal) -> Bool) {
    terminal.type(keys)
    if terminal.wait(until: isDone) == .timedOut {
      trouble = "nothing came of \(keys.debugDescription):\n\(terminal.screen.text)"
    }
  }

  /// Does something that the journal keeps, and waits until the screen shows that it is done.
  private mutating func act(_ act: Act, typing keys: String) {
    acts.append(act)
    let index = acts.count - 1
    switch plan.moment {
    case .afterKey where acts.count == plan.acts: doom()
    case .leaving where acts.count == plan.acts: isLeaving = true
    default: break
    }
    terminal.type(keys)
    switch terminal.wait(until: act.isShown) {
    case .met: acts[index].wasShown = true
    case .ended: break
    case .timedOut:
      trouble = "\(keys.debugDescription) was not confirmed:\n\(terminal.screen.text)"
    }
  }

  private func startLastCount() {
    if plan.moment == .leaving, terminal.doom == nil { doom() }
  }

  private func doom() {
    terminal.doom = ContinuousClock.now.advanced(by: .microseconds(plan.delay))
  }
}
