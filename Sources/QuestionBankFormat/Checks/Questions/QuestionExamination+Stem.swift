import PracticeCore

/// Rules on the stem, and on what of it comes back in the answers.
extension QuestionExamination {
  /// The stem asks for what is not so, in letters that are easily overlooked.
  mutating func checkNegation() {
    guard question.format.kind != .answer else { return }
    for sentence in stem.askingSentences {
      let words = stem.words(of: sentence)
      guard let word = Self.negation(words), !word.traits.contains(.capitals),
        !word.traits.contains(.emphasised), word.isPlain
      else { continue }
      report(
        .unmarkedNegative,
        "the stem asks for what is not so; write that in capitals (\(stem.spelling(word).uppercased())), or ask for what is so",
        at: .stem, word: (word, stem))
      return
    }
  }

  /// The word that turns a question round; nil where none does.
  private static func negation(_ words: ArraySlice<Word>) -> Word? {
    if let word = exception(words) { return word }
    var isAsking = false
    for index in words.indices {
      let word = words[index]
      let next = index + 1 < words.endIndex ? words[index + 1] : nil
      if asking.contains(word), !isAsking || index == words.startIndex {
        isAsking = true
      } else if index == words.startIndex, imperatives.contains(word) {
        // "Choose the service that does not encrypt."
        return relativeNegation(words)
      } else if isAsking {
        if boundaries.contains(word) { return nil }
        if contracted.contains(word) { return word }
        if auxiliaries.contains(word), let next {
          if negating.contains(next) { return next }
          // "Which statement is false?"
          if untrue.contains(next),
            words[words.startIndex..<index].contains(where: statement.contains)
          {
            return next
          }
        }
      }
    }
    return nil
  }

  private static func relativeNegation(_ words: ArraySlice<Word>) -> Word? {
    for index in words.indices.dropLast(2) where relative.contains(words[index]) {
      if contracted.contains(words[index + 1]) { return words[index + 1] }
      guard auxiliaries.contains(words[index + 1]) else { return nil }
      let word = words[index + 2]
      return negating.contains(word) || untrue.contains(word) ? word : nil
    }
    return nil
  }

  /// "All of the following are true except", "each of these but one".
  private static func exception(_ words: ArraySlice<Word>) -> Word? {
    guard let index = words.indices.last(where: { excepting.contains(words[$0]) }) else {
      return nil
    }
    let before = words[words.startIndex..<index]
    let asksForAll = zip(before, before.dropFirst()).contains {
      every.contains($0) && (of.contains($1) || these.contains($1))
    }
    let isLast = index + 3 >= words.endIndex
    return asksForAll && isLast ? words[index] : nil
  }

  private static let asking = Vocabulary("which what who where")
  private static let imperatives = Vocabulary("choose select pick identify name find mark")
  private static let relative = Vocabulary("that which who")
  private static let boundaries = Vocabulary(
    "that who whose when if because while so where after before once until unless although for why and or but without to as since how"
  )
  private static let contracted = Vocabulary(
    "isn't aren't doesn't don't cannot can't won't wouldn't shouldn't wasn't weren't mustn't couldn't didn't"
  )
  private static let negating = Vocabulary("not never")
  private static let untrue = Vocabulary("false incorrect untrue")
  private static let statement = Vocabulary(
    "statement statements following these answer answers option options claim claims one")
  private static let excepting = Vocabulary("except excluding")
  private static let every = Vocabulary("all each every any one")
  private static let of = Vocabulary("of")
  private static let these = Vocabulary("these those the")

  // MARK: - How many to choose

  /// The stem says another number than are right.
  mutating func checkCount() {
    guard !choices.isEmpty, !keys.isEmpty else { return }
    let asking = stem.askingSentences
    for (index, word) in stem.words.enumerated() where word.isPlain {
      // "A test system, which three developers use" asks nothing.
      if Self.questioning.contains(word), !asking.contains(where: { $0.words.contains(index) }) {
        continue
      }
      guard let (said, number) = saidCount(at: index, word), said != keys.count else { continue }
      report(
        .chooseCount,
        "the stem asks for \(Self.inWords(said)), but \(Self.inWords(keys.count)) of the choices \(keys.count == 1 ? "is" : "are") right",
        at: .stem, word: (number, stem))
      return
    }
  }

  /// The number behind "choose" or "which", where the word is one of these.
  private func saidCount(at index: Int, _ word: Word) -> (Int, Word)? {
    var rest = stem.words[(index + 1)...]
    if Self.choosing.contains(word) {
      // A verb of the story would not begin a sentence: "The team may select two regions."
      guard word.traits.contains(.first) || stem.isInBrackets(word) else { return nil }
      if let next = rest.first, Self.article.contains(next) { rest = rest.dropFirst() }
      guard let next = rest.first, next.isPlain, let count = stem.count(next) else { return nil }
      // "Choose two of the three": of the choices.
      return (count, next)
    }
    guard Self.questioning.contains(word), let next = rest.first, next.isPlain,
      let count = stem.count(next), count > 1 || Self.isOneChoice(rest.dropFirst())
    else { return nil }
    return (count, next)
  }

  /// Whether "which one" asks for one choice rather than for one of something else.
  private static func isOneChoice(_ rest: ArraySlice<Word>) -> Bool {
    rest.first.map { of.contains($0) || auxiliaries.contains($0) } ?? true
  }

  private static let choosing = Vocabulary("choose select pick mark")
  private static let questioning = Vocabulary("which what")
  private static let article = Vocabulary("the exactly any only")

  private static func inWords(_ count: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return words.indices.contains(count) ? words[count] : "\(count)"
  }

  // MARK: - Echoes

  /// Only the right choice repeats a word of the stem.
  ///
  /// The same article as for convergence, table 1: "clang association". Words that a wrong choice
  /// repeats too tell nothing, nor does anything where a wrong choice repeats a word of its own.
  /// In a long story a word comes back by chance: there it must be of the sentence that asks, or
  /// make up a good part of the choice.
  mutating func checkEcho() {
    guard choices.count >= 3, !keys.isEmpty, !distractors.isEmpty else { return }
    var inStem: [UInt64: Word] = [:]
    for word in stem.words where !word.traits.contains(.quoted) {
      if let root = stem.root(word) { inStem[root] = inStem[root] ?? word }
    }
    var owners: [UInt64: Int] = [:]
    let roots = choices.map { Set($0.text.words.compactMap($0.text.root)) }
    for root in roots.joined() { owners[root, default: 0] += 1 }
    let keys = keys
    for index in distractors
    where roots[index].contains(where: { inStem[$0] != nil && owners[$0] == 1 }) { return }
    var inWrong = Set<UInt64>()
    for index in distractors { inWrong.formUnion(roots[index]) }
    let echoes = keys.map { key in echo(choices[key].text, of: inStem, without: inWrong) }
    guard echoes.allSatisfy({ $0 != nil }), let key = keys.first, let word = echoes[0] else {
      return
    }
    let text = choices[key].text
    report(
      .stemWordInKey, "only the right choice repeats \(quoted(text.spelling(word))) of the stem",
      at: .item(key), word: (word, text))
  }

  /// The first word of a right choice that comes from the stem and no wrong choice has.
  private func echo(
    _ text: WordedText, of inStem: [UInt64: Word], without others: Set<UInt64>
  ) -> Word? {
    let own = text.words.filter { text.root($0) != nil }
    let repeated = own.filter { word in
      text.root(word).map { inStem[$0] != nil && !others.contains($0) } ?? false
    }
    if stem.words.count <= 20 || 2 * repeated.count >= own.count { return repeated.first }
    let asking = Set(
      stem.askingSentences.flatMap { stem.words(of: $0).compactMap { stem.root($0) } })
    return repeated.first { text.root($0).map(asking.contains) ?? false }
  }

  // MARK: - Steps

  /// A step says where it belongs.
  mutating func checkSequence() {
    guard case .order(let steps) = question.format else { return }
    for (index, step) in steps.enumerated() {
      let text = WordedText(step)
      guard let word = text.words.first, word.range.lowerBound < 3 else { continue }
      let behind = word.range.upperBound
      let isNumbered =
        text.bytes[word.range].allSatisfy(Word.isDigit) && behind + 1 < text.bytes.count
        && (text.bytes[behind] == UInt8(ascii: ".") || text.bytes[behind] == UInt8(ascii: ")"))
        && text.bytes[behind + 1] == 0x20
      let isTold =
        Self.sequence.contains(word)
        && (behind < text.bytes.count && text.bytes[behind] == UInt8(ascii: ",")
          || Self.sequenceAlone.contains(word) && text.words.count > 1)
      guard isNumbered || isTold else { continue }
      report(
        .orderGivenAway, "\(quoted(text.spelling(word))) tells where the step belongs",
        at: .item(index), word: (word, text))
      return
    }
  }

  private static let sequence = Vocabulary(
    "first firstly second secondly third thirdly then next finally lastly last afterwards")
  private static let sequenceAlone = Vocabulary("then finally lastly afterwards")
}

extension WordedText {
  /// The number that a word says, from one to nine.
  fileprivate func count(_ word: Word) -> Int? {
    let numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    let text = spelling(word).lowercased()
    if let index = numbers.firstIndex(of: text) { return index + 1 }
    return Int(text).flatMap { (1...9).contains($0) ? $0 : nil }
  }

  /// Whether a bracket stands before the word.
  fileprivate func isInBrackets(_ word: Word) -> Bool {
    let before = word.range.lowerBound - 1
    return before >= 0 && (bytes[before] == UInt8(ascii: "(") || bytes[before] == UInt8(ascii: "["))
  }

  /// The hash of the part of a word that its forms have in common; nil for words that say nothing
  /// by themselves.
  ///
  /// Rough: it cuts the endings of English off, and what is left need not be a word.
  fileprivate func root(_ word: Word) -> UInt64? {
    guard word.range.count >= 4, !word.traits.contains(.numeric), !Self.common.contains(word)
    else { return nil }
    var letters = bytes[word.range].map(Word.lower)
    func cut(_ ending: StaticString, leaving least: Int) -> Bool {
      let count = ending.utf8CodeUnitCount
      guard letters.count >= count + least,
        letters.suffix(count).elementsEqual(
          UnsafeBufferPointer(start: ending.utf8Start, count: count))
      else { return false }
      letters.removeLast(count)
      return true
    }
    if cut("'s", leaving: 3) || cut("ies", leaving: 3) {
    } else if cut("s", leaving: 3) {
    }
    if cut("ing", leaving: 4) || cut("ed", leaving: 4) || cut("ion", leaving: 5) {
    }
    if cut("e", leaving: 3) || cut("y", leaving: 4) {
    }
    return Word.hash(letters)
  }

  private static let common = Vocabulary(
    """
    that this these those with from into onto over under about above below after before between \
    their there they them then than when where which while what whose whom have has having been \
    being were will would should could must might does done make makes made take takes taken give \
    next previous later earlier change changes work works system systems thing things way ways \
    given each every both either neither only also just more most less least best first last same \
    other others another some such many much very still even here your must need needs needed use \
    uses used using want wants like without within because through during again against until \
    once follow following answer answers question choose right wrong correct true false
    """)
}
