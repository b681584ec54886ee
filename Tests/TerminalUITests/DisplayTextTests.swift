import TerminalUI
import TestSupport
import Testing

@Suite struct DisplayTextTests {
  @Test func `plain text stays as it is`() {
    for text in ["", "Delete the root key.", "“naïve” – 漢字 😀 e\u{301}", "{}[]\\~"] {
      #expect(DisplayText.sanitized(text) == text)
    }
  }

  @Test(arguments: [
    "\u{0}", "\u{7}", "\u{8}", "\u{1B}", "\u{7F}", "\u{80}", "\u{9B}", "\u{9F}",
    "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}",
    "\u{2028}", "\u{2029}", "\u{E0001}", "\u{E0041}", "\u{FFFE}", "\u{FFF9}", "\u{378}",
  ])
  func `what must not reach a terminal becomes a visible replacement`(text: String) {
    #expect(DisplayText.sanitized("a\(text)b") == "a\u{FFFD}b")
    #expect(DisplayText.sanitized("a\(text)b", charset: .ascii) == "a?b")
    #expect(DisplayText.sanitized("a\(text)b", lineBreaks: .kept) == "a\u{FFFD}b")
  }

  @Test func `line breaks become blanks or stay`() {
    #expect(DisplayText.sanitized("a\nb\r\nc\rd") == "a b c d")
    #expect(DisplayText.sanitized("a\nb\r\nc\rd\n", lineBreaks: .kept) == "a\nb\nc\nd\n")
    #expect(DisplayText.sanitized("a\n\r\nb", lineBreaks: .kept) == "a\n\nb")
  }

  @Test func `tabs become blanks up to the next stop`() {
    #expect(DisplayText.sanitized("\ta\tbc\td") == "    a   bc  d")
    #expect(DisplayText.sanitized("漢\tx\n\ty", lineBreaks: .kept) == "漢  x\n    y")
  }

  @Test func `in ASCII everything has a stand-in`() {
    func ascii(_ text: String) -> String { DisplayText.sanitized(text, charset: .ascii) }
    #expect(
      ascii("“It’s” – naïve… Straße, Łódź, Œuvre") == "\"It's\" - naive... Strasse, Lodz, OEuvre")
    #expect(ascii("a\u{A0}b → c ⇒ d ≤ e × f") == "a b -> c => d <= e x f")
    #expect(ascii("e\u{301}toile ÿ Ž ſ") == "etoile y Z s")
    #expect(ascii("漢字 😀 ＡＢ") == "?? ? AB")
    #expect(ascii("▸ ✓ ✗ ⚑ • · € µ") == "> + x ! * - EUR u")
  }

  @Test func `the letters of the Latin blocks are in their places`() {
    let pairs = [
      "À": "A", "Ö": "O", "×": "x", "ß": "ss", "÷": "/", "ÿ": "y", "Ā": "A", "ĳ": "ij", "ĸ": "k",
      "ŉ": "'n", "Ŋ": "N", "œ": "oe", "Š": "S", "ž": "z", "ſ": "s",
    ]
    for (letter, spelling) in pairs {
      #expect(DisplayText.sanitized(letter, charset: .ascii) == spelling)
    }
  }

  @Test func `what has been made safe is safe, and stays as it is`() throws {
    try withEvery(seed: 0..<1000) { seed, random in
      let text = RandomText.makeHostile(&random)
      for charset in [Charset.unicode, .ascii] {
        for lineBreaks in [DisplayText.LineBreaks.blanks, .kept] {
          let safe = DisplayText.sanitized(text, charset: charset, lineBreaks: lineBreaks)
          let again = DisplayText.sanitized(safe, charset: charset, lineBreaks: lineBreaks)
          try #require(Array(safe.unicodeScalars) == Array(again.unicodeScalars), "seed \(seed)")
          for scalar in safe.unicodeScalars where scalar != "\n" || lineBreaks == .blanks {
            try #require(DisplayText.isSafe(scalar), "seed \(seed)")
            if charset == .ascii { try #require(scalar.isASCII, "seed \(seed)") }
          }
        }
      }
    }
  }

  @Test func `a sign in place of another takes one column`() {
    for text in ["é", "…", "漢", "▸", "→", "\u{301}", "a", "\u{9B}"] {
      for scalar in text.unicodeScalars {
        let standIn = DisplayText.asciiStandIn(for: scalar)
        #expect(standIn.isASCII && ColumnWidth.of(standIn) == 1)
      }
    }
    #expect(DisplayText.asciiStandIn(for: "é") == "e")
    #expect(DisplayText.asciiStandIn(for: "漢") == "?")
  }
}
