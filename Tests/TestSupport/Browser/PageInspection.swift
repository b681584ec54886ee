#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a headless browser finds in a page of HTML that shall need nothing from elsewhere.
///
/// The page is opened once and laid out in a wide window, in a narrow one, in the dark and on paper.
///
/// ```swift
/// @Test(.needs(.browser)) func `the page is sound in a browser`() throws {
///   let page = try PageInspection(html, counting: ["article"])
///   #expect(page.problems == [])
///   #expect(page.counts["article"] == 20)
///   #expect((2...4).contains(page.printedPages))
/// }
/// ```
///
/// With a folder in `SWOT_PAGE_PICTURES` the page, pictures of it and its PDF are put there, to be
/// looked at.
package struct PageInspection {
  /// What is wrong, in sentences that begin with where: `narrow: …`. Empty for a page that
  ///
  /// - reports nothing on the console and asks for nothing from anywhere,
  /// - holds no scripts, frames, forms or images from elsewhere, no id twice and no dead jump,
  /// - has a language, a title, one first heading, and names for its drawings,
  /// - draws every drawing, within its frame and without texts over each other,
  /// - needs no scrolling to the side in a window of 360,
  /// - keeps a contrast of 4.5 to 1 (3 to 1 for large texts) in the light, the dark and on paper.
  package let problems: [String]
  /// The text as it is shown, lines parted.
  package let text: String
  /// The page as the browser understood it (`--dump-dom`).
  package let source: String
  /// How many elements match each of the selectors that were asked for.
  package let counts: [String: Int]
  /// How many pages of A4 it prints on.
  package let printedPages: Int

  /// A way of laying out a page.
  private enum View: String, CaseIterable {
    case wide, narrow, dark, paper

    /// The size of the window; for paper what margins of 15 mm leave of A4.
    var size: (width: Int, height: Int) {
      switch self {
      case .wide, .dark: (1280, 900)
      case .narrow: (360, 740)
      case .paper: (680, 960)
      }
    }
  }

  /// Opens a page.
  ///
  /// - Parameters:
  ///   - html: The page, in UTF-8.
  ///   - selectors: Selectors of CSS, for ``counts``.
  ///   - name: What pictures are called.
  /// - Throws: `Program.Failure` where there is no browser or it doesn't do as told.
  package init(
    _ html: some Sequence<UInt8>, counting selectors: [String] = [], named name: String = "page"
  ) throws {
    let bytes = Array(html)
    self = try withTemporaryFolder { folder in
      let file = "\(folder)/\(name).html"
      try Data(bytes).write(to: URL(filePath: file))
      let browser = try HeadlessBrowser(in: folder)
      return try PageInspection(file, counting: selectors, named: name, in: browser)
    }
  }

  private init(
    _ file: String, counting selectors: [String], named name: String, in browser: HeadlessBrowser
  ) throws {
    let pictures = ProcessInfo.processInfo.environment["SWOT_PAGE_PICTURES"]
    var problems: [String] = []
    try Self.lay(.wide, in: browser)
    let address = URL(filePath: file).absoluteString
    try browser.show(address)
    let content = try browser.value(of: PageProbe.content(counting: selectors))
    problems += content["problems"].values.compactMap(\.text)
    for view in View.allCases {
      try Self.lay(view, in: browser)
      let isDark: Bool? = view == .paper ? nil : view == .dark
      let found = try browser.value(of: PageProbe.layout(isDark: isDark))["problems"]
      problems += found.values.compactMap(\.text).map { "\(view): \($0)" }
      if let pictures {
        let picture = try browser.call(
          "Page.captureScreenshot", ["captureBeyondViewport": true, "format": "png"])
        try Self.write(picture["data"], to: "\(pictures)/\(name)-\(view).png")
      }
    }
    let pdf = try browser.call(
      "Page.printToPDF",
      ["preferCSSPageSize": true, "paperWidth": .number(8.27), "paperHeight": .number(11.69)])
    printedPages = Self.pages(of: Data(base64Encoded: pdf["data"].text ?? "") ?? Data())
    if let pictures {
      try Self.write(pdf["data"], to: "\(pictures)/\(name).pdf")
      try Data(contentsOf: URL(filePath: file)).write(to: URL(filePath: "\(pictures)/\(name).html"))
    }
    self.problems = problems + Self.reports(browser.events, except: address)
    text = content["text"].text ?? ""
    source = content["source"].text ?? ""
    counts = content["counts"].members.compactMapValues(\.int)
  }

  /// Sets the window, the scheme of colours and the medium.
  private static func lay(_ view: View, in browser: HeadlessBrowser) throws {
    try browser.call(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(view.size.width)), "height": .number(Double(view.size.height)),
        "deviceScaleFactor": 1, "mobile": false,
      ])
    let features: DevToolsValue = [
      ["name": "prefers-color-scheme", "value": view == .dark ? "dark" : "light"]
    ]
    try browser.call(
      "Emulation.setEmulatedMedia",
      ["media": view == .paper ? "print" : "screen", "features": features])
  }

  /// What the page reported on the console, and what it asked for.
  private static func reports(
    _ events: [(method: String, parameters: DevToolsValue)], except address: String
  ) -> [String] {
    events.compactMap { event in
      let parameters = event.parameters
      switch event.method {
      case "Runtime.consoleAPICalled":
        let words = parameters["args"].values.map { $0["value"].text ?? "…" }
        return "it writes to the console: \(words.joined(separator: " "))"
      case "Runtime.exceptionThrown":
        return "a script failed: \(parameters["exceptionDetails"]["text"].text ?? "")"
      case "Log.entryAdded":
        return "the browser remarks: \(parameters["entry"]["text"].text ?? "")"
      case "Network.requestWillBeSent":
        let asked = parameters["request"]["url"].text ?? ""
        return asked == address || asked.hasPrefix("data:") ? nil : "it asks for \(asked)"
      default: return nil
      }
    }
  }

  /// How many pages a PDF has, as the browser writes it: its objects of pages are not compressed.
  static func pages(of pdf: Data) -> Int {
    let text = String(decoding: pdf, as: UTF8.self)
    return text.ranges(of: "/Type /Page").count { range in
      range.upperBound == text.endIndex || text[range.upperBound] != "s"
    }
  }

  private static func write(_ base64: DevToolsValue, to path: String) throws {
    guard let data = Data(base64Encoded: base64.text ?? "") else { return }
    try data.write(to: URL(filePath: path))
  }
}
