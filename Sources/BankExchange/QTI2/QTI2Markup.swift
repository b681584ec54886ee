/// Texts of banks as elements of XHTML, which QTI 2 has in its documents.
enum QTI2Markup {
  /// A text as paragraphs, lists and code.
  static func blocks(of text: String) -> [XMLTree.Node] {
    TextBlock.blocks(of: text).map { .element(element(of: $0)) }
  }

  /// A text as blocks, or as it is where it is only one paragraph.
  static func content(of text: String) -> [XMLTree.Node] {
    let blocks = TextBlock.blocks(of: text)
    if blocks.count == 1, case .paragraph(let line) = blocks[0] { return [.text(line)] }
    return blocks.map { .element(element(of: $0)) }
  }

  private static func element(of block: TextBlock) -> XMLTree {
    switch block {
    case .paragraph(let line): XMLTree("p", text: line)
    case .list(let items): XMLTree("ul", [:], items.map { XMLTree("li", text: $0) })
    case .code(let lines): XMLTree("pre", text: lines.joined(separator: "\n"))
    }
  }

  /// What is shown after a question: the takeaway, then the references with links.
  static func feedback(_ feedback: GeneralFeedback) -> [XMLTree.Node] {
    let references = feedback.references
    var takeaway = feedback
    takeaway.references = []
    var nodes = blocks(of: takeaway.text)
    guard !references.isEmpty else { return nodes }
    nodes.append(.element(XMLTree("p", text: "References:")))
    let items = references.map { reference in
      XMLTree(
        "li", [:],
        [XMLTree("a", ["href": reference.url], text: TextBlock.line(reference.title))])
    }
    nodes.append(.element(XMLTree("ul", [:], items)))
    return nodes
  }
}

extension XMLTree {
  /// An element with nodes in it.
  init(_ name: String, _ attributes: KeyValuePairs<String, String>, nodes: [Node]) {
    self.init(name, attributes)
    children = nodes
  }
}
