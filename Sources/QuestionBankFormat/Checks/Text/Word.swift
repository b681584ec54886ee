/// A word of a text: a run of letters and digits, with apostrophes inside.
struct Word {
  /// Ways in which a word is more than a word of running text.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// It stands in quotation marks or backticks, or on a line of code.
    static let quoted = Traits(rawValue: 1)
    /// A sign joins it to its neighbour: `always-on`, `restartPolicy: Always`, `/etc`.
    static let joined = Traits(rawValue: 2)
    /// It begins with a capital.
    static let capitalised = Traits(rawValue: 4)
    /// All its letters are capitals, and there is more than one.
    static let capitals = Traits(rawValue: 8)
    /// It holds a digit.
    static let numeric = Traits(rawValue: 16)
    /// It begins a sentence.
    static let first = Traits(rawValue: 32)
    /// Stars or underscores emphasise it.
    static let emphasised = Traits(rawValue: 64)
  }

  /// Where it stands among the text's bytes.
  var range: Range<Int>
  /// The hash of its letters in lower case: equal for equal words.
  var hash: UInt64
  /// What is special about it.
  var traits: Traits

  /// Whether it may be taken at its word: neither quoted nor a part of a name.
  var isPlain: Bool { traits.isDisjoint(with: [.quoted, .joined]) }

  /// The hash of a word in lower case (FNV-1a with 64 bits).
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(lower(byte))) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  /// The byte of a letter in lower case, where it is a letter of ASCII.
  static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

  /// Whether the byte is a capital of ASCII.
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5a }

  /// Whether the byte is a small letter of ASCII.
  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7a }

  /// Whether the byte is a digit.
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

/// Words that a rule looks for.
struct Vocabulary: ExpressibleByArrayLiteral {
  private let hashes: Set<UInt64>

  init(arrayLiteral elements: String...) { hashes = Set(elements.map { Word.hash($0.utf8) }) }

  /// Takes words between blanks.
  init(_ words: String) {
    hashes = Set(words.split(separator: " ").map { Word.hash($0.utf8) })
  }

  /// Whether the word is one of them, in whatever case.
  func contains(_ word: Word) -> Bool { hashes.contains(word.hash) }
}

/// Several words in a row that a rule looks for.
struct Phrases: ExpressibleByArrayLiteral {
  private let phrases: [[UInt64]]

  init(arrayLiteral elements: String...) {
    phrases = elements.map { $0.split(separator: " ").map { Word.hash($0.utf8) } }
  }

  /// How many of `words` a phrase takes that they begin with; nil where they begin with none.
  func length(atStartOf words: ArraySlice<Word>) -> Int? {
    for phrase in phrases where phrase.count <= words.count {
      if zip(phrase, words).allSatisfy({ $0 == $1.hash }) { return phrase.count }
    }
    return nil
  }
}
