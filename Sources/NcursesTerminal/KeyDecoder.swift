package import TerminalUI

/// What ncurses hands over, before it is put together.
package enum RawInput: Equatable, Sendable {
  /// A character, control characters and pieces of escape sequences among them.
  case scalar(Unicode.Scalar)
  /// A key that ncurses has recognised; nil for one that we have no name for.
  case key(Key?)
  /// Anything else, which passes unchanged.
  case event(InputEvent)
}

/// Puts events together from what ncurses hands over.
///
/// ncurses recognises the sequences of keys that the terminal's description lists and gives all
/// others character by character. Taken as they come, an arrow key with a modifier would be Esc, a
/// bracket and digits, and so answer a question. So sequences are put together here: those of known
/// meaning become keys or pasted text, the others nothing.
package struct KeyDecoder {
  /// The most scalars of one paste; what is more is left out.
  package static let pasteLimit = 100_000

  private enum State {
    case ground
    case escape
    case control(parameters: [UInt8])
    case singleShift
    case mouseReport([UInt32])
    case paste
  }

  private static let pasteEnd: [Unicode.Scalar] = ["\u{1B}", "[", "2", "0", "1", "~"]

  private var state = State.ground
  private var pasted: [Unicode.Scalar] = []
  /// How much of `pasteEnd` has come.
  private var endMatched = 0

  /// Makes a decoder.
  package init() {}

  /// Whether it waits for the rest of a sequence or of a paste.
  package var isIncomplete: Bool {
    if case .ground = state { return false }
    return true
  }

  /// How long to wait for the rest, in milliseconds: a paste may come slowly over a network.
  package var patienceMilliseconds: Int {
    switch state {
    case .ground: 0
    case .paste: 500
    // ncurses has already waited after an Esc.
    case .escape: 0
    case .control, .singleShift, .mouseReport: 50
    }
  }

  /// Takes what has come, and gives the events that are complete by it.
  package mutating func feed(_ input: RawInput) -> [InputEvent] {
    switch input {
    case .scalar(let scalar): return feed(scalar)
    case .key(let key):
      if case .paste = state {
        if key == .enter { keepPasted(["\n"]) }
        return []
      }
      let before = flush()
      guard let key else { return before }
      return before + [.key(key)]
    case .event(let event):
      if case .paste = state { return [event] }
      return flush() + [event]
    }
  }

  /// Gives what there is when nothing more has come in time.
  package mutating func flush() -> [InputEvent] {
    defer { state = .ground }
    switch state {
    case .ground, .control, .mouseReport: return []
    case .escape: return [.key(.escape)]
    case .singleShift: return [.key(.escape), .key("O")]
    case .paste: return endPaste()
    }
  }

  private mutating func feed(_ scalar: Unicode.Scalar) -> [InputEvent] {
    switch state {
    case .ground:
      if scalar == "\u{1B}" {
        state = .escape
        return []
      }
      return KeyDecoder.key(of: scalar).map { [.key($0)] } ?? []
    case .escape:
      switch scalar {
      case "[": state = .control(parameters: [])
      case "O": state = .singleShift
      default:
        state = .ground
        return [.key(.escape)] + feed(scalar)
      }
      return []
    case .singleShift:
      state = .ground
      return KeyDecoder.shifted[scalar].map { [.key($0)] } ?? []
    case .control(let parameters):
      return feedControl(scalar, parameters)
    case .mouseReport(let numbers):
      guard numbers.count == 2 else {
        state = .mouseReport(numbers + [scalar.value])
        return []
      }
      state = .ground
      return MouseReport.x10(numbers + [scalar.value]).map { [.mouse($0)] } ?? []
    case .paste:
      return feedPaste(scalar)
    }
  }

  private mutating func feedPaste(_ scalar: Unicode.Scalar) -> [InputEvent] {
    if scalar == KeyDecoder.pasteEnd[endMatched] {
      endMatched += 1
      guard endMatched == KeyDecoder.pasteEnd.count else { return [] }
      state = .ground
      return endPaste()
    }
    // It was not the end after all. Only its first scalar can begin the end anew.
    keepPasted(KeyDecoder.pasteEnd.prefix(endMatched))
    endMatched = 0
    if scalar == KeyDecoder.pasteEnd[0] {
      endMatched = 1
    } else {
      keepPasted([scalar])
    }
    return []
  }

  private mutating func keepPasted(_ scalars: some Collection<Unicode.Scalar>) {
    pasted.append(contentsOf: scalars.prefix(max(0, KeyDecoder.pasteLimit - pasted.count)))
  }

  private mutating func feedControl(
    _ scalar: Unicode.Scalar, _ parameters: [UInt8]
  ) -> [InputEvent] {
    switch scalar.value {
    case 0x20...0x3F:
      // Beyond any sequence that is meant for us, the rest is still swallowed.
      let known = parameters.count < 32 ? parameters + [UInt8(scalar.value)] : parameters
      state = .control(parameters: known)
      return []
    case 0x40...0x7E:
      state = .ground
      let text = String(decoding: parameters, as: UTF8.self)
      if scalar == "~" && text == "200" {
        state = .paste
        pasted = []
        return []
      }
      if scalar == "M" && text.isEmpty {
        state = .mouseReport([])
        return []
      }
      if text.hasPrefix("<") {
        return MouseReport.sgr(text.dropFirst(), final: scalar).map { [.mouse($0)] } ?? []
      }
      return KeyDecoder.controlKey(scalar, text).map { [.key($0)] } ?? []
    default:
      // Not part of a sequence: whatever it is, it counts by itself.
      state = .ground
      return feed(scalar)
    }
  }

  private mutating func endPaste() -> [InputEvent] {
    var text = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in pasted {
      // Terminals send the breaks of lines as the Enter key does.
      if scalar == "\r" || (scalar == "\n" && !afterReturn) {
        text.append("\n")
      } else if scalar != "\n" {
        text.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    pasted = []
    endMatched = 0
    return [.paste(String(text))]
  }
}

extension KeyDecoder {
  /// The key of a character outside of sequences; nil for those that no key sends.
  private static func key(of scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x0A, 0x0D: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 0x00..<0x20, 0x80..<0xA0: nil
    default: .character(Character(scalar))
    }
  }

  /// Keys by the letter that follows Esc O, or Esc [ and modifiers.
  private static let shifted: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "M": .enter,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  /// Keys by the number in Esc [ number ~.
  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  private static let withShift: [Key: Key] = [
    .up: .shiftUp, .down: .shiftDown, .left: .shiftLeft, .right: .shiftRight,
  ]

  /// The key of Esc [ parameters final; nil where it is none of ours.
  private static func controlKey(_ final: Unicode.Scalar, _ parameters: String) -> Key? {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 1 }
    let key: Key?
    switch final {
    case "~": key = numbers.first.flatMap { numbered[$0] }
    case "Z": key = .backTab
    case "a": key = .shiftUp
    case "b": key = .shiftDown
    case "c": key = parameters.isEmpty ? .shiftRight : nil
    case "d": key = .shiftLeft
    default: key = shifted[final]
    }
    guard let key else { return nil }
    // 1 none, 2 Shift; with Alt or Ctrl the keys have no meaning here but their own.
    guard numbers.count >= 2, numbers[1] == 2 else { return key }
    return withShift[key] ?? key
  }
}
