import FSRS
import TerminalUI
import TestSupport
import Testing

@Suite struct VirtualScreenTests {
  private func screen(_ text: String, columns: Int = 6, rows: Int = 3) -> [String] {
    var screen = VirtualScreen(size: Size(columns: columns, rows: rows))
    screen.feed(text.utf8)
    return screen.lines
  }

  @Test(arguments: [
    ("ab\r\ncd", ["ab", "cd", ""]),
    ("abcdefg", ["abcdef", "g", ""]),
    ("abcdef\r\ng", ["abcdef", "g", ""]),
    ("1\r\n2\r\n3\r\n4", ["2", "3", "4"]),
    ("\u{1b}[2;3Hx\u{1b}[Hy", ["y", "  x", ""]),
    ("abcdef\u{1b}[3G\u{1b}[K", ["ab", "", ""]),
    ("abcdef\u{1b}[1;2H\u{1b}[2P", ["adef", "", ""]),
    ("abc\u{1b}[1;2H\u{1b}[2@", ["a  bc", "", ""]),
    ("ab\r\ncd\u{1b}[1H\u{1b}[L", ["", "ab", "cd"]),
    ("ab\r\ncd\u{1b}[1H\u{1b}[M", ["cd", "", ""]),
    ("a\u{1b}[3b", ["aaaa", "", ""]),
    ("漢e\u{301}", ["漢e\u{301}", "", ""]),
    ("x\u{1b}[?1049hy\u{1b}[?1049l", ["x", "", ""]),
    ("\u{1b}]0;title\u{7}a\u{1b}(Bb", ["ab", "", ""]),
    ("a\u{1b}[1;2r\u{1b}[2Hb\nc", ["b", " c", ""]),
  ])
  func `sequences do what xterm does`(text: String, lines: [String]) {
    #expect(screen(text) == lines)
  }

  @Test func `no bytes at all, at any size, are too much for it`() {
    let pieces = [
      "\u{1b}[", "5", ";", "0", "999", "A", "B", "C", "D", "G", "H", "J", "K", "L", "M", "P", "S",
      "T", "X", "@", "b", "d", "r", "m", "?1049h", "?1049l", "\u{1b}7", "\u{1b}8", "\u{1b}M", "\n",
      "\r",
      "\u{8}", "\t", "x", "漢", "e\u{301}", "\u{1b}]0;", "\u{7}", "\u{1b}(", "\u{202e}",
    ]
    withEvery(seed: 0..<300) { _, random in
      let extents = 0...12
      func size() -> Size {
        Size(
          columns: Int.random(in: extents, using: &random),
          rows: Int.random(in: extents, using: &random))
      }
      var screen = VirtualScreen(size: size())
      for _ in 0..<200 {
        if Int.random(in: 0..<10, using: &random) == 0 { screen.resize(to: size()) }
        screen.feed((pieces.randomElement(using: &random) ?? "").utf8)
      }
      #expect(screen.lines.count == screen.size.rows)
    }
  }
}
