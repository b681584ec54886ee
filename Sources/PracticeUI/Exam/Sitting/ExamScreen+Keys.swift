import PracticeCore
import TerminalUI

extension ExamScreen {
  private typealias Binding = KeyMap<ExamAction>.Binding

  func keyMap(in context: ScreenContext) -> KeyMap<ExamAction> {
    if ending != nil { return KeyMap([]) }
    if let review { return KeyMap(reviewBindings(review) + always) }
    if pane.isTyping { return KeyMap(Self.typing + KeyMap.paging { .move($0) }) }
    let moving =
      pane.kind == .answer
      ? KeyMap.scrolling { ExamAction.move($0) } : KeyMap.moving("row") { .move($0) }
    return KeyMap(questionBindings(context.symbols) + always + moving)
  }

  private var always: [Binding] {
    let bindings = [
      Binding("e", name: "e", "end", help: "End the exam; asks first", .end),
      Binding(
        "t", name: "t", hidesClock ? "show clock" : "hide clock",
        help: "Hide the clock, or show it; in the last 5 minutes it stays", .toggleClock),
    ]
    return review == nil ? bindings + [Binding(naming: "q", "q", "leave", .footer)] : bindings
  }

  private func questionBindings(_ symbols: Symbols) -> [Binding] {
    let isMatching = pane.kind == .match
    var bindings = [
      Binding(
        .enter, name: "enter", isLast ? "review" : "next",
        help: isLast
          ? "Go to the review screen; says so first where the answer isn't whole"
          : "Go to the next question; says so first where the answer isn't whole", .next, .always)
    ]
    if pane.column.viewport.hasMore {
      bindings.append(Binding(" ", name: "space", "more", help: "Page on", .space))
    }
    if !isForwardOnly {
      bindings.append(
        Binding(
          isMatching
            ? [("h", .back)] : [("h", .back), (.left, .back)],
          isMatching ? "h" : symbols.left, "back",
          help: isMatching ? "Go back a question" : "Go back a question (h too)",
          attempt.place == 0 ? .help : .footer))
    }
    bindings += answering(symbols)
    bindings.append(
      Binding("f", name: "f", "flag", help: "Flag the question, or take the flag away", .flag))
    if pane.kind == .choices {
      bindings.append(
        Binding(
          "x", name: "x", "strike", help: "Strike the marked row out, or take that back", .strike))
    }
    bindings += [
      Binding(
        "r", name: "r", "review", help: "See all questions: answered, open, flagged", .review),
      Binding(
        isMatching
          ? [("l", .advance)] : [("l", .advance), (.right, .advance)],
        isMatching ? "l" : "l, \(symbols.rightwards)", "on",
        help: "Go to the next question, whatever is answered", .help),
    ]
    return bindings
  }

  private func answering(_ symbols: Symbols) -> [Binding] {
    switch pane.question.format {
    case .choices(let choices):
      let isSingle = pane.question.keyNumbers.count == 1
      return [
        Binding(
          digits(choices.count), digitName(choices.count, symbols), "choose",
          help: isSingle
            ? "Choose the row of that number" : "Choose the row of that number, or take that back"),
        space("choose", help: "Choose the marked row, or take that back", .help),
      ]
    case .match:
      return [
        Binding(
          digits(pane.answerNumbers.count), digitName(pane.answerNumbers.count, symbols), "match",
          help: "Give the marked row the answer of that number"),
        Binding(
          [(.right, .nextAnswer), (.left, .previousAnswer)],
          "\(symbols.left) \(symbols.rightwards)", "turn",
          help: "Turn the marked row's answer on or back", .help),
        space("clear", help: "Take the marked row's answer back", .help),
      ]
    case .order(let steps):
      return [
        Binding(
          [("J", .carryDown), (.shiftDown, .carryDown), ("K", .carryUp), (.shiftUp, .carryUp)],
          "J K", "carry", help: "Carry the marked row down or up (Shift with an arrow too)"),
        space(
          "take order", help: "Take the order as it stands as your answer",
          pane.isOrderGiven == true ? .help : .footer),
        Binding(
          digits(steps.count), digitName(steps.count, symbols), "mark",
          help: "Mark the row of that number", .help),
      ]
    case .answer: return [Binding("i", name: "i", "edit", help: "Go back to the field", .edit)]
    }
  }

  /// What Space does at the end of a question; before, it pages.
  private func space(
    _ label: String, help: String, _ place: KeyMap<ExamAction>.Place
  ) -> Binding {
    let isPaging = pane.column.viewport.hasMore
    return Binding(
      " ", name: "space", label, help: isPaging ? "At the end: \(help.lowercasedFirst)" : help,
      .space, isPaging ? .help : place)
  }

  private func reviewBindings(_ review: ExamGrid) -> [Binding] {
    var bindings = [
      Binding(.enter, name: "enter", "go", help: "Go to the marked question", .go, .always)
    ]
    for (key, filter) in [
      ("a", ExamGrid.Filter.all), ("o", .open), ("f", .flagged),
    ] where filter != review.filter {
      bindings.append(
        Binding(
          .character(Character(key)), name: key, filter.name,
          help: ExamWording.help(on: filter), .show(filter)))
    }
    bindings += [
      Binding(
        .escape, "r", name: "esc", "back", help: "Back to the question (r and q too)",
        .closeReview, .help),
      Binding(
        digits(9) + [("0", .digit(0))], "0-9", "number",
        help: "Type the number of a question, Enter goes there", .help),
      Binding(.backspace, name: "bs", "erase", help: "Erase a typed digit", .eraseDigit, .help),
      Binding(
        "h", .left, name: "h, left", "left", help: "Mark the question before", .step(.left), .help),
      Binding(
        "l", .right, name: "l, right", "right", help: "Mark the next question", .step(.right), .help
      ),
      Binding("k", .up, name: "k, up", "up", help: "Mark the question above", .step(.up), .help),
      Binding(
        "j", .down, name: "j, down", "down", help: "Mark the question below", .step(.down), .help),
      Binding(
        .pageDown, .control("f"), " ", name: "pgdn", "page", help: "Page on", .step(.pageDown),
        .help),
      Binding(
        .pageUp, .control("b"), name: "pgup", "page back", help: "Page back", .step(.pageUp), .help),
      Binding(.home, name: "home", "first", help: "Mark the first question", .step(.first), .help),
      Binding(.end, name: "end", "last", help: "Mark the last question", .step(.last), .help),
    ]
    return bindings
  }

  /// While text is typed these are only named: the field has the keys.
  private static var typing: [Binding] {
    [
      Binding(naming: .enter, "enter", "done"), Binding(naming: .escape, "esc", "leave the field"),
      Binding(.down, name: "down", "down", help: "Scroll down", .move(.down), .help),
      Binding(.up, name: "up", "up", help: "Scroll up", .move(.up), .help),
    ]
  }

  private func digits(_ count: Int) -> [(key: Key, action: ExamAction)] {
    (1...9).prefix(count).map {
      (.character(Character(String($0))), review == nil ? .choose($0) : .digit($0))
    }
  }

  private func digitName(_ count: Int, _ symbols: Symbols) -> String {
    count < 2 ? "1" : "1\(symbols.range)\(min(9, count))"
  }
}

extension String {
  /// The text with a small first letter.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
