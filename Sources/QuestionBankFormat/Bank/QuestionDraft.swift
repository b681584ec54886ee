import PracticeCore

/// A question while it is being read.
struct QuestionDraft {
  /// Where it begins.
  let place: Place

  var id: YAMLCursor.Text?
  var objective: YAMLCursor.Text?
  var facts: [String] = []
  var difficulty: Difficulty?
  var cognitive: CognitiveLevel?
  var scenario: YAMLCursor.Text?
  var stem: String?
  var format: AnswerFormat?
  var distractors: [YAMLCursor.Text] = []
  var distractorsPlace: Place?
  var takeaway: String?
  var references: [YAMLCursor.Text] = []
  var reviewed: CalendarDate?
  var tags: [String] = []
  var exceptions: [RuleException] = []

  /// The key that said first what can be answered.
  private var kind: (key: QuestionKey, place: Place)?

  init(place: Place) { self.place = place }

  /// Notes that `key` says what can be answered; false, with a report, where another did before.
  mutating func takeKind(
    _ key: QuestionKey, at keyPlace: Place, reportingTo cursor: borrowing YAMLCursor
  ) -> Bool {
    guard let kind else {
      kind = (key, keyPlace)
      return true
    }
    cursor.report(
      .answerKind,
      "a question has one of 'choices', 'match', 'order', 'answer'; this one has '\(kind.key)' already",
      at: keyPlace,
      notes: [
        Diagnostic.Note(message: "the first one is here", location: cursor.location(kind.place))
      ])
    return false
  }

  /// Reports what is missing and what doesn't fit together.
  func check(
    _ mapping: YAMLCursor.Mapping<QuestionKey>, reportingTo cursor: borrowing YAMLCursor
  ) {
    let place = id?.place ?? place
    cursor.require([.id, .stem], in: mapping, "a question", at: place)
    if kind == nil {
      cursor.report(
        .answerKind, "a question needs one of 'choices', 'match', 'order', 'answer'", at: place)
    }
    checkDistractors(reportingTo: cursor)
    let missing = mapping.missing([.difficulty, .cognitive, .takeaway, .reviewed])
    if !missing.isEmpty {
      cursor.report(
        .incompleteQuestion, "the question has no \(inWords(missing.map(\.rawValue)))", at: place)
    }
  }

  private func checkDistractors(reportingTo cursor: borrowing YAMLCursor) {
    if let distractorsPlace, let kind, kind.key != .match {
      cursor.report(
        .misplacedKey, "'distractors' goes with 'match', not with '\(kind.key)'",
        at: distractorsPlace)
    }
    guard case .match(let pairs, _) = format else { return }
    var answers = pairs.map(\.answer)
    for distractor in distractors.prefix(AnswerFormat.maximumItems) {
      if answers.contains(where: { haveEqualWords($0, distractor.value) }) {
        cursor.report(
          .duplicateDistractor,
          "distractor \(quoted(distractor.value)) is an answer or a distractor already",
          at: distractor.place)
      }
      answers.append(distractor.value)
    }
    let count = Set(pairs.map(\.answer)).count + distractors.count
    if count > AnswerFormat.maximumItems {
      cursor.report(
        .tooManyItems,
        "\(count) answers and distractors; at most \(AnswerFormat.maximumItems) are allowed",
        at: distractorsPlace ?? kind?.place)
    } else if count < 2 {
      cursor.report(
        .tooFewItems, "one answer only, so that nothing can be matched wrongly",
        at: kind?.place)
    }
  }

  /// The question, as one of the bank `bank`; nil where a part that must be there isn't.
  ///
  /// `scenarioText` is the text of its scenario, as far as that is known.
  func question(inBank bank: String, scenario scenarioText: String?) -> Question? {
    guard let id, let stem, var format else { return nil }
    if case .match(let pairs, _) = format {
      format = .match(pairs: pairs, distractors: distractors.map(\.value))
    }
    return Question(
      id: QuestionID(bank: bank, question: id.value), objective: objective?.value, facts: facts,
      difficulty: difficulty, cognitiveLevel: cognitive, scenario: scenario?.value,
      scenarioText: scenarioText, stem: stem,
      format: format, takeaway: takeaway, references: references.map(\.value), reviewed: reviewed,
      tags: tags)
  }
}
