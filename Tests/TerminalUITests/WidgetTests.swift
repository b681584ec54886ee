import TerminalUI
import TestSupport
import Testing

@Suite struct WidgetTests {
  /// The rows of a frame into which a widget was drawn.
  private func drawn(_ widget: any Widget, columns: Int, rows: Int = 1) -> [String] {
    var frame = Frame(size: Size(columns: columns, rows: rows))
    widget.draw(in: frame.bounds, on: &frame)
    return (0..<rows).map { frame.buffer.text(row: $0) }
  }

  private let hints = [
    KeyHint("enter", "submit", key: .enter, essential: true), KeyHint("c", "certain", key: "c"),
    KeyHint("x", "strike", key: "x"), KeyHint("?", "more", key: "?", essential: true),
  ]

  @Test func `key hints go from the right, but never the essential ones`() {
    let bar = KeyHintBar(hints)
    #expect(drawn(bar, columns: 60) == ["enter submit   c certain   x strike   ? more"])
    #expect(drawn(bar, columns: 42) == ["enter submit  c certain  x strike  ? more"])
    #expect(drawn(bar, columns: 36) == ["enter submit   c certain   ? more"])
    #expect(drawn(bar, columns: 22) == ["enter submit   ? more"])
    #expect(drawn(bar, columns: 10) == ["enter  ?"])
    #expect(drawn(bar, columns: 7) == ["enter ?"])
  }

  @Test func `a click on a hint is its key`() {
    var frame = Frame(size: Size(columns: 60, rows: 1))
    KeyHintBar(hints).draw(in: frame.bounds, on: &frame)
    #expect(frame.target(at: Position(column: 0, row: 0)) == .key(.enter))
    #expect(frame.target(at: Position(column: 16, row: 0)) == .key("c"))
    #expect(frame.target(at: Position(column: 13, row: 0)) == nil)
  }

  @Test func `a header keeps what matters most`() {
    let header = HeaderRow(
      leading: [.init(Line("Cloud architecture")), .init(Line(" · Redundancy"), priority: 1)],
      trailing: [.init(Line("4 of 20"), priority: 3), .init(Line("▰▰▱"), priority: 0)],
      symbols: .unicode)
    #expect(drawn(header, columns: 50) == ["Cloud architecture · Redundancy       4 of 20  ▰▰▱"])
    #expect(drawn(header, columns: 42) == ["Cloud architecture · Redundancy    4 of 20"])
    #expect(drawn(header, columns: 28) == ["Cloud architecture   4 of 20"])
    #expect(drawn(header, columns: 20) == ["Cloud arch…  4 of 20"])
    #expect(drawn(header, columns: 18) == ["Cloud architecture"])
    #expect(drawn(header, columns: 10) == ["Cloud arc…"])
  }

  @Test func `a rule carries a count where there is room`() {
    let view = Viewport(contentRows: 20, height: 8, countsInside: false)
    #expect(drawn(RuleRow.below(view, symbols: .unicode), columns: 12) == ["───── ▼ 12 ─"])
    #expect(drawn(RuleRow.below(view, symbols: .ascii), columns: 12) == ["----- v 12 -"])
    #expect(drawn(RuleRow.below(view, symbols: .unicode), columns: 5) == ["─────"])
    #expect(drawn(RuleRow.above(view, symbols: .unicode), columns: 4) == ["────"])
  }

  @Test func `a bar is full only for the whole and empty only for nothing`() {
    func bar(_ share: Double) -> String { ProgressBar(share: share, columns: 4).line(.ascii).text }
    #expect(bar(0) == "....")
    #expect(bar(0.001) == "#...")
    #expect(bar(0.5) == "##..")
    #expect(bar(0.999) == "###.")
    #expect(bar(1) == "####")
    #expect(bar(.nan) == "....")
    #expect(bar(-.infinity) == "....")
    #expect(bar(.infinity) == "####")
    #expect(ProgressBar(done: 3, of: 0, columns: 4).line(.unicode).text == "▱▱▱▱")
    #expect(ProgressBar(share: 0.5, columns: 0).line(.unicode).width == 0)
    #expect(ProgressBar(share: 0.5, columns: 1).line(.unicode).width == 1)
  }

  @Test func `a list keeps the marked item in view, with mark and cursor`() {
    let list = ListView(count: 10, marked: 6, symbols: .ascii) { Line("item \($0)") }
    var frame = Frame(size: Size(columns: 10, rows: 5))
    list.draw(in: frame.bounds, on: &frame)
    #expect(
      (0..<5).map { frame.buffer.text(row: $0) }
        == ["       ^ 4", "  item 4", "  item 5", "> item 6", "       v 3"])
    #expect(frame.cursor == Position(column: 0, row: 3))
    #expect(frame.target(at: Position(column: 3, row: 2)) == .item(5))
    #expect(frame.buffer[Position(column: 2, row: 3)].style == .selection)
  }

  @Test func `a list asks only for the items in view`() {
    let list = ListView(count: 1_000_000, marked: 500_000, symbols: .ascii) { index in
      #expect((499_900...500_100).contains(index))
      return Line("item \(index)")
    }
    #expect(drawn(list, columns: 20, rows: 5)[3] == "> item 500000")
  }

  @Test func `charts take one column a value`() {
    #expect(Symbols.unicode.sparkline([0, 0.5, 1, 2, -1, .nan]) == "▁▅██▁▁")
    #expect([0, 0.01, 0.5, 1].map(Symbols.unicode.shade).joined() == "·░▓█")
    #expect([0, 0.01, 0.5, 1].map(Symbols.ascii.shade).joined() == ".:*#")
  }

  @Test func `every sign takes one column in both sets and is safe`() {
    for symbols in [Symbols.unicode, .ascii] {
      let signs =
        [
          symbols.mark, symbols.barFilled, symbols.barEmpty, symbols.rule, symbols.verticalRule,
          symbols.crossing, symbols.point, symbols.right, symbols.wrong, symbols.flag,
          symbols.open, symbols.answered, symbols.separator, symbols.bullet, symbols.above,
          symbols.below, symbols.ellipsis, symbols.left, symbols.rightwards, symbols.up,
          symbols.down, symbols.range,
        ] + symbols.levels + symbols.shades
      for sign in signs {
        #expect(ColumnWidth.of(sign) == 1, "\(sign)")
        #expect(DisplayText.sanitized(sign, charset: symbols.charset) == sign)
      }
    }
    #expect(Symbols.unicode.levels.count == Symbols.ascii.levels.count)
    #expect(Symbols.unicode.shades.count == Symbols.ascii.shades.count)
  }

  @Test func `screens have rules from 16 rows on and text of at most 76 columns`() {
    let large = ScreenLayout(Size(columns: 120, rows: 40))
    #expect(large.header == Rect(column: 22, row: 0, columns: 76, rows: 1))
    #expect(large.upperRule == Rect(column: 21, row: 1, columns: 78, rows: 1))
    #expect(large.body == Rect(column: 22, row: 2, columns: 76, rows: 36))
    #expect(large.footer == Rect(column: 22, row: 39, columns: 76, rows: 1))
    let small = ScreenLayout(Size(columns: 40, rows: 12))
    #expect(!small.hasRules && small.body == Rect(column: 0, row: 1, columns: 40, rows: 10))
  }

  @Test func `widgets draw into any rectangle and nowhere else`() throws {
    try withEvery(seed: 0..<400) { seed, random in
      let size = Size(
        columns: Int.random(in: 0...30, using: &random),
        rows: Int.random(in: 0...10, using: &random))
      let area = Rect(
        column: Int.random(in: -3...20, using: &random),
        row: Int.random(in: -3...8, using: &random),
        columns: Int.random(in: 0...20, using: &random), rows: Int.random(in: 0...8, using: &random)
      )
      let text = RandomText.make(&random)
      let lines = TextLayout.rows(text, columns: area.columns, symbols: .unicode)
      var scroll = ScrollView(
        rows: lines, viewport: Viewport(contentRows: lines.count, height: area.rows, offset: 2),
        symbols: .unicode, cursorRow: 1)
      scroll.items = [(0..<2, .item(0))]
      let widgets: [any Widget] = [
        KeyHintBar(hints), RuleRow(symbols: .unicode, remark: Line("▼ 3")),
        HeaderRow(
          leading: [.init(Line(text)), .init(Line("x"))], trailing: [.init(Line("漢"))],
          symbols: .unicode),
        ListView(count: 9, marked: 4, symbols: .unicode) { Line("漢\($0)") },
        TextField(TextFieldState(text), isActive: true, symbols: .unicode), scroll,
      ]
      for widget in widgets {
        var frame = Frame(size: size)
        frame.buffer.fill(frame.bounds, style: .code)
        widget.draw(in: area, on: &frame)
        for row in 0..<size.rows {
          for column in 0..<size.columns where !area.contains(Position(column: column, row: row)) {
            let cell = frame.buffer[Position(column: column, row: row)]
            try #require(cell == .blank(.code), "seed \(seed): \(widget) at \(column), \(row)")
          }
        }
        if let cursor = frame.cursor { try #require(area.contains(cursor), "seed \(seed)") }
        for target in frame.targets where !target.area.isEmpty {
          try #require(area.intersection(target.area) == target.area, "seed \(seed): \(widget)")
        }
      }
    }
  }
}
