/// The XHTML in documents of QTI 2, as HTML.
enum QTI2HTML {
  /// Appends what is in an element, without interactions, feedback and blocks for others.
  ///
  /// Elements that HTML doesn't know lose their tags and keep their text. A gap for a typed answer
  /// becomes a line, unless nothing else stands beside it.
  static func append(_ element: XMLElement, to html: inout String) {
    let isOnlyGap =
      element.elements.map(\.name) == ["textEntryInteraction"]
      && element.children.allSatisfy {
        if case .text(let text) = $0 { TextBlock.line(text).isEmpty } else { true }
      }
    for child in element.children {
      switch child {
      case .text(let text): html += HTMLFragment.escaped(text)
      case .element(let child):
        switch child.name {
        case "feedbackInline", "feedbackBlock", "rubricBlock", "stylesheet": break
        case "textEntryInteraction": if !isOnlyGap { html += "_____" }
        case let name where name.hasSuffix("Interaction"): break
        case let name where HTMLElement(name) != nil:
          html += "<" + name
          for attribute in child.attributes where attribute.namespace.isEmpty {
            html += " " + attribute.name + "=\"" + HTMLFragment.escaped(attribute.value) + "\""
          }
          html += ">"
          append(child, to: &html)
          if !isVoid(name) { html += "</" + name + ">" }
        default: append(child, to: &html)
        }
      }
    }
  }

  private static func isVoid(_ name: String) -> Bool {
    ["br", "hr", "img", "col", "source", "track", "wbr", "area", "param"].contains(name)
  }
}
