/// Writes XML documents in UTF-8.
///
/// An element that holds only elements has each of them on a line of its own; one with text in it
/// is written as it is, since white space in it counts.
package enum XMLWriter {
  /// A document with that root.
  package static func document(_ root: XMLTree) -> [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(root, indentedBy: 0, to: &text)
    text += "\n"
    return Array(text.utf8)
  }

  private static func write(_ element: XMLTree, indentedBy depth: Int?, to text: inout String) {
    text += "<" + element.name
    for attribute in element.attributes {
      text += " " + attribute.name + "=\""
      appendEscaped(attribute.value, inAttribute: true, to: &text)
      text += "\""
    }
    guard !element.children.isEmpty else {
      text += "/>"
      return
    }
    text += ">"
    let holdsText = element.children.contains { if case .element = $0 { false } else { true } }
    let inner = holdsText ? nil : depth.map { $0 + 1 }
    for child in element.children {
      if let inner { text += "\n" + String(repeating: "  ", count: inner) }
      switch child {
      case .element(let element): write(element, indentedBy: inner, to: &text)
      case .text(let part): appendEscaped(part, inAttribute: false, to: &text)
      case .cdata(let part): appendSection(part, to: &text)
      }
    }
    if inner != nil, let depth { text += "\n" + String(repeating: "  ", count: depth) }
    text += "</" + element.name + ">"
  }

  /// Appends text with what XML takes for markup written as references.
  ///
  /// In an attribute line ends and tabs too, since readers turn them into blanks there. Characters
  /// that no XML document can hold become U+FFFD.
  static func appendEscaped(_ part: String, inAttribute: Bool, to text: inout String) {
    for scalar in part.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"" where inAttribute: text += "&quot;"
      case "\n" where inAttribute: text += "&#10;"
      case "\t" where inAttribute: text += "&#9;"
      case "\r": text += "&#13;"
      default: text.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{fffd}")
      }
    }
  }

  /// Appends text as a CDATA section, which it ends and begins again where the text holds `]]>`.
  private static func appendSection(_ part: String, to text: inout String) {
    guard part.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }),
      !part.utf8.contains(0x0d)
    else { return appendEscaped(part, inAttribute: false, to: &text) }
    text += "<![CDATA["
    var brackets = 0
    for scalar in part.unicodeScalars {
      if scalar == ">", brackets >= 2 { text += "]]><![CDATA[" }
      brackets = scalar == "]" ? brackets + 1 : 0
      text.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{fffd}")
    }
    text += "]]>"
  }

  /// Whether XML 1.0 can hold the character (section 2.2, production 2).
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0a, 0x0d, 0x20...0xd7ff, 0xe000...0xfffd, 0x10000...0x10ffff: true
    default: false
    }
  }
}
