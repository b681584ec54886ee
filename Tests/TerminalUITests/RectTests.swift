import TerminalUI
import TestSupport
import Testing

@Suite struct RectTests {
  @Test func `splitting loses and doubles no cell`() {
    let rect = Rect(column: 3, row: 2, columns: 10, rows: 6)
    #expect(rect.splitTop(2).top == Rect(column: 3, row: 2, columns: 10, rows: 2))
    #expect(rect.splitTop(2).rest == Rect(column: 3, row: 4, columns: 10, rows: 4))
    #expect(rect.splitBottom(1).bottom == Rect(column: 3, row: 7, columns: 10, rows: 1))
    #expect(rect.splitLeft(4).rest == Rect(column: 7, row: 2, columns: 6, rows: 6))
    #expect(rect.splitRight(4).right == Rect(column: 9, row: 2, columns: 4, rows: 6))
    #expect(rect.rowRect(5) == Rect(column: 3, row: 7, columns: 10, rows: 1))
    #expect(rect.rowRect(6).isEmpty && rect.rowRect(-1).isEmpty)
  }

  @Test func `a column of text is centred and never too wide`() {
    #expect(
      Rect(Size(columns: 80, rows: 24)).centredColumn()
        == Rect(column: 2, row: 0, columns: 76, rows: 24))
    #expect(Rect(Size(columns: 40, rows: 12)).centredColumn().columns == 40)
    #expect(
      Rect(Size(columns: 80, rows: 24)).centred(Size(columns: 20, rows: 4))
        == Rect(column: 30, row: 10, columns: 20, rows: 4))
  }

  @Test func `any numbers do, and nothing leaves the rectangle`() throws {
    let numbers = [Int.min, -7, -1, 0, 1, 2, 5, 80, 1 << 20, Int.max]
    try withEvery(seed: 0..<500) { seed, random in
      func any() -> Int { numbers[Int.random(in: 0..<numbers.count, using: &random)] }
      let rect = Rect(column: any(), row: any(), columns: any(), rows: any())
      let other = Rect(column: any(), row: any(), columns: any(), rows: any())
      let parts = [
        rect.inset(left: any(), top: any(), right: any(), bottom: any()),
        rect.splitTop(any()).top, rect.splitTop(any()).rest, rect.splitBottom(any()).bottom,
        rect.splitLeft(any()).left, rect.splitRight(any()).right, rect.rowRect(any()),
        rect.centredColumn(maximum: any()), rect.centred(Size(columns: any(), rows: any())),
        rect.intersection(other),
      ]
      for part in parts {
        try #require(part.column >= rect.column && part.endColumn <= rect.endColumn, "seed \(seed)")
        try #require(part.row >= rect.row && part.endRow <= rect.endRow, "seed \(seed)")
      }
    }
  }

  @Test func `an intersection holds what both do`() {
    let first = Rect(column: 0, row: 0, columns: 5, rows: 5)
    #expect(
      first.intersection(Rect(column: 3, row: 4, columns: 5, rows: 5))
        == Rect(column: 3, row: 4, columns: 2, rows: 1))
    #expect(first.intersection(Rect(column: 9, row: 9, columns: 1, rows: 1)).isEmpty)
    #expect(first.contains(Position(column: 4, row: 4)))
    #expect(!first.contains(Position(column: 5, row: 4)))
  }
}
