import TerminalUI

/// A piece of HTML or SVG that is well-formed, and in which every text is escaped.
///
/// ```swift
/// Markup.element("p", ["class": "stem"]) {
///   "A text from a bank, <b>whatever</b> it holds"
///   Markup.element("strong") { "right" }
/// }
/// ```
///
/// It is well-formed as XML too: every element is closed, every attribute quoted. Names of elements
/// and attributes are part of the program; everything else may come from anybody.
struct Markup: Equatable {
  /// The markup as it stands in a file.
  private(set) var source: String

  /// Makes an empty piece.
  init() { source = "" }

  /// Makes a piece of text.
  ///
  /// What could steer a terminal or reorder what stands beside it becomes `U+FFFD`.
  init(_ text: String) { source = Self.escaped(text) }

  private init(source: String) { self.source = source }

  /// Makes an element.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - attributes: Its attributes; those that are nil are left out. An address goes through
  ///     ``link(_:to:)`` instead, which looks where it leads.
  ///   - content: What it holds.
  /// - Returns: The element.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    @MarkupBuilder content: () -> Markup = { Markup() }
  ) -> Markup {
    var source = "<\(name)"
    for case (let attribute, let value?) in attributes {
      source += " \(attribute)=\"\(escaped(value))\""
    }
    let content = content()
    // Elements of HTML that hold nothing have no end of their own; all others need one.
    let isVoid = ["br", "hr", "meta"].contains(name.description)
    source += isVoid ? "/>" : ">\(content.source)</\(name)>"
    return Markup(source: source)
  }

  /// Makes a link where the address is one of the web; elsewhere text that names both.
  ///
  /// - Parameters:
  ///   - text: What is shown; the address where it is empty.
  ///   - address: Where it leads, as somebody wrote it.
  /// - Returns: The link or text.
  static func link(_ text: String, to address: String) -> Markup {
    let shown = text.isEmpty ? address : text
    guard WebAddress.isSafe(address) else {
      return Markup(shown == address || address.isEmpty ? shown : "\(shown) (\(address))")
    }
    return element("a", ["href": address, "rel": "noopener noreferrer"]) { shown }
  }

  /// Makes an element `style`; a style sheet is part of the program.
  static func style(_ sheet: StaticString) -> Markup {
    Markup(source: "<style>\(sheet)</style>")
  }

  /// The piece with another one behind it.
  static func + (left: Markup, right: Markup) -> Markup {
    Markup(source: left.source + right.source)
  }

  private static func escaped(_ text: String) -> String {
    var source = ""
    for scalar in DisplayText.sanitized(text, lineBreaks: .kept).unicodeScalars {
      switch scalar {
      case "&": source += "&amp;"
      case "<": source += "&lt;"
      case ">": source += "&gt;"
      case "\"": source += "&quot;"
      case "'": source += "&#39;"
      default: source.unicodeScalars.append(scalar)
      }
    }
    return source
  }
}

/// Puts pieces of markup behind each other; a text among them is escaped.
@resultBuilder
enum MarkupBuilder {
  static func buildExpression(_ piece: Markup) -> Markup { piece }
  static func buildExpression(_ text: String) -> Markup { Markup(text) }
  static func buildBlock(_ pieces: Markup...) -> Markup { buildArray(pieces) }
  static func buildOptional(_ piece: Markup?) -> Markup { piece ?? Markup() }
  static func buildEither(first piece: Markup) -> Markup { piece }
  static func buildEither(second piece: Markup) -> Markup { piece }
  static func buildArray(_ pieces: [Markup]) -> Markup { pieces.reduce(Markup(), +) }
}
