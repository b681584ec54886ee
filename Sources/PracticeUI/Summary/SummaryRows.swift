import PracticeCore
import TerminalUI

/// The rows of a session's summary.
struct SummaryRows {
  /// All rows.
  private(set) var rows: [Line] = []
  /// The rows of what can be done next.
  private(set) var items: [Range<Int>] = []

  /// Puts the rows together.
  init(_ facts: SessionFacts, items: [SummaryScreen.Item], columns: Int, in context: ScreenContext)
  {
    let symbols = context.symbols
    let isWide = QuestionTexts.isWide(columns)
    let margin = Line(isWide ? " " : "")
    let indent = Line(isWide ? "   " : "  ")
    func add(_ line: Line, _ lead: Line) -> [Line] {
      TextWrapping.wrap(line, columns: columns, first: lead, rest: lead + Line("  "))
    }
    rows += add(Line(SummaryWording.result(facts), Style(.heading, .bold)), margin)
    let returns = SummaryWording.returns(facts.returns(in: context), separator: symbols.separator)
    if let returns { rows += add(Line(returns), margin) }
    rows.append(Line())
    for item in items {
      let start = rows.count
      rows += add(Line(SummaryWording.name(item, facts)), indent)
      self.items.append(start..<rows.count)
    }
    if facts.wrong.isEmpty { return }
    rows.append(Line())
    rows += add(Line(SummaryWording.wrongHeading, .heading), margin)
    for mistakes in facts.wrong {
      rows += add(
        Line(symbols.display(mistakes.objective ?? SummaryWording.noObjective)), indent)
      for id in mistakes.questions {
        let lead = Line(isWide ? "     " : "    ")
        let stem = String((context.catalog[id]?.stem ?? "").prefix(2 * columns))
        let line = Line("\(symbols.display(String(id.question)))  \(symbols.display(stem))", .muted)
        rows.append(lead + line.truncated(to: columns - lead.width, ellipsis: symbols.ellipsis))
      }
    }
  }
}

/// What a session's summary says.
enum SummaryWording {
  static let title = "Session"
  static let wrongHeading = "Not right at first"
  static let noObjective = "Without a topic"

  /// How it went.
  static func result(_ facts: SessionFacts) -> String {
    let time = Phrases.duration(milliseconds: facts.milliseconds)
    return "\(facts.right) of \(facts.answered) right in \(time)."
  }

  /// What comes back when; nil where nothing does.
  static func returns(
    _ counts: (tomorrow: Int, week: Int, later: Int), separator: String
  ) -> String? {
    var parts: [String] = []
    if counts.tomorrow > 0 { parts.append("\(counts.tomorrow) tomorrow") }
    if counts.week > 0 { parts.append("\(counts.week) within a week") }
    if counts.later > 0 { parts.append("\(counts.later) later") }
    return parts.isEmpty ? nil : "Coming back: \(parts.joined(separator: " \(separator) "))."
  }

  /// What can be done next.
  static func name(_ item: SummaryScreen.Item, _ facts: SessionFacts) -> String {
    switch item {
    case .home: "Back to the start"
    case .mistakes:
      "Practise the wrong ones (\(facts.wrong.reduce(0) { $0 + $1.questions.count }))"
    case .moreNew: HomeWording.moreNewItem
    }
  }
}
