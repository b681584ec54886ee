import PracticeCore

/// Rules on single words and phrases of choices and rationales.
extension QuestionExamination {
  /// A choice is about the others: "all of the above", "none of these".
  mutating func checkOthers() {
    for (index, (_, text)) in choices.enumerated() {
      guard let rule = Self.ruleOnOthers(text) else { continue }
      report(
        rule,
        "\(quoted(text.spelling(text.words))) is about the other choices instead of the question",
        at: .item(index))
    }
  }

  private static func ruleOnOthers(_ text: WordedText) -> Rule? {
    let words = text.words
    guard (3...7).contains(words.count), let first = words.first else { return nil }
    let isNone = none.contains(first)
    guard isNone || all.contains(first), words.dropFirst().allSatisfy({ others.contains($0) }),
      words.dropFirst().contains(where: { pointing.contains($0) })
    else { return nil }
    return isNone ? .noneOfTheAbove : .allOfTheAbove
  }

  private static let all = Vocabulary("all both any either each every")
  private static let none = Vocabulary("none neither no")
  private static let others = Vocabulary(
    "of the these those above below other others answers answer choices choice options option is are correct right true apply applies listed mentioned given one ones them"
  )
  private static let pointing = Vocabulary(
    "these those above below other others answers answer choices choice options option them")

  /// A text names a choice by its letter or place, which change when choices are shuffled.
  mutating func checkLetters() {
    guard !choices.isEmpty else { return }
    for (index, (choice, text)) in choices.enumerated() {
      if let word = Self.lettersAlone(text, upTo: choices.count) {
        report(
          .choiceByLetter, "letters of choices mean nothing: choices are shuffled",
          at: .item(index), word: (word, text))
      } else {
        checkLetters(in: text, at: .item(index))
      }
      if let why = choice.why { checkLetters(in: WordedText(why), at: .why(index)) }
    }
    if let takeaway = question.takeaway { checkLetters(in: WordedText(takeaway), at: .takeaway) }
  }

  private mutating func checkLetters(in text: WordedText, at part: BankPlaces.Part) {
    for (number, word) in text.words.enumerated().dropFirst() {
      let before = text.words[number - 1]
      guard text.areNeighbours(before, word) else { continue }
      if Self.nouns.contains(before), before.isPlain, word.isPlain,
        text.isLetter(word, upTo: choices.count),
        // A stem that calls something "option B" itself may be answered in its words.
        !stem.holds(before, word)
      {
        report(
          .choiceByLetter,
          "\(quoted(text.spelling([before, word]))) means nothing: choices are shuffled", at: part,
          word: (before, text))
        return
      }
      if Self.ordinals.contains(before), Self.optionNouns.contains(word), word.isPlain,
        !stem.holds(before, word)
      {
        report(
          .choiceByLetter,
          "\(quoted(text.spelling([before, word]))) means nothing: choices are shuffled", at: part,
          word: (before, text))
        return
      }
    }
  }

  private static let nouns = Vocabulary("option options choice choices answer answers distractor")
  private static let ordinals = Vocabulary("first second third fourth fifth previous preceding")
  private static let optionNouns = Vocabulary("option options")

  /// The first letter of a choice such as "A and C", or "both B and D"; nil for other choices.
  private static func lettersAlone(_ text: WordedText, upTo count: Int) -> Word? {
    guard (2...9).contains(text.words.count) else { return nil }
    var letters: [Word] = []
    for word in text.words {
      if text.isLetter(word, upTo: count) {
        letters.append(word)
      } else if !joining.contains(word) {
        return nil
      }
    }
    return Set(letters.map(\.hash)).count >= 2 ? letters.first : nil
  }

  private static let joining = Vocabulary(
    "and or both neither nor only are is correct right answers answer options choices either")

  // MARK: - Absolute and vague terms

  /// Words that are never quite true give wrong choices away; vague ones make every choice
  /// arguable.
  mutating func checkTerms() {
    let absolute = choices.map { Self.absoluteTerm($0.text) }
    if !keys.contains(where: { absolute[$0] != nil }) {
      for index in distractors {
        guard let words = absolute[index], let word = words.first else { continue }
        let text = choices[index].text
        report(
          .absoluteTerm,
          "\(quoted(text.spelling(words))) gives a wrong choice away, and no right choice has its like",
          at: .item(index), word: (word, text))
      }
    }
    for (index, (_, text)) in choices.enumerated() {
      if let words = Self.vagueTerm(text, in: text.words[...]), let word = words.first {
        report(
          .vagueTerm, "\(quoted(text.spelling(words))) can be read in several ways",
          at: .item(index), word: (word, text))
      }
    }
    for sentence in stem.askingSentences {
      if let words = Self.vagueTerm(stem, in: stem.words(of: sentence)), let word = words.first {
        report(
          .vagueTerm, "\(quoted(stem.spelling(words))) can be read in several ways", at: .stem,
          word: (word, stem))
        return
      }
    }
  }

  private static func absoluteTerm(_ text: WordedText) -> ArraySlice<Word>? {
    // "Never" by itself answers how often something is so.
    guard text.words.count > 1 else { return nil }
    for (index, word) in text.words.enumerated() {
      if let length = absolutePhrases.length(atStartOf: text.words[index...]) {
        return text.words[index..<(index + length)]
      }
      guard absolutes.contains(word), text.isInProse(index) else { continue }
      return text.words[index...index]
    }
    return nil
  }

  private static let absolutes = Vocabulary("always never invariably impossible absolutely")
  private static let absolutePhrases: Phrases = [
    "in all cases", "in every case", "in any case whatsoever", "under all circumstances",
    "under no circumstances", "without exception", "without any exception", "at all times",
    "no matter what", "every single time",
  ]

  private static func vagueTerm(
    _ text: WordedText, in words: ArraySlice<Word>
  ) -> ArraySlice<Word>? {
    for index in words.indices {
      if let length = vaguePhrases.length(atStartOf: words[index...]) {
        return words[index..<(index + length)]
      }
      guard vague.contains(words[index]), text.isInProse(index) else { continue }
      let before = index > words.startIndex ? words[index - 1] : nil
      // "More often" and "how often" compare; "the rarely read files" are such files.
      if let before, comparing.contains(before) { continue }
      if index + 1 < words.endIndex {
        let next = words[index + 1]
        if available.contains(next) { continue }
        if text.isParticiple(next), !(before.map(auxiliaries.contains) ?? false) { continue }
        if let before, auxiliaries.contains(before), index - 2 >= words.startIndex,
          relatives.contains(words[index - 2]), text.isParticiple(next)
        {
          continue
        }
      }
      return words[index...index]
    }
    return nil
  }

  private static let vague = Vocabulary(
    "usually often sometimes frequently rarely seldom occasionally generally typically commonly probably"
  )
  private static let vaguePhrases: Phrases = [
    "in most cases", "from time to time", "now and then", "as a rule", "more or less", "in general",
  ]
  private static let comparing = Vocabulary(
    "more most less least as how too so very only not fairly")
  private static let available = Vocabulary("available than enough")
  static let auxiliaries = Vocabulary(
    "is are was were be been being has have had do does did can could will would should must may might"
  )
  private static let relatives = Vocabulary("that which who")
}

extension WordedText {
  /// Whether the word is one capital letter, of those that `count` choices have.
  fileprivate func isLetter(_ word: Word, upTo count: Int) -> Bool {
    guard word.range.count == 1, !word.traits.contains(.joined) else { return false }
    let letter = bytes[word.range.lowerBound]
    return letter >= UInt8(ascii: "A") && Int(letter) < Int(UInt8(ascii: "A")) + count
  }

  /// Whether nothing but white space stands between the words.
  fileprivate func areNeighbours(_ first: Word, _ second: Word) -> Bool {
    bytes[first.range.upperBound..<second.range.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x0a }
  }

  /// Whether the two words stand here one behind the other.
  fileprivate func holds(_ first: Word, _ second: Word) -> Bool {
    zip(words, words.dropFirst()).contains { $0.hash == first.hash && $1.hash == second.hash }
  }

  /// Whether the word is running text: not quoted, not a part of a name such as "Always On".
  fileprivate func isInProse(_ index: Int) -> Bool {
    let word = words[index]
    guard word.isPlain else { return false }
    guard word.traits.contains(.capitalised) else { return true }
    if word.traits.contains(.capitals) { return true }
    guard word.traits.contains(.first), index + 1 < words.count else {
      return word.traits.contains(.first)
    }
    return !words[index + 1].traits.contains(.capitalised)
      || words[index + 1].traits.contains(.capitals)
  }

  /// Whether a word looks like a participle: "accessed", "changing", "read".
  fileprivate func isParticiple(_ word: Word) -> Bool {
    if Self.irregular.contains(word) { return true }
    let letters = bytes[word.range]
    guard letters.count > 4 else { return false }
    return letters.suffix(2).elementsEqual("ed".utf8)
      || letters.suffix(3).elementsEqual("ing".utf8)
  }

  private static let irregular = Vocabulary(
    "read used seen run written built sent bought known kept held lost met put set shut cut")
}
