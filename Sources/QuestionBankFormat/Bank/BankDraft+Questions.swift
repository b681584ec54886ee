import PracticeCore

/// The keys of a question.
enum QuestionKey: String, YAMLKey {
  case id, objective, facts, difficulty, cognitive, scenario, stem
  case choices, match, distractors, order, answer
  case takeaway, references, reviewed, tags, checks
}

extension QuestionKey {
  /// The part of a question whose value the key has.
  fileprivate var part: BankPlaces.Part {
    switch self {
    case .id: .id
    case .objective: .objective
    case .facts: .facts
    case .difficulty: .difficulty
    case .cognitive: .cognitive
    case .scenario: .scenario
    case .stem: .stem
    case .choices, .match, .order, .answer: .kind
    case .distractors: .distractors
    case .takeaway: .takeaway
    case .references: .references
    case .reviewed: .reviewed
    case .tags: .tags
    case .checks: .checks
    }
  }

  /// Whether the key says what can be answered.
  fileprivate var isKind: Bool { part == .kind }
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
    places?.beginQuestion(at: mapping.place)
    while let key = try cursor.nextKey(in: &mapping) {
      places?.note(key.part, at: key.isKind ? mapping.keyPlace : cursor.place)
      switch key {
      case .id: draft.id = try cursor.id("'id'")
      case .objective: draft.objective = try cursor.id("'objective'")
      case .facts: draft.facts = try cursor.idStrings("'facts'")
      case .difficulty: draft.difficulty = try cursor.oneOf(Difficulty.self, "'difficulty'")
      case .cognitive: draft.cognitive = try cursor.oneOf(CognitiveLevel.self, "'cognitive'")
      case .scenario: draft.scenario = try cursor.id("'scenario'")
      case .stem: draft.stem = try cursor.requiredText("'stem'")?.value
      case .takeaway: draft.takeaway = try cursor.optionalText("'takeaway'")?.value
      case .references: draft.references = try cursor.ids("'references'")
      case .reviewed: draft.reviewed = try cursor.date("'reviewed'")
      case .tags: draft.tags = try cursor.strings("'tags'")
      case .checks: draft.exceptions = try cursor.checks()
      case .distractors:
        draft.distractorsPlace = mapping.keyPlace
        draft.distractors = try cursor.texts("'distractors'")
        for (index, distractor) in draft.distractors.enumerated() {
          places?.note(.distractor(index), at: distractor.place)
        }
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
  }

  /// Adds the question where it is sound; its id and the names it mentions count in any case.
  private mutating func take(_ draft: QuestionDraft, isSound: Bool) {
    var isSound = isSound
    if let id = draft.id, !declare(id, "question", in: \.questionNames) { isSound = false }
    var index: Int32?
    if isSound, let question = question(draft) {
      index = Int32(truncatingIfNeeded: questions.count)
      charge(at: here(draft.place)) { $0.charge(question) }
      questions.append(question)
      for exception in draft.exceptions {
        var exception = exception
        exception.question = questions.count - 1
        exceptions.append(exception)
      }
      places?.keepQuestion(inFile: here(draft.place).file)
      if id == nil { questionsBeforeID = questions.count }
    }
    useNames(of: draft, question: index)
  }

  /// The question, where all is there that must be.
  private func question(_ draft: QuestionDraft) -> Question? {
    let scenario = draft.scenario.flatMap { scenarios[$0.value] }
    return draft.question(inBank: id ?? "", scenario: scenario)
  }
}

extension MemoryBudget {
  /// Charges what a question takes.
  fileprivate mutating func charge(_ question: Question) {
    charge(384 + 16 * (question.facts.count + question.references.count + question.tags.count))
    for text in question.facts { charge(text) }
    for text in question.references { charge(text) }
    for text in question.tags { charge(text) }
    charge(question.stem)
    charge(question.takeaway)
    switch question.format {
    case .choices(let choices):
      for choice in choices {
        charge(56)
        charge(choice.text)
        charge(choice.why)
      }
    case .match(let pairs, let distractors):
      for pair in pairs {
        charge(56)
        charge(pair.prompt)
        charge(pair.answer)
        charge(pair.why)
      }
      for distractor in distractors { charge(distractor) }
    case .order(let texts), .answer(let texts):
      for text in texts { charge(text) }
    }
  }
}
