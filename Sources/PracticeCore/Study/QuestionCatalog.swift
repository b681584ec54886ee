/// All banks at hand, with their questions by full name.
package struct QuestionCatalog: Equatable, Sendable {
  /// The banks, in the order given.
  package let banks: [QuestionBank]
  private let places: [QuestionID: Place]

  private struct Place: Equatable, Sendable {
    var bank: Int
    var question: Int
  }

  /// Makes a catalog; of two banks with one id, or two questions with one name, the first counts.
  package init(banks: [QuestionBank]) {
    self.banks = banks
    var places: [QuestionID: Place] = [:]
    places.reserveCapacity(banks.reduce(0) { $0 + $1.questions.count })
    for (bank, content) in banks.enumerated() {
      for (question, value) in content.questions.enumerated() where places[value.id] == nil {
        places[value.id] = Place(bank: bank, question: question)
      }
    }
    self.places = places
  }

  /// The question of that name.
  package subscript(id: QuestionID) -> Question? {
    places[id].map { banks[$0.bank].questions[$0.question] }
  }

  /// The bank in which the question of that name stands.
  package func bank(of id: QuestionID) -> QuestionBank? { places[id].map { banks[$0.bank] } }

  /// Whether `left` was written before `right`; false where one of them isn't in the catalog.
  package func precedes(_ left: QuestionID, _ right: QuestionID) -> Bool {
    guard let left = places[left], let right = places[right] else { return false }
    return (left.bank, left.question) < (right.bank, right.question)
  }

  /// The bank of that id.
  package func bank(named id: some StringProtocol) -> QuestionBank? {
    banks.first { $0.id == id }
  }
}

extension QuestionBank {
  /// The domain to which the objective belongs.
  package func domain(ofObjective id: String) -> Domain? {
    domains.first { $0.objectives.contains { $0.id == id } }
  }

  /// The objective of that id.
  package func objective(_ id: String) -> Objective? {
    for domain in domains {
      if let objective = domain.objectives.first(where: { $0.id == id }) { return objective }
    }
    return nil
  }

  /// The reference of that id.
  package func reference(_ id: String) -> Reference? { references.first { $0.id == id } }

  /// The section of notes that teaches the objective.
  package func notes(forObjective id: String) -> NotesSection? {
    notes.first { $0.objective == id }
  }
}
