import PracticeCore

/// The keys of a question.
enum QuestionKey: String, YAMLKey {
  case id, objective, facts, difficulty, cognitive, scenario, stem
  case choices, match, distractors, order, answer
  case takeaway, references, reviewed, tags
}

extension BankDraft {
  private static let questionKeys = KeyTable<QuestionKey>()

  /// Reads the list of questions on which the cursor stands.
  mutating func readQuestions(_ cursor: inout YAMLCursor) throws(ReadingStopped) {
    guard try cursor.openSequence("'questions'") else { return }
    while try cursor.nextItem() { try readQuestion(&cursor) }
  }

  private mutating func readQuestion(_ cursor: inout YAMLCursor) throws(ReadingStopped) {
    let errorsBefore = diagnostics.errorCount
    questionCount += 1
    guard var mapping = try cursor.openMapping("a question", of: Self.questionKeys) else { return }
    var draft = QuestionDraft(place: mapping.place)
    while let key = try cursor.nextKey(in: &mapping) {
      switch key {
      case .id: draft.id = try cursor.id("'id'")
      case .objective: draft.objective = try cursor.id("'objective'")
      case .facts: draft.facts = try cursor.ids("'facts'").map(\.value)
      case .difficulty: draft.difficulty = try cursor.oneOf(Difficulty.self, "'difficulty'")
      case .cognitive: draft.cognitive = try cursor.oneOf(CognitiveLevel.self, "'cognitive'")
      case .scenario: draft.scenario = try cursor.id("'scenario'")
      case .stem: draft.stem = try cursor.requiredText("'stem'")?.value
      case .takeaway: draft.takeaway = try cursor.optionalText("'takeaway'")?.value
      case .references: draft.references = try cursor.ids("'references'")
      case .reviewed: draft.reviewed = try cursor.date("'reviewed'")
      case .tags: draft.tags = try cursor.texts("'tags'").map(\.value)
      case .distractors:
        draft.distractorsPlace = mapping.keyPlace
        draft.distractors = try cursor.texts("'distractors'")
      case .choices, .match, .order, .answer:
        guard draft.takeKind(key, at: mapping.keyPlace, reportingTo: cursor) else {
          try cursor.skipValue()
          continue
        }
        draft.format =
          switch key {
          case .choices: try cursor.choices(of: mapping.keyPlace)
          case .match: try cursor.match(of: mapping.keyPlace)
          case .order: try cursor.steps(of: mapping.keyPlace)
          default: try cursor.typedAnswers(of: mapping.keyPlace)
          }
      }
    }
    draft.check(mapping, reportingTo: cursor)
    take(draft, isSound: diagnostics.errorCount == errorsBefore)
    let place = here(draft.id?.place ?? draft.place)
    if !mapping.contains(.objective) {
      uses.append(NameUse(kind: .noObjective, name: "", at: place))
    }
    if !mapping.contains(.references) {
      uses.append(NameUse(kind: .noReference, name: "", at: place))
    }
  }

  /// Adds the question where it is sound; its id and the names it mentions count in any case.
  private mutating func take(_ draft: QuestionDraft, isSound: Bool) {
    var isSound = isSound
    if let id = draft.id {
      let place = here(id.place)
      if let first = questionPlaces[id.value] {
        reportDuplicateID(id.value, "question", at: place, first: first)
        isSound = false
      } else {
        questionPlaces[id.value] = place
      }
    }
    var index: Int32?
    if isSound, let question = draft.question(inBank: id ?? "") {
      index = Int32(truncatingIfNeeded: questions.count)
      questions.append(question)
    }
    if let objective = draft.objective {
      uses.append(
        NameUse(
          kind: .objective, name: objective.value, at: here(objective.place), question: index))
    }
    for reference in draft.references {
      uses.append(
        NameUse(
          kind: .reference, name: reference.value, at: here(reference.place), question: index))
    }
    if let scenario = draft.scenario {
      uses.append(
        NameUse(kind: .scenario, name: scenario.value, at: here(scenario.place), question: index))
    }
  }
}
