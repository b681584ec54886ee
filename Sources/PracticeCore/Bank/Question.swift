/// One question: a stem, what can be answered, and what the answer teaches.
package struct Question: Equatable, Identifiable, Sendable {
  /// The full name.
  package let id: QuestionID
  /// The objective that it tests; nil where the bank doesn't say.
  package var objective: String?
  /// Ids of the syllabus facts on which the key rests.
  package var facts: [String]
  /// How much it takes.
  package var difficulty: Difficulty?
  /// What the learner has to do with the knowledge.
  package var cognitiveLevel: CognitiveLevel?
  /// The id of a text of the bank's `scenarios` that is read before the stem.
  package var scenario: String?
  /// The text of the question.
  package var stem: String
  /// What can be answered, and what is right.
  package var format: AnswerFormat
  /// The rule to remember.
  package var takeaway: String?
  /// Ids of the bank's references.
  package var references: [String]
  /// The day somebody compared it with its references.
  package var reviewed: CalendarDate?
  /// The author's own labels.
  package var tags: [String]
  /// Fingerprints of its wording and its key.
  package var revision: Revision

  /// Makes a question; the optional parts are empty unless given.
  ///
  /// `scenarioText` is the text that `scenario` names; the fingerprint of the wording covers it.
  package init(
    id: QuestionID, objective: String? = nil, facts: [String] = [],
    difficulty: Difficulty? = nil, cognitiveLevel: CognitiveLevel? = nil,
    scenario: String? = nil, scenarioText: String? = nil, stem: String, format: AnswerFormat,
    takeaway: String? = nil, references: [String] = [], reviewed: CalendarDate? = nil,
    tags: [String] = []
  ) {
    self.id = id
    self.objective = objective
    self.facts = facts
    self.difficulty = difficulty
    self.cognitiveLevel = cognitiveLevel
    self.scenario = scenario
    self.stem = stem
    self.format = format
    self.takeaway = takeaway
    self.references = references
    self.reviewed = reviewed
    self.tags = tags
    revision = Revision(stem: stem, scenario: scenarioText, format: format)
  }
}

/// How much a question takes (item-writing guide of the built-in banks).
package enum Difficulty: String, CaseIterable, Comparable, Sendable {
  /// One fact, directly applicable.
  case foundation
  /// A choice among workable options by one or two requirements.
  case intermediate
  /// Several facts combined, or a trade-off weighed.
  case advanced

  package static func < (left: Difficulty, right: Difficulty) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .foundation: 0
    case .intermediate: 1
    case .advanced: 2
    }
  }
}

/// What the learner has to do with the knowledge (after Bloom's taxonomy).
package enum CognitiveLevel: String, CaseIterable, Sendable {
  /// Recognise a fact.
  case recall
  /// Explain, classify or predict.
  case understand
  /// Choose or configure for a situation.
  case apply
  /// Diagnose, compare or find the cause.
  case analyse
}
