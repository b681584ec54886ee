package import PracticeCore
package import QuestionBankFormat

/// A question of another format, before it is known whether a bank can hold it.
package struct ImportedQuestion {
  /// Where it begins.
  package var location: SourceLocation
  /// The id that the file gives.
  package var id: String?
  /// The name that the file gives, from which an id is made where there is none.
  package var name: String?
  /// The names of the categories around it, from the outermost.
  package var category: [String] = []
  /// The text of the question, in the layout of banks.
  package var stem: String
  /// What can be answered, and what is right.
  package var format: AnswerFormat
  /// The rule to remember, in the layout of banks.
  package var takeaway: String?
  /// What its tags say.
  package var labels = QuestionLabels(reading: [])
  /// The pages that it rests on.
  package var references: [(id: String?, title: String, url: String)] = []
  /// A text that several questions share, and its id.
  package var scenario: (id: String?, text: String)?
  /// The title of the domain; the first category where nil.
  package var domainTitle: String?
  /// The title of the objective; the further categories where nil.
  package var objectiveTitle: String?

  /// Makes a question.
  package init(
    location: SourceLocation, id: String? = nil, name: String? = nil, category: [String] = [],
    stem: String, format: AnswerFormat
  ) {
    self.location = location
    self.id = id
    self.name = name
    self.category = category
    self.stem = stem
    self.format = format
  }

  /// Takes takeaway and references out of a text that is shown after the question.
  ///
  /// Ids that the labels give to references go with them in their order.
  package mutating func takeFeedback(_ text: String) {
    let feedback = GeneralFeedback(reading: text)
    takeaway = feedback.takeaway
    let ids = labels.references
    references = feedback.references.enumerated().map { index, reference in
      (ids.count == feedback.references.count ? ids[index] : nil, reference.title, reference.url)
    }
  }

  /// How diagnostics and losses call it.
  package var shownName: String? { id ?? name }
}
