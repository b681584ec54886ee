/// The questions of a catalog by numbers, with what a fold over a million answers asks of each.
package struct CatalogIndex: Sendable {
  /// The catalog.
  package let catalog: QuestionCatalog
  /// The numbers of the questions.
  private(set) var numbers: [QuestionID: Int] = [:]
  /// The questions, by number.
  private(set) var ids: [QuestionID] = []
  /// For each question the chance that a blind guess is right.
  private(set) var guesses: [Double] = []
  /// For each question the number of its group: see ``groups``.
  private(set) var groupOfQuestion: [Int] = []
  /// For each question the number of its difficulty, from 0; those without one count as
  /// intermediate.
  private(set) var difficulties: [Int] = []
  /// The objectives, and for each bank the questions without one, with the numbers of the domains
  /// and banks that they belong to.
  private(set) var groups: [Group] = []
  /// How many domains there are; those questions without one have one for each bank.
  private(set) var domainCount = 0

  /// The questions of one objective.
  struct Group: Sendable {
    var bank: Int
    var domain: Int
  }

  /// Numbers the questions of a catalog: those of its first bank first, each as written.
  package init(_ catalog: QuestionCatalog) {
    self.catalog = catalog
    let count = catalog.banks.reduce(0) { $0 + $1.questions.count }
    numbers.reserveCapacity(count)
    guesses.reserveCapacity(count)
    ids.reserveCapacity(count)
    groupOfQuestion.reserveCapacity(count)
    difficulties.reserveCapacity(count)
    for (place, bank) in catalog.banks.enumerated() {
      var groupOfObjective: [String: Int] = [:]
      for domain in bank.domains {
        for objective in domain.objectives where groupOfObjective[objective.id] == nil {
          groupOfObjective[objective.id] = groups.count
          groups.append(Group(bank: place, domain: domainCount))
        }
        domainCount += 1
      }
      let rest = groups.count
      groups.append(Group(bank: place, domain: domainCount))
      domainCount += 1
      for question in bank.questions where numbers[question.id] == nil {
        numbers[question.id] = guesses.count
        guesses.append(question.chanceOfGuess)
        ids.append(question.id)
        groupOfQuestion.append(question.objective.flatMap { groupOfObjective[$0] } ?? rest)
        difficulties.append(
          Difficulty.allCases.firstIndex(of: question.difficulty ?? .intermediate) ?? 1)
      }
    }
  }

  /// How many questions there are.
  package var count: Int { guesses.count }
}
