import PracticeCore
import QuestionBankFormat

/// Makes the parts of an imported question such as a bank may hold.
struct QuestionCleaning {
  private let question: ImportedQuestion
  /// How many characters had to be replaced.
  private var replaced = 0

  init(_ question: ImportedQuestion) { self.question = question }

  /// A text in the one layout of banks, without what no bank may hold.
  mutating func text(_ text: String) -> String {
    let (cleaned, count) = ImportedText.cleaned(text)
    replaced += count
    return TextBlock.normalized(cleaned)
  }

  /// Lists the characters that had to be replaced.
  func reportReplaced(to report: inout ImportReport) {
    guard replaced > 0 else { return }
    report.lose(
      .characters,
      "\(replaced) control character\(replaced == 1 ? "" : "s") become\(replaced == 1 ? "s" : "") blank",
      of: question.shownName, at: question.location)
  }

  /// What can be answered, as a bank may hold it; nil, with a report, where it can't.
  mutating func format(reportingTo report: inout ImportReport) -> AnswerFormat? {
    switch question.format {
    case .choices(let choices): self.choices(choices, &report).map { .choices($0) }
    case .match(let pairs, let distractors): match(pairs, distractors, &report)
    case .order(let steps): order(steps, &report)
    case .answer(let texts): answer(texts, &report)
    }
  }

  private mutating func choices(
    _ imported: [Choice], _ report: inout ImportReport
  ) -> [Choice]? {
    guard isCountable(imported.count, "choices", atLeast: 2, &report) else { return nil }
    var choices: [Choice] = []
    for choice in imported {
      var choice = choice
      choice.text = text(choice.text)
      choice.why = optional(choice.why)
      guard !choice.text.isEmpty else {
        return fail(.incomplete, "a choice has no text", &report)
      }
      if let first = choices.first(where: { Self.areEqual($0.text, choice.text) }) {
        guard first.isRight == choice.isRight else {
          return fail(
            .key, "the choice '\(Self.excerpt(choice.text))' is both right and wrong", &report)
        }
        report.lose(
          .other, "the choice '\(Self.excerpt(choice.text))' is listed twice; once is enough",
          of: question.shownName, at: question.location)
        continue
      }
      choices.append(choice)
    }
    let right = choices.count(where: \.isRight)
    if right == 0 { return fail(.key, "no choice is right", &report) }
    if right == choices.count { return fail(.key, "no choice is wrong", &report) }
    // Only one can be the last one.
    if let last = choices.lastIndex(where: \.staysLast) {
      for index in choices.indices where index != last { choices[index].staysLast = false }
    }
    return choices
  }

  private mutating func match(
    _ imported: [MatchPair], _ distractors: [String], _ report: inout ImportReport
  ) -> AnswerFormat? {
    guard isCountable(imported.count, "prompts", atLeast: 1, &report) else { return nil }
    var pairs: [MatchPair] = []
    for pair in imported {
      let pair = MatchPair(
        prompt: text(pair.prompt), answer: text(pair.answer), why: optional(pair.why))
      guard !pair.prompt.isEmpty, !pair.answer.isEmpty else {
        return fail(.incomplete, "a pair has no prompt or no answer", &report)
      }
      if pairs.contains(where: { Self.areEqual($0.prompt, pair.prompt) }) {
        return fail(
          .duplicate, "the prompt '\(Self.excerpt(pair.prompt))' stands twice; left out", &report)
      }
      pairs.append(pair)
    }
    // Answers that differ in nothing but blanks are one.
    var answers: [String] = []
    for index in pairs.indices {
      if let same = answers.first(where: { Self.areEqual($0, pairs[index].answer) }) {
        pairs[index].answer = same
      } else {
        answers.append(pairs[index].answer)
      }
    }
    var others: [String] = []
    for distractor in distractors.prefix(ImportLimits.entries) {
      let distractor = text(distractor)
      let isNew = !(answers + others).contains { Self.areEqual($0, distractor) }
      if !distractor.isEmpty, isNew { others.append(distractor) }
    }
    guard isCountable(answers.count + others.count, "answers", atLeast: 2, &report) else {
      return nil
    }
    return .match(pairs: pairs, distractors: others)
  }

  private mutating func order(
    _ imported: [String], _ report: inout ImportReport
  ) -> AnswerFormat? {
    guard isCountable(imported.count, "steps", atLeast: 2, &report) else { return nil }
    var steps: [String] = []
    for step in imported {
      let step = text(step)
      guard !step.isEmpty else { return fail(.incomplete, "a step has no text", &report) }
      if steps.contains(where: { Self.areEqual($0, step) }) {
        return fail(.duplicate, "the step '\(Self.excerpt(step))' stands twice; left out", &report)
      }
      steps.append(step)
    }
    return .order(steps)
  }

  private mutating func answer(
    _ imported: [String], _ report: inout ImportReport
  ) -> AnswerFormat? {
    var answers: [String] = []
    for text in imported.prefix(ImportLimits.entries) {
      let answer = TextBlock.line(self.text(text))
      let isNew = !answers.contains { Self.areEqual($0.lowercased(), answer.lowercased()) }
      if !answer.isEmpty, isNew { answers.append(answer) }
    }
    if answers.isEmpty { return fail(.incomplete, "no answer is accepted", &report) }
    if answers.count > AnswerFormat.maximumItems {
      report.lose(
        .points,
        "\(answers.count) accepted answers; only the first \(AnswerFormat.maximumItems) are kept",
        of: question.shownName, at: question.location)
    }
    return .answer(Array(answers.prefix(AnswerFormat.maximumItems)))
  }

  private mutating func optional(_ text: String?) -> String? {
    guard let text else { return nil }
    let cleaned = self.text(text)
    return cleaned.isEmpty ? nil : cleaned
  }

  private func isCountable(
    _ count: Int, _ what: String, atLeast minimum: Int, _ report: inout ImportReport
  ) -> Bool {
    if count < minimum {
      let found = count == 0 ? "no \(what)" : "only \(count) of the \(what)"
      report.report(
        .incomplete, "\(found); at least \(minimum) are needed", at: question.location)
      return false
    }
    if count > AnswerFormat.maximumItems {
      report.report(
        .tooManyItems,
        "\(count) \(what); a question has at most \(AnswerFormat.maximumItems)",
        at: question.location)
      return false
    }
    return true
  }

  private func fail<Result>(
    _ rule: ImportRule, _ message: String, _ report: inout ImportReport
  ) -> Result? {
    report.report(rule, message, at: question.location)
    return nil
  }

  /// Whether two texts differ at most in blanks and line ends.
  private static func areEqual(_ left: String, _ right: String) -> Bool {
    TextBlock.line(left) == TextBlock.line(right)
  }

  private static func excerpt(_ text: String) -> String {
    let line = TextBlock.line(text)
    return line.count > 40 ? line.prefix(40) + "…" : line
  }
}
