import PracticeCore
import TerminalUI

/// A list of subjects to tick: at the first start and in the settings.
struct SubjectChoice: Equatable, Sendable {
  /// The ids of those that are ticked.
  private(set) var ticked: Set<String>

  /// Begins with the subjects that are studied now.
  init(in context: ScreenContext) { ticked = Set(context.subjects.map(\.id)) }

  /// Ticks the subject at that place, or takes the tick away.
  mutating func toggle(_ place: Int, in context: ScreenContext) {
    guard context.catalog.banks.indices.contains(place) else { return }
    let id = context.catalog.banks[place].id
    if ticked.remove(id) == nil { ticked.insert(id) }
  }

  /// What the settings hold of it: nil for all, in the order of the banks else.
  func subjects(in context: ScreenContext) -> [String]? {
    let ids = context.catalog.banks.map(\.id)
    return ids.allSatisfy(ticked.contains) ? nil : ids.filter(ticked.contains)
  }

  /// The rows, with a column left blank for the mark.
  func rows(columns: Int, in context: ScreenContext) -> (rows: [Line], items: [Range<Int>]) {
    let symbols = context.symbols
    let indent = QuestionTexts.isWide(columns) ? "   " : "  "
    var rows: [Line] = []
    var items: [Range<Int>] = []
    for bank in context.catalog.banks {
      let isTicked = ticked.contains(bank.id)
      let start = rows.count
      let box = isTicked ? symbols.boxTicked : symbols.boxEmpty
      let count = Phrases.counted(bank.questions.count, "question")
      rows += TextWrapping.wrap(
        Line(symbols.display(bank.title)).appending("  \(count)", .muted), columns: columns,
        first: Line(indent) + Line(box, isTicked ? .accent : .body) + Line(" "),
        rest: Line(indent + "    "))
      items.append(start..<rows.count)
    }
    return (rows, items)
  }
}
