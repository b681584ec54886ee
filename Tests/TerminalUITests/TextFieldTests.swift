import TerminalUI
import TestSupport
import Testing

@Suite struct TextFieldTests {
  private func field(_ text: String, _ keys: Key...) -> TextFieldState {
    var field = TextFieldState(text)
    for key in keys { _ = field.handle(key) }
    return field
  }

  @Test func `characters go in where the cursor is`() {
    let edited = field("SS", .left, "Q", .home, "x", .end, "!")
    #expect(edited.text == "xSQS!")
    #expect(edited.cursor == 5)
  }

  @Test func `text is removed on either side`() {
    #expect(field("abc", .backspace).text == "ab")
    #expect(field("abc", .home, .backspace).text == "abc")
    #expect(field("abc", .home, .delete).text == "bc")
    #expect(field("abc", .delete).text == "abc")
    #expect(field("one two  ", .control("w")).text == "one ")
    #expect(field("one two", .left, .control("u")).text == "o")
    #expect(field("one two", .home, .right, .control("k")).text == "o")
  }

  @Test func `other keys are not for a field`() {
    var field = TextFieldState("a")
    for key in [Key.enter, .escape, .tab, .up, .pageDown, .function(1), .control("c")] {
      let before = field
      let isHandled = field.handle(key)
      #expect(!isHandled)
      #expect(field == before)
    }
  }

  @Test func `a combining mark joins the character before it`() {
    let edited = field("e", "\u{301}")
    #expect(edited.text == "e\u{301}")
    #expect(edited.cursor == 1)
    #expect(field("e", "\u{301}", .backspace).text == "")
  }

  @Test func `pasted text is made safe and kept within the limit`() {
    var field = TextFieldState("", limit: 6)
    field.insert("a\u{1B}\nb")
    #expect(field.text == "a\u{FFFD} b")
    field.insert("漢漢漢漢")
    #expect(field.text == "a\u{FFFD} b漢漢")
  }

  @Test func `a long text is shown around the cursor`() {
    func drawn(_ field: TextFieldState, _ columns: Int) -> (String, Int?) {
      var frame = Frame(size: Size(columns: columns, rows: 1))
      TextField(field, isActive: true, symbols: .unicode).draw(in: frame.bounds, on: &frame)
      return (frame.buffer.text(row: 0), frame.cursor?.column)
    }
    #expect(drawn(field("abc"), 6) == ("abc", 3))
    #expect(drawn(field("abcdefgh"), 6) == ("defgh", 5))
    #expect(drawn(field("abcdefgh", .home), 6) == ("abcdef", 0))
    #expect(drawn(field("漢字漢字"), 6) == (" 漢字", 5))
    #expect(drawn(field("abc"), 1) == ("", 0))
  }

  @Test func `any keys leave a field that can be drawn`() throws {
    let keys: [Key] = [
      "a", "漢", "\u{301}", "\u{200D}", "👩", .left, .right, .home, .end, .backspace, .delete,
      .control("w"), .control("u"), .control("k"), .character("\u{1B}"),
    ]
    try withEvery(seed: 0..<300) { seed, random in
      var field = TextFieldState(limit: 30)
      for _ in 0..<60 {
        _ = field.handle(keys[Int.random(in: 0..<keys.count, using: &random)])
        try #require((0...field.text.count).contains(field.cursor), "seed \(seed)")
        try #require(field.text.unicodeScalars.count <= 30, "seed \(seed)")
        for charset in [Charset.unicode, .ascii] {
          var frame = Frame(size: Size(columns: 9, rows: 1))
          TextField(field, isActive: true, symbols: .of(charset)).draw(in: frame.bounds, on: &frame)
          let cursor = try #require(frame.cursor, "seed \(seed)")
          try #require((0..<9).contains(cursor.column), "seed \(seed)")
        }
      }
    }
  }
}
