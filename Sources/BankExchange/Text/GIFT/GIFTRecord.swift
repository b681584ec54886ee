import PracticeCore
import QuestionBankFormat

/// One record of a GIFT file: a question, with the comments around it.
struct GIFTRecord {
  private let firstLine: Int
  private var tokens: GIFTTokens
  private var comments = GIFTComments()
  private let category: [String]
  private let size: Int

  private var name: String?
  private var format: GIFTFormat = .moodle
  private var losses: [HTMLLoss] = []

  /// Something that a piece of text lost, and where the piece begins.
  private struct HTMLLoss {
    var loss: HTMLFragment.Loss
    var location: SourceLocation
  }

  init(_ lines: [GIFTLine], category: [String]) {
    self.category = category
    firstLine = lines.first?.number ?? 1
    for line in lines where line.text.hasPrefix("//") { comments.read(line.text) }
    let rest = lines.filter { !$0.text.hasPrefix("//") }
    size = rest.reduce(0) { $0 + $1.text.utf8.count }
    tokens = size > ImportLimits.textBytes ? [] : GIFTTokens(rest)
  }

  /// Reads the question and adds it to a bank.
  mutating func read(into assembly: inout BankAssembly) {
    let start = tokens.location(in: assembly.report, else: firstLine)
    guard size <= ImportLimits.textBytes else {
      assembly.skipQuestion()
      return assembly.report.report(
        .tooLarge, "a question of \(size) bytes; at most \(ImportLimits.textBytes) are read",
        at: start)
    }
    tokens = tokens.trimmedTokens
    if tokens.isEmpty { return }
    takeName()
    guard let (stem, answers) = parts(&assembly) else { return assembly.skipQuestion() }
    format = GIFTFormat.taken(from: stem).format ?? .moodle
    var block = answers
    var feedback: GIFTTokens = []
    if let mark = block.lastMark("####") {
      feedback = block[(mark + 4)...]
      block = block[..<mark]
    }
    var question = ImportedQuestion(
      location: start, id: comments.id, name: name, category: category, stem: "",
      format: .answer([]))
    question.labels = QuestionLabels(reading: comments.tags)
    question.stem = text(stem, &assembly)
    question.takeFeedback(text(feedback, &assembly))
    let shown = question.shownName
    defer {
      for entry in losses {
        assembly.report.lose(
          entry.loss.kind, entry.loss.message, of: shown, at: entry.location)
      }
    }
    guard let answer = answer(block.trimmedTokens, of: &question, &assembly) else {
      return assembly.skipQuestion()
    }
    question.format = answer
    assembly.add(question)
  }

  /// Takes `::name::` off the beginning.
  private mutating func takeName() {
    guard tokens.marks("::", at: tokens.startIndex) else { return }
    let rest = tokens.dropFirst(2)
    guard let end = rest.firstMark("::") else { return }
    name = TextBlock.line(rest[..<end].text)
    tokens = rest[(end + 2)...].trimmedTokens
  }

  /// The stem and what stands in the braces; nil, with a report, where that can't be told.
  private mutating func parts(
    _ assembly: inout BankAssembly
  ) -> (stem: GIFTTokens, answers: GIFTTokens)? {
    let open = tokens.firstMark("{")
    let close = tokens.firstMark("}")
    guard let open, let close, open < close else {
      if open == nil, close == nil {
        assembly.report.lose(
          .question, "a text without answers is left out", of: name ?? comments.id,
          at: tokens.location(in: assembly.report, else: firstLine))
      } else if let close, open.map({ close < $0 }) ?? true {
        assembly.report.report(
          .syntax, "'}' without '{' before it; within a text it is written '\\}'",
          at: tokens[close...].location(in: assembly.report, else: firstLine))
      } else if let open {
        assembly.report.report(
          .syntax,
          "'{' without '}' before the next blank line; within a text it is written '\\{'",
          at: tokens[open...].location(in: assembly.report, else: firstLine))
      }
      return nil
    }
    // A second pair, or one within the other, is text that was not escaped.
    let inner = tokens[(open + 1)..<close].firstMark("{")
    if let other = inner
      ?? tokens[(close + 1)...].firstIndex(where: {
        $0.marks("{") || $0.marks("}")
      })
    {
      let place = inner == nil ? open : other
      assembly.report.report(
        .syntax,
        "more than one '{' or '}'; those within a text are written '\\{' and '\\}'",
        at: tokens[place...].location(in: assembly.report, else: firstLine))
      return nil
    }
    let behind = tokens[(close + 1)...]
    var stem = Array(tokens[..<open])
    if !behind.isEmpty {
      // The blank of a missing word.
      let place = tokens[open]
      stem += "_____".unicodeScalars.map {
        GIFTToken(scalar: $0, isEscaped: true, line: place.line, column: place.column)
      }
      stem += behind
    }
    return (stem[...], tokens[(open + 1)..<close])
  }

  // MARK: - Texts

  /// A piece of text in the layout of banks.
  private mutating func text(_ piece: GIFTTokens, _ assembly: inout BankAssembly) -> String {
    let (given, rest) = GIFTFormat.taken(from: piece).parts
    let (text, found) = (given ?? format).plainText(of: rest.trimmedTokens.text)
    let location = piece.location(in: assembly.report, else: firstLine)
    losses += found.map { HTMLLoss(loss: $0, location: location) }
    return text
  }

  // MARK: - Answers

  private mutating func answer(
    _ block: GIFTTokens, of question: inout ImportedQuestion, _ assembly: inout BankAssembly
  ) -> AnswerFormat? {
    let location = question.location
    let shown = question.shownName
    if block.isEmpty {
      assembly.report.lose(.question, "an essay question is left out", of: shown, at: location)
      return nil
    }
    if block.marks("#", at: block.startIndex) {
      return numeric(block.dropFirst(), question, &assembly)
    }
    if block.firstMark("~") != nil { return choices(block, question, &assembly) }
    if block.firstMark("=") != nil, block.firstMark("->") != nil {
      return match(block, question, &assembly)
    }
    let parts = block.parts(between: "#", atMost: 3)
    switch parts[0].trimmedTokens.text {
    case "T", "TRUE": return trueFalse(true, parts.dropFirst(), &assembly)
    case "F", "FALSE": return trueFalse(false, parts.dropFirst(), &assembly)
    default: return typed(block, question, &assembly)
    }
  }

  private mutating func trueFalse(
    _ isTrue: Bool, _ feedback: ArraySlice<GIFTTokens>, _ assembly: inout BankAssembly
  ) -> AnswerFormat {
    let whenWrong = feedback.first.map { text($0, &assembly) } ?? ""
    let whenRight = feedback.dropFirst().first.map { text($0, &assembly) } ?? ""
    return .choices(
      TrueOrFalse.choices(
        isTrue: isTrue, whyTrue: isTrue ? whenRight : whenWrong,
        whyFalse: isTrue ? whenWrong : whenRight))
  }

  private mutating func choices(
    _ block: GIFTTokens, _ question: ImportedQuestion, _ assembly: inout BankAssembly
  ) -> AnswerFormat {
    let isSingle = block.firstMark("=") != nil
    var choices: [(choice: Choice, grade: Double)] = []
    for answer in answers(in: block) {
      let (grade, rest) = self.grade(answer.isRight ? 1 : 0, of: answer.tokens)
      let parts = rest.parts(between: "#", atMost: 2)
      let why = parts.count > 1 ? text(parts[1], &assembly) : nil
      choices.append((Choice(text: text(parts[0], &assembly), isRight: false, why: why), grade))
    }
    let best = choices.map(\.grade).max() ?? 0
    var lostPoints = false
    for index in choices.indices {
      let grade = choices[index].grade
      choices[index].choice.isRight = isSingle ? grade == best && best > 0 : grade > 0
      if isSingle, grade != best, grade != 0 { lostPoints = true }
    }
    if !isSingle {
      let rights = Set(choices.map(\.grade).filter { $0 > 0 })
      lostPoints = rights.count > 1
    }
    if lostPoints {
      assembly.report.lose(
        .points, "partial credit is left out", of: question.shownName, at: question.location)
    }
    if isSingle, choices.count(where: \.choice.isRight) > 1 {
      assembly.report.lose(
        .kind, "one of several right choices was enough; now all must be chosen",
        of: question.shownName, at: question.location)
    }
    return .choices(choices.map(\.choice))
  }

  /// The answers of a block: each begins with `=` or `~`.
  private func answers(in block: GIFTTokens) -> [(isRight: Bool, tokens: GIFTTokens)] {
    var answers: [(isRight: Bool, tokens: GIFTTokens)] = []
    let starts = block.indices.filter { block[$0].marks("=") || block[$0].marks("~") }
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : block.endIndex
      answers.append((block[start].marks("="), block[(start + 1)..<end].trimmedTokens))
    }
    return answers
  }

  /// The share of the mark that stands in front of an answer (`%50%`), from -1 to 1.
  private func grade(_ grade: Double, of answer: GIFTTokens) -> (Double, GIFTTokens) {
    guard let first = answer.first, first.marks("%"),
      let end = answer.dropFirst().firstMark("%"), end - answer.startIndex < 20,
      let percent = Double(answer[(answer.startIndex + 1)..<end].text), percent.isFinite
    else { return (grade, answer) }
    return (percent / 100, answer[(end + 1)...].trimmedTokens)
  }

  private mutating func match(
    _ block: GIFTTokens, _ question: ImportedQuestion, _ assembly: inout BankAssembly
  ) -> AnswerFormat? {
    var pairs: [MatchPair] = []
    var distractors: [String] = []
    for answer in block.parts(between: "=").dropFirst() {
      guard let arrow = answer.firstMark("->") else {
        assembly.report.report(
          .syntax, "a pair needs '->' between prompt and answer",
          at: answer.location(in: assembly.report, else: firstLine))
        return nil
      }
      let prompt = text(answer[..<arrow], &assembly)
      // Answers are plain, whatever the format of the stem.
      let match = answer[(arrow + 2)...].trimmedTokens.text
      if prompt.isEmpty {
        distractors.append(match)
      } else {
        pairs.append(MatchPair(prompt: prompt, answer: match))
      }
    }
    let isOrder =
      question.labels.kind == .order && distractors.isEmpty
      && pairs.enumerated().allSatisfy { $0.element.prompt == "\($0.offset + 1)" }
    return isOrder
      ? .order(pairs.map(\.answer)) : .match(pairs: pairs, distractors: distractors)
  }

  private mutating func typed(
    _ block: GIFTTokens, _ question: ImportedQuestion, _ assembly: inout BankAssembly
  ) -> AnswerFormat {
    var accepted: [String] = []
    let found = block.firstMark("=") == nil ? [(true, block)] : answers(in: block)
    for (_, answer) in found {
      let (grade, rest) = self.grade(1, of: answer)
      let parts = rest.parts(between: "#", atMost: 2)
      if grade < 1 {
        assembly.report.lose(
          .points, "an answer that is worth less is left out", of: question.shownName,
          at: answer.location(in: assembly.report, else: firstLine))
        continue
      }
      if parts.count > 1, !parts[1].trimmedTokens.isEmpty {
        assembly.report.lose(
          .feedback, "the feedback on a typed answer is left out", of: question.shownName,
          at: parts[1].location(in: assembly.report, else: firstLine))
      }
      let text = parts[0].trimmedTokens.text
      let literal = text.replacing("\\*", with: "")
      if literal.contains("*") {
        assembly.report.lose(
          .other, "a star in a typed answer stood for anything; now it is a star",
          of: question.shownName, at: answer.location(in: assembly.report, else: firstLine))
      }
      accepted.append(text.replacing("\\*", with: "*"))
    }
    return .answer(accepted)
  }

  /// A number to be typed, as far as one spelling can say it.
  private mutating func numeric(
    _ block: GIFTTokens, _ question: ImportedQuestion, _ assembly: inout BankAssembly
  ) -> AnswerFormat? {
    let trimmed = block.trimmedTokens
    let found = trimmed.firstMark("=") == nil ? [(true, trimmed)] : answers(in: trimmed)
    var accepted: [String] = []
    for (_, answer) in found {
      let (grade, rest) = self.grade(1, of: answer)
      let value = rest.parts(between: "#", atMost: 2)[0].trimmedTokens
      guard grade >= 1 else { continue }
      let bounds = value.firstMark("..") != nil
      let parts = value.text.split(separator: ":", maxSplits: 1)
      if bounds {
        assembly.report.lose(
          .points, "the range \(TextBlock.line(value.text)) of accepted numbers is left out",
          of: question.shownName, at: value.location(in: assembly.report, else: firstLine))
        continue
      }
      if parts.count > 1, Double(parts[1].trimmed) != 0 {
        assembly.report.lose(
          .points, "the tolerance of \(TextBlock.line(String(parts[1]))) is left out",
          of: question.shownName, at: value.location(in: assembly.report, else: firstLine))
      }
      if let first = parts.first { accepted.append(String(first.trimmed)) }
    }
    if accepted.isEmpty {
      assembly.report.lose(
        .question, "a question for a number is left out: no single number answers it",
        of: question.shownName, at: question.location)
      return nil
    }
    return .answer(accepted)
  }
}
