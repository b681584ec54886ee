import TerminalUI

@testable import swot

/// A page of HTML, read as strictly as XML is, and looked at for what no page of ours may hold.
struct StrictPage {
  /// An element that was opened.
  struct Element {
    var name: String
    var attributes: [String: String] = [:]
  }

  /// What is wrong with a page.
  struct Problem: Error, CustomStringConvertible {
    var description: String
  }

  /// All elements, in the order in which they begin.
  private(set) var elements: [Element] = []
  /// All that is shown as text.
  private(set) var text = ""

  private static let known: Set = [
    "html", "head", "meta", "title", "style", "body", "main", "header", "section", "article", "h1",
    "h2", "h3", "h4", "p", "strong", "span", "div", "table", "thead", "tbody", "tr", "th", "td",
    "ol",
    "ul", "li", "pre", "code", "a", "figure", "figcaption", "svg", "desc", "text", "rect",
    "polyline", "circle",
  ]

  private static let knownAttributes: Set = [
    "lang", "charset", "name", "content", "http-equiv", "class", "id", "scope", "href", "rel",
    "role", "tabindex", "aria-label", "aria-labelledby", "xmlns", "viewBox", "x", "y", "width",
    "height", "text-anchor", "points", "cx", "cy", "r",
  ]

  /// Reads a page.
  init(_ bytes: [UInt8]) throws {
    let source = String(decoding: bytes, as: UTF8.self)
    guard Array(source.utf8) == bytes else { throw Problem(description: "not UTF-8") }
    let begin = "<!DOCTYPE html>\n"
    guard source.hasPrefix(begin), source.hasSuffix("</html>\n") else {
      throw Problem(description: "not a whole page")
    }
    if let scalar = source.unicodeScalars.first(where: { $0 != "\n" && !DisplayText.isSafe($0) }) {
      throw Problem(description: "holds U+\(String(scalar.value, radix: 16))")
    }
    var open: [String] = []
    var rest = source.dropFirst(begin.count)[...]
    while !rest.isEmpty {
      guard rest.first == "<" else {
        let piece = rest.prefix { $0 != "<" }
        text += try Self.unescaped(piece)
        rest = rest.dropFirst(piece.count)
        continue
      }
      let tag = rest.dropFirst().prefix { $0 != "<" && $0 != ">" }
      guard rest.dropFirst(1 + tag.count).first == ">" else {
        throw Problem(description: "a tag without an end: <\(tag.prefix(60))")
      }
      rest = rest.dropFirst(tag.count + 2)
      if tag.first == "/" {
        guard open.popLast() == String(tag.dropFirst()) else {
          throw Problem(description: "<\(tag)> closes nothing")
        }
        continue
      }
      let isVoid = tag.last == "/"
      let element = try Self.element(isVoid ? tag.dropLast() : tag)
      elements.append(element)
      if !isVoid { open.append(element.name) }
    }
    guard open.isEmpty else { throw Problem(description: "left open: \(open)") }
    try checkReferences()
  }

  /// The elements of that name.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  private static func element(_ tag: Substring) throws -> Element {
    let name = tag.prefix { $0 != " " }
    guard known.contains(String(name)) else { throw Problem(description: "<\(name)>") }
    var element = Element(name: String(name))
    var rest = tag.dropFirst(name.count)
    while !rest.isEmpty {
      guard rest.first == " ", let equals = rest.firstIndex(of: "=") else {
        throw Problem(description: "an attribute without a value in <\(tag)>")
      }
      let attribute = String(rest[rest.index(after: rest.startIndex)..<equals])
      let quoted = rest[rest.index(after: equals)...]
      guard knownAttributes.contains(attribute), quoted.first == "\"",
        let end = quoted.dropFirst().firstIndex(of: "\"")
      else { throw Problem(description: "\(attribute) in <\(tag)>") }
      let value = try unescaped(quoted[quoted.index(after: quoted.startIndex)..<end])
      guard element.attributes.updateValue(value, forKey: attribute) == nil else {
        throw Problem(description: "two attributes \(attribute) in <\(tag)>")
      }
      rest = quoted[quoted.index(after: end)...]
    }
    return element
  }

  private static func unescaped(_ text: Substring) throws -> String {
    var plain = ""
    var rest = text
    while let character = rest.first {
      guard character != ">" else { throw Problem(description: "a bare > in \(text.prefix(60))") }
      guard character == "&" else {
        plain.append(character)
        rest = rest.dropFirst()
        continue
      }
      let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
      guard let (entity, meaning) = entities.first(where: { rest.hasPrefix($0.key) }) else {
        throw Problem(description: "a bare & in \(text.prefix(60))")
      }
      plain += meaning
      rest = rest.dropFirst(entity.count)
    }
    return plain
  }

  private func checkReferences() throws {
    let ids = elements.compactMap { $0.attributes["id"] }
    guard Set(ids).count == ids.count else { throw Problem(description: "an id stands twice") }
    for element in elements {
      let named = element.attributes["aria-labelledby"]?.split(separator: " ").map(String.init)
      for id in named ?? [] where !ids.contains(id) {
        throw Problem(description: "nothing has the id \(id)")
      }
      guard let address = element.attributes["href"] else { continue }
      if address.hasPrefix("#") {
        guard ids.contains(String(address.dropFirst())) else {
          throw Problem(description: "\(address) leads nowhere")
        }
      } else if !address.hasPrefix("https://"), !address.hasPrefix("http://") {
        throw Problem(description: "a link to \(address)")
      }
    }
    for drawing in all("svg") {
      guard drawing.attributes["role"] == "img", drawing.attributes["aria-labelledby"] != nil else {
        throw Problem(description: "a drawing without words")
      }
    }
  }
}
