/// An element that is going to be written as XML.
package struct XMLTree: Equatable, Sendable {
  /// An attribute.
  package struct Attribute: Equatable, Sendable {
    /// The name, with its prefix.
    package var name: String
    /// The value, as it is meant.
    package var value: String
  }

  /// What may stand in an element.
  package enum Node: Equatable, Sendable {
    /// Another element.
    case element(XMLTree)
    /// Text, as it is meant.
    case text(String)
    /// Text that is written as a CDATA section where it holds markup.
    case cdata(String)
  }

  /// The name, with its prefix.
  package var name: String
  /// The attributes, in the order in which they are written.
  package var attributes: [Attribute]
  /// What is in it.
  package var children: [Node]

  /// Makes an element with elements in it.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ elements: [XMLTree] = []
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0, value: $1) }
    children = elements.map { .element($0) }
  }

  /// Makes an element with text in it, or nothing where the text is empty.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
  ) {
    self.init(name, attributes)
    if !text.isEmpty { children = [.text(text)] }
  }

  /// Makes an element with text in it that is markup in itself.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], cdata: String
  ) {
    self.init(name, attributes)
    if !cdata.isEmpty { children = [.cdata(cdata)] }
  }
}
