import TerminalUI

/// A movement in a list or a text.
enum Move: Equatable, Sendable {
  case up, down, first, last, pageUp, pageDown
}

extension MarkedColumn {
  /// Moves the mark, or the view where nothing can be marked.
  mutating func move(_ move: Move) {
    switch move {
    case .up: up()
    case .down: down()
    case .first: toTop()
    case .last: toEnd()
    case .pageUp: pageUp()
    case .pageDown: pageDown()
    }
  }
}

extension KeyMap {
  /// The keys that move the mark in a list.
  ///
  /// - Parameters:
  ///   - item: what the rows are: `subject`, `section`.
  ///   - space: whether Space pages too.
  ///   - action: the screen's action for a movement.
  /// - Returns: the bindings, all for help alone.
  static func moving(
    _ item: String, space: Bool = false, _ action: (Move) -> Action
  ) -> [Binding] {
    [
      Binding(
        "j", .down, name: "j, down", "down", help: "Mark the next \(item)", action(.down), .help),
      Binding("k", .up, name: "k, up", "up", help: "Mark the \(item) before", action(.up), .help),
    ] + paging(space: space, action)
  }

  /// The keys that scroll a text.
  static func scrolling(space: Bool = false, _ action: (Move) -> Action) -> [Binding] {
    [
      Binding("j", .down, name: "j, down", "down", help: "Scroll down", action(.down), .help),
      Binding("k", .up, name: "k, up", "up", help: "Scroll up", action(.up), .help),
    ] + paging(space: space, action)
  }

  /// The keys that move by pages and to the ends.
  static func paging(space: Bool = false, _ action: (Move) -> Action) -> [Binding] {
    var on: [(key: Key, action: Action)] = [
      (.pageDown, action(.pageDown)), (.control("f"), action(.pageDown)),
    ]
    if space { on.append((" ", action(.pageDown))) }
    return [
      Binding(on, space ? "space, pgdn" : "pgdn", "page", help: "Page on", .help),
      Binding(
        .pageUp, .control("b"), name: "pgup", "page back", help: "Page back", action(.pageUp),
        .help),
      Binding(.home, name: "home", "start", help: "Go to the beginning", action(.first), .help),
      Binding(.end, name: "end", "end", help: "Go to the end", action(.last), .help),
    ]
  }

  /// The keys of a field at the bottom, which has them all itself.
  static func field(_ label: String) -> KeyMap {
    KeyMap([
      Binding(naming: .enter, "enter", label), Binding(naming: .escape, "esc", "cancel"),
    ])
  }
}
