/// The form of one sitting with all that it needs, kept as it was when it was drawn.
///
/// A bank or a rule that changes later changes nothing here.
package struct ExamPaper: Equatable, Sendable {
  /// A question in its place.
  package struct Item: Equatable, Sendable {
    /// The question, with its key and rationales.
    package var question: Question
    /// The text that is read before the stem.
    package var scenario: String?
    /// The title of the question's objective.
    package var objectiveTitle: String?
    /// What the question cites.
    package var references: [Reference]
    /// The order in which its items stand.
    package var order: ItemNumbers
    /// The section for which it was drawn, from 0.
    package var section: Int
    /// Whether it counts.
    package var isScored: Bool
    /// Whether the learner had never answered it when the form was drawn.
    package var isNew: Bool

    /// Makes an item.
    package init(
      question: Question, scenario: String? = nil, objectiveTitle: String? = nil,
      references: [Reference] = [], order: ItemNumbers, section: Int, isScored: Bool, isNew: Bool
    ) {
      self.question = question
      self.scenario = scenario
      self.objectiveTitle = objectiveTitle
      self.references = references
      self.order = order
      self.section = section
      self.isScored = isScored
      self.isNew = isNew
    }
  }

  /// The rules: title, time, scale, sections.
  package var blueprint: Blueprint
  /// The seed of the draw.
  package var seed: UInt64
  /// The questions, in order.
  package var items: [Item]

  /// Makes a paper of its parts.
  package init(blueprint: Blueprint, seed: UInt64, items: [Item]) {
    self.blueprint = blueprint
    self.seed = seed
    self.items = items
  }

  /// Makes the paper of a form.
  ///
  /// - Parameters:
  ///   - form: the form; questions that the catalog doesn't hold are left out.
  ///   - blueprint: the rules by which it was drawn.
  ///   - seed: the seed of the draw.
  ///   - catalog: where its questions stand.
  ///   - isNew: whether the learner has never answered a question.
  package init(
    _ form: ExamForm, by blueprint: Blueprint, seed: UInt64, from catalog: QuestionCatalog,
    isNew: (QuestionID) -> Bool
  ) {
    let items = form.items.compactMap { item -> Item? in
      guard let question = catalog[item.showing.question],
        let bank = catalog.bank(of: question.id)
      else { return nil }
      return Item(
        question: question, scenario: question.scenario.flatMap { bank.scenarios[$0] },
        objectiveTitle: question.objective.flatMap { bank.objective($0)?.title },
        references: question.references.compactMap { bank.reference($0) },
        order: item.showing.order, section: item.section, isScored: item.isScored,
        isNew: isNew(question.id))
    }
    self.init(blueprint: blueprint, seed: seed, items: items)
  }
}
