/// What an element of HTML does to the text in it.
enum HTMLElement: Equatable {
  /// Begins and ends a paragraph.
  case block
  /// Ends a line.
  case lineBreak
  /// A list whose items have bullets, or numbers.
  case list(isOrdered: Bool)
  /// An item of a list.
  case item
  /// Lines shown as written.
  case code
  /// A table.
  case table
  /// A row of a table.
  case row
  /// A cell of a table.
  case cell
  /// A picture.
  case image
  /// Sound, film or something embedded.
  case media
  /// A formula.
  case formula
  /// A link.
  case link
  /// Raised text.
  case raised
  /// Lowered text.
  case lowered
  /// An element whose contents nobody reads.
  case skipped
  /// Text like that around it.
  case inline

  /// The most bytes of a name.
  static let longestName = 12

  /// The element with this name, in lower case; nil for a name that HTML doesn't know.
  init?(_ name: String) {
    guard let element = Self.elements[name] else { return nil }
    self = element
  }

  private static let elements: [String: HTMLElement] = {
    var elements: [String: HTMLElement] = [
      "br": .lineBreak, "ul": .list(isOrdered: false), "menu": .list(isOrdered: false),
      "dir": .list(isOrdered: false), "ol": .list(isOrdered: true), "li": .item, "pre": .code,
      "listing": .code, "xmp": .code, "table": .table, "tr": .row, "td": .cell, "th": .cell,
      "img": .image, "image": .image, "math": .formula, "a": .link, "sup": .raised,
      "sub": .lowered,
    ]
    let groups: [(HTMLElement, String)] = [
      (
        .block,
        """
        p div h1 h2 h3 h4 h5 h6 blockquote section article header footer main nav aside address \
        figure figcaption center form fieldset legend details summary hr dl dt dd caption body html \
        hgroup search dialog
        """
      ),
      (.media, "audio video object embed iframe applet svg canvas"),
      (.skipped, "script style template title noscript"),
      (
        .inline,
        """
        b i u s em strong small big mark span font code tt kbd samp var cite q abbr acronym dfn del \
        ins strike bdi bdo wbr label thead tbody tfoot colgroup col time data meter progress ruby rt \
        rp rb nobr input button select option optgroup textarea map area source track param meta link \
        base head picture output
        """
      ),
    ]
    for (element, names) in groups {
      for name in names.split(separator: " ") { elements[String(name)] = element }
    }
    return elements
  }()
}
