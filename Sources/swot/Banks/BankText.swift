import PracticeCore
import TerminalUI

/// A bank as plain text: what it is about, and how many questions it has on what.
struct BankText {
  /// The width that texts are wrapped to.
  static let columns = 76

  private let bank: QuestionBank
  private let path: String
  private let isBuiltin: Bool

  /// Makes the text of a bank.
  init(_ loaded: BankLibrary.LoadedBank) {
    bank = loaded.bank
    path = loaded.path
    isBuiltin = loaded.isBuiltin
  }

  /// The text, line by line.
  var lines: [String] {
    var lines = ["\(bank.title) (\(bank.id))"]
    if let description = bank.description { lines += [""] + Self.wrapped(description) }
    lines += [""] + facts
    let kinds = countsOfKinds
    let difficulties = Difficulty.allCases.map { difficulty in
      (difficulty.rawValue, bank.questions.count { $0.difficulty == difficulty })
    }
    lines += ["", "\(bank.questions.count) question\(bank.questions.count == 1 ? "" : "s")"]
    let counts = (kinds + difficulties).filter { $0.1 > 0 }.map { [$0.0, "\($0.1)"] }
    lines += TextTable.lines(counts, rightAligned: [1]).map { "  " + $0 }
    if !bank.domains.isEmpty { lines += [""] + partTable }
    return lines
  }

  /// A text of a bank or question, wrapped to lines.
  static func wrapped(_ text: String, indent: String = "") -> [String] {
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
    return TextTable.lines(rows.compactMap { name, value in value.map { [name, $0] } })
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
    return TextTable.lines(rows, rightAligned: [1])
  }
}
