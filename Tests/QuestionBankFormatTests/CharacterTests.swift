import FSRS
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

/// Bytes and characters that no bank may hold.
@Suite struct CharacterTests {
  private func diagnostics(_ bytes: [UInt8]) -> [Diagnostic] {
    QuestionBankReader.read([SourceFile(name: "b.yaml", bytes: bytes)]).diagnostics
      .filter { $0.severity == .error && $0.rule != Rule.missingKey.rawValue }
  }

  private func places(_ bytes: [UInt8]) -> [String] {
    diagnostics(bytes).map { "\($0.rule) \($0.location.line):\($0.location.column)" }
  }

  @Test(
    arguments: [
      "\u{0}", "\u{1}", "\u{7}", "\u{8}", "\u{b}", "\u{c}", "\u{e}", "\u{1b}", "\u{1f}", "\u{7f}",
      "\u{80}", "\u{85}", "\u{9b}", "\u{9f}", "\u{2028}", "\u{2029}", "\u{feff}", "\u{fffe}",
      "\u{ffff}",
    ] as [Unicode.Scalar])
  func `control characters are refused wherever they stand`(scalar: Unicode.Scalar) {
    for text in [
      "title: é1️⃣X\nid: a", "1️⃣Xtitle: a", "title: |\n  é\n  a1️⃣Xb\n", "# a comment 1️⃣X\nid: a",
      "title: 'a\n\n  b1️⃣Xc'", "title: a\nauthors: [\"é\", \"1️⃣X\"]", "id: a\n\n1️⃣X",
    ] {
      // There it is a byte order mark, which is fine.
      if scalar == "\u{feff}", text.hasPrefix("1️⃣X") { continue }
      let marked = MarkedText(text.replacing("X", with: String(Character(scalar))))
      expect(
        diagnostics(Array(marked.text.utf8)).filter { $0.rule == "control-character" }, in: marked,
        are: [Finding(1, .controlCharacter)])
    }
  }

  @Test(arguments: [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069])
  func `bidirectional controls are refused`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(
      places(Array("id: a\ntitle: \"漢\(Character(scalar))\"\n".utf8))
        == ["bidirectional-character 2:10"])
  }

  @Test(
    arguments: [
      (#"title: "ab1️⃣\e[31m""#, Rule.controlCharacter), (#"title: "1️⃣\0""#, .controlCharacter),
      (#"title: "é1️⃣\x1b""#, .controlCharacter), (#"title: "1️⃣\u009b""#, .controlCharacter),
      (#"title: "1️⃣\U0000001b""#, .controlCharacter), (#"title: "1️⃣\N""#, .controlCharacter),
      (#"title: "1️⃣\L""#, .controlCharacter), (#"title: "1️⃣\P""#, .controlCharacter),
      (#"title: "a\nb1️⃣\r""#, .controlCharacter), (#"title: "1️⃣\ufeff""#, .controlCharacter),
      (#"title: "1️⃣\u202e""#, .bidirectionalCharacter), (#"title: "1️⃣\t""#, .tab),
      ("title: \"a\n  é\n  b 1️⃣\\e\"", .controlCharacter),
      (#"ti: é"# + "\n" + #""tit1️⃣\ele": b"#, .controlCharacter),
      (#""a1️⃣\eb": {}"#, .controlCharacter),
    ])
  func `an escape doesn't bring them in`(marked: String, rule: Rule) {
    let text = MarkedText(marked)
    expect(
      diagnostics(Array(text.text.utf8)).filter { $0.rule == rule.rawValue }, in: text,
      are: [Finding(1, rule)])
  }

  @Test func `each of several bad escapes has its own place`() {
    #expect(
      places(Array(#"title: "a\eb\u202ec\"\\e\t""#.utf8))
        == ["control-character 1:10", "bidirectional-character 1:13", "tab 1:25"])
  }

  @Test(
    arguments: [
      ([0xff], 1), ([0xc0, 0xaf], 2), ([0xc3], 1), ([0xe2, 0x82], 1), ([0xed, 0xa0, 0x80], 3),
      ([0xf0, 0x9f, 0x98], 1), ([0xf4, 0x90, 0x80, 0x80], 4), ([0x80], 1), ([0xf8, 0x88], 2),
      ([0xe0, 0x9f, 0xbf], 3), ([0xf0, 0x8f, 0xbf, 0xbf], 4),
    ] as [([UInt8], Int)])
  func `bad UTF-8 is found where it stands, each longest part once`(bytes: [UInt8], count: Int) {
    let text = Array("id: a\ntitle: é".utf8) + bytes + Array("\n".utf8)
    #expect(places(text) == (0..<count).map { "invalid-utf8 2:\(9 + $0)" })
    #expect(diagnostics(bytes).first?.location.column == 1)
    // Also where the text ends in the middle.
    #expect(places(Array("id: a\ntitle: é".utf8) + bytes).count == count)
  }

  @Test(arguments: [[0xff, 0xfe], [0xfe, 0xff]] as [[UInt8]])
  func `a file in UTF-16 is told by one error`(mark: [UInt8]) {
    let found = diagnostics(mark + Array("id: a\n".utf8).flatMap { [$0, 0] })
    #expect(found.map(\.message) == ["the file is in UTF-16; save it as UTF-8"])
  }

  @Test func `tabs are refused in indentation, between key and value, and in texts`() {
    #expect(
      places(Array("id:\ta\ntitle: a\tb\nauthors:\n\t- c\n".utf8))
        == ["tab 1:4", "tab 2:9", "tab 4:1"])
  }

  @Test func `carriage returns go with line feeds only`() {
    #expect(places(Array("id: a\r\ntitle: b\rc\r\n\r\n".utf8)) == ["control-character 2:9"])
  }

  @Test func `columns behind what was taken out stay those of the file`() {
    let marked = MarkedText("id: a\ntitle: \u{1b}é\u{202e}1️⃣\u{1}\nobjective2️⃣: x")
    let found = diagnostics(Array(marked.text.utf8))
    #expect(found.map(\.location.line) == [2, 2, 2, 3])
    #expect(found.map(\.location.column) == [8, 10, 11, 1])
    #expect(found.last?.rule == "unknown-key")
  }

  @Test func `what stands behind a bad character is read all the same`() {
    let (bank, diagnostics) = QuestionBankReader.read([
      SourceFile(
        name: "b.yaml",
        text: "format: swot-bank/1\nid: a\ntitle: T\u{7}\nquestions:\n  - id: Q\n    stem: S\n"
          + "    answer: [x]\n")
    ])
    #expect(bank?.title == "T")
    #expect(bank?.questions.map(\.stem) == ["S"])
    #expect(diagnostics.filter { $0.severity == .error }.count == 1)
  }

  @Test func `printing characters of all planes are welcome`() {
    for text in ["漢字", "é", "e\u{301}", "👩‍👩‍👧", "❤️", "עברית", "\u{200f}ال", "\u{a0}", "\u{10fffd}"] {
      let (bank, diagnostics) = QuestionBankReader.read([
        SourceFile(name: "b.yaml", text: "format: swot-bank/1\nid: a\ntitle: x\(text)x\n")
      ])
      #expect(bank?.title == "x\(text)x")
      #expect(!diagnostics.hasErrors)
    }
  }

  /// The scan takes eight bytes at once where it can: every place in such a group, and every byte.
  @Test func `no byte hides from the scan among eight`() {
    for byte in UInt8.min...UInt8.max {
      let isGood = (0x20...0x7e).contains(byte) || byte == 0x0a
      for offset in 0..<17 {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 24)
        bytes[offset] = byte
        let found = places(Array("id: a\n# ".utf8) + bytes)
        let isWanted =
          !isGood && (byte != 0x0d) ? ["2:\(3 + offset)"] : byte == 0x0d ? ["2:\(3 + offset)"] : []
        #expect(
          found.filter { !$0.hasPrefix("yaml") && !$0.hasPrefix("wrong") }
            .map { String($0.split(separator: " ")[1]) } == isWanted, "byte \(byte) at \(offset)")
      }
    }
  }
}
