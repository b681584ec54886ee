package import QuestionBankFormat

/// An element that was read from an XML document, with all that is in it.
package struct XMLElement: Equatable, Sendable {
  /// An attribute of an element.
  package struct Attribute: Equatable, Sendable {
    /// The name without its prefix.
    package var name: String
    /// The namespace that the prefix stands for; empty without one.
    package var namespace: String
    /// The value, normalised as XML wants it.
    package var value: String
    /// Where its name begins.
    package var location: SourceLocation
  }

  /// What may stand in an element.
  package enum Node: Equatable, Sendable {
    /// Another element.
    case element(XMLElement)
    /// Text, not empty; never next to another text.
    case text(String)
  }

  /// The name without its prefix.
  package var name: String
  /// The namespace that it is in; empty without one.
  package var namespace: String
  /// The attributes in the order written, without the declarations of namespaces.
  package var attributes: [Attribute]
  /// What is in it, in the order written.
  package var children: [Node]
  /// Where its start tag begins.
  package var location: SourceLocation
  /// Whether it was read to its end tag: false where the document breaks within it.
  package var isWhole = true

  /// The value of the first attribute of that name, in whatever namespace; nil where it has none.
  package func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// Where that attribute stands, or the element where it has none of that name.
  package func location(ofAttribute name: String) -> SourceLocation {
    attributes.first { $0.name == name }?.location ?? location
  }

  /// The elements in it, in the order written.
  package var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The elements in it of that name, in whatever namespace.
  package func elements(named name: String) -> [XMLElement] {
    elements.filter { $0.name == name }
  }

  /// The first element in it of that name; nil where there is none.
  package func first(named name: String) -> XMLElement? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// The first element at the end of a path of names that leads down from this one.
  package func first(at path: String...) -> XMLElement? {
    var element = self
    for name in path {
      guard let next = element.first(named: name) else { return nil }
      element = next
    }
    return element
  }

  /// All elements of that name below this one, from the first to the last start tag.
  package func descendants(named name: String) -> [XMLElement] {
    var found: [XMLElement] = []
    for case .element(let element) in children {
      if element.name == name { found.append(element) }
      found += element.descendants(named: name)
    }
    return found
  }

  /// All text in it and below it.
  package var text: String {
    switch children.count {
    case 0: return ""
    case 1: if case .text(let text) = children[0] { return text }
    default: break
    }
    var text = ""
    collectText(into: &text)
    return text
  }

  private func collectText(into text: inout String) {
    for child in children {
      switch child {
      case .text(let part): text += part
      case .element(let element): element.collectText(into: &text)
      }
    }
  }
}
