import NcursesTerminal
import TerminalUI
import TestSupport
import Testing

@Suite struct KeyDecoderTests {
  /// The events of characters that come at once, and then nothing.
  private func events(_ text: String) -> [InputEvent] {
    var decoder = KeyDecoder()
    return text.unicodeScalars.flatMap { decoder.feed(.scalar($0)) } + decoder.flush()
  }

  @Test func `characters are keys`() {
    #expect(events("a漢 ") == [.key("a"), .key("漢"), .key(.character(" "))])
    #expect(
      events("\r\n\t\u{8}\u{7F}")
        == [.key(.enter), .key(.enter), .key(.tab), .key(.backspace), .key(.backspace)])
    #expect(
      events("\u{3}\u{C}\u{1A}")
        == [.key(.control("c")), .key(.control("l")), .key(.control("z"))])
    #expect(events("\u{0}\u{1C}\u{1F}\u{85}") == [])
  }

  @Test func `sequences that ncurses doesn't know become keys`() {
    #expect(events("\u{1B}[A\u{1B}OB") == [.key(.up), .key(.down)])
    #expect(events("\u{1B}[1;2A\u{1B}[1;2B") == [.key(.shiftUp), .key(.shiftDown)])
    #expect(
      events("\u{1B}[3~\u{1B}[5~\u{1B}[6;2~") == [.key(.delete), .key(.pageUp), .key(.pageDown)])
    #expect(
      events("\u{1B}[Z\u{1B}[15~\u{1B}OM") == [.key(.backTab), .key(.function(5)), .key(.enter)])
  }

  @Test func `sequences without a meaning are no keys at all`() {
    #expect(events("\u{1B}[I\u{1B}[?1;2c\u{1B}[27;5;9~\u{1B}[97;5u\u{1B}Oz") == [])
    #expect(events("\u{1B}[" + String(repeating: "1;", count: 500) + "Xa") == [.key("a")])
    #expect(events("\u{1B}[12") == [])
  }

  @Test func `a lone Esc is a key, also before others`() {
    #expect(events("\u{1B}") == [.key(.escape)])
    #expect(events("\u{1B}j") == [.key(.escape), .key("j")])
    #expect(events("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
    #expect(events("\u{1B}O") == [.key(.escape), .key("O")])
  }

  @Test func `pasted text is one event, with its line breaks`() {
    #expect(
      events("\u{1B}[200~one\rtwo\r\nthree\u{1B}[201~x") == [.paste("one\ntwo\nthree"), .key("x")])
    #expect(events("\u{1B}[200~\u{1B}[A\u{1B}[201~") == [.paste("\u{1B}[A")])
    #expect(events("\u{1B}[200~cut") == [.paste("cut")])
  }

  @Test func `a paste of any length ends`() {
    let long = String(repeating: "x", count: KeyDecoder.pasteLimit + 50)
    #expect(
      events("\u{1B}[200~\(long)\u{1B}[201~q")
        == [.paste(String(repeating: "x", count: KeyDecoder.pasteLimit)), .key("q")])
  }

  @Test func `keys inside of a paste are text or nothing`() {
    var decoder = KeyDecoder()
    for scalar in "\u{1B}[200~a".unicodeScalars { _ = decoder.feed(.scalar(scalar)) }
    #expect(decoder.feed(.key(.enter)) == [])
    #expect(decoder.feed(.key(.up)) == [])
    #expect(decoder.feed(.event(.wake)) == [.wake])
    #expect(decoder.flush() == [.paste("a\n")])
  }

  @Test func `the mouse is read in both forms`() {
    let place = Position(column: 299, row: 4)
    #expect(
      events("\u{1B}[<0;300;5M\u{1B}[<0;300;5m")
        == [
          .mouse(MouseEvent(.press(.left), at: place)),
          .mouse(MouseEvent(.release(.left), at: place)),
        ])
    #expect(
      events("\u{1B}[<64;1;1M\u{1B}[<65;1;1M")
        == [.mouse(MouseEvent(.wheelUp, at: .zero)), .mouse(MouseEvent(.wheelDown, at: .zero))])
    #expect(
      events("\u{1B}[M #$")
        == [.mouse(MouseEvent(.press(.left), at: Position(column: 2, row: 3)))])
    #expect(
      events("\u{1B}[<35;1;1M\u{1B}[<0;0;0M\u{1B}[<;;M\u{1B}[<99999999999999999999;1;1M") == [])
  }

  @Test func `no characters whatever make it stop or hang`() throws {
    let pieces = [
      "\u{1B}", "[", "O", "M", "<", "0", ";", "200~", "201~", "A", "漢", "\r", "\u{9B}", "~",
    ]
    try withEvery(seed: 0..<500) { seed, random in
      var decoder = KeyDecoder()
      for _ in 0..<40 {
        for scalar in pieces[Int.random(in: 0..<pieces.count, using: &random)].unicodeScalars {
          _ = decoder.feed(.scalar(scalar))
        }
        if Int.random(in: 0..<8, using: &random) == 0 { _ = decoder.flush() }
      }
      _ = decoder.flush()
      try #require(!decoder.isIncomplete, "seed \(seed)")
      try #require(decoder.feed(.scalar("q")) == [.key("q")], "seed \(seed)")
    }
  }
}
