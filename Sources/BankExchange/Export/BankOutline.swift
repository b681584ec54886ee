package import PracticeCore

/// Where questions stand among the domains and objectives of their bank.
package struct BankOutline {
  private var places: [String: (domain: Domain, objective: Objective)] = [:]

  /// The outline of a bank.
  package init(_ bank: QuestionBank) {
    for domain in bank.domains {
      for objective in domain.objectives { places[objective.id] = (domain, objective) }
    }
  }

  /// The domain and the objective of a question; nil where it has none.
  package func place(of question: Question) -> (domain: Domain, objective: Objective)? {
    question.objective.flatMap { places[$0] }
  }

  /// The titles of the domain and the objective of a question; empty where it has none.
  package func titles(of question: Question) -> [String] {
    place(of: question).map { [$0.domain.title, $0.objective.title] } ?? []
  }
}

extension QuestionBank {
  /// The stem of a question, behind the text of its scenario where it has one.
  package func wholeStem(of question: Question) -> String {
    guard let text = question.scenario.flatMap({ scenarios[$0] }) else { return question.stem }
    return TextBlock.normalized(text) + "\n\n" + TextBlock.normalized(question.stem)
  }
}
