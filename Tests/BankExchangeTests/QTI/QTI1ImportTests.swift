import BankExchange
import PracticeCore
import QuestionBankFormat
import Testing

/// Packages of QTI 1.2 that other programs wrote.
@Suite struct QTI1ImportTests {
  private func read(_ name: String) throws -> BankImport {
    let bytes = try Fixture.bytes("qti/\(name)")
    return QTIImporter().read(SourceFile(name: name, bytes: bytes), options: ImportOptions())
  }

  private func losses(_ result: BankImport) -> [String] {
    result.losses.map { "\($0.location?.line ?? 0): \($0.message)" }
  }

  @Test func `a package of text2qti is read`() throws {
    let result = try read("text2qti.zip")
    let bank = try #require(result.bank)
    #expect(result.diagnostics.isEmpty)
    #expect(bank.title == "AWS mock")
    #expect(bank.description == "All about IAM.")
    #expect(result.questionCount == 9)
    #expect(
      bank.questions.map(\.stem) == [
        "What gives temporary credentials?\n\nThink of STS.", "Which two are global?",
        "IAM costs money.", "What is the loopback address?", "Grouped one?", "Grouped two?",
      ])
    #expect(
      bank.questions[0].format
        == .choices([
          Choice(text: "A role", isRight: true, why: "Yes."),
          Choice(text: "A user", isRight: false, why: "No, keys are long-lived."),
          Choice(text: "A group", isRight: false),
        ]))
    #expect(bank.questions[0].takeaway == "General: roles do.")
    #expect(
      bank.questions[1].format
        == .choices([
          Choice(text: "IAM", isRight: true), Choice(text: "Route 53", isRight: true),
          Choice(text: "EC2", isRight: false), Choice(text: "RDS", isRight: false),
        ]))
    #expect(bank.questions[2].format == .choices(TrueOrFalse.choices(isTrue: false)))
    #expect(bank.questions[3].format == .answer(["127.0.0.1", "localhost"]))
    #expect(
      losses(result) == [
        "11: 2 points; every question counts the same here",
        "275: a question of the type 'numerical_question' is left out",
        "324: a question of the type 'essay_question' is left out",
        "480: a question of the type 'text_only_question' is left out",
      ])
  }

  @Test func `a package of qti-package-maker is read`() throws {
    let result = try read("qpm-canvas.zip")
    let bank = try #require(result.bank)
    #expect(result.diagnostics.isEmpty)
    #expect(
      bank.questions.map(\.stem) == [
        "Which service issues temporary credentials?", "Which two are global?", "Match the ports.",
        "Type the loopback address.",
      ])
    #expect(
      bank.questions[2].format
        == .match(
          pairs: [
            MatchPair(prompt: "HTTPS", answer: "443"), MatchPair(prompt: "SSH", answer: "22"),
            MatchPair(prompt: "DNS", answer: "53"),
          ], distractors: []))
    #expect(bank.questions[3].format == .answer(["127.0.0.1", "localhost"]))
    #expect(
      losses(result).map { $0.suffix(48) } == [
        "estion of the type 'numerical_question' is left out".suffix(48)
      ])
  }

  /// A course as Canvas exports it: a quiz in two forms, and a bank that the quiz repeats in part.
  private func course() throws -> [UInt8] {
    func field(_ label: String, _ entry: String) -> String {
      "<qtimetadatafield><fieldlabel>\(label)</fieldlabel><fieldentry>\(entry)</fieldentry>"
        + "</qtimetadatafield>"
    }
    func item(_ ident: String, _ text: String, reference: String? = nil, type: String) -> String {
      """
      <item ident="\(ident)" title="Question">
        <itemmetadata><qtimetadata>\(type)\(
          reference.map { field("assessment_question_identifierref", $0) } ?? "")
        </qtimetadata></itemmetadata>
        <presentation><material><mattext texttype="text/html">&lt;div&gt;&lt;p&gt;\(text)\
      &lt;/p&gt;&lt;/div&gt;</mattext></material>
          <response_lid ident="response1" rcardinality="Single"><render_choice>
            <response_label ident="3766"><material><mattext texttype="text/plain">a &lt; b</mattext>
            </material></response_label>
            <response_label ident="4821"><material><mattext texttype="text/plain">b</mattext>
            </material></response_label>
          </render_choice></response_lid></presentation>
        <resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE"/></outcomes>
          <respcondition continue="Yes"><conditionvar><other/></conditionvar>
            <displayfeedback feedbacktype="Response" linkrefid="general_fb"/></respcondition>
          <respcondition continue="Yes"><conditionvar><varequal respident="response1">4821\
      </varequal></conditionvar><displayfeedback feedbacktype="Response" linkrefid="4821_fb"/>
          </respcondition>
          <respcondition continue="No"><conditionvar><varequal respident="response1">3766\
      </varequal></conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition>
        </resprocessing>
        <itemfeedback ident="general_fb"><flow_mat><material><mattext texttype="text/html">&lt;p&gt;\
      Note &lt;img src="$IMS-CC-FILEBASE$/a.png"&gt;&lt;/p&gt;</mattext></material></flow_mat>
        </itemfeedback>
        <itemfeedback ident="4821_fb"><flow_mat><material><mattext texttype="text/plain">Not b.\
      </mattext></material></flow_mat></itemfeedback>
      </item>
      """
    }
    func document(_ body: String) -> [UInt8] {
      Array(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<questestinterop xmlns=\"http://www.imsglobal.org/xsd/ims_qtiasiv1p2\">\(body)"
          + "</questestinterop>\n").utf8)
    }
    let native =
      field("question_type", "multiple_choice_question") + field("points_possible", "1.0")
    let common = field("cc_profile", "cc.multiple_choice.v0p1")
    var writer = ZipWriter()
    try writer.add(
      "imsmanifest.xml",
      Array(
        """
        <manifest identifier="g1" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">
          <metadata><schema>IMS Common Cartridge</schema></metadata><organizations/>
          <resources>
            <resource identifier="gq" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment">
              <file href="gq/assessment_qti.xml"/><dependency identifierref="gd"/></resource>
            <resource identifier="gd" href="gq/assessment_meta.xml"
              type="associatedcontent/imscc_xmlv1p1/learning-application-resource">
              <file href="gq/assessment_meta.xml"/>
              <file href="non_cc_assessments/gq.xml.qti"/></resource>
            <resource identifier="w" type="webcontent" href="web_resources/a.xml">
              <file href="web_resources/a.xml"/></resource>
          </resources>
        </manifest>
        """.utf8))
    let quiz = "<assessment ident=\"gq\" title=\"Week 1\"><section ident=\"root_section\">"
    let end = "</section></assessment>"
    try writer.add(
      "gq/assessment_qti.xml", document(quiz + item("gi1", "Own?", type: common) + end))
    try writer.add(
      "non_cc_assessments/gq.xml.qti",
      document(
        quiz + item("gi1", "Own?", type: native)
          + item("gi2", "Of the bank?", reference: "gb1", type: native) + end))
    try writer.add(
      "non_cc_assessments/gbank.xml.qti",
      document(
        "<objectbank ident=\"gbank\"><qtimetadata>\(field("bank_title", "Pool A"))</qtimetadata>"
          + item("gb1", "Of the bank?", type: native) + item("gb2", "Another?", type: native)
          + "</objectbank>"))
    try writer.add("web_resources/a.xml", Array("<broken".utf8))
    return writer.finish()
  }

  @Test func `a course that Canvas exported is read, each question once`() throws {
    let result = QTIImporter().read(
      SourceFile(name: "course.imscc", bytes: try course()), options: ImportOptions())
    let bank = try #require(result.bank)
    #expect(result.diagnostics.isEmpty)
    #expect(bank.questions.map { String($0.id.question) } == ["gb1", "gb2", "gi1"])
    #expect(bank.domains.map(\.title) == ["Pool A", "Week 1"])
    #expect(
      bank.questions[0].format
        == .choices([
          Choice(text: "a < b", isRight: true), Choice(text: "b", isRight: false, why: "Not b."),
        ]))
    #expect(bank.questions[0].takeaway == "Note")
    #expect(result.losses.map(\.kind) == [.image, .image, .image])
    #expect(
      result.losses.first?.location?.file == "course.imscc/non_cc_assessments/gbank.xml.qti")
  }

  @Test func `a document without metadata is understood by its responses`() throws {
    let text = """
      <!DOCTYPE questestinterop SYSTEM "ims_qtiasiv1p2p1.dtd">
      <questestinterop><item ident="i1" title="Plain item"><presentation><flow>
      <material><mattext>Which is a fruit?</mattext></material>
      <response_lid ident="R" rcardinality="Single"><render_choice>
      <response_label ident="A"><material><mattext>Apple</mattext></material></response_label>
      <response_label ident="B"><material><mattext>Brick</mattext></material></response_label>
      </render_choice></response_lid></flow></presentation>
      <resprocessing><outcomes><decvar/></outcomes><respcondition><conditionvar>
      <varequal respident="R">A</varequal></conditionvar><setvar>1</setvar></respcondition>
      <respcondition><conditionvar><varequal respident="R">B</varequal></conditionvar>
      <setvar>0</setvar></respcondition></resprocessing></item>
      <item ident="i2"><presentation><material><mattext>Order.</mattext></material>
      <response_lid ident="R" rcardinality="Ordered"><render_choice>
      <response_label ident="A"><material><mattext>second</mattext></material></response_label>
      <response_label ident="B"><material><mattext>first</mattext></material></response_label>
      </render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar>
      <varequal respident="R" index="1">B</varequal><varequal respident="R" index="2">A</varequal>
      </conditionvar><setvar>1</setvar></respcondition></resprocessing></item>
      <item ident="i3"><presentation><material><mattext>No key?</mattext></material>
      <response_lid ident="R" rcardinality="Single"><render_choice>
      <response_label ident="A"><material><mattext>x</mattext></material></response_label>
      <response_label ident="B"><material><mattext>y</mattext></material></response_label>
      </render_choice></response_lid></presentation></item>
      <item ident="i4"><presentation><material><mattext>Explain.</mattext></material>
      <response_str ident="R"><render_fib rows="9"/></response_str></presentation></item>
      </questestinterop>
      """
    let result = QTIImporter().read(
      SourceFile(name: "items.xml", text: text), options: ImportOptions())
    let bank = try #require(result.bank)
    #expect(
      bank.questions.map(\.format) == [
        .choices([Choice(text: "Apple", isRight: true), Choice(text: "Brick", isRight: false)]),
        .order(["first", "second"]),
      ])
    #expect(result.diagnostics.map { "\($0.location.line) \($0.rule)" } == ["19 import-key"])
    #expect(losses(result) == ["24: a question that asks for 'response_str' is left out"])
  }
}
