/// Two short fingerprints of a question, `WORDING-KEY`, six lower-case hex digits each.
///
/// The first covers what the learner reads before answering (scenario, stem, items), the second
/// the kind and the right answers. A change of wording keeps progress quietly; a change of key
/// keeps it too, and the learner is told at the next showing.
package struct Revision: Hashable, Sendable, CustomStringConvertible {
  /// `WORDING-KEY`.
  package let description: String

  /// Takes a revision as some event recorded it; any text is accepted.
  package init(recorded: String) { description = recorded }

  /// Computes the revision of a question.
  ///
  /// The key of a choices question is the set of numbers that are right, so that mending a typing
  /// error in the right choice is a change of wording only.
  package init(stem: String, scenario: String?, format: AnswerFormat) {
    var wording = FNV1a()
    wording.combine(scenario ?? "")
    wording.combine(stem)
    var key = FNV1a()
    key.combine(format.kind.rawValue)
    switch format {
    case .choices(let choices):
      for (index, choice) in choices.enumerated() {
        wording.combine(choice.text)
        if choice.isRight { key.combine(String(index + 1)) }
      }
    case .match(let pairs, let distractors):
      for pair in pairs {
        wording.combine(pair.prompt)
        wording.combine(pair.answer)
        key.combine(pair.prompt)
        key.combine(pair.answer)
      }
      for distractor in distractors { wording.combine(distractor) }
    case .order(let steps):
      for step in steps {
        wording.combine(step)
        key.combine(step)
      }
    case .answer(let accepted):
      for text in accepted { key.combine(text) }
    }
    description = "\(wording.sixHexDigits)-\(key.sixHexDigits)"
  }

  /// The part that covers the kind and the right answers.
  package var key: Substring { description.drop { $0 != "-" }.dropFirst() }
}

/// FNV-1a with 64 bits (Fowler, Noll, Vo): small, fast and the same on every machine.
///
/// A fingerprint against accidents, not against forgery.
package struct FNV1a {
  /// The hash of what was combined so far.
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Starts with nothing combined.
  package init() {}

  /// Takes in a text and its end, so that `("ab", "c")` and `("a", "bc")` differ.
  package mutating func combine(_ text: String) {
    // A native string lends its bytes; walking over its UTF-8 view takes five times as long.
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes { combine(byte) }
    }
    combine(0xff)
  }

  private mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// The hash folded to 24 bits, as six lower-case hex digits.
  package var sixHexDigits: String {
    let folded = (value ^ (value >> 24) ^ (value >> 48)) & 0xff_ffff
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
