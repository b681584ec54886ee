import TerminalUI
import Testing

@Suite struct TextLayoutTests {
  private func rows(_ text: String, _ columns: Int = 20, _ symbols: Symbols = .ascii) -> [String] {
    TextLayout.rows(text, columns: columns, symbols: symbols).map(\.text)
  }

  @Test func `paragraphs are wrapped anew and parted by one blank row`() {
    #expect(
      rows("An audit of\na start-up's account\n\n\n\nfinds a key.\n")
        == ["An audit of a start-", "up's account", "", "finds a key."])
    #expect(rows("") == [])
    #expect(rows("\n\n") == [])
  }

  @Test func `list items hang`() {
    #expect(
      rows("These:\n- the first of the items\n  goes on\n- second\n\nEnd.")
        == ["These:", "* the first of the", "  items goes on", "* second", "", "End."])
  }

  @Test func `code is shown as written`() {
    #expect(
      rows("Run\n\n    aws  s3 ls\n      --recursive\n\nnow")
        == ["Run", "", "  aws  s3 ls", "    --recursive", "", "now"])
    #expect(TextLayout.rows("    x", columns: 9, symbols: .ascii)[0].spans.last?.style == .code)
  }

  @Test func `the text is made safe on the way`() {
    #expect(rows("a\u{1B}[2J\u{202E}b…", 40) == ["a?[2J?b..."])
    #expect(rows("a\u{1B}b\tc", 40, .unicode) == ["a\u{FFFD}b c"])
  }
}
