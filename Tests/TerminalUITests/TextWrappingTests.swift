import TerminalUI
import TestSupport
import Testing

@Suite struct TextWrappingTests {
  private func wrapped(_ text: String, _ columns: Int) -> [String] {
    TextWrapping.wrap(Line(text), columns: columns).map(\.text)
  }

  @Test func `words stay whole and the blanks at breaks vanish`() {
    #expect(wrapped("Delete the  root key.", 10) == ["Delete the", "root key."])
    #expect(wrapped("Delete the  root key.", 17) == ["Delete the  root", "key."])
    #expect(wrapped("", 10) == [""])
    #expect(wrapped("     ", 3) == [""])
  }

  @Test func `a per cent sign stays with its number`() {
    #expect(wrapped("expect 98 % now", 9) == ["expect", "98 % now"])
    #expect(wrapped("use the % of 7", 8) == ["use the", "% of 7"])
    #expect(wrapped("100 %", 4) == ["100", "%"], "where there is no room for both")
  }

  @Test func `a word longer than a row is broken, at punctuation where that is near`() {
    #expect(wrapped("abcdefghij", 4) == ["abcd", "efgh", "ij"])
    #expect(wrapped("arn:aws:iam::role/Backup", 10) == ["arn:aws:", "iam::role/", "Backup"])
    #expect(wrapped("start-up", 6) == ["start-", "up"])
  }

  @Test func `wide characters are never split and break without blanks`() {
    #expect(wrapped("漢字漢字漢字", 5) == ["漢字", "漢字", "漢字"])
    #expect(wrapped("漢字。漢字", 4) == ["漢", "字。", "漢字"])
    #expect(wrapped("漢字", 1) == ["漢", "字"])
  }

  @Test func `a line keeps its styles across breaks`() {
    var line = Line("Give the ")
    line.append("role name", .code)
    line.append(".")
    let rows = TextWrapping.wrap(line, columns: 13)
    #expect(rows.map(\.text) == ["Give the role", "name."])
    #expect(rows[0].spans == [Span("Give the "), Span("role", .code)])
    #expect(rows[1].spans == [Span("name", .code), Span(".")])
  }

  @Test func `what stands before the first row makes room on the others`() {
    let rows = TextWrapping.wrap(
      Line("Rotate the root key"), columns: 20, first: Line("  1  [ ] "), rest: Line("         "))
    #expect(rows.map(\.text) == ["  1  [ ] Rotate the", "         root key"])
    #expect(
      TextWrapping.wrap(Line("a b c"), columns: 20, hanging: 2).map(\.text) == ["a b c"])
    #expect(
      TextWrapping.wrap(Line("aaaaaaaa bbbbbbbb cc"), columns: 12, hanging: 2).map(\.text)
        == ["aaaaaaaa", "  bbbbbbbb", "  cc"])
  }

  @Test func `code keeps its blanks and breaks where the row is full`() {
    let rows = TextWrapping.wrapVerbatim(Line("  a  b  c"), columns: 4)
    #expect(rows.map(\.text) == ["  a ", " b  ", "c"])
  }

  @Test func `no text is lost and no row too wide, whatever the text and the width`() throws {
    try withEvery(seed: 0..<600) { seed, random in
      let text = RandomText.make(&random)
      let columns = Int.random(in: 0...30, using: &random)
      let hanging = Int.random(in: 0...12, using: &random)
      let style: [Style] = [.body, .code, .link]
      var line = Line()
      for word in text.split(separator: "a", omittingEmptySubsequences: false) {
        line.append(Span(String(word) + "a", style[Int.random(in: 0..<3, using: &random)]))
      }
      let rows = TextWrapping.wrap(line, columns: columns, hanging: hanging)
      let verbatim = TextWrapping.wrapVerbatim(line, columns: columns)
      for row in rows + verbatim where columns >= 2 {
        try #require(row.width <= columns, "seed \(seed): \(row.text)")
      }
      try #require(visible(rows) == visible([line]), "seed \(seed)")
      try #require(verbatim.map(\.text).joined() == line.text, "seed \(seed)")
    }
  }

  /// Every scalar but blanks, each with its style.
  private func visible(_ rows: [Line]) -> [String] {
    rows.flatMap(\.spans).flatMap { span in
      span.text.unicodeScalars.filter { $0 != " " }.map { "\($0.value) \(span.style)" }
    }
  }
}
