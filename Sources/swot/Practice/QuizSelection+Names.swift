import PracticeCore

extension QuizSelection {
  /// Refuses objectives and tags that no chosen bank knows.
  ///
  /// - Throws: ``UnknownName``.
  func checkNames(in catalog: QuestionCatalog) throws(UnknownName) {
    let chosen = catalog.banks.filter { banks.isEmpty || banks.contains($0.id) }
    let parts = chosen.flatMap { bank in
      bank.domains.flatMap { [$0.id] + $0.objectives.map(\.id) }
    }
    for objective in objectives where !parts.contains(objective) {
      throw UnknownName(what: "objective", name: objective, known: parts)
    }
    let tags = Set(chosen.flatMap { $0.questions.flatMap(\.tags) })
    if let tag, !tags.contains(tag) {
      throw UnknownName(what: "tag", name: tag, known: tags.sorted())
    }
  }
}
