/// A YAML file as it is to be laid out: values in their order, with the comments and blank lines
/// around them.
struct LayoutNode {
  /// What a value is.
  indirect enum Content {
    /// A text.
    case text(String, TextLayout)
    /// A list, in brackets on one line where `isFlow` and that is possible.
    case list([Item], isFlow: Bool)
    /// A mapping, in braces on one line where `isFlow` and that is possible.
    case mapping([Entry], isFlow: Bool)
    /// Nothing: `key:`.
    case nothing
  }

  /// An entry of a list.
  struct Item {
    /// What stands above it.
    var lead: [Trivia] = []
    /// The value.
    var value: LayoutNode
    /// The comment at the end of its line.
    var comment: String?
  }

  /// A key with its value.
  struct Entry {
    /// What stands above it.
    var lead: [Trivia] = []
    /// The key.
    var key: String
    /// The value.
    var value: LayoutNode
    /// The comment at the end of the key's line.
    var comment: String?
  }

  /// What has no meaning, but is kept.
  enum Trivia: Equatable {
    /// One or several blank lines.
    case blank
    /// A comment on a line of its own, from its `#` on.
    case comment(String)
  }

  /// What it is.
  var content: Content
  /// What stands behind the last entry and belongs to this collection.
  var end: [Trivia] = []

  /// A text.
  static func text(_ text: String, _ layout: TextLayout) -> LayoutNode {
    LayoutNode(content: .text(text, layout))
  }

  /// A list without comments.
  static func list(_ values: [LayoutNode], isFlow: Bool = false) -> LayoutNode {
    LayoutNode(content: .list(values.map { Item(value: $0) }, isFlow: isFlow))
  }

  /// Texts in brackets.
  static func flow(_ texts: [String]) -> LayoutNode {
    list(texts.map { text($0, .line) }, isFlow: true)
  }

  /// A mapping without comments; keys without a value are left out.
  static func mapping(
    _ entries: KeyValuePairs<String, LayoutNode?>, isFlow: Bool = false
  ) -> LayoutNode {
    let present = entries.compactMap { key, value in value.map { Entry(key: key, value: $0) } }
    return LayoutNode(content: .mapping(present, isFlow: isFlow))
  }
}
