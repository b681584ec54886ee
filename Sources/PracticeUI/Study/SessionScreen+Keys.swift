import FSRS
import PracticeCore
import TerminalUI

extension SessionScreen {
  func keyMap(in context: ScreenContext) -> KeyMap<SessionAction> {
    if report != nil { return KeyMap.field("report") }
    // Notes that don't exist are not offered; the key says so all the same.
    let notes = section(in: context) == nil ? KeyMap<SessionAction>.Place.help : .footer
    if let feedback {
      return KeyMap(feedbackBindings(feedback, notes: notes) + KeyMap.scrolling { .move($0) })
    }
    guard let pane else { return KeyMap([]) }
    if pane.isTyping { return KeyMap(Self.typing + KeyMap.paging { .move($0) }) }
    let moving =
      pane.kind == .answer
      ? KeyMap.scrolling { SessionAction.move($0) } : KeyMap.moving("row") { .move($0) }
    return KeyMap(questionBindings(pane, notes: notes, symbols: context.symbols) + moving)
  }

  private typealias Binding = KeyMap<SessionAction>.Binding

  private func questionBindings(
    _ pane: QuestionPane, notes: KeyMap<SessionAction>.Place, symbols: Symbols
  ) -> [Binding] {
    var bindings: [Binding] = []
    let isPaging = pane.column.viewport.hasMore
    switch pane.question.format {
    case .choices(let choices):
      bindings.append(
        Binding(
          digits(choices.count), digitName(choices.count, symbols), "choose",
          help: "Choose the row of that number, or take that back"))
    case .match:
      let count = pane.answerNumbers.count
      bindings.append(
        Binding(
          digits(count), digitName(count, symbols), "match",
          help: "Give the marked row the answer of that number"))
    case .order(let steps):
      bindings += [
        Binding(
          [("J", .carryDown), (.shiftDown, .carryDown), ("K", .carryUp), (.shiftUp, .carryUp)],
          "J K", "carry", help: "Carry the marked row down or up (Shift with an arrow too)"),
        Binding(
          digits(steps.count), digitName(steps.count, symbols), "mark",
          help: "Mark the row of that number", .help),
      ]
    case .answer:
      bindings.append(Binding("i", name: "i", "edit", help: "Go back to the field", .edit))
    }
    bindings.insert(
      Binding(
        .enter, name: "enter", "submit", help: "Submit the answer", .submit(nil), .always),
      at: min(1, bindings.count))
    bindings.append(
      Binding(
        " ", name: "space", isPaging ? "more" : "choose",
        help: "Page while more follows, then choose the marked row", .space,
        isPaging ? .footer : .help))
    bindings += [
      Binding("c", name: "c", "certain", help: "Submit, being certain", .submit(.certain)),
      Binding("u", name: "u", "unsure", help: "Submit, being unsure", .submit(.unsure)),
      Binding("g", name: "g", "guess", help: "Submit as a guess", .submit(.guess)),
    ]
    switch pane.kind {
    case .choices:
      bindings.append(
        Binding("x", name: "x", "strike", help: "Strike the marked row out", .strike))
    case .match:
      bindings.append(
        Binding(
          [(.right, .nextAnswer), (.left, .previousAnswer)], "← →", "turn",
          help: "Turn the marked row's answer on or back", .help))
    case .order, .answer: break
    }
    bindings += [
      Binding(
        "n", name: "n", "notes", help: "Read the notes; a right answer is then 'hard'", .notes,
        notes),
      Binding("f", name: "f", "flag", help: "Flag the question, or take the flag away", .flag),
      Binding(
        "[", name: "[", "last", help: "See the feedback on the last answer again", .reopen, .help),
      Binding(
        .tab, name: "tab", "skip", help: "Set the question aside for this session", .skip, .help),
      Binding(
        "b", name: "b", "not today", help: "Leave the question until tomorrow", .bury, .help),
      Binding(
        "s", name: "s", "don't ask again", help: "Don't ask this question again", .suspend, .help),
    ]
    if newestSetAside != nil {
      bindings.append(
        Binding(
          "z", name: "z", "undo", help: "Ask the question that you set aside last after all",
          .undo))
    }
    return bindings
  }

  private func feedbackBindings(
    _ feedback: FeedbackPane, notes: KeyMap<SessionAction>.Place
  ) -> [Binding] {
    var bindings = [
      Binding(.enter, name: "enter", "next", help: "Go on to the next question", .next, .always)
    ]
    if feedback.answer.record.rating != nil {
      bindings += [
        Binding("1", name: "1", "again", help: "Count the answer as not recalled", .rate(.again)),
        Binding("2", name: "2", "hard", help: "Count it as recalled with difficulty", .rate(.hard)),
        Binding("3", name: "3", "good", help: "Count it as recalled", .rate(.good)),
        Binding("4", name: "4", "easy", help: "Count it as recalled at once", .rate(.easy)),
      ]
    }
    if feedback.question.format.hasRationales {
      bindings.append(
        Binding(
          "o", name: "o", feedback.opensAll ? "less" : "all",
          help: "Open all rationales, or close them", .openAll))
    }
    return bindings + [
      Binding("n", name: "n", "notes", help: "Read the notes on this objective", .notes, notes),
      Binding("z", name: "z", "undo", help: "Take the answer back and answer again", .undo),
      Binding(
        "s", name: "s", "don't ask again", help: "Don't ask this question again, or do",
        .suspend),
      Binding(
        "b", name: "b", "not today", help: "Leave the question until tomorrow, or don't", .bury,
        .help),
      Binding("f", name: "f", "flag", help: "Flag the question, or take the flag away", .flag),
      Binding("!", name: "!", "report", help: "Report this question: something is wrong", .report),
      Binding(
        " ", name: "space", "on", help: "Page while more follows, then the next question", .space,
        .help),
    ]
  }

  /// While text is typed these are only named: the field has the keys.
  private static var typing: [Binding] {
    [
      Binding(naming: .enter, "enter", "done"), Binding(naming: .escape, "esc", "leave the field"),
      Binding(.down, name: "down", "down", help: "Scroll down", .move(.down), .help),
      Binding(.up, name: "up", "up", help: "Scroll up", .move(.up), .help),
    ]
  }

  private func digits(_ count: Int) -> [(key: Key, action: SessionAction)] {
    (1...9).prefix(count).map { (.character(Character(String($0))), .choose($0)) }
  }

  private func digitName(_ count: Int, _ symbols: Symbols) -> String {
    count < 2 ? "1" : "1\(symbols.range)\(min(9, count))"
  }
}

extension AnswerFormat {
  /// Whether some item has a rationale.
  var hasRationales: Bool {
    switch self {
    case .choices(let choices): choices.contains { $0.why != nil }
    case .match(let pairs, _): pairs.contains { $0.why != nil }
    case .order, .answer: false
    }
  }
}
