/// A line of text that is being typed.
package struct TextFieldState: Hashable, Sendable {
  /// The characters typed.
  private var characters: [Character]
  /// The number of characters before the cursor.
  package private(set) var cursor: Int
  /// The most Unicode scalars that it takes.
  package let limit: Int

  /// Makes a field with the cursor at the end.
  package init(_ text: String = "", limit: Int = 500) {
    self.limit = max(0, limit)
    characters = Array(DisplayText.sanitized(text))
    cursor = characters.count
  }

  /// What has been typed.
  package var text: String { String(characters) }
  /// Whether nothing has been typed.
  package var isEmpty: Bool { characters.isEmpty }

  /// Does what the key does in a field.
  ///
  /// - Returns: Whether it does something there: false for Enter, Esc, Tab and the like.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .backspace, .control("h"):
      if cursor > 0 { remove(cursor - 1..<cursor) }
    case .delete, .control("d"):
      if cursor < characters.count { remove(cursor..<cursor + 1) }
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<characters.count)
    case .control("w"): remove(wordStart..<cursor)
    default: return false
    }
    return true
  }

  /// Inserts text before the cursor, made safe, as far as the limit lets it.
  package mutating func insert(_ text: String) {
    let before = String(characters[..<cursor])
    let after = String(characters[cursor...])
    let room = limit - before.unicodeScalars.count - after.unicodeScalars.count
    let safe = DisplayText.sanitized(text).unicodeScalars.prefix(max(0, room))
    // A combining mark joins the character before it, so characters are counted anew.
    let head = before + String(safe)
    characters = Array(head + after)
    cursor = min(head.count, characters.count)
  }

  private mutating func remove(_ range: Range<Int>) {
    let head = String(characters[..<range.lowerBound])
    characters = Array(head + String(characters[range.upperBound...]))
    cursor = min(head.count, characters.count)
  }

  private var wordStart: Int {
    var start = cursor
    while start > 0 && characters[start - 1] == " " { start -= 1 }
    while start > 0 && characters[start - 1] != " " { start -= 1 }
    return start
  }

  /// The columns of the text before the cursor.
  package var cursorColumn: Int { ColumnWidth.of(String(characters[..<cursor])) }
}

/// A text field: a row that shows the part of its text around the cursor.
package struct TextField: Widget {
  /// The text and the cursor.
  package var state: TextFieldState
  /// Whether keys go there, and so the cursor stands there.
  package var isActive: Bool
  /// The signs to draw with.
  package var symbols: Symbols

  /// Makes a field.
  package init(_ state: TextFieldState, isActive: Bool, symbols: Symbols) {
    self.state = state
    self.isActive = isActive
    self.symbols = symbols
  }

  /// Draws it into the first row of the area.
  package func draw(in area: Rect, on frame: inout Frame) {
    let row = area.rowRect(0)
    guard !row.isEmpty else { return }
    frame.buffer.fill(row, style: .field)
    let text = DisplayText.sanitized(state.text, charset: symbols.charset)
    let cursor = isActive ? cursorColumn : 0
    // One column is kept free for the cursor behind the text.
    let hidden = max(0, cursor - (row.columns - 1))
    frame.buffer.draw(
      text, at: Position(column: row.column - hidden, row: row.row), style: .field, in: row)
    guard isActive else { return }
    frame.cursor = Position(column: row.column + cursor - hidden, row: row.row)
  }

  private var cursorColumn: Int {
    guard symbols.charset == .ascii else { return state.cursorColumn }
    let before = state.text.prefix(state.cursor)
    return ColumnWidth.of(DisplayText.sanitized(String(before), charset: .ascii))
  }
}
