import BankExchange
import PracticeCore
import Testing

/// What a format carries of a question, beside its id, stem and answers.
struct Carriage {
  /// Whether a choice that stays last comes back so.
  var last = false
  /// Whether the rationales of choices come back.
  var choiceRationales = true
  /// Whether the rationales of pairs come back.
  var pairRationales = false

  /// A question as it should come back.
  func carried(_ question: Question, of bank: QuestionBank) -> Question {
    Question(
      id: question.id, objective: question.objective, facts: question.facts,
      difficulty: question.difficulty, cognitiveLevel: question.cognitiveLevel,
      stem: TextBlock.normalized(bank.wholeStem(of: question)),
      format: carried(question.format), takeaway: question.takeaway.map(TextBlock.normalized),
      references: question.references, reviewed: question.reviewed, tags: question.tags)
  }

  private func carried(_ format: AnswerFormat) -> AnswerFormat {
    switch format {
    case .choices(let choices):
      let keepsLast = last || TrueOrFalse.isOne(choices)
      return .choices(
        choices.map {
          Choice(
            text: TextBlock.normalized($0.text), isRight: $0.isRight,
            why: choiceRationales ? $0.why.map(TextBlock.normalized) : nil,
            staysLast: keepsLast && $0.staysLast)
        })
    case .match(let pairs, let distractors):
      return .match(
        pairs: pairs.map {
          MatchPair(
            prompt: TextBlock.normalized($0.prompt), answer: TextBlock.normalized($0.answer),
            why: pairRationales ? $0.why.map(TextBlock.normalized) : nil)
        }, distractors: distractors.map(TextBlock.normalized))
    case .order(let steps): return .order(steps.map(TextBlock.normalized))
    case .answer(let answers): return .answer(answers.map(TextBlock.line))
    }
  }

  /// Sees to it that a bank came back with all that the format carries.
  func check(_ result: BankImport, of bank: QuestionBank, _ comment: Comment) throws {
    try #require(result.diagnostics.isEmpty, comment)
    let back = try #require(result.bank, comment)
    try #require(back.questions.count == bank.questions.count, comment)
    let (outline, backOutline) = (BankOutline(bank), BankOutline(back))
    for (question, returned) in zip(bank.questions, back.questions) {
      let expected = carried(question, of: bank)
      try #require(returned.id.question == expected.id.question, comment)
      try #require(returned.stem == expected.stem, comment)
      try #require(returned.format == expected.format, comment)
      try #require(returned.takeaway == expected.takeaway, comment)
      try #require(returned.tags == expected.tags, comment)
      try #require(returned.facts == expected.facts, comment)
      try #require(returned.difficulty == expected.difficulty, comment)
      try #require(returned.cognitiveLevel == expected.cognitiveLevel, comment)
      try #require(returned.reviewed == expected.reviewed, comment)
      try #require(returned.objective == expected.objective, comment)
      try #require(returned.references == expected.references, comment)
      let (place, backPlace) = (outline.place(of: question), backOutline.place(of: returned))
      try #require(backPlace?.domain.id == place?.domain.id, comment)
      try #require(
        backPlace?.domain.title == place.map { TextBlock.line($0.domain.title) }, comment)
      try #require(
        backPlace?.objective.title == place.map { TextBlock.line($0.objective.title) }, comment)
    }
    for reference in back.references {
      let original = bank.references.first { $0.id == reference.id }
      try #require(original?.url == reference.url, comment)
      try #require(original.map { TextBlock.line($0.title) } == reference.title, comment)
    }
  }
}
