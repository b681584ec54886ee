import BankExchange
import Testing

@Suite struct TextBlockTests {
  @Test func `a text has paragraphs, lists and code`() {
    let text = """
      One
      line.

      - first
        item
      - second

          code {
            deeper

          }
      after
      """
    #expect(
      TextBlock.blocks(of: text) == [
        .paragraph("One line."), .list(["first item", "second"]),
        .code(["code {", "  deeper", "", "}"]), .paragraph("after"),
      ])
  }

  @Test func `the normal layout stays as it is`() {
    let text = "a  b\nc\n\n\n- x\n\n- y\nz\n    code  \n"
    let normal = TextBlock.normalized(text)
    #expect(normal == "a b c\n\n- x\n- y z\n\n    code")
    #expect(TextBlock.normalized(normal) == normal)
  }

  @Test func `a mark that combines with a blank is no other character`() {
    #expect(TextBlock.line("a \u{301}b\n c") == "a \u{301}b c")
    #expect(TextBlock.blocks(of: "- \u{301}b") == [.list(["\u{301}b"])])
  }

  @Test func `what no bank may hold becomes a blank`() {
    let (text, replaced) = ImportedText.cleaned("a\tb\r\nc\u{1B}[1m\u{202E}\u{2028}\u{FEFF}")
    #expect(text == "a   b\nc [1m \n ")
    #expect(replaced == 3)
  }
}
