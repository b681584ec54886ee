import QuestionBankFormat
import Testing

@testable import swot

@Suite struct DiagnosticPrinterTests {
  private func text(
    _ source: String, line: Int, column: Int, message: String = "it is wrong",
    notes: [Diagnostic.Note] = [], suggestion: String? = nil, colour: Bool = false
  ) -> String {
    var printer = DiagnosticPrinter(
      files: [SourceFile(name: "b.yaml", text: source)], hasColour: colour)
    return printer.text(
      of: Diagnostic(
        severity: .error, rule: "some-rule", message: message,
        location: SourceLocation(file: "b.yaml", line: line, column: column), notes: notes,
        suggestion: suggestion))
  }

  @Test func `a diagnostic shows its place, its line and a mark`() {
    #expect(
      text("a: b\nc: d\n", line: 2, column: 4) == """
        b.yaml:2:4: error: it is wrong [some-rule]
          c: d
             ^

        """)
  }

  @Test func `notes come with their lines, and last what was probably meant`() {
    let notes = [
      Diagnostic.Note(
        message: "the first one is here",
        location: SourceLocation(file: "b.yaml", line: 1, column: 1)),
      Diagnostic.Note(message: "nowhere in particular"),
    ]
    #expect(
      text("a: b\nc: d\n", line: 2, column: 1, notes: notes, suggestion: "b") == """
        b.yaml:2:1: error: it is wrong [some-rule]
          c: d
          ^
        b.yaml:1:1: note: the first one is here
          a: b
          ^
        note: nowhere in particular
          did you mean 'b'?

        """)
  }

  @Test(arguments: [
    ("漢字: x", 5, "  漢字: x\n        ^\n"), ("e\u{301}: x", 5, "  e\u{301}: x\n     ^\n"),
    ("a: 👍 x", 6, "  a: 👍 x\n        ^\n"), ("a:\tx", 4, "  a:  x\n      ^\n"),
    ("a: \u{1b}[31m", 4, "  a: \u{fffd}[31m\n     ^\n"), ("a: x", 5, "  a: x\n      ^\n"),
    ("a: x\r", 4, "  a: x\n     ^\n"), ("\u{feff}a: x", 1, "  a: x\n  ^\n"),
  ])
  func `the mark stands under the place, whatever is before it`(
    line: String, column: Int, expected: String
  ) {
    #expect(
      text("# first\n" + line + "\nlast", line: line.hasPrefix("\u{feff}") ? 1 : 2, column: column)
        .hasSuffix(line.hasPrefix("\u{feff}") ? "  # first\n  ^\n" : expected))
  }

  @Test func `a byte order mark takes no column`() {
    #expect(text("\u{feff}a: x\n", line: 1, column: 4).hasSuffix("  a: x\n     ^\n"))
  }

  @Test func `of a long line the part around the place is shown`() {
    let long = String(repeating: "x", count: 100) + "!" + String(repeating: "y", count: 100)
    let shown = text(long, line: 1, column: 101).split(separator: "\n")
    #expect(shown[1].hasPrefix("  ...xxx"))
    #expect(shown[1].hasSuffix("yyy..."))
    #expect(shown[1].count < 130)
    #expect(
      shown[1].utf8.firstIndex(of: UInt8(ascii: "!"))
        == shown[1].utf8.index(shown[1].startIndex, offsetBy: shown[2].utf8.count - 1))
  }

  @Test func `lines too long for people, and files unknown, come without their text`() {
    #expect(
      text(String(repeating: "x", count: 20_000), line: 1, column: 15_000)
        .split(separator: "\n").count == 1)
    #expect(text("a", line: 9, column: 1).split(separator: "\n").count == 1)
  }

  @Test func `nothing from a file reaches the terminal raw`() {
    let shown = text(
      "a: \u{1b}]0;x\u{7}\u{202e}\n", line: 1, column: 4, message: "key '\u{1b}[31m' is unknown",
      suggestion: "\u{9b}")
    #expect(
      shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!shown.contains("\u{202e}"))
  }

  @Test func `colours are written only where they are asked for`() {
    #expect(!text("a", line: 1, column: 1).contains("\u{1b}"))
    let coloured = text("a", line: 1, column: 1, colour: true)
    #expect(coloured.contains("\u{1b}[1;31merror:\u{1b}[0m"))
    #expect(coloured.contains("\u{1b}[1;32m^\u{1b}[0m"))
  }

  @Test(
    arguments: [
      (0, 0, "no errors, no warnings"), (1, 0, "1 error"), (0, 1, "1 warning"),
      (2, 3, "2 errors, 3 warnings"),
    ])
  func `the count names what there is`(errors: Int, warnings: Int, expected: String) {
    func diagnostic(_ severity: Diagnostic.Severity) -> Diagnostic {
      Diagnostic(
        severity: severity, rule: "r", message: "m",
        location: SourceLocation(file: "f", line: 1, column: 1))
    }
    let all =
      (0..<errors).map { _ in diagnostic(.error) }
      + (0..<warnings).map { _ in diagnostic(.warning) }
    #expect(DiagnosticPrinter.count(of: all) == expected)
  }
}
