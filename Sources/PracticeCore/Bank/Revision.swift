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
    // At once, since a bank of 100,000 questions has as many of them.
    description = String(unsafeUninitializedCapacity: 13) { bytes in
      wording.putSixHexDigits(in: bytes, at: 0)
      bytes[6] = UInt8(ascii: "-")
      key.putSixHexDigits(in: bytes, at: 7)
      return 13
    }
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

  /// Takes in bytes as they are, without an end.
  package mutating func combine(contentsOf bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(byte) }
  }

  /// The hash as sixteen lower-case hex digits.
  package var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// Puts the hash, folded to 24 bits, as six lower-case hex digits into bytes from `start` on.
  fileprivate func putSixHexDigits(in bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
    var folded = (value ^ (value >> 24) ^ (value >> 48)) & 0xff_ffff
    for index in (start..<start + 6).reversed() {
      let digit = UInt8(folded & 15)
      bytes[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
      folded >>= 4
    }
  }
}
