/// Numbers over a bank that show how well its questions are made.
///
/// A learner who knows nothing of the subject can pass a bank whose right answers stand at one
/// place or are the longest; these numbers tell its author. The limits are those of the guides to
/// item writing, such as T. M. Haladyna, "Developing and Validating Multiple-Choice Test Items",
/// 3rd edition, 2004.
package struct BankFigures: Equatable, Sendable {
  /// Single-choice questions with the same number of choices.
  package struct KeyPlaces: Equatable, Sendable {
    /// How many choices each has.
    package var choices: Int
    /// How often the right answer stands at each place, as written, from the first.
    package var counts: [Int]

    /// Makes a count.
    package init(choices: Int, counts: [Int]) {
      self.choices = choices
      self.counts = counts
    }
  }

  /// Two questions and how alike their stems are.
  package struct Likeness: Equatable, Sendable {
    /// The one written first.
    package var first: QuestionID
    /// The other.
    package var second: QuestionID
    /// The share of runs of three words that both stems have of those that either has, 0 to 1.
    package var share: Double

    /// Makes a pair.
    package init(first: QuestionID, second: QuestionID, share: Double) {
      self.first = first
      self.second = second
      self.share = share
    }
  }

  /// Where right answers stand, by the number of choices, ascending.
  package private(set) var keyPlaces: [KeyPlaces] = []
  /// How many questions have one right choice.
  package private(set) var singleChoice = 0
  /// Those of them in which the right choice has more characters than every other.
  package private(set) var keyIsLongest: [QuestionID] = []
  /// Questions whose longest choice has more than one and a half times the words of the shortest.
  package private(set) var unevenChoices: [QuestionID] = []
  /// Questions that ask for what is not so.
  package private(set) var negativeStems: [QuestionID] = []
  /// Questions with a choice such as "all of the above".
  package private(set) var choicesAboutOthers: [QuestionID] = []
  /// The two stems that are most alike; nil where no two share a run of three words.
  package private(set) var mostAlike: Likeness?
  /// Ids of objectives that no question tests.
  package private(set) var untestedObjectives: [String] = []
  /// Ids of references that no question names.
  package private(set) var unusedReferences: [String] = []
  /// What the weights of the domains add to.
  package private(set) var totalWeight: Double
  /// The day on which the question was reviewed that has waited longest; nil where none was.
  package private(set) var oldestReview: CalendarDate?

  /// The largest share of single-choice questions in which the right choice may be the longest.
  package static let longestKeyLimit = 0.30
  /// The share of right answers that should stand at each of four places.
  package static let evenPlaces = 0.20...0.30
  /// The largest share of questions that may ask for what is not so.
  package static let negativeLimit = 0.05
  /// How alike two stems may be, by ``Likeness/share``: above it, one of them adds little.
  package static let likenessLimit = 0.50

  /// Takes the numbers of a bank.
  package init(_ bank: QuestionBank) {
    totalWeight = bank.domains.map(\.weight).reduce(0, +)
    var places: [Int: [Int]] = [:]
    var tested = Set<String>()
    var used = Set<String>()
    for question in bank.questions {
      if let objective = question.objective { tested.insert(objective) }
      used.formUnion(question.references)
      if let day = question.reviewed { oldestReview = min(oldestReview ?? day, day) }
      if Self.isNegative(question.stem) { negativeStems.append(question.id) }
      guard case .choices(let choices) = question.format else { continue }
      if choices.contains(where: { Self.isAboutOthers($0.text) }) {
        choicesAboutOthers.append(question.id)
      }
      let words = choices.map { $0.text.split(whereSeparator: \.isWhitespace).count }
      if 2 * (words.max() ?? 0) > 3 * (words.min() ?? 0) { unevenChoices.append(question.id) }
      guard let key = question.keyNumbers.first, question.keyNumbers.count == 1 else { continue }
      singleChoice += 1
      places[choices.count, default: .init(repeating: 0, count: choices.count)][key - 1] += 1
      let lengths = choices.map(\.text.unicodeScalars.count)
      let others = lengths.indices.filter { $0 != key - 1 }.map { lengths[$0] }
      if let longest = others.max(), lengths[key - 1] > longest { keyIsLongest.append(question.id) }
    }
    keyPlaces = places.sorted { $0.key < $1.key }.map { KeyPlaces(choices: $0, counts: $1) }
    mostAlike = Self.mostAlike(bank.questions)
    untestedObjectives = bank.domains.flatMap(\.objectives).map(\.id)
      .filter { !tested.contains($0) }
    unusedReferences = bank.references.map(\.id).filter { !used.contains($0) }
  }

  /// Whether a stem asks for what is not so: a NOT or EXCEPT in capitals, or "which … is not …?".
  private static func isNegative(_ stem: String) -> Bool {
    for sentence in stem.split(whereSeparator: { ".?!".contains($0) }) {
      let words = words(sentence)
      if words.contains("NOT") || words.contains("EXCEPT") { return true }
      let lower = words.map { $0.lowercased() }
      guard let which = lower.firstIndex(of: "which") else { continue }
      for (place, word) in lower.enumerated().dropFirst(which + 1)
      where verbs.contains(word) && place + 1 < lower.count {
        if lower[place + 1] == "not" || lower[place + 1] == "never" { return true }
      }
    }
    return false
  }

  private static let verbs: Set = [
    "is", "are", "does", "do", "should", "must", "can", "would", "will",
  ]

  /// Whether a choice is about the others: "all of the above", "none of these", "both A and B".
  private static func isAboutOthers(_ text: String) -> Bool {
    let words = words(text).map { $0.lowercased() }
    if words.count == 4, words[0] == "both", words[2] == "and",
      words[1].count == 1, words[3].count == 1
    {
      return true
    }
    guard words.count <= 5, let first = words.first,
      ["all", "none", "both", "neither", "any", "either"].contains(first)
    else { return false }
    return words.dropFirst().first == "of"
      && words.dropFirst(2).allSatisfy {
        [
          "the", "these", "those", "above", "below", "other", "others", "answers", "choices",
          "options",
        ]
        .contains($0)
      }
  }

  private static func words(_ text: some StringProtocol) -> [String] {
    text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { String($0) }
  }

  /// How many stems may share a run of words before it tells nothing: without a bound, a common
  /// phrase in a large bank would be compared with itself a million times.
  private static let commonRun = 50

  private static func mostAlike(_ questions: [Question]) -> Likeness? {
    var stemsOfRun: [[String]: [Int]] = [:]
    var runCounts: [Int] = []
    for (number, question) in questions.enumerated() {
      let words = words(question.stem.lowercased())
      let runs = Set(words.indices.dropLast(2).map { Array(words[$0..<($0 + 3)]) })
      runCounts.append(runs.count)
      for run in runs { stemsOfRun[run, default: []].append(number) }
    }
    var sharedRuns: [Pair: Int] = [:]
    for stems in stemsOfRun.values where (2...commonRun).contains(stems.count) {
      for (place, first) in stems.enumerated() {
        for second in stems[(place + 1)...] {
          sharedRuns[Pair(first: first, second: second), default: 0] += 1
        }
      }
    }
    let alike = sharedRuns.map { pair, shared in
      (pair, Double(shared) / Double(runCounts[pair.first] + runCounts[pair.second] - shared))
    }
    // Of equal shares the first pair, whatever order the dictionary has.
    let most = alike.max {
      ($0.1, -$0.0.first, -$0.0.second) < ($1.1, -$1.0.first, -$1.0.second)
    }
    return most.map { pair, share in
      Likeness(first: questions[pair.first].id, second: questions[pair.second].id, share: share)
    }
  }

  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }
}
