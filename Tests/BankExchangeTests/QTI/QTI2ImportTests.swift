import BankExchange
import PracticeCore
import QuestionBankFormat
import Testing

/// Packages and items of QTI 2 and 3 that other programs wrote.
@Suite struct QTI2ImportTests {
  private func item(_ body: String, attributes: String = "") -> BankImport {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i1" title="T"
        adaptive="false" timeDependent="false" \(attributes)>
      \(body)
      </assessmentItem>
      """
    return QTIImporter().read(
      SourceFile(name: "item.xml", text: text), options: ImportOptions())
  }

  private func losses(_ result: BankImport) -> [String] {
    result.losses.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0): \($0.message)" }
  }

  @Test func `a package of qti-package-maker is read`() throws {
    let bytes = try Fixture.bytes("qti/qpm-qti21.zip")
    let result = QTIImporter().read(
      SourceFile(name: "qpm.zip", bytes: bytes), options: ImportOptions())
    let bank = try #require(result.bank)
    #expect(result.diagnostics.isEmpty)
    #expect(bank.title == "sample")
    #expect(bank.domains.isEmpty)
    #expect(
      bank.questions.map(\.stem) == [
        "Which service issues temporary credentials?", "Which two are global?", "Match the ports.",
        "Type the loopback address.", "Order the layers.",
      ])
    #expect(
      bank.questions[0].format
        == .choices([
          Choice(text: "AWS STS", isRight: true), Choice(text: "Amazon SQS", isRight: false),
          Choice(text: "Amazon SNS", isRight: false),
        ]))
    #expect(
      bank.questions[2].format
        == .match(
          pairs: [
            MatchPair(prompt: "HTTPS", answer: "443"), MatchPair(prompt: "SSH", answer: "22"),
            MatchPair(prompt: "DNS", answer: "53"),
          ], distractors: []))
    #expect(bank.questions[3].format == .answer(["127.0.0.1", "localhost"]))
    #expect(bank.questions[4].format == .order(["Physical", "Data link", "Network"]))
    #expect(result.losses.map(\.kind) == [.last, .last, .question])
  }

  @Test func `feedback of all places is read`() throws {
    let result = item(
      """
      <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
        <correctResponse><value>B</value></correctResponse></responseDeclaration>
      <outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float">
        <defaultValue><value>2</value></defaultValue></outcomeDeclaration>
      <itemBody><p>Which <em>one</em>?<br/>Now.</p>
        <rubricBlock view="scorer"><p>Secret</p></rubricBlock>
        <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">
          <prompt>Select <b>one</b>.</prompt>
          <simpleChoice identifier="A" fixed="true">First
            <feedbackInline outcomeIdentifier="F" identifier="A" showHide="show">No, not A.</feedbackInline>
          </simpleChoice>
          <simpleChoice identifier="B">Second</simpleChoice>
          <simpleChoice identifier="C" fixed="true"><p>None</p></simpleChoice>
        </choiceInteraction></itemBody>
      <modalFeedback outcomeIdentifier="F" identifier="B" showHide="show"><p>Yes.</p></modalFeedback>
      <modalFeedback outcomeIdentifier="F" identifier="general" showHide="show">All.</modalFeedback>
      <modalFeedback outcomeIdentifier="F" identifier="incorrect" showHide="show">Try.</modalFeedback>
      """)
    let question = try #require(result.bank?.questions.first)
    #expect(question.stem == "Which one?\n\nNow.\n\nSelect one.")
    #expect(question.takeaway == "All.")
    #expect(
      question.format
        == .choices([
          Choice(text: "First", isRight: false, why: "No, not A."),
          Choice(text: "Second", isRight: true, why: "Yes."),
          Choice(text: "None", isRight: false, staysLast: true),
        ]))
    #expect(
      losses(result) == [
        "6:1: 2 points; every question counts the same here",
        "9:3: a block for graders or tutors is left out",
        "12:5: this choice keeps its place; here it is shuffled",
        "20:1: the feedback 'incorrect' is left out",
      ])
  }

  @Test func `a key that stands in the mapping alone is found`() throws {
    let result = item(
      """
      <responseDeclaration identifier="R" cardinality="multiple" baseType="identifier">
        <mapping defaultValue="-1"><mapEntry mapKey="A" mappedValue="1"/>
        <mapEntry mapKey="B" mappedValue="1"/></mapping></responseDeclaration>
      <itemBody><choiceInteraction responseIdentifier="R" shuffle="false" maxChoices="0">
        <prompt>Which two?</prompt><simpleChoice identifier="A">a</simpleChoice>
        <simpleChoice identifier="B">b</simpleChoice><simpleChoice identifier="C">c</simpleChoice>
      </choiceInteraction></itemBody>
      """)
    guard case .choices(let choices) = result.bank?.questions.first?.format else {
      Issue.record("no choices")
      return
    }
    #expect(choices.map(\.isRight) == [true, true, false])
    #expect(losses(result) == ["7:11: the choices keep their order; here they are shuffled"])
  }

  @Test func `a gap within a sentence is shown`() throws {
    let result = item(
      """
      <responseDeclaration identifier="R" cardinality="single" baseType="string">
        <correctResponse><value>York</value></correctResponse>
        <mapping><mapEntry mapKey="York" mappedValue="1"/><mapEntry mapKey="york city" mappedValue="1"/>
        <mapEntry mapKey="Yorck" mappedValue="0.5"/></mapping></responseDeclaration>
      <itemBody><p>Richard of <textEntryInteraction responseIdentifier="R"/> gave battle.</p></itemBody>
      """)
    let question = try #require(result.bank?.questions.first)
    #expect(question.stem == "Richard of _____ gave battle.")
    #expect(question.format == .answer(["York", "york city"]))
    #expect(losses(result).count == 1)
  }

  @Test(arguments: [
    ("<itemBody><p>Read on.</p></itemBody>", "a text without a question is left out"),
    (
      "<itemBody><extendedTextInteraction responseIdentifier=\"R\"/></itemBody>",
      "a question with 'extendedTextInteraction' is left out"
    ),
    (
      """
      <itemBody><p><textEntryInteraction responseIdentifier="R"/>
      <textEntryInteraction responseIdentifier="S"/></p></itemBody>
      """, "a question in several parts is left out"
    ),
    (
      """
      <responseDeclaration identifier="R" cardinality="single" baseType="float"/>
      <itemBody><p><textEntryInteraction responseIdentifier="R"/></p></itemBody>
      """, "a question that asks for a number is left out"
    ),
  ])
  func `questions of other kinds are listed`(body: String, message: String) {
    let result = item(body)
    #expect(result.losses.map(\.message) == [message])
    #expect(result.questionCount == 1)
    #expect(result.diagnostics.isEmpty)
  }

  @Test func `an item of QTI 3 is read`() throws {
    let text = """
      <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="q3"
        title="T" adaptive="false" time-dependent="false">
      <qti-response-declaration identifier="RESPONSE" cardinality="multiple" base-type="directedPair">
        <qti-correct-response><qti-value>P1 A2</qti-value><qti-value>P2 A2</qti-value>
        </qti-correct-response></qti-response-declaration>
      <qti-item-body><qti-match-interaction response-identifier="RESPONSE" shuffle="true">
        <qti-prompt>Match.</qti-prompt>
        <qti-simple-match-set>
          <qti-simple-associable-choice identifier="P1" match-max="1">p1</qti-simple-associable-choice>
          <qti-simple-associable-choice identifier="P2" match-max="1">p2</qti-simple-associable-choice>
        </qti-simple-match-set>
        <qti-simple-match-set>
          <qti-simple-associable-choice identifier="A1" match-max="1">a1</qti-simple-associable-choice>
          <qti-simple-associable-choice identifier="A2" match-max="2">a2</qti-simple-associable-choice>
        </qti-simple-match-set></qti-match-interaction></qti-item-body>
      <qti-modal-feedback outcome-identifier="F" identifier="P1" show-hide="show">
        <qti-content-body><p>Why p1.</p></qti-content-body></qti-modal-feedback>
      </qti-assessment-item>
      """
    let result = QTIImporter().read(
      SourceFile(name: "item.xml", text: text), options: ImportOptions())
    #expect(result.diagnostics.isEmpty)
    #expect(
      result.bank?.questions.first?.format
        == .match(
          pairs: [
            MatchPair(prompt: "p1", answer: "a2", why: "Why p1."),
            MatchPair(prompt: "p2", answer: "a2"),
          ], distractors: ["a1"]))
  }

  /// A package with these files beside a manifest of items.
  private func package(_ files: [(String, String)], hrefs: [String]) throws -> BankImport {
    var writer = ZipWriter()
    let resources = hrefs.enumerated().map { index, href in
      "<resource identifier=\"r\(index)\" type=\"imsqti_item_xmlv2p1\" href=\"\(href)\"/>"
    }.joined()
    try writer.add(
      "imsmanifest.xml", Array("<manifest><resources>\(resources)</resources></manifest>".utf8))
    for (name, text) in files { try writer.add(name, Array(text.utf8)) }
    return QTIImporter().read(
      SourceFile(name: "p.zip", bytes: writer.finish()), options: ImportOptions())
  }

  @Test func `a bad item of a package is reported and the others are read`() throws {
    let good = """
      <assessmentItem identifier="good"><responseDeclaration identifier="R" baseType="string">
      <correctResponse><value>x</value></correctResponse></responseDeclaration>
      <itemBody><p>Type x: <textEntryInteraction responseIdentifier="R"/></p></itemBody>
      </assessmentItem>
      """
    let result = try package(
      [("a b.xml", good), ("broken.xml", "<assessmentItem><itemBody>"), ("other.xml", "<html/>")],
      hrefs: ["broken.xml", "a%20b.xml", "gone.xml", "../../etc/passwd", "other.xml"])
    #expect(result.bank?.questions.map(\.stem) == ["Type x: _____"])
    #expect(
      result.diagnostics.map { $0.location.file } == [
        "p.zip/broken.xml", "p.zip/etc/passwd", "p.zip/gone.xml", "p.zip/other.xml",
      ])
    #expect(result.questionCount == 5)
  }

  @Test func `what is no package is refused with a reason`() {
    func message(_ bytes: [UInt8]) -> String? {
      let result = QTIImporter().read(
        SourceFile(name: "x", bytes: bytes), options: ImportOptions())
      #expect(result.bank?.questions.isEmpty != false)
      return result.diagnostics.first?.message
    }
    #expect(message(Array("<quiz/>".utf8))?.contains("the outermost element is 'quiz'") == true)
    #expect(message([0x50, 0x4b, 3, 4]) == "the archive is damaged or was cut off")
    #expect(message([])?.contains("no XML document") == true)
    #expect(message(ZipWriter().finish())?.contains("no question") == true)
  }

  @Test func `questions with thousands of parts are refused at once`() {
    let choices = (0..<20_000).map { "<simpleChoice identifier=\"C\($0)\">\($0)</simpleChoice>" }
    let result = item(
      """
      <responseDeclaration identifier="R" cardinality="single" baseType="identifier"/>
      <itemBody><choiceInteraction responseIdentifier="R">\(choices.joined())</choiceInteraction>
      </itemBody>
      """)
    #expect(result.diagnostics.map(\.message) == ["20000 choices; a question has at most 9"])
    let labels = (0..<20_000).map { "<response_label ident=\"L\($0)\"/>" }
    let old = QTIImporter().read(
      SourceFile(
        name: "old.xml",
        text: """
          <questestinterop><item ident="i"><presentation><response_lid ident="R"><render_choice>
          \(labels.joined())</render_choice></response_lid></presentation></item></questestinterop>
          """), options: ImportOptions())
    #expect(old.diagnostics.map(\.message) == ["20000 choices; a question has at most 9"])
  }

  @Test func `an entity bomb in a package is refused`() throws {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"b\">]><assessmentItem>&b;</assessmentItem>"
    let result = try package([("a.xml", bomb)], hrefs: ["a.xml"])
    #expect(
      result.diagnostics.map(\.message)
        == ["a document type with declarations of its own is not allowed"])
  }
}
