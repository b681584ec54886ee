import TerminalUI

/// A drawing in SVG for a page of HTML, with a title and a description for those who can't see it.
///
/// Lengths are in units of the drawing, of which a window of common width shows one in a pixel.
/// Colours are classes of ``PageStyle``.
struct Drawing {
  /// What it shows, in a few words with units and count: stands above the drawing.
  var title: String
  /// What can be seen in it, in sentences: read aloud in its place.
  var description: String
  /// Its width and height.
  var size: (width: Double, height: Double)
  /// What is drawn.
  var content: Markup

  /// Makes a drawing.
  init(
    title: String, description: String, size: (width: Double, height: Double),
    @MarkupBuilder content: () -> Markup
  ) {
    self.title = title
    self.description = description
    self.size = size
    self.content = content()
  }

  /// The drawing as a figure, under a name that no other part of the page has.
  ///
  /// In a narrow window it can be scrolled, by keys too.
  func figure(id: String) -> Markup {
    Markup.element("figure") {
      Markup.element("figcaption") { title }
      Markup.element(
        "div", ["class": "scroll", "role": "group", "tabindex": "0", "aria-label": title]
      ) {
        Markup.element(
          "svg",
          [
            "xmlns": "http://www.w3.org/2000/svg", "role": "img",
            "viewBox": "0 0 \(Self.number(size.width)) \(Self.number(size.height))",
            "aria-labelledby": "\(id)-title \(id)-description",
          ]
        ) {
          Markup.element("title", ["id": "\(id)-title"]) { title }
          Markup.element("desc", ["id": "\(id)-description"]) { description }
          content
        }
      }
    }
  }

  // MARK: - Parts

  /// Where a text stands at its point.
  enum Anchor: String {
    case start, middle, end
  }

  /// A text in one line.
  static func text(
    _ text: String, x: Double, y: Double, _ anchor: Anchor = .start, class style: String? = nil
  ) -> Markup {
    Markup.element(
      "text",
      [
        "x": number(x), "y": number(y), "class": style,
        "text-anchor": anchor == .start ? nil : anchor.rawValue,
      ]
    ) { text }
  }

  /// A rectangle.
  static func rectangle(
    x: Double, y: Double, width: Double, height: Double, class style: String
  ) -> Markup {
    Markup.element(
      "rect",
      [
        "x": number(x), "y": number(y), "width": number(max(0, width)),
        "height": number(max(0, height)), "class": style,
      ])
  }

  /// A line through points; straight from each to the next.
  static func line(_ points: [(x: Double, y: Double)], class style: String) -> Markup {
    let path = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    return Markup.element("polyline", ["points": path, "class": style])
  }

  /// A circle.
  static func circle(x: Double, y: Double, radius: Double, class style: String) -> Markup {
    Markup.element(
      "circle", ["cx": number(x), "cy": number(y), "r": number(radius), "class": style])
  }

  /// A cross: what says "wrong" without a colour.
  static func cross(x: Double, y: Double, radius: Double) -> Markup {
    line([(x - radius, y - radius), (x + radius, y + radius)], class: "cross")
      + line([(x - radius, y + radius), (x + radius, y - radius)], class: "cross")
  }

  /// A length, to the nearest hundredth.
  static func number(_ value: Double) -> String {
    let hundredths = (min(max(value, -1e6), 1e6) * 100).rounded() / 100
    return hundredths == hundredths.rounded() ? "\(Int(hundredths))" : "\(hundredths)"
  }

  /// The beginning of a text that takes no more than so many columns, with `…` where it is cut.
  static func short(_ text: String, columns: Int) -> String {
    guard ColumnWidth.of(text) > columns else { return text }
    var short = ""
    var used = 1
    for character in text {
      used += ColumnWidth.of(String(character))
      if used > columns { break }
      short.append(character)
    }
    return short + "…"
  }
}
