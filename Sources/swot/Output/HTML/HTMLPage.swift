/// A page of HTML in one file, which needs nothing from elsewhere and runs nothing.
struct HTMLPage {
  /// The title, as the window shows it.
  var title: String
  /// What it needs beside ``PageStyle``.
  var styles: [StaticString]
  /// What it shows.
  var body: Markup

  /// Makes a page.
  init(title: String, styles: [StaticString] = [], @MarkupBuilder body: () -> Markup) {
    self.title = title
    self.styles = styles
    self.body = body()
  }

  /// The page as UTF-8.
  var bytes: [UInt8] {
    let page = Markup.element("html", ["lang": "en"]) {
      Markup.element("head") {
        Markup.element("meta", ["charset": "utf-8"])
        Markup.element(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        // A browser holds us to it: were there a gap in the escaping, nothing would run.
        Markup.element(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'",
          ])
        Markup.element("meta", ["name": "color-scheme", "content": "light dark"])
        Markup.element("meta", ["name": "generator", "content": "swot"])
        Markup.element("title") { title }
        Markup.style(PageStyle.sheet)
        for style in styles { Markup.style(style) }
      }
      Markup.element("body") { Markup.element("main") { body } }
    }
    return Array("<!DOCTYPE html>\n\(page.source)\n".utf8)
  }
}
