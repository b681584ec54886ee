import QuestionBankFormat
import Testing

/// What libyaml refuses, shown where an author can mend it.
@Suite struct YAMLSyntaxTests {
  private static let colon =
    "a text that holds ': ' needs quotes or '|'; a key begins in the column of its neighbours"

  @Test(
    arguments: [
      (
        "title: Which 1️⃣: one",
        colon
      ),
      ("title: 1️⃣\"never closed\nid: x\n", "this quote is never closed"),
      ("title: 1️⃣'never closed\nid: x\n", "this quote is never closed"),
      ("title: 1️⃣'closed too late\n---\n'", "this quote is never closed"),
      (
        "title: a\n1️⃣neither here nor there\nid: x",
        "this line is neither a key with a colon nor part of the text above"
      ),
      (
        "title: a\n  id1️⃣: x",
        colon
      ),
      ("title: 1️⃣@home", "a text cannot begin with '@'; put it in quotes"),
      ("title: 1️⃣`code`", "a text cannot begin with '`'; put it in quotes"),
      ("title: 1️⃣%done", "a text cannot begin with '%'; put it in quotes"),
      (
        #"title: "C:1️⃣\Windows""#,
        #"unknown escape in a double-quoted text; write '\\' for a backslash"#
      ),
      (#"title: "1️⃣\u12""#, "this escape does not name a character"),
      (#"title: "1️⃣\uD800""#, "this escape does not name a character"),
      (#"title: "1️⃣\U00110000""#, "this escape does not name a character"),
      ("authors: 1️⃣[a, b\nid2️⃣: x\n", "the list that begins here lacks a ',' or its ']'"),
      ("authors: 1️⃣{a: b\nid2️⃣: x\n", "the mapping that begins here lacks a ',' or its '}'"),
      (
        "2️⃣domains:\n  - a\n 1️⃣- b\n",
        "a key was expected here; keys of one mapping begin in the same column"
      ),
      (
        "domains:\n  2️⃣- id: a\n   1️⃣title: b\n",
        "'-' was expected here; entries of one list begin in the same column"
      ),
      (
        "title: | 1️⃣text behind the sign\n  text\n",
        "the text after '|' or '>' begins on the next line"
      ),
      ("title: 1️⃣- a\n", "a list cannot begin here; put '-' on a line of its own"),
      ("2️⃣title: a\n1️⃣]\n", "a key was expected here; keys of one mapping begin in the same column"),
      ("[a]\n1️⃣b\n", "the file must be one mapping; this does not belong to it"),
    ])
  func `the place and the words help to mend it`(marked: String, message: String) {
    let text = MarkedText(marked)
    let (_, diagnostics) = QuestionBankReader.read([
      SourceFile(name: "bank.yaml", text: text.text)
    ])
    let found = diagnostics.filter { $0.rule == Rule.yamlSyntax.rawValue }
    expect(found, in: text, are: [Finding(1, .yamlSyntax, message, notes: notes(of: found))])
  }

  /// Notes are tested below.
  private func notes(of found: [Diagnostic]) -> [Int] {
    found.first.map { $0.notes.map { _ in 2 } } ?? []
  }

  @Test func `a note shows where the mapping begins that goes wrong`() throws {
    let text = MarkedText("1️⃣title: a\nauthors:\n  - b\n 2️⃣- c\n")
    let (_, diagnostics) = QuestionBankReader.read([SourceFile(name: "b.yaml", text: text.text)])
    expect(
      diagnostics.filter { $0.rule == "yaml-syntax" }, in: text,
      are: [Finding(2, .yamlSyntax, notes: [1])])
    #expect(diagnostics.last?.notes.first?.message == "the mapping begins here")
  }

  @Test(
    arguments: [
      ("title: 1️⃣*bold* words", Rule.alias),
      ("title: 1️⃣*alias", .alias),
      ("1️⃣*alias : a", .alias),
      ("title: 1️⃣&anchor words", .anchor),
      ("title: 1️⃣& words", .anchor),
      ("authors: 1️⃣&a [b]", .anchor),
      ("references: 1️⃣&a\n  b: {title: c, url: 'https://d'}", .anchor),
      ("1️⃣&a title: b", .anchor),
      ("title: 1️⃣!important words", .tag),
      ("title: 1️⃣!", .tag),
      ("title: 1️⃣! words", .tag),
      ("title: 1️⃣! wörds", .tag),
      ("title: wörds\nid: 1️⃣! words\n  in lines", .tag),
      ("title: 1️⃣! \"quoted\"", .tag),
      ("title: 1️⃣!!str words", .tag),
      ("title: 1️⃣!<tag:yaml.org,2002:str> words", .tag),
      ("title: 1️⃣!a!b words", .tag),
      ("title: 1️⃣!a<b words", .tag),
      ("authors: 1️⃣!!set [a]", .tag),
      ("references: 1️⃣! {}", .tag),
      ("1️⃣%YAML 1.2\n---\ntitle: a", .directive),
      ("1️⃣%TAG ! tag:example.org,2026:\n---\ntitle: a", .directive),
      ("title: a\n1️⃣---\nid: b", .secondDocument),
      ("title: a\n...\n1️⃣---\nid: b", .secondDocument),
      ("title: a\n...\n1️⃣%YAML 1.1\n", .directive),
      ("1️⃣<<: {id: a}", .mergeKey),
      ("references:\n  1️⃣<<: {id: a}", .mergeKey),
      ("1️⃣[a]: b", .complexKey),
      ("1️⃣{a: b}: c", .complexKey),
      ("? 1️⃣[a]\n: b", .complexKey),
      ("references: {1️⃣[a]: b}", .complexKey),
    ])
  func `what YAML knows and banks don't is refused where it stands`(marked: String, rule: Rule) {
    let text = MarkedText(marked)
    let (_, diagnostics) = QuestionBankReader.read([
      SourceFile(name: "bank.yaml", text: text.text)
    ])
    expect(diagnostics.filter { $0.rule == rule.rawValue }, in: text, are: [Finding(1, rule)])
  }

  @Test(arguments: ["", "\n", "# a comment\n", "---\n", "\u{feff}", "\u{feff}\n", "...\n", "~"])
  func `a file that holds nothing is told from a bank`(text: String) {
    let (bank, diagnostics) = QuestionBankReader.read([SourceFile(name: "b.yaml", text: text)])
    #expect(bank == nil)
    #expect(diagnostics.map(\.location) == [SourceLocation(file: "b.yaml", line: 1, column: 1)])
    #expect(diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test(arguments: ["a text", "[a, list]", "- a\n- list"])
  func `a file whose root is no mapping is told from a bank`(text: String) {
    let (bank, diagnostics) = QuestionBankReader.read([SourceFile(name: "b.yaml", text: text)])
    #expect(bank == nil)
    #expect(diagnostics.map(\.rule) == ["wrong-kind"])
  }
}
