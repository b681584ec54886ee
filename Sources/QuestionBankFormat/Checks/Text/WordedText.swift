/// A text of a question as words and sentences, for rules on its wording.
///
/// It is made in one pass over the bytes, whatever they are: nothing takes longer than in
/// proportion to the length of the text.
struct WordedText {
  /// A sentence: words up to a full stop, a question mark, or the end of a paragraph.
  struct Sentence {
    /// Its words, by their numbers.
    var words: Range<Int>
    /// The sign that ends it: `.`, `?`, `!` or `:`; 0 for none.
    var end: UInt8
  }

  /// The text.
  let bytes: [UInt8]
  /// All words.
  private(set) var words: [Word] = []
  /// All sentences, none of which is without words.
  private(set) var sentences: [Sentence] = []
  /// Whether a line is code.
  private(set) var hasCode = false

  /// Takes a text apart.
  init(_ text: String) {
    bytes = Array(text.utf8)
    var scan = WordScan(bytes)
    scan.run()
    words = scan.words
    sentences = scan.sentences
    hasCode = scan.hasCode
  }

  /// The words as written.
  func spelling(_ words: some Collection<Word>) -> String {
    guard let first = words.first else { return "" }
    var end = first.range.upperBound
    for word in words { end = word.range.upperBound }
    return String(decoding: bytes[first.range.lowerBound..<end], as: UTF8.self)
  }

  /// A word as written.
  func spelling(_ word: Word) -> String { String(decoding: bytes[word.range], as: UTF8.self) }

  /// How many words with the very same letters come before it.
  func occurrence(of word: Word) -> Int {
    var count = 0
    for other in words {
      if other.range.lowerBound >= word.range.lowerBound { break }
      if other.hash == word.hash, bytes[other.range] == bytes[word.range] { count += 1 }
    }
    return count
  }

  /// How many characters it has, white space counted once.
  var length: Int {
    var count = 0
    var isInSpace = true
    for byte in bytes {
      let isSpace = byte == 0x20 || byte == 0x0a
      if isSpace ? !isInSpace : byte & 0xc0 != 0x80 { count += 1 }
      isInSpace = isSpace
    }
    return count
  }

  /// The words of a sentence.
  func words(of sentence: Sentence) -> ArraySlice<Word> { words[sentence.words] }

  /// The sentences that ask: those with a question mark, else the last one that doesn't say how
  /// many to choose.
  var askingSentences: [Sentence] {
    let asking = sentences.filter { $0.end == UInt8(ascii: "?") }
    if !asking.isEmpty { return asking }
    let last = sentences.last { sentence in
      !Self.choosing.contains(words[sentence.words.lowerBound]) || sentence.words.count > 5
    }
    return last.map { [$0] } ?? []
  }

  private static let choosing: Vocabulary = ["choose", "select", "pick", "mark"]
}

/// The pass over a text that finds its words and sentences.
private struct WordScan {
  private let bytes: [UInt8]
  private(set) var words: [Word] = []
  private(set) var sentences: [WordedText.Sentence] = []
  private(set) var hasCode = false

  private var index = 0
  private var firstOfSentence = 0
  private var quotedUntil = 0
  private var isCode = false

  /// Longer quotations are none: a quotation mark that stands alone quotes nothing.
  private static let longestQuotation = 400

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    words.reserveCapacity(bytes.count / 6)
  }

  mutating func run() {
    beginLine()
    while index < bytes.count {
      if isLetter(at: index) {
        takeWord()
      } else {
        takeSign()
      }
    }
    endSentence(0)
  }

  // MARK: - Words

  /// Whether a letter or a digit stands here; those beyond ASCII count as letters, but for its
  /// punctuation.
  private func isLetter(at index: Int) -> Bool {
    guard index >= 0, index < bytes.count else { return false }
    let byte = bytes[index]
    if byte < 0x80 { return Word.isLower(byte) || Word.isUpper(byte) || Word.isDigit(byte) }
    if byte & 0xc0 == 0x80 {
      // The rest of a character belongs to what it began with.
      var start = index
      while start > 0, bytes[start] & 0xc0 == 0x80, index - start < 3 { start -= 1 }
      return !isPunctuation(at: start)
    }
    return !isPunctuation(at: index)
  }

  /// Whether the character is one of U+0080 to U+00BF or of general punctuation.
  private func isPunctuation(at index: Int) -> Bool {
    switch bytes[index] {
    case 0xc2: true
    case 0xe2: index + 1 < bytes.count && bytes[index + 1] == 0x80
    default: false
    }
  }

  private mutating func takeWord() {
    let start = index
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var traits: Word.Traits = []
    var capitals = 0
    var letters = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "'") {
        guard isLetter(at: index - 1), isLetter(at: index + 1) else { break }
      } else if !isLetter(at: index) {
        break
      } else if Word.isDigit(byte) {
        traits.insert(.numeric)
      } else {
        letters += 1
        if Word.isUpper(byte) { capitals += 1 }
      }
      hash = (hash ^ UInt64(Word.lower(byte))) &* 0x0000_0100_0000_01b3
      index += 1
    }
    if Word.isUpper(bytes[start]) { traits.insert(.capitalised) }
    if letters > 1, capitals == letters { traits.insert(.capitals) }
    if isCode || start < quotedUntil { traits.insert(.quoted) }
    if words.count == firstOfSentence { traits.insert(.first) }
    if isJoined(start - 1, start - 2) || isJoined(index, index + 1) { traits.insert(.joined) }
    if isStar(at: start - 1), isStar(at: index) { traits.insert(.emphasised) }
    words.append(Word(range: start..<index, hash: hash, traits: traits))
  }

  private func isStar(at index: Int) -> Bool {
    guard index >= 0, index < bytes.count else { return false }
    return bytes[index] == UInt8(ascii: "*") || bytes[index] == UInt8(ascii: "_")
  }

  /// Whether the sign beside a word ties it to what stands beyond.
  private func isJoined(_ sign: Int, _ beyond: Int) -> Bool {
    guard sign >= 0, sign < bytes.count else { return false }
    return switch bytes[sign] {
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "\\"),
      UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "+"):
      true
    case UInt8(ascii: "_"):
      isLetter(at: beyond)
    case UInt8(ascii: "."), UInt8(ascii: ":"):
      isLetter(at: beyond)
    default: false
    }
  }

  // MARK: - Signs

  private mutating func takeSign() {
    let byte = bytes[index]
    switch byte {
    case 0x0a:
      index += 1
      endParagraphWhereOne()
      beginLine()
    case UInt8(ascii: "\""), UInt8(ascii: "`"):
      quote(until: [byte], from: index + 1)
      index += 1
    case UInt8(ascii: "'"):
      if !isLetter(at: index - 1) { quoteSingly() }
      index += 1
    case 0xe2 where isPunctuation(at: index) && index + 2 < bytes.count:
      if bytes[index + 2] == 0x9c { quote(until: [0xe2, 0x80, 0x9d], from: index + 3) }
      index += 3
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): takeStop(byte)
    case UInt8(ascii: ":"):
      index += 1
      var next = index
      while next < bytes.count, bytes[next] == 0x20 { next += 1 }
      if next >= bytes.count || bytes[next] == 0x0a { endSentence(byte) }
    default: index += 1
    }
  }

  /// A full stop, an exclamation or a question mark: ends the sentence, unless it is a part of a
  /// name or an abbreviation.
  private mutating func takeStop(_ byte: UInt8) {
    index += 1
    var next = index
    let closing: [UInt8] = [0x22, 0x27, 0x29, 0x60, 0x2a]
    while next < bytes.count, closing.contains(bytes[next]), next - index < 3 { next += 1 }
    guard next < bytes.count else { return endSentence(byte) }
    guard bytes[next] == 0x20 || bytes[next] == 0x0a else { return }
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x0a { next += 1 }
    if byte == UInt8(ascii: "."), next < bytes.count, Word.isLower(bytes[next]) { return }
    endSentence(byte)
  }

  private mutating func endSentence(_ sign: UInt8) {
    guard words.count > firstOfSentence else { return }
    sentences.append(WordedText.Sentence(words: firstOfSentence..<words.count, end: sign))
    firstOfSentence = words.count
  }

  /// A blank line, or a line that begins an entry of a list, ends the sentence before it.
  private mutating func endParagraphWhereOne() {
    guard index < bytes.count else { return }
    if bytes[index] == 0x0a || bytes[index] == UInt8(ascii: "-") { endSentence(0) }
  }

  private mutating func beginLine() {
    let end = index + 4
    isCode = end <= bytes.count && bytes[index..<end].allSatisfy { $0 == 0x20 }
    if isCode {
      hasCode = true
      endSentence(0)
    }
  }

  private mutating func quote(until mark: [UInt8], from start: Int) {
    guard start >= quotedUntil else { return }
    var index = start
    while index < min(bytes.count, start + Self.longestQuotation) {
      if bytes[index] == 0x0a, index + 1 < bytes.count, bytes[index + 1] == 0x0a { return }
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
        quotedUntil = index + 1
        return
      }
      index += 1
    }
  }

  /// A quotation in apostrophes ends with one that no letter follows.
  private mutating func quoteSingly() {
    guard index >= quotedUntil, isLetter(at: index + 1) else { return }
    var end = index + 1
    while end < min(bytes.count, index + 80), bytes[end] != 0x0a {
      if bytes[end] == UInt8(ascii: "'"), !isLetter(at: end + 1) {
        quotedUntil = end + 1
        return
      }
      end += 1
    }
  }
}
