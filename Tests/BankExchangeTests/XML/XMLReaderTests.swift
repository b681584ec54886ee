import QuestionBankFormat
import TestSupport
import Testing

@testable import BankExchange

/// Reading of XML: names, places, encodings, and all that is refused.
@Suite struct XMLReaderTests {
  private func read(_ text: String, limits: XMLLimits = .standard) throws -> XMLElement {
    try XMLReader.read(SourceFile(name: "x.xml", text: text), limits: limits)
  }

  private func problem(_ text: String, limits: XMLLimits = .standard) -> String {
    do {
      _ = try read(text, limits: limits)
      return "none"
    } catch let problem as XMLProblem {
      return "\(problem.location.line):\(problem.location.column): \(problem.message)"
    } catch {
      return "\(error)"
    }
  }

  @Test func `names lose their prefixes and keep their namespaces`() throws {
    let root = try read(
      """
      <q:quiz xmlns:q="urn:q" xmlns="urn:d" q:kind="x" plain='y &amp; "z"'><item/></q:quiz>
      """)
    #expect(root.name == "quiz")
    #expect(root.namespace == "urn:q")
    #expect(root.attribute("plain") == "y & \"z\"")
    #expect(root.attributes.map(\.namespace) == ["urn:q", ""])
    #expect(root.first(named: "item")?.namespace == "urn:d")
  }

  @Test func `elements and attributes know their places`() throws {
    let root = try read(
      """
      <?xml version="1.0"?>
      <quiz>
        <ö:e xmlns:ö="urn:e"
           a = ">" xmlns:b="urn:b"  b:c='ü'   d="1"/>é<f/>
      </quiz>
      """)
    let element = try #require(root.first(named: "e"))
    #expect((element.location.line, element.location.column) == (3, 3))
    let places = element.attributes.map { "\($0.name) \($0.location.line):\($0.location.column)" }
    #expect(places == ["a 4:6", "c 4:31", "d 4:41"])
    let last = try #require(root.first(named: "f"))
    #expect((last.location.line, last.location.column) == (4, 49))
  }

  @Test func `text is put together from references, sections and comments`() throws {
    let root = try read("<a>1 &lt; 2<!-- no --><![CDATA[ <b> ]]]]><![CDATA[>]]>&#233;<b>!</b></a>")
    #expect(root.text == "1 < 2 <b> ]]>é!")
    #expect(root.children.count == 2)
  }

  @Test func `other encodings are read with the same places`() throws {
    let text = "<?xml version=\"1.0\" encoding=\"NAME\"?>\n<ä><ö p=\"ü\"/></ä>"
    let latin = text.replacing("NAME", with: "ISO-8859-1").unicodeScalars.map { UInt8($0.value) }
    let units = Array(text.replacing("NAME", with: "UTF-16").utf16)
    let bigUnits = [0xfeff] + units
    let big = bigUnits.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] as [UInt8] }
    let little = bigUnits.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] as [UInt8] }
    for bytes in [latin, little, big] {
      let root = try XMLReader.read(SourceFile(name: "x", bytes: bytes))
      let element = try #require(root.first(named: "ö"))
      #expect(root.name == "ä")
      #expect(element.attribute("p") == "ü")
      #expect(element.location(ofAttribute: "p").column == 7)
    }
    let windows = Array("<?xml version='1.0' encoding='windows-1252'?><a>".utf8) + [0x80, 0x93]
    let root = try XMLReader.read(SourceFile(name: "x", bytes: windows + Array("</a>".utf8)))
    #expect(root.text == "€“")
  }

  @Test func `an unknown encoding is named`() {
    #expect(
      problem("<?xml version='1.0' encoding='EBCDIC-7'?><a/>")
        == "1:1: the encoding 'EBCDIC-7' is not known; save the file as UTF-8")
  }

  @Test func `what is not well-formed is told with its place`() {
    #expect(
      problem("<a>\n <b></c></a>")
        == "2:5: the element 'b' is not closed before this end tag")
    #expect(problem("<a>\n<b>").contains("the document ends within the element 'b'"))
    #expect(problem("") == "1:1: this is no XML document: there is no element")
    #expect(problem("<a b=\"1\" b=\"2\"/>").contains("duplicate attribute"))
    #expect(problem("<a>\u{1}</a>").hasPrefix("1:4: this is not well-formed XML"))
    #expect(problem("<a>&nbsp;</a>").hasPrefix("1:4: an entity that XML doesn't know"))
    #expect(problem("<a>x</a><b/>").contains("junk after document element"))
  }

  @Test func `invalid UTF-8 is refused`() {
    let bytes = Array("<a>".utf8) + [0xc0, 0x80] + Array("</a>".utf8)
    #expect(throws: XMLProblem.self) { try XMLReader.read(SourceFile(name: "x", bytes: bytes)) }
  }

  @Test(arguments: [
    // Entities in entities: a thousand million times "lol".
    """
    <!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><x>&c;</x>
    """,
    // A file of the machine.
    #"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>"#,
    // Another machine.
    #"<!DOCTYPE x [<!ENTITY % p SYSTEM "http://example.org/x.dtd"> %p;]><x/>"#,
    // A default of an attribute that would be put on each element.
    #"<!DOCTYPE x [<!ATTLIST x a CDATA "aaaaaaaaaaaaaaaaaaaa">]><x/>"#,
    "<!DOCTYPE x []><x/>",
  ])
  func `a document type with declarations is refused`(text: String) {
    #expect(problem(text).hasSuffix("a document type with declarations of its own is not allowed"))
  }

  @Test func `a document type that only names a file is allowed and not fetched`() throws {
    let named = #"<!DOCTYPE questestinterop SYSTEM "ims_qtiasiv1p2p1.dtd">"#
    #expect(try read(named + "<questestinterop/>").name == "questestinterop")
    #expect(problem(named + "<x>&nbsp;</x>").contains("'&nbsp;' is not declared"))
  }

  @Test func `depth, number and size are bounded`() {
    let deep = String(repeating: "<a>", count: 101) + String(repeating: "</a>", count: 101)
    #expect(problem(deep) == "1:301: elements are nested deeper than 100")
    #expect(
      problem(String(deep.dropFirst(3).dropLast(4))) == "none", "what is at the limit is read")
    var limits = XMLLimits()
    limits.elements = 3
    #expect(problem("<a><b/><b/></a>", limits: limits) == "none")
    #expect(problem("<a><b/><b/><b/></a>", limits: limits) == "1:12: more than 3 elements")
    limits.bytes = 10
    #expect(problem("<a><b/></a>", limits: limits).contains("larger than 10 bytes"))
    let many = (0...100).map { " a\($0)='1'" }.joined()
    #expect(problem("<a\(many)/>") == "1:1: more than 100 attributes on an element")
  }

  @Test func `what is written is read back, whatever characters it holds`() throws {
    try withEvery(seed: 0..<200) { seed, random in
      let scalars: [Unicode.Scalar] = [
        "a", " ", "\n", "<", ">", "&", "]", "\"", "'", "é", "\u{10ffff}", "\r", "\t",
      ]
      func text() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &random) {
          text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
        }
        return String(text)
      }
      let (value, plain, section) = (text(), text(), text())
      let tree = XMLTree(
        "root", ["v": value],
        [XMLTree("plain", text: plain), XMLTree("empty"), XMLTree("section", cdata: section)])
      let root = try XMLReader.read(SourceFile(name: "x", bytes: XMLWriter.document(tree)))
      try #require(root.attribute("v") == value, "seed \(seed)")
      try #require(root.first(named: "plain")?.text == plain, "seed \(seed)")
      try #require(root.first(named: "section")?.text == section, "seed \(seed)")
    }
  }

  @Test func `what XML can't hold becomes a replacement character`() {
    let bytes = XMLWriter.document(XMLTree("a", text: "\u{1}\u{fffe}\u{b}"))
    #expect(String(decoding: bytes, as: UTF8.self).contains("<a>\u{fffd}\u{fffd}\u{fffd}</a>"))
  }
}
