package import QuestionBankFormat

/// Something that a conversion leaves out, or carries only in part.
package struct ExchangeLoss: Equatable, Sendable {
  /// What is lost; the raw value is stable.
  package enum Kind: String, CaseIterable, Sendable {
    /// A whole question.
    case question
    /// The text that several questions share stands in front of each stem instead.
    case scenario
    /// The objective, or the domain, of a question.
    case objective
    /// Facts on which the key rests.
    case facts
    /// How much a question takes.
    case difficulty
    /// What the learner has to do with the knowledge.
    case cognitive
    /// A rationale.
    case rationale
    /// The rule to remember.
    case takeaway
    /// References.
    case references
    /// The day of a review.
    case reviewed
    /// Labels.
    case tags
    /// A choice that stays last.
    case last
    /// The kind of a question, which becomes another.
    case kind
    /// Answers of a matching question that match nothing.
    case distractors
    /// An id, which becomes another.
    case id
    /// Paragraphs, lists or code, which become running text.
    case layout
    /// What the bank says of itself.
    case bank
    /// Weights and titles of domains and objectives.
    case domains
    /// Study notes.
    case notes
    /// A picture.
    case image
    /// Sound, film, applets and attached files.
    case media
    /// A table, which becomes lines of text.
    case table
    /// A formula as it would be typeset.
    case formula
    /// Points, partial credit, penalties and tolerances.
    case points
    /// Feedback and hints that have no place in a question of Swot.
    case feedback
    /// Characters that no bank may hold.
    case characters
    /// What a format has beside all that.
    case other
  }

  /// What is lost.
  package var kind: Kind
  /// The question that it belongs to: its id, or its name where it has none.
  package var question: String?
  /// Where it stands in the file that was read; nil where that isn't known.
  package var location: SourceLocation?
  /// What is left out and what becomes of it: lower case, without a full stop.
  package var message: String

  /// Makes a loss.
  package init(
    kind: Kind, question: String? = nil, location: SourceLocation? = nil, message: String
  ) {
    self.kind = kind
    self.question = question
    self.location = location
    self.message = message
  }
}
