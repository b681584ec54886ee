import PracticeCore

/// Rules on choices as a whole: their length, order and likeness.
extension QuestionExamination {
  /// The right choice is much longer than the others, or some choice stands out by its length.
  ///
  /// T. M. Haladyna, S. M. Downing, M. C. Rodriguez, "A review of multiple-choice item-writing
  /// guidelines for classroom assessment", Applied Measurement in Education 15 (2002), rule 24.
  mutating func checkLengths() {
    guard choices.count >= 3, !choices.contains(where: { $0.text.hasCode }) else { return }
    let lengths = choices.map(\.text.length)
    let keys = keys
    let wrong = distractors.map { lengths[$0] }
    if let key = keys.min(by: { lengths[$0] < lengths[$1] }), let longest = wrong.max() {
      let mean = Double(wrong.reduce(0, +)) / Double(wrong.count)
      let length = lengths[key]
      if Double(length) >= 1.5 * mean, 4 * length >= 5 * longest, length >= longest + 20 {
        report(
          .keyLongest,
          keys.count == 1
            ? "the right choice has \(length) characters, the longest wrong one \(longest)"
            : "each right choice has at least \(length) characters, the longest wrong one \(longest)",
          at: .item(key))
        return
      }
    }
    let counts = choices.map { $0.choice.text.split(whereSeparator: \.isWhitespace).count }
    guard let longest = counts.indices.max(by: { counts[$0] < counts[$1] }),
      let shortest = counts.indices.min(by: { counts[$0] < counts[$1] }),
      2 * counts[longest] > 3 * counts[shortest], counts[longest] >= counts[shortest] + 5
    else { return }
    report(
      .unevenChoices,
      "the longest choice has \(counts[longest]) words, the shortest \(counts[shortest])",
      at: .item(longest))
  }

  /// All choices are numbers, and stand in no order.
  mutating func checkNumbers() {
    var quantities: [(Quantity, String)] = []
    for (choice, _) in choices {
      if let quantity = Quantity(choice.text) {
        quantities.append((quantity, choice.text))
      } else if !choice.staysLast {
        return
      }
    }
    guard quantities.count >= 3, let first = quantities.first,
      quantities.allSatisfy({ $0.0.dimension == first.0.dimension })
    else { return }
    let values = quantities.map(\.0.value)
    let steps = zip(values, values.dropFirst())
    if steps.allSatisfy({ $0 <= $1 }) || steps.allSatisfy({ $0 >= $1 }) { return }
    let sorted = quantities.enumerated()
      .sorted { ($0.element.0.value, $0.offset) < ($1.element.0.value, $1.offset) }
      .map { $0.element.1.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    report(
      .unorderedNumbers,
      "the numbers are in no order; in order they are \(sorted.joined(separator: ", "))",
      at: .kind)
  }

  /// The right choice is made of the pieces that the others have in common.
  ///
  /// BMC Medical Education 2016, doi 10.1186/s12909-016-0559-7, table 1: "convergence strategy".
  mutating func checkConvergence() {
    guard choices.count >= 3, keys.count == 1, let key = keys.first else { return }
    let pieces = choices.map { ChoicePieces($0.text).pieces }
    guard pieces[key].count >= 2, pieces.allSatisfy({ $0.count == pieces[key].count }) else {
      return
    }
    var owners: [String: Int] = [:]
    for piece in pieces.flatMap({ Set($0) }) { owners[piece, default: 0] += 1 }
    let isShared = pieces.map { $0.map { owners[$0, default: 0] > 1 } }
    guard isShared[key].allSatisfy({ $0 }),
      distractors.allSatisfy({ number in isShared[number].contains(false) })
    else { return }
    report(
      .convergence,
      "only the right choice is made of pieces that other choices share; each wrong one has a piece of its own",
      at: .item(key))
  }

  /// The answer can be read off the question.
  mutating func checkGivenAnswers() {
    switch question.format {
    case .answer(let accepted):
      for text in accepted {
        let answer = WordedText(text)
        if let place = stem.place(of: answer) {
          report(
            .answerInStem, "the stem holds the answer \(quoted(text))", at: .stem,
            word: (stem.words[place], stem))
          return
        }
      }
    case .match(let pairs, _):
      for (index, pair) in pairs.enumerated() {
        let prompt = WordedText(pair.prompt)
        if let place = prompt.place(of: WordedText(pair.answer)) {
          report(
            .answerInStem, "the prompt holds its answer \(quoted(pair.answer))", at: .item(index),
            word: (prompt.words[place], prompt))
        }
      }
    case .choices, .order: return
    }
  }
}

/// The pieces of a choice that lists several things.
private struct ChoicePieces {
  /// Each piece as words in lower case with single blanks.
  private(set) var pieces: [String] = []

  private static let parting: Vocabulary = ["and", "with", "plus", "or", "but"]
  private static let articles: Vocabulary = ["a", "an", "the"]

  init(_ text: WordedText) {
    guard !text.hasCode, text.words.count <= 60 else { return }
    var current: [String] = []
    var end = text.words.first?.range.lowerBound ?? 0
    for word in text.words {
      let between = text.bytes[end..<word.range.lowerBound]
      end = word.range.upperBound
      let isParted = between.contains { ",;+/&".utf8.contains($0) }
      if isParted || Self.parting.contains(word) {
        add(&current)
        if Self.parting.contains(word) { continue }
      }
      if !Self.articles.contains(word) { current.append(text.spelling(word).lowercased()) }
    }
    add(&current)
  }

  private mutating func add(_ words: inout [String]) {
    if !words.isEmpty { pieces.append(words.joined(separator: " ")) }
    words = []
  }
}

extension WordedText {
  /// The number of the word with which all words of `other` begin here in a row; nil where they
  /// don't, or `other` has no letter.
  fileprivate func place(of other: WordedText) -> Int? {
    let wanted = other.words
    guard let first = wanted.first, wanted.count <= words.count,
      wanted.contains(where: { $0.range.count > 1 && !$0.traits.contains(.numeric) })
    else { return nil }
    for start in 0...(words.count - wanted.count)
    where words[start].hash == first.hash
      && zip(words[start...], wanted).allSatisfy({ $0.hash == $1.hash })
    {
      return start
    }
    return nil
  }
}
