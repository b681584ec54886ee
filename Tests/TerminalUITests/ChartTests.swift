import FSRS
import TerminalUI
import TestSupport
import Testing

@Suite struct ChartTests {
  @Test func `columns drawn by hand`() {
    // Of 2 rows of eight steps, 10 at the top: 5 takes 8 steps, 1 takes 1.6, which is 2.
    let plot = ColumnPlot(values: [10, 5, 0, 1], first: "a", last: "z")
    #expect(
      plot.rows(columns: 12, height: 2, symbols: .unicode).map(\.text) == [
        "10 │██      ", "   │████  ▂▂", " 0 ┼a      z",
      ])
    #expect(
      plot.rows(columns: 12, height: 2, symbols: .ascii).map(\.text) == [
        "10 |##      ", "   |####  ..", " 0 +a      z",
      ])
  }

  @Test func `a limit is a line across`() {
    let rows = ColumnPlot(values: [4, 1], mark: 3).rows(columns: 9, height: 4, symbols: .unicode)
    #expect(rows.map(\.text) == ["5 │▂▂▂   ", "3 ┼███───", "  │███   ", "  │███▆▆▆", "0 ┼      "])
  }

  @Test func `scales end at round numbers`() {
    let tops = [0.0, 1, 1.5, 3, 7, 10, 11, 21, 99, 100, 101].map { ColumnPlot.top(for: $0) }
    #expect(tops == [1, 1, 2, 5, 10, 10, 20, 50, 100, 100, 200])
    #expect(ColumnPlot.top(for: .infinity) == 1 && ColumnPlot.top(for: .nan) == 1)
  }

  @Test func `dots are Braille, in ASCII a sign for each cell`() {
    var canvas = DotCanvas(size: Size(columns: 2, rows: 1))
    canvas.set(x: 0, y: 0)
    canvas.set(x: 1, y: 3)
    #expect(canvas.text(row: 0, symbols: .unicode) == "⡈ ")
    #expect(canvas.text(row: 0, symbols: .ascii) == "* ")
    canvas.set(x: 9, y: 9)
    #expect(canvas.text(row: 0, symbols: .unicode) == "⡈ ", "what is outside is left out")
    canvas.line(from: (2, 0), to: (2, 3))
    #expect(canvas.text(row: 0, symbols: .unicode) == "⡈⡇")
  }

  @Test func `a straight line fills the cells between its ends`() {
    let plot = CurvePlot(
      points: [.init(x: 0, y: 0), .init(x: 1, y: 1)], top: "1", bottom: "0", first: "a", last: "z")
    #expect(
      plot.rows(columns: 7, height: 2, symbols: .unicode).map(\.text) == [
        "1 │  ⡠⠊", "0 │⡠⠊  ", "  ┼a  z",
      ])
  }

  @Test func `a calendar has a column for each week and a row for each weekday`() {
    let days: [Double?] = (0..<10).map { $0 == 3 ? 4 : $0 == 8 ? 1 : 0 }
    let plot = CalendarPlot(days: days, labels: [0: "Nov"])
    #expect(
      plot.rows(columns: 20, symbols: .ascii).map(\.text)
        == [
          "    Nov", "Mon ..", "    .+", "Wed ..", "    #", "Fri .", "    .", "Sun .",
        ].map { $0.count < 6 ? $0 + " " : $0 })
  }

  @Test func `no chart is wider than its room or shows what a terminal can't`() throws {
    try withEvery(seed: 0..<60) { seed, random in
      let values = (0..<random.number(below: 120)).map { _ in Double(random.number(below: 900)) }
      let columns = 8 + random.number(below: 90)
      let height = 1 + random.number(below: 8)
      for symbols in [Symbols.unicode, .ascii] {
        let points = values.enumerated().map { place, value in
          CurvePlot.Point(x: Double(place) / 120, y: value / 900)
        }
        let rows =
          ColumnPlot(values: values, mark: 70, first: "1 Jan", last: "9 Sep")
          .rows(columns: columns, height: height, symbols: symbols)
          + CurvePlot(
            points: points, reference: points, top: "100 %", bottom: "0 %", first: "1 Jan",
            last: "9 Sep"
          ).rows(columns: columns, height: height, symbols: symbols)
          + CalendarPlot(days: values, labels: [0: "Jan", 4: "Feb"])
          .rows(columns: columns, symbols: symbols)
        for row in rows {
          try #require(row.width <= columns, "seed \(seed): '\(row.text)'")
          if symbols.charset == .ascii {
            try #require(row.text.utf8.allSatisfy { $0 < 0x7F }, "seed \(seed)")
          }
        }
      }
    }
  }
}
