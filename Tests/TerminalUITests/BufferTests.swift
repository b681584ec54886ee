import TerminalUI
import TestSupport
import Testing

@Suite struct BufferTests {
  @Test func `text is drawn into its cells`() {
    var buffer = Buffer(size: Size(columns: 8, rows: 2))
    let columns = buffer.draw("Key e\u{301}", at: Position(column: 1, row: 0), style: .key)
    #expect(columns == 5)
    #expect(
      buffer.description == """
        +--------+
        | Key é  |
        |        |
        +--------+
        row 0, columns 1-5: key

        """)
  }

  @Test func `wide characters take two cells and leave blanks where they are cut`() {
    var buffer = Buffer(size: Size(columns: 5, rows: 1))
    buffer.draw("漢字漢", at: .zero)
    #expect(buffer.text(row: 0) == "漢字")
    buffer.draw("a", at: Position(column: 1, row: 0))
    #expect(buffer.text(row: 0) == " a字")
    buffer.draw("b", at: Position(column: 2, row: 0))
    #expect(buffer.text(row: 0) == " ab")
    buffer.draw("漢", at: Position(column: -1, row: 0))
    #expect(buffer.text(row: 0) == " ab")
    buffer.draw("xyz漢", at: Position(column: 1, row: 0))
    #expect(buffer.text(row: 0) == " xyz")
  }

  @Test func `joined emoji show their first part and skin tones nothing`() {
    var buffer = Buffer(size: Size(columns: 12, rows: 1))
    #expect(buffer.draw("👨‍👩‍👧👍🏽❤️!", at: .zero) == 6)
    #expect(buffer.text(row: 0) == "👨👍❤!")
  }

  @Test func `letters joined for their shape stay`() {
    var buffer = Buffer(size: Size(columns: 12, rows: 1))
    buffer.draw("क्‍ष", at: .zero)
    #expect(buffer.text(row: 0).unicodeScalars.contains("\u{937}"))
  }

  @Test func `a mark without a letter stands on a blank`() {
    var buffer = Buffer(size: Size(columns: 3, rows: 1))
    #expect(buffer.draw("\u{301}a", at: .zero) == 2)
    #expect(buffer[.zero].text == " \u{301}")
  }

  @Test func `at most four marks stand on a letter`() {
    var buffer = Buffer(size: Size(columns: 3, rows: 1))
    buffer.draw("a" + String(repeating: "\u{301}", count: 1000), at: .zero)
    #expect(buffer[.zero].text.unicodeScalars.count == 5)
  }

  @Test func `what must not reach a terminal is drawn as its replacement`() {
    var buffer = Buffer(size: Size(columns: 8, rows: 1))
    buffer.draw("a\u{1B}b\u{9B}c\u{202E}d\n", at: .zero)
    #expect(buffer.text(row: 0) == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
  }

  @Test func `nothing outside of the clip changes`() {
    var buffer = Buffer(size: Size(columns: 10, rows: 3))
    let clip = Rect(column: 2, row: 1, columns: 4, rows: 1)
    for row in -1..<4 { buffer.draw("0123456789", at: Position(column: 0, row: row), in: clip) }
    #expect((0..<3).map { buffer.text(row: $0) } == ["", "  2345", ""])
  }

  @Test func `styles change without the text`() {
    var buffer = Buffer(size: Size(columns: 4, rows: 1))
    buffer.draw("ab", at: .zero, style: Style(.code, .bold))
    buffer.highlight(Rect(column: 1, row: 0, columns: 9, rows: 9), role: .selection)
    #expect(buffer[.zero].style == Style(.code, .bold))
    #expect(buffer[Position(column: 1, row: 0)].style == Style(.selection, .bold))
    #expect(buffer.text(row: 0) == "ab")
  }

  @Test func `whatever is drawn, every row is one that a terminal can show`() throws {
    try withEvery(seed: 0..<300) { seed, random in
      let size = Size(
        columns: Int.random(in: 0...12, using: &random), rows: Int.random(in: 0...3, using: &random)
      )
      var buffer = Buffer(size: size)
      for _ in 0..<12 {
        let text =
          Bool.random(using: &random)
          ? RandomText.make(&random, length: 4) : RandomText.makeHostile(&random, length: 6)
        let place = Position(
          column: Int.random(in: -4...14, using: &random),
          row: Int.random(in: -1...3, using: &random))
        let clip = Rect(
          column: Int.random(in: -2...10, using: &random),
          row: Int.random(in: -1...2, using: &random),
          columns: Int.random(in: 0...9, using: &random),
          rows: Int.random(in: 0...3, using: &random))
        buffer.draw(text, at: place, in: Bool.random(using: &random) ? clip : nil)
        if Int.random(in: 0...3, using: &random) == 0 { buffer.fill(clip) }
      }
      for row in 0..<size.rows {
        let cells = Array(buffer.row(row))
        for (column, cell) in cells.enumerated() {
          let isRightHalf = column > 0 && cells[column - 1].width == 2
          try #require((cell.width == 0) == isRightHalf, "seed \(seed), row \(row)")
          if cell.width == 2 { try #require(column + 1 < cells.count, "seed \(seed)") }
          if cell.width > 0 {
            try #require(ColumnWidth.of(cell.text) == Int(cell.width), "seed \(seed)")
          }
          for scalar in cell.text.unicodeScalars {
            try #require(DisplayText.isSafe(scalar), "seed \(seed)")
          }
        }
      }
    }
  }
}
