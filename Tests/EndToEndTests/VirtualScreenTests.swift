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
}
