import QuestionBankFormat
import Testing

@Suite struct SourceNodeTests {
  private func read(_ text: String) -> (SourceNode?, [String]) {
    let (root, diagnostics) = SourceNode.read(SourceFile(name: "x.yaml", text: text))
    return (
      root,
      diagnostics.map { "\($0.location.line):\($0.location.column): \($0.message) [\($0.rule)]" }
    )
  }

  /// The tree in one line, with the lines and columns of its values.
  private func words(_ node: SourceNode) -> String {
    let place = "@\(node.location.line):\(node.location.column)"
    return switch node.content {
    case .text(let text): text + place
    case .list(let items): "[" + items.map(words).joined(separator: " ") + "]" + place
    case .mapping(let entries):
      "{" + entries.map { "\($0.key)=\(words($0.value))" }.joined(separator: " ") + "}" + place
    }
  }

  @Test func `mappings, lists and texts keep their places`() throws {
    let (root, problems) = read("a: No\nb:\n  - 1.10\n  - {c: 'd e'}\n")
    #expect(problems == [])
    #expect(words(try #require(root)) == "{a=No@1:4 b=[1.10@3:5 {c=d e@4:9}@4:5]@3:3}@1:1")
  }

  @Test func `of a key written twice the first counts`() throws {
    let (root, problems) = read("a: 1\na: 2\n")
    #expect(problems == ["2:1: key 'a' is written twice [duplicate-key]"])
    #expect(words(try #require(root)) == "{a=1@1:4}@1:1")
  }

  @Test func `what no bank may hold is refused here too`() {
    let (_, problems) = read("a: &x 1\nb: *x\nc: \u{202E}x\n")
    #expect(problems.map { $0.prefix { $0 != ":" } } == ["1", "2", "3"])
  }

  @Test func `nesting without end is an error at once`() {
    let (root, problems) = read(String(repeating: "[", count: 20_000))
    #expect(root == nil)
    #expect(problems == ["1:33: nesting is deeper than 32 levels [nesting-too-deep]"])
  }

  @Test(arguments: ["", "# only a comment\n"])
  func `a file of nothing says so`(text: String) {
    let (root, problems) = read(text)
    #expect(root == nil)
    #expect(problems == ["1:1: the file is empty [empty-file]"])
  }
}
