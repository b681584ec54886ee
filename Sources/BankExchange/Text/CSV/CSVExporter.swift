import PracticeCore

/// Writes banks as a spreadsheet: comma-separated values with a row for each question.
package struct CSVExporter: BankExporter {
  /// Makes an exporter.
  package init() {}

  package func export(_ source: ExportSource) -> BankExport {
    let bank = source.bank
    let outline = BankOutline(bank)
    var losses = ExportLosses(of: source)
    losses.noteBank()
    losses.noteUnused()
    let rows = bank.questions.map { Self.cells(of: $0, in: bank, outline) }
    let columns = Self.columns(of: rows)
    var text = columns.map { CSVCell.spelling(of: $0.name) }.joined(separator: ",") + "\r\n"
    for row in rows {
      text += columns.map { CSVCell.spelling(of: row[$0] ?? "") }.joined(separator: ",") + "\r\n"
    }
    return BankExport(
      bytes: Array(text.utf8), questionCount: rows.count, losses: losses.all)
  }

  /// The columns that any row fills, with those that every reader looks for.
  private static func columns(of rows: [[CSVColumn: String]]) -> [CSVColumn] {
    var used: Set<CSVColumn> = [.single(.id), .single(.kind), .single(.stem), .single(.key)]
    for row in rows { used.formUnion(row.keys) }
    let numbers = 1...AnswerFormat.maximumItems
    let order: [CSVColumn] =
      [.single(.id), .single(.kind), .single(.stem), .single(.key)]
      + numbers.flatMap { [CSVColumn.item($0), .answer($0), .why($0)] }
      + CSVColumn.Single.allCases.map { .single($0) }
    var seen = Set<CSVColumn>()
    return order.filter { used.contains($0) && seen.insert($0).inserted }
  }

  private static func cells(
    of question: Question, in bank: QuestionBank, _ outline: BankOutline
  ) -> [CSVColumn: String] {
    var cells: [CSVColumn: String] = [:]
    func set(_ column: CSVColumn.Single, _ text: String?) {
      if let text, !text.isEmpty { cells[.single(column)] = text }
    }
    set(.id, String(question.id.question))
    set(.kind, question.format.kind.rawValue)
    set(.stem, question.stem)
    switch question.format {
    case .choices(let choices):
      set(.key, question.keyNumbers.map { "\($0)" }.joined(separator: ","))
      set(.last, choices.firstIndex(where: \.staysLast).map { "\($0 + 1)" })
      for (index, choice) in choices.enumerated() {
        cells[.item(index + 1)] = choice.text
        cells[.why(index + 1)] = choice.why
      }
    case .match(let pairs, let distractors):
      for (index, pair) in pairs.enumerated() {
        cells[.item(index + 1)] = pair.prompt
        cells[.answer(index + 1)] = pair.answer
        cells[.why(index + 1)] = pair.why
      }
      for (index, text) in distractors.enumerated() {
        cells[.answer(pairs.count + index + 1)] = text
      }
    case .order(let texts), .answer(let texts):
      for (index, text) in texts.enumerated() { cells[.item(index + 1)] = text }
    }
    set(.takeaway, question.takeaway)
    set(.scenario, question.scenario)
    set(.scenarioText, question.scenario.flatMap { bank.scenarios[$0] })
    if let (domain, objective) = outline.place(of: question) {
      set(.domain, domain.id)
      set(.domainTitle, domain.title)
      set(.objective, objective.id)
      set(.objectiveTitle, objective.title)
    }
    set(.difficulty, question.difficulty?.rawValue)
    set(.cognitive, question.cognitiveLevel?.rawValue)
    set(.facts, question.facts.joined(separator: " "))
    set(.tags, Self.tags(question.tags))
    let references = question.references.compactMap { id in
      bank.references.first { $0.id == id }
    }
    set(
      .references,
      references.map { "\(TextBlock.line($0.title)) (\($0.url))" }.joined(separator: "\n"))
    set(.referenceIDs, references.map(\.id).joined(separator: " "))
    set(.reviewed, question.reviewed?.description)
    return cells
  }

  /// Tags, a line for each; a line feed at the end says so where there is only one that could be
  /// taken for several.
  private static func tags(_ tags: [String]) -> String {
    let lines = tags.map { TextBlock.line($0) }.filter { !$0.isEmpty }
    let isUnclear = lines.count == 1 && lines[0].contains(";")
    return lines.joined(separator: "\n") + (isUnclear ? "\n" : "")
  }
}
