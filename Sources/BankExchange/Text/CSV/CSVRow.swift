import PracticeCore
import QuestionBankFormat

/// A row of a spreadsheet, which is a question.
struct CSVRow {
  private var cells: [CSVColumn: CSVTable.Cell] = [:]
  private let line: Int

  init(_ row: [CSVTable.Cell], _ columns: [Int: CSVColumn]) {
    line = row.first?.line ?? 1
    for (index, cell) in row.enumerated() {
      if let column = columns[index] { cells[column] = cell }
    }
  }

  /// Reads the question and adds it to a bank.
  func read(into assembly: inout BankAssembly) {
    let errors = assembly.report.errorCount
    var labels = QuestionLabels(reading: [])
    labels.difficulty = value(.difficulty, &assembly)
    labels.cognitiveLevel = value(.cognitive, &assembly)
    labels.domain = id(.domain, &assembly)
    labels.objective = id(.objective, &assembly)
    labels.facts = ids(.facts, &assembly)
    labels.references = ids(.referenceIDs, &assembly)
    labels.tags = tags
    if let text = text(.reviewed) {
      labels.reviewed = CalendarDate(text)
      if labels.reviewed == nil {
        warn(.reviewed, "'\(short(text))' is no date; dates are written YYYY-MM-DD", &assembly)
      }
    }
    let kind: QuestionKind = value(.kind, &assembly) ?? .choices
    guard let format = format(kind, &assembly), assembly.report.errorCount == errors else {
      return assembly.skipQuestion()
    }
    let stem = cells[.single(.stem)]
    var question = ImportedQuestion(
      location: assembly.report.location(
        line: stem?.line ?? line, column: stem?.column ?? 1),
      id: text(.id), stem: raw(.single(.stem)), format: format)
    question.labels = labels
    question.takeaway = text(.takeaway) == nil ? nil : raw(.single(.takeaway))
    question.domainTitle = text(.domainTitle)
    question.objectiveTitle = text(.objectiveTitle)
    if text(.scenarioText) != nil {
      question.scenario = (id(.scenario, &assembly), raw(.single(.scenarioText)))
    }
    readReferences(into: &question, &assembly)
    assembly.add(question)
  }

  // MARK: - Answers

  private func format(
    _ kind: QuestionKind, _ assembly: inout BankAssembly
  ) -> AnswerFormat? {
    let numbers = 1...AnswerFormat.maximumItems
    let items = numbers.map { raw(.item($0)) }
    let count = (items.lastIndex { !$0.trimmed.isEmpty } ?? -1) + 1
    switch kind {
    case .choices: return choices(Array(items.prefix(count)), &assembly)
    case .order: return .order(Array(items.prefix(count)))
    case .answer: return .answer(items.prefix(count).filter { !$0.trimmed.isEmpty })
    case .match:
      let answers = numbers.map { raw(.answer($0)) }
      return .match(
        pairs: (0..<count).map {
          MatchPair(prompt: items[$0], answer: answers[$0], why: why($0 + 1))
        },
        distractors: answers.dropFirst(count).filter { !$0.trimmed.isEmpty })
    }
  }

  private func choices(_ items: [String], _ assembly: inout BankAssembly) -> AnswerFormat? {
    let key = text(.key) ?? ""
    guard let right = numbers(in: key, upTo: items.count), !right.isEmpty else {
      fail(
        .key,
        key.isEmpty
          ? "no key: it is the number of the right choice, or several such as 1,3"
          : "the key '\(short(key))' names no choices; it is a number such as 1, or several such as 1,3",
        &assembly)
      return nil
    }
    var last: Int?
    if let text = text(.last) {
      last = numbers(in: text, upTo: items.count)?.first
      if last == nil { warn(.last, "'\(short(text))' is the number of no choice", &assembly) }
    }
    return .choices(
      items.enumerated().map { index, item in
        Choice(
          text: item, isRight: right.contains(index + 1), why: why(index + 1),
          staysLast: last == index + 1)
      })
  }

  /// Numbers such as `1,3`, or letters such as `A C`; nil where one names no item.
  private func numbers(in text: String, upTo count: Int) -> Set<Int>? {
    var numbers = Set<Int>()
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).prefix(100) {
      var number = Int(word)
      if number == nil, let letter = word.uppercased().utf8.first, word.utf8.count == 1 {
        number = Int(letter) - Int(UInt8(ascii: "A")) + 1
      }
      guard let number, (1...max(1, count)).contains(number), count > 0 else { return nil }
      numbers.insert(number)
    }
    return numbers
  }

  private func why(_ number: Int) -> String? {
    let text = raw(.why(number))
    return text.trimmed.isEmpty ? nil : text
  }

  // MARK: - Cells

  /// The text of a cell as it stands there; empty where there is none.
  private func raw(_ column: CSVColumn) -> String {
    cells[column].map { CSVCell.text(of: $0.text) } ?? ""
  }

  /// The text of a cell without blanks around it; nil where nothing is there.
  private func text(_ column: CSVColumn.Single) -> String? {
    let text = raw(.single(column)).trimmed
    return text.isEmpty ? nil : String(text)
  }

  private func value<Value: RawRepresentable<String> & CaseIterable>(
    _ column: CSVColumn.Single, _ assembly: inout BankAssembly
  ) -> Value? {
    guard let text = text(column) else { return nil }
    if let value = Value(rawValue: text.lowercased()) { return value }
    let allowed = Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let message = "'\(short(text))' is none of \(allowed)"
    if column == .kind {
      fail(.value, at: .kind, message, &assembly)
    } else {
      warn(column, message, &assembly)
    }
    return nil
  }

  private func id(_ column: CSVColumn.Single, _ assembly: inout BankAssembly) -> String? {
    guard let text = text(column) else { return nil }
    if Identifier.isValid(text), text.utf8.count <= ImportLimits.idBytes { return text }
    warn(column, "'\(short(text))' is not an id; one is made from the title", &assembly)
    return nil
  }

  private func ids(_ column: CSVColumn.Single, _ assembly: inout BankAssembly) -> [String] {
    var ids: [String] = []
    let separators: Set<Character> = [" ", ",", ";", "\n"]
    for word in (text(column) ?? "").split(whereSeparator: { separators.contains($0) }) {
      if Identifier.isValid(word), word.utf8.count <= ImportLimits.idBytes {
        ids.append(String(word))
      } else {
        warn(column, "'\(short(String(word)))' is not an id and is left out", &assembly)
      }
    }
    return Array(ids.prefix(ImportLimits.entries))
  }

  /// A line for each, or in one line parted by semicolons.
  private var tags: [String] {
    let text = raw(.single(.tags))
    let separator: Character = text.contains("\n") ? "\n" : ";"
    return text.split(separator: separator).map { TextBlock.line(String($0)) }
      .filter { !$0.isEmpty }
  }

  /// A line for each: the title and the address in parentheses.
  private func readReferences(
    into question: inout ImportedQuestion, _ assembly: inout BankAssembly
  ) {
    let lines = raw(.single(.references)).split(separator: "\n").map { $0.trimmed }
      .filter { !$0.isEmpty }
    guard !lines.isEmpty else { return }
    var found = ImportedQuestion(
      location: question.location, stem: "", format: question.format)
    found.labels = question.labels
    found.takeFeedback("References:\n\n" + lines.map { "- \($0)" }.joined(separator: "\n"))
    question.references = found.references
    if found.references.isEmpty {
      warn(
        .references, "no references; each is a line such as: Title (https://example.org)",
        &assembly)
    }
  }

  // MARK: - Reports

  private func location(
    _ column: CSVColumn.Single, _ assembly: BankAssembly
  ) -> SourceLocation {
    let cell = cells[.single(column)]
    return assembly.report.location(line: cell?.line ?? line, column: cell?.column ?? 1)
  }

  private func warn(
    _ column: CSVColumn.Single, _ message: String, _ assembly: inout BankAssembly
  ) {
    assembly.report.report(
      .value, "\(column.rawValue): \(message)", at: location(column, assembly))
  }

  private func fail(
    _ rule: ImportRule, at column: CSVColumn.Single = .key, _ message: String,
    _ assembly: inout BankAssembly
  ) {
    let rule = rule == .value ? ImportRule.syntax : rule
    assembly.report.report(rule, message, at: location(column, assembly))
  }

  private func short(_ text: String) -> String { String(TextBlock.line(text).prefix(40)) }
}
