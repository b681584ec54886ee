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
    func rows(_ values: [Double], _ marks: [Double?]) -> [String] {
      ColumnPlot(values: values, marks: marks).rows(columns: 9, height: 4, symbols: .unicode)
        .map(\.text)
    }
    #expect(
      rows([4, 1], [3, 3]) == ["4 │███   ", "3 ┼███───", "  │███   ", "  │██████", "0 ┼      "])
    // It holds for some of the columns, or is another for them.
    #expect(
      rows([0, 1], [4, nil]) == ["4 ┼───   ", "  │      ", "  │      ", "  │   ███", "0 ┼      "])
    #expect(
      rows([0, 0], [4, 2]) == ["4 ┼───   ", "  │      ", "2 ┼   ───", "  │      ", "0 ┼      "])
    #expect(
      rows([1, 0], [1]) == ["1 ┼███   ", "  │███   ", "  │███   ", "  │███   ", "0 ┼      "])
  }

  @Test func `scales end at round numbers`() {
    let tops = [0.0, 1, 1.5, 3, 3.5, 7, 10, 11, 21, 47, 99, 100, 101].map {
      ColumnPlot.top(for: $0)
    }
    #expect(tops == [1, 1, 2, 3, 4, 8, 10, 20, 30, 50, 100, 100, 200])
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
          "    Nov", "Mon ..", "    .+", "Wed ..", "    # ", "Fri . ", "    . ", "Sun . ",
          "    . 0  + 1  * 2", "    # 3-4",
        ])
  }

  @Test func `a calendar says what its signs stand for`() {
    func legend(_ most: Double, columns: Int = 60, _ symbols: Symbols = .unicode) -> [String] {
      CalendarPlot(days: [1, most], labels: [:]).rows(columns: columns, symbols: symbols)
        .dropFirst(8).map(\.text)
    }
    // Quarters of the greatest amount: 1 to 22 are below 22.75, and so on.
    #expect(legend(91) == ["    · 0  ░ 1–22  ▒ 23–45  ▓ 46–68  █ 69–91"])
    #expect(legend(91, columns: 36) == ["    · 0  ░ 1–22  ▒ 23–45  ▓ 46–68", "    █ 69–91"])
    #expect(legend(1) == ["    · 0  █ 1"])
    #expect(legend(3, .ascii) == ["    . 0  + 1  * 2  # 3"])
    // What the legend says of an amount is what the calendar shows for it.
    let plot = CalendarPlot(days: (1...91).map(Double.init), labels: [:])
    let rows = plot.rows(columns: 60, symbols: .unicode).map(\.text)
    for (amount, sign) in [(1, "░"), (22, "░"), (23, "▒"), (46, "▓"), (68, "▓"), (69, "█")] {
      let (week, weekday) = ((amount - 1) / 7, (amount - 1) % 7)
      #expect(Array(rows[1 + weekday])[4 + week] == Character(sign), "\(amount)")
    }
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
          ColumnPlot(values: values, marks: values.map { _ in 70 }, first: "1 Jan", last: "9 Sep")
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
