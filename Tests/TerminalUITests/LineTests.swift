import TerminalUI
import TestSupport
import Testing

@Suite struct LineTests {
  @Test func `runs of one style are one run`() {
    var line = Line("a", .key)
    line.append("b", .key)
    line.append("c")
    line.append("")
    #expect(line.spans == [Span("ab", .key), Span("c")])
    #expect((line + Line("d")).text == "abcd")
  }

  @Test func `a line is cut with a mark and never through a wide character`() {
    #expect(Line("Cloud").truncated(to: 5, ellipsis: "…").text == "Cloud")
    #expect(Line("Clouds").truncated(to: 5, ellipsis: "…").text == "Clou…")
    #expect(Line("漢字漢字").truncated(to: 5, ellipsis: "…").text == "漢字…")
    #expect(Line("漢字漢字").truncated(to: 6, ellipsis: "…").text == "漢字…")
    #expect(Line("ab").truncated(to: 0, ellipsis: "…").text == "")
    #expect(Line("e\u{301}e\u{301}").prefix(columns: 1).text == "e\u{301}")
  }

  @Test func `a field of a table has exactly its width`() throws {
    #expect(Line("7").fitted(to: 4, .right, ellipsis: "~").text == "   7")
    #expect(Line("7").fitted(to: 4, .centre, ellipsis: "~").text == " 7  ")
    try withEvery(seed: 0..<300) { seed, random in
      let text = RandomText.make(&random, length: 8)
      let columns = Int.random(in: 0...20, using: &random)
      let field = Line(text).fitted(to: columns, .left, ellipsis: "…")
      try #require(field.width == columns, "seed \(seed): \(field.text)")
    }
  }
}
