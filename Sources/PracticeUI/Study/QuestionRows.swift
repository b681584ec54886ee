import PracticeCore
import TerminalUI

/// The rows of a question that waits for its answer.
///
/// A column is left blank for the mark.
struct QuestionRows {
  /// All rows.
  private(set) var rows: [Line] = []
  /// The rows of each item that can be marked, in the order shown.
  private(set) var items: [Range<Int>] = []

  private let texts: QuestionTexts
  private let symbols: Symbols

  /// Puts the rows together.
  init(_ pane: QuestionPane, texts: QuestionTexts, symbols: Symbols) {
    self.texts = texts
    self.symbols = symbols
    if let day = pane.answeredBeforeChange {
      rows += TextWrapping.wrap(
        Line(SessionWording.keyChanged(since: day), .warning), columns: texts.key.columns,
        first: margin, rest: margin)
      rows.append(Line())
    }
    rows += texts.stem.map { margin + $0 }
    rows.append(Line())
    switch pane.draft {
    case .choices(let chosen): addChoices(pane, chosen: chosen)
    case .match(let answers): addPrompts(pane, answers: answers)
    case .order: addSteps(pane)
    case .text(let field): addField(field)
    }
  }

  private var margin: Line { Line(String(repeating: " ", count: texts.margin)) }
  private var itemIndent: Line { Line(String(repeating: " ", count: texts.itemIndent)) }
  /// What stands left of items: the margin, the mark, and a blank on wide screens.
  private var markGap: String { texts.isWide ? "   " : " " }

  private mutating func add(_ text: [Line], first: Line) {
    let start = rows.count
    for (index, line) in text.enumerated() { rows.append((index == 0 ? first : itemIndent) + line) }
    items.append(start..<max(start + 1, rows.count))
    if text.isEmpty { rows.append(first) }
  }

  private mutating func addChoices(_ pane: QuestionPane, chosen: Set<Int>) {
    let isSingle = pane.question.keyNumbers.count == 1
    for (place, number) in pane.numbers.enumerated() {
      let isChosen = chosen.contains(number)
      let isStruck = pane.struck.contains(number)
      var text = texts.items[number - 1]
      if isChosen { text = text.map { $0.inRole(.chosen) } }
      if isStruck {
        text = text.map { $0.inRole(.struck) }
        text = adding(SessionWording.struckOut, to: text)
      }
      let box =
        isSingle
        ? isChosen ? symbols.radioChosen : isStruck ? symbols.radioStruck : symbols.radioEmpty
        : isChosen ? symbols.boxTicked : isStruck ? symbols.boxStruck : symbols.boxEmpty
      var first = Line("\(markGap)\(place + 1)\(texts.isWide ? "  " : " ")")
      first.append(box, isChosen ? .accent : isStruck ? .struck : .body)
      first.append(" ")
      add(text, first: first)
    }
  }

  /// Adds a remark after the last row, or as a row of its own.
  private func adding(_ remark: String, to text: [Line]) -> [Line] {
    var text = text
    let room = texts.key.columns - texts.itemIndent - texts.margin
    if let last = text.last, last.width + 2 + ColumnWidth.of(remark) <= room {
      text[text.count - 1] = last.appending("  \(remark)", .muted)
    } else {
      text.append(Line(remark, .muted))
    }
    return text
  }

  private mutating func addPrompts(_ pane: QuestionPane, answers: [Int]) {
    let shown = pane.answerNumbers
    for (index, prompt) in texts.items.enumerated() {
      var text = prompt
      if let place = shown.firstIndex(of: answers[index]) {
        text += answerRows(place, of: answers[index], arrow: true).map { $0.inRole(.chosen) }
      } else {
        text.append(Line("  \(symbols.open) \(SessionWording.unmatched)", .muted))
      }
      add(text, first: itemIndent)
    }
    rows.append(Line())
    rows.append(margin + Line(SessionWording.answersHeading, .heading))
    for (place, number) in shown.enumerated() {
      for line in answerRows(place, of: number, arrow: false) { rows.append(margin + line) }
    }
  }

  /// The rows of an answer of matching: its digit, its text.
  private func answerRows(_ place: Int, of number: Int, arrow: Bool) -> [Line] {
    // In ASCII the arrow would look like the mark.
    let sign = symbols.charset == .ascii ? "=" : symbols.rightwards
    let lead = arrow ? "  \(sign) \(place + 1)  " : "  \(place + 1)  "
    let blank = String(repeating: " ", count: ColumnWidth.of(lead))
    return texts.answers[number - 1].enumerated().map { index, line in
      Line(index == 0 ? lead : blank) + line
    }
  }

  private mutating func addSteps(_ pane: QuestionPane) {
    for (place, number) in pane.numbers.enumerated() {
      add(
        texts.items[number - 1],
        first: Line("\(markGap)\(place + 1)\(texts.isWide ? "  " : "  ")"))
    }
    guard let isGiven = pane.isOrderGiven else { return }
    rows.append(Line())
    let sign = margin + Line("\(isGiven ? symbols.answered : symbols.open) ", .accent)
    rows += TextWrapping.wrap(
      Line(isGiven ? SessionWording.orderGiven : SessionWording.orderOpen),
      columns: texts.key.columns, first: sign,
      rest: Line(String(repeating: " ", count: sign.width)))
  }

  private mutating func addField(_ field: TextFieldState) {
    var line = itemIndent
    line.append(Self.fieldLead, .heading)
    line.append(
      contentsOf: FieldLine(
        field, columns: Self.fieldColumns(in: texts.key.columns), symbols: symbols
      ).line)
    rows.append(line)
    items.append(rows.count - 1..<rows.count)
  }

  /// What stands before a field.
  static let fieldLead = "\(SessionWording.fieldLabel)  "

  /// The columns of a field on a screen of that width.
  static func fieldColumns(in columns: Int) -> Int {
    let used = (QuestionTexts.isWide(columns) ? 4 : 2) + fieldLead.utf8.count
    return max(1, min(48, columns - used))
  }
}

extension QuestionPane {
  /// The column of the cursor while text is typed; nil while it isn't.
  func fieldCursor(columns: Int, symbols: Symbols) -> Int? {
    guard isTyping, case .text(let field) = draft else { return nil }
    let line = FieldLine(
      field, columns: QuestionRows.fieldColumns(in: columns), symbols: symbols)
    return (QuestionTexts.isWide(columns) ? 3 : 2) + QuestionRows.fieldLead.utf8.count
      + line.cursor
  }
}

/// A text field as a part of a row.
struct FieldLine {
  /// The part of its text around the cursor, filled up.
  let line: Line
  /// The column of the cursor in it.
  let cursor: Int

  /// Draws a field in `columns`.
  init(_ field: TextFieldState, columns: Int, symbols: Symbols) {
    let text = symbols.display(field.text)
    let before = symbols.display(String(field.text.prefix(field.cursor)))
    let position = ColumnWidth.of(before)
    // One column is kept free for the cursor behind the text.
    let hidden = max(0, position - (columns - 1))
    let skipped = ColumnWidth.prefix(of: text, columns: hidden)
    let shown = String(text.unicodeScalars.dropFirst(skipped.unicodeScalars.count))
    line = Line(shown, .field).prefix(columns: columns).padded(to: columns, style: .field)
    cursor = min(columns - 1, position - ColumnWidth.of(skipped))
  }
}
