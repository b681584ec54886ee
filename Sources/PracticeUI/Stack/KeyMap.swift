import TerminalUI

/// What the keys of a screen do, in words: the source of what happens, of the footer and of help.
struct KeyMap<Action: Equatable & Sendable> {
  /// Where a binding is named.
  enum Place {
    /// In help alone.
    case help
    /// In the footer too, where there is room.
    case footer
    /// In the footer, always.
    case always
  }

  /// Some keys that belong together, with what each of them does.
  struct Binding {
    /// The keys, each with its action.
    let keys: [(key: Key, action: Action)]
    /// How the keys are written: `enter`, `1–5`.
    let name: String
    /// What they do, in a word or two, for the footer.
    let label: String
    /// What they do, for help; the label where nil.
    let help: String?
    /// Where they are named.
    let place: Place
    /// The key that a click on the name stands for.
    let click: Key?

    /// Makes a binding of several keys with actions of their own.
    init(
      _ keys: [(key: Key, action: Action)], _ name: String, _ label: String, help: String? = nil,
      _ place: Place = .footer
    ) {
      self.keys = keys
      self.name = name
      self.label = label
      self.help = help
      self.place = place
      click = keys.count == 1 ? keys.first?.key : nil
    }

    /// Names a key that does its work elsewhere.
    init(naming key: Key, _ name: String, _ label: String, _ place: Place = .always) {
      keys = []
      self.name = name
      self.label = label
      help = nil
      self.place = place
      click = key
    }

    /// Makes a binding of keys that do the same.
    init(
      _ keys: Key..., name: String, _ label: String, help: String? = nil, _ action: Action,
      _ place: Place = .footer
    ) {
      self.init(keys.map { ($0, action) }, name, label, help: help, place)
    }
  }

  /// The bindings, those for the left of the footer first.
  var bindings: [Binding]

  /// Makes a map.
  init(_ bindings: [Binding]) { self.bindings = bindings }

  /// What the key does; nil where it does nothing.
  func action(for key: Key) -> Action? {
    for binding in bindings {
      for bound in binding.keys where bound.key == key { return bound.action }
    }
    return nil
  }

  /// The footer: what the bindings say, and `?` at its end.
  func hints(_ symbols: Symbols) -> [KeyHint] {
    bindings.filter { $0.place != .help }.map { binding in
      KeyHint(
        symbols.display(binding.name), binding.label, key: binding.click,
        essential: binding.place == .always)
    }
  }

  /// All bindings, for help.
  func topics(_ symbols: Symbols) -> [HelpTopic.Row] {
    bindings.map { binding in
      HelpTopic.Row(keys: symbols.display(binding.name), does: binding.help ?? binding.label)
    }
  }
}

/// What help says about the keys of one screen.
struct HelpTopic: Equatable, Sendable {
  /// Some keys and what they do.
  struct Row: Equatable, Sendable {
    /// How the keys are written.
    var keys: String
    /// What they do.
    var does: String
  }

  /// The name of the screen.
  var title: String
  /// Its keys.
  var rows: [Row]
}
