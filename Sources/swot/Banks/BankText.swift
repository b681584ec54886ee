import PracticeCore
import TerminalUI

/// A bank as plain text: what it is about, and how many questions it has on what.
struct BankText {
  /// The width of texts where there is room.
  static let textColumns = 76

  private let bank: QuestionBank
  private let path: String
  private let isBuiltin: Bool
  private let columns: Int?

  /// Makes the text of a bank, no wider than `columns`, of which at least 30 are taken; tables are
  /// as wide as they come where that is nil.
  init(_ loaded: BankLibrary.LoadedBank, columns: Int? = nil) {
    self.columns = columns.map { max($0, 30) }
    bank = loaded.bank
    path = loaded.path
    isBuiltin = loaded.isBuiltin
  }

  /// The text, line by line.
  var lines: [String] {
    var lines = Self.wrapped("\(bank.title) (\(bank.id))", columns: textColumns)
    if let description = bank.description {
      lines += [""] + Self.wrapped(description, columns: textColumns)
    }
    lines += [""] + facts
    let kinds = countsOfKinds
    let difficulties = Difficulty.allCases.map { difficulty in
      (difficulty.rawValue, bank.questions.count { $0.difficulty == difficulty })
    }
    lines += ["", "\(bank.questions.count) question\(bank.questions.count == 1 ? "" : "s")"]
    let counts = (kinds + difficulties).filter { $0.1 > 0 }.map { [$0.0, "\($0.1)"] }
    lines += TextTable.lines(counts, rightAligned: [1]).map { "  " + $0 }
    if !bank.domains.isEmpty { lines += [""] + partTable }
    if !bank.questions.isEmpty { lines += ["", "How the questions are made"] + figureTable }
    return lines
  }

  private var textColumns: Int { min(columns ?? Self.textColumns, Self.textColumns) }

  /// A text of a bank or question, wrapped to lines.
  static func wrapped(_ text: String, indent: String = "", columns: Int) -> [String] {
    TextLayout.rows(text, columns: columns - indent.count, symbols: .unicode).map {
      $0.text.isEmpty ? "" : indent + $0.text
    }
  }

  private var facts: [String] {
    let reviewed = bank.reviewed.map(\.description)
    let authors = bank.authors.isEmpty ? nil : bank.authors.joined(separator: ", ")
    let rows = [
      ("Place", isBuiltin ? "built in (\(path))" : path), ("Authors", authors),
      ("Licence", bank.license), ("Language", bank.language), ("Reviewed", reviewed),
      ("Notes", bank.notes.isEmpty ? nil : "\(bank.notes.count) sections"),
    ]
    return TextTable.lines(
      rows.compactMap { name, value in value.map { [name, $0] } }, width: columns)
  }

  private var countsOfKinds: [(String, Int)] {
    let questions = bank.questions
    let single = questions.count { $0.format.kind == .choices && $0.keyNumbers.count == 1 }
    return [
      ("single choice", single),
      ("multiple response", questions.count { $0.format.kind == .choices } - single),
      ("matching", questions.count { $0.format.kind == .match }),
      ("ordering", questions.count { $0.format.kind == .order }),
      ("typed", questions.count { $0.format.kind == .answer }),
    ]
  }

  /// What gives right answers away, and what is missing.
  private var figureTable: [String] {
    let figures = BankFigures(bank)
    var rows: [[String]] = figures.keyPlaces.map { places in
      let total = places.counts.reduce(0, +)
      let shares = places.counts.map { "\(Int((100 * Double($0) / Double(total)).rounded()))" }
      return [
        "right answer by place, of \(places.choices) choices",
        shares.joined(separator: ", ") + " %", places.choices == 4 ? "20 % to 30 % each" : "",
      ]
    }
    if figures.singleChoice > 0 {
      let share = Double(figures.keyIsLongest.count) / Double(figures.singleChoice)
      rows.append([
        "right answer the longest", Self.percent(share),
        "at most \(Self.percent(BankFigures.longestKeyLimit))",
      ])
    }
    let negative = Double(figures.negativeStems.count) / Double(bank.questions.count)
    rows += [
      ["choices unlike in length", Self.named(figures.unevenChoices), "none above 1.5 to 1"],
      ["choices about the others", Self.named(figures.choicesAboutOthers), "none"],
      [
        "stems that ask for what is not so", Self.percent(negative),
        "at most \(Self.percent(BankFigures.negativeLimit))",
      ],
      [
        "most alike two stems",
        figures.mostAlike.map {
          "\(Self.percent($0.share)) (\($0.first.question), \($0.second.question))"
        } ?? "0 %",
        "at most \(Self.percent(BankFigures.likenessLimit))",
      ],
    ]
    if !bank.domains.isEmpty {
      rows += [
        ["weights of the domains", Self.number(figures.totalWeight), "100"],
        ["objectives without a question", Self.named(figures.untestedObjectives), "none"],
      ]
    }
    if !bank.references.isEmpty {
      rows.append(["references without a question", Self.named(figures.unusedReferences), "none"])
    }
    if let day = figures.oldestReview { rows.append(["oldest review", "\(day)", ""]) }
    // What it should be comes before what it is: names of questions go on below.
    let table = [["", "Should be", "Here"]] + rows.map { [$0[0], $0[2], $0[1]] }
    let lead = [0, 1].reduce(2) { lead, column in
      lead + (table.map { ColumnWidth.of($0[column]) }.max() ?? 0) + 2
    }
    if let columns, columns - lead < 16 {
      return rows.flatMap { row in
        let wanted = row[2].isEmpty ? "" : " (should be: \(row[2]))"
        let line = Line(DisplayText.sanitized("\(row[0]): \(row[1])\(wanted)"))
        return TextWrapping.wrap(line, columns: columns - 2, hanging: 2).map { "  " + $0.text }
      }
    }
    return TextTable.lines(table, width: columns.map { $0 - 2 }).map { "  " + $0 }
  }

  private static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// The count of some ids and the first of them.
  private static func named(_ ids: [QuestionID]) -> String {
    named(ids.map { String($0.question) })
  }

  private static func named(_ ids: [String]) -> String {
    guard !ids.isEmpty else { return "none" }
    let shown = ids.prefix(3).joined(separator: ", ")
    return "\(ids.count) (\(shown)\(ids.count > 3 ? " and more" : ""))"
  }

  /// Domains and objectives with their numbers of questions.
  private var partTable: [String] {
    var counts: [String: Int] = [:]
    for question in bank.questions { counts[question.objective ?? "", default: 0] += 1 }
    var rows = [["Objective", "Questions", "Title"]]
    for domain in bank.domains {
      let count = domain.objectives.reduce(0) { $0 + counts[$1.id, default: 0] }
      rows.append([domain.id, "\(count)", domain.title])
      for objective in domain.objectives {
        rows.append(["  \(objective.id)", "\(counts[objective.id, default: 0])", objective.title])
      }
    }
    if let none = counts[""] {
      rows.append(["(none)", "\(none)", "Questions without an objective"])
    }
    return TextTable.lines(rows, rightAligned: [1], width: columns)
  }
}
