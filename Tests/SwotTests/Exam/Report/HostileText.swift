import FSRS

/// Texts that try to be markup, formulas, or orders to a terminal.
enum HostileText {
  private static let pieces = [
    "<script>alert(1)</script>", "</style>", "</title><svg onload=alert(1)>", "<!--", "-->",
    "]]>", "<![CDATA[", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "&lt;b&gt;",
    "&#x3c;", "&amp", "&", "\u{0}", "\u{7}", "\u{1B}[31m", "\u{1B}]0;title\u{7}", "\u{9B}2J",
    "\u{202E}", "\u{2066}", "\u{200F}", "\u{2028}", "\u{FEFF}", "\u{FFFE}", "\u{E0041}", "\u{D}",
    "\n", "\n\n", "\n    ", "\n- ", "\n# ", "\n> ", "\n1. ", "\n***\n", "\n```\n", "````", "`",
    "|", "\\", "*", "_", "**bold**", "[a](javascript:alert(1))", "![i](http://x/y.png)",
    "<http://x>", "http://example.org", "~~", "$$x$$", "=2+3", "+1", "-1", "@SUM(A1)", "\t", "\"",
    "\"\"", ",", ";", "'", "..", "/", "é", "日本語", "👩‍👩‍👧", "a", " ", "word ",
  ]

  /// A text of up to `length` such pieces.
  static func make(_ random: inout SplitMix64, length: Int = 6) -> String {
    (0..<Int.random(in: 0...length, using: &random)).map { _ in
      pieces[Int.random(in: pieces.indices, using: &random)]
    }.joined()
  }
}
