import FSRS
import TestSupport

/// A candidate at a terminal: looks at the exam, picks something to do, does it.
struct ExamCandidate {
  /// What may be shown when the exam is next seen: what was seen last, and what the last key makes
  /// of it.
  private(set) var expected: [ExamModel]
  /// Whether the end was asked for, and whether it was seen.
  private(set) var hasAskedForEnd = false
  private(set) var hasSeenEnd = false
  /// Whether the exam was seen at all.
  private(set) var hasSeenExam = false
  /// Whether Enter was pressed to begin.
  private(set) var hasAskedToBegin = false
  /// What went wrong, other than the program's death.
  private(set) var trouble: String?
  /// What the clock showed when the exam was first seen, and when that was.
  private(set) var clock: (left: Int, at: ContinuousClock.Instant)?
  /// The last moment at which something was seen to be done.
  private(set) var lastDone: ContinuousClock.Instant?
  /// What was done and seen to be done.
  private(set) var done: [ExamTortureReport.Act: Int] = [:]
  /// How many pages were compared with what they were before.
  private(set) var compared = 0

  private let terminal: Terminal
  private let plan: ExamKillPlan
  private var random: SplitMix64
  private var acts = 0
  private var isDoomed = false
  /// In lines: behind which byte the last answer of the program begins.
  private var start = 0

  private var isInLines: Bool { plan.face == .lines }

  init(
    _ terminal: Terminal, plan: ExamKillPlan, expecting expected: [ExamModel], random: SplitMix64
  ) {
    self.terminal = terminal
    self.plan = plan
    self.expected = expected
    self.random = random
  }

  // MARK: - Playing

  /// Plays until the program is dead.
  mutating func play(begins: Bool) {
    if begins { begin() }
    look()
    while !hasEnded, let model = expected.first, expected.count == 1 {
      acts += 1
      if plan.moment == .ending, acts > plan.acts {
        end()
      } else {
        act(on: model)
      }
    }
    terminal.look(for: 0)
  }

  private var hasEnded: Bool {
    trouble != nil || hasSeenEnd || terminal.program.status(within: 0) != nil
  }

  private mutating func begin() {
    let isReady: (Terminal) -> Bool =
      isInLines
      ? { Self.text($0).contains("Enter starts") } : { $0.screen.text.contains("no time runs yet") }
    guard wait("the rules", isReady) else { return }
    // A screen that has just come takes no Enter.
    if !isInLines { terminal.look(for: 600) }
    if hasEnded { return }
    hasAskedToBegin = true
    terminal.type(isInLines ? "\n" : "\r")
  }

  /// Looks at the exam for the first time in this session.
  private mutating func look() {
    if hasEnded { return }
    var view: ExamView?
    let isInLines = isInLines
    guard
      wait(
        "the exam",
        { terminal in
          view = Self.view(of: terminal, isInLines: isInLines, from: 0)
          return view != nil
        })
    else { return }
    terminal.settle()
    guard let view = Self.view(of: terminal, isInLines: isInLines, from: 0) ?? view else { return }
    hasSeenExam = true
    lastDone = .now
    if let left = view.left { clock = (left, .now) }
    if expected.isEmpty {
      expected = [ExamModel(number: view.number, pages: [:]).seeing(view)]
      if view.number != 1 || view.page != view.page.bare {
        trouble = "it did not begin with an empty first question: \(view)"
      }
      return
    }
    guard let found = expected.first(where: { $0.difference(from: view) == nil }) else {
      let differences = expected.compactMap { $0.difference(from: view) }
      trouble = differences.joined(separator: ", nor: ")
      return
    }
    compared += 1
    expected = [found.seeing(view)]
  }

  private static func view(of terminal: Terminal, isInLines: Bool, from start: Int) -> ExamView? {
    isInLines
      ? ExamView(lines: text(terminal, from: start)) : ExamView(screen: terminal.screen.lines)
  }

  private static func text(_ terminal: Terminal, from start: Int = 0) -> String {
    // A carriage return and a line feed would be one character.
    String(decoding: terminal.received[start...].filter { $0 != 0x0D }, as: UTF8.self)
  }

  /// Waits for something; false where the program ended before, or it didn't come.
  private mutating func wait(_ what: String, _ condition: (Terminal) -> Bool) -> Bool {
    switch terminal.wait(until: condition) {
    case .met: return true
    case .ended: return false
    case .timedOut:
      trouble = "\(what) did not come:\n\(isInLines ? Self.text(terminal) : terminal.screen.text)"
      return false
    }
  }

  // MARK: - Acting

  private mutating func act(on model: ExamModel) {
    switch random.number(below: 20) {
    case 0..<8: answer(model)
    case 8, 9: flag(model)
    case 10, 11: strike(model)
    case 12, 13: go(to: model.number - 1, typing: isInLines ? ":b\n" : "h", model)
    case 14:
      let number = 1 + random.number(below: ExamFiles.questions)
      go(to: number, typing: isInLines ? ":g \(number)\n" : nil, model)
    default: go(to: model.number + 1, typing: isInLines ? ":n\n" : "l", model)
    }
  }

  /// Types what makes `after` of what is shown, and waits until that is seen.
  ///
  /// - Parameters:
  ///   - act: What it is.
  ///   - keys: What is typed.
  ///   - afters: What may be shown from then on: all but the last only on the way.
  ///   - line: In lines, what is printed where the question isn't.
  private mutating func perform(
    _ act: ExamTortureReport.Act, typing keys: String, _ afters: [ExamModel], line: String? = nil
  ) {
    guard let after = afters.last else { return }
    expected += afters
    // Not every act comes to a key.
    if plan.moment == .afterKey, acts >= plan.acts { doom() }
    start = terminal.received.count
    terminal.type(keys)
    var view: ExamView?
    let (isInLines, start) = (isInLines, start)
    let isDone = wait("\(act.rawValue) by \(keys.debugDescription), \(after.page as Any)") {
      if isInLines, let line { return Self.text($0, from: start).contains("\n\(line)\n") }
      view = Self.view(of: $0, isInLines: isInLines, from: start)
      return view.map { after.difference(from: $0) == nil } ?? false
    }
    guard isDone else { return }
    lastDone = .now
    done[act, default: 0] += 1
    if act == .move, let view, after.pages[view.number] != nil { compared += 1 }
    expected = [view.map(after.seeing) ?? after]
    // Of a screen, something may still be on its way.
    terminal.settle(for: 5)
  }

  private mutating func go(to number: Int, typing keys: String?, _ model: ExamModel) {
    guard (1...ExamFiles.questions).contains(number), number != model.number else { return }
    leaveField(model)
    if hasEnded { return }
    if let keys { return perform(.move, typing: keys, [model.going(to: number)]) }
    terminal.type("r")
    guard wait("the review", { $0.screen.lines.first?.contains("Review") == true }) else { return }
    perform(.move, typing: "\(number)\r", [model.going(to: number)])
  }

  /// While text is typed, keys mean themselves.
  private mutating func leaveField(_ model: ExamModel) {
    guard !isInLines, model.page?.kind == .typed else { return }
    terminal.type("\u{1b}")
    // An Escape with a key at its heels would be another key.
    terminal.look(for: 60)
  }

  private mutating func flag(_ model: ExamModel) {
    guard let page = model.page else { return }
    leaveField(model)
    if hasEnded { return }
    perform(
      .flag, typing: isInLines ? ":f\n" : "f", [model.changing { $0.isFlagged.toggle() }],
      line: page.isFlagged ? "The flag is taken away." : "Flagged.")
  }

  private mutating func strike(_ model: ExamModel) {
    guard let page = model.page, page.kind == .single || page.kind == .double else { return }
    if isInLines {
      let place = random.number(below: page.items.count)
      let after = model.changing { $0.strike(page.items[place]) }
      let isStruck = after.page?.struck.contains(page.items[place]) == true
      return perform(
        .strike, typing: ":x \(place + 1)\n", [after],
        line: "\(place + 1) is \(isStruck ? "" : "no longer ")struck out.")
    }
    guard let marked = mark(["j", "k"][random.number(below: 2)]) else { return }
    perform(.strike, typing: "x", [model.changing { $0.strike(marked) }])
  }

  /// Moves the mark, and gives the word of the row on which it stands then.
  private mutating func mark(_ key: String) -> String? {
    terminal.type(key)
    var marked: String?
    let isMarked = wait("a mark by \(key)") { terminal in
      marked = ExamView(screen: terminal.screen.lines)?.marked
      return marked != nil
    }
    guard isMarked else { return nil }
    terminal.settle()
    return ExamView(screen: terminal.screen.lines)?.marked ?? marked
  }

  // MARK: - Answering

  private mutating func answer(_ model: ExamModel) {
    guard let page = model.page else { return }
    if isInLines { return answerInLines(model, page) }
    switch page.kind {
    case .single:
      let place = random.number(below: page.items.count)
      if page.answer == [page.items[place]] { return }
      perform(.answer, typing: "\(place + 1)", [model.changing { $0.choose(page.items[place]) }])
    case .double:
      let place = random.number(below: page.items.count)
      let word = page.items[place]
      if page.answer.count == 2, !page.answer.contains(word) { return }
      perform(.answer, typing: "\(place + 1)", [model.changing { $0.choose(word) }])
    case .match:
      guard let marked = mark(["j", "k"][random.number(below: 2)]) else { return }
      let prompt = marked.hasSuffix("-first") ? 0 : 1
      let place = random.number(below: page.items.count)
      // The same digit again would take it back.
      if page.answer.indices.contains(prompt), page.answer[prompt] == page.items[place] { return }
      perform(
        .answer, typing: "\(place + 1)", [model.changing { $0.match(prompt, page.items[place]) }])
    case .order: carry(model)
    case .typed:
      let digit = "\(random.number(below: 10))"
      let old = page.answer.first ?? ""
      if old.count >= 20 { return }
      leaveField(model)
      if hasEnded { return }
      terminal.type("i")
      perform(.answer, typing: digit, [model.changing { $0.answer = [old + digit] }])
    }
  }

  /// Takes the order as it stands, or carries its first row down.
  private mutating func carry(_ model: ExamModel) {
    guard let view = ExamView(screen: terminal.screen.lines), view.page.kind == .order else {
      return
    }
    let rows = terminal.screen.lines.compactMap { line in
      line.split(separator: " ").first {
        $0.hasPrefix("\(view.page.question)-") && !$0.hasSuffix("?")
      }.map(String.init)
    }
    guard rows.count == 3 else { return }
    if view.page.answer.isEmpty {
      return perform(.answer, typing: " ", [model.changing { $0.answer = rows }])
    }
    terminal.type("1")
    guard
      wait(
        "the mark on the first row",
        {
          ExamView(screen: $0.screen.lines)?.marked == rows[0]
        })
    else { return }
    perform(
      .answer, typing: "J", [model.changing { $0.answer = [rows[1], rows[0], rows[2]] }])
  }

  private mutating func answerInLines(_ model: ExamModel, _ page: ExamPage) {
    // The last one is not followed by another that could be seen.
    if model.number == ExamFiles.questions { return }
    var line = ""
    let after = model.changing { page in
      switch page.kind {
      case .single, .double:
        var words = random.shuffled(page.items)
        words = Array(words.prefix(page.kind == .single ? 1 : 2))
        page.answer = page.items.filter(words.contains)
        page.struck.removeAll(where: words.contains)
        line = words.compactMap { page.items.firstIndex(of: $0) }.map { "\($0 + 1)" }
          .joined(separator: ",")
      case .match:
        let places = (0..<ExamPage.prompts).map { _ in random.number(below: page.items.count) }
        page.answer = places.map { page.items[$0] }
        line = places.map { "\($0 + 1)" }.joined(separator: " ")
      case .order, .typed:
        line = "\(random.number(below: 1_000_000))"
        page.answer = [line]
      }
    }
    // Which number which step has was printed with the question, and isn't kept here.
    if page.kind == .order { return }
    perform(.answer, typing: line + "\n", [after.going(to: model.number + 1)])
  }

  // MARK: - Ending

  private mutating func end() {
    guard let model = expected.first else { return }
    leaveField(model)
    if hasEnded { return }
    terminal.type(isInLines ? ":e\n" : "e")
    let asks = isInLines ? ":e once more ends" : "End the exam?"
    let isInLines = isInLines
    guard
      wait(
        "the question before the end",
        {
          isInLines ? Self.text($0).contains(asks) : $0.screen.text.contains(asks)
        })
    else { return }
    hasAskedForEnd = true
    doom()
    terminal.type(isInLines ? ":e\n" : "y")
    hasSeenEnd = wait("the result") {
      isInLines
        ? Self.text($0).contains("Result: ")
        : !$0.screen.text.contains(asks) && ExamView(screen: $0.screen.lines) == nil
          && !$0.screen.text.contains("-stem?") && $0.screen.text.contains("%")
    }
  }

  private mutating func doom() {
    guard plan.moment == .afterKey || plan.moment == .ending, !isDoomed else { return }
    isDoomed = true
    terminal.doom = ContinuousClock.now.advanced(by: .microseconds(plan.delay))
  }
}
