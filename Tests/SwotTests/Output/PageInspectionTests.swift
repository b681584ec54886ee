import TestSupport
import Testing

@testable import swot

/// What finds faults in pages must find them.
@Suite(.needs(.browser)) struct PageInspectionTests {
  private func problems(_ html: String) throws -> [String] {
    try PageInspection(html.utf8).problems
  }

  /// A page without faults, with something in it.
  private func page(_ body: String, head: String = "") -> String {
    """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>Page</title>
    <style>
      body { background: #fff; color: #111; }
      @media (prefers-color-scheme: dark) { body { background: #111; color: #eee; } }
      @media print { body { background: #fff; color: #000; } }
    </style>\(head)</head><body><h1>Page</h1>\(body)</body></html>
    """
  }

  @Test func `a plain page has no problems, and says what it shows`() throws {
    let html = page(
      """
      <p id="a">One <b>two</b></p><p>three</p>
      <svg viewBox="0 0 10 10" width="20"><title>T</title><rect width="5" height="5"/></svg>
      """)
    let found = try PageInspection(html.utf8, counting: ["p", "svg rect", "article"])
    #expect(found.problems == [])
    #expect(found.counts == ["p": 2, "svg rect": 1, "article": 0])
    #expect(found.text.contains("One two\n\nthree"))
    #expect(found.source.contains("<p id=\"a\">One <b>two</b></p>"))
    #expect(found.printedPages == 1)
  }

  @Test func `pages of paper are counted`() throws {
    let html = page("<p style='break-after: page'>1</p><p style='break-after: page'>2</p><p>3</p>")
    #expect(try PageInspection(html.utf8).printedPages == 3)
  }

  @Test func `every fault of a page is found`() throws {
    let found = try problems(
      page(
        """
        <h3>Too deep</h3><p id="a">x</p><p id="a">y</p><a href="#nowhere">jump</a>
        <p style="width: 500px">wide</p>
        <p style="overflow: hidden; width: 40px; white-space: nowrap">cut off, all of it</p>
        <p style="color: #777; background: #888">grey</p>
        <img src="http://127.0.0.1:9/picture.png">
        <script>console.log('hello'); nothing.at.all()</script>
        <svg viewBox="0 0 100 40" width="100" height="40">
          <text x="5" y="20">Some text</text><text x="8" y="21">Other text</text>
          <rect x="90" y="5" width="60" height="5"/>
        </svg>
        <svg viewBox="0 0 9 9" width="9" height="9"><title>Nothing</title></svg>
        """))
    for fault in [
      "a heading of level 3 below one of 1", "two elements are 'a'", "leads nowhere: #nowhere",
      "narrow: it is 5", "it is cut off: <p> \"cut off", "a contrast of 1.", "<img>", "<script>",
      "an image has no text", "it asks for http://127.0.0.1:9/picture.png",
      "it writes to the console: hello", "a script failed", "a drawing has no name",
      "texts of a drawing overlap: <text> \"Some text\"", "it leaves its drawing: <rect>",
      "nothing is drawn: <svg> \"Nothing\"",
    ] {
      #expect(found.contains { $0.contains(fault) }, "\(fault), not in \(found)")
    }
  }

  @Test func `a page that stays light in the dark, or has no head, is found out`() throws {
    let found = try problems("<body style='background: white; color: black'>Nothing else</body>")
    for fault in [
      "no language", "no title", "quirks", "0 headings", "dark: it stays light",
    ] {
      #expect(found.contains { $0.contains(fault) }, "\(fault), not in \(found)")
    }
  }

}
