import BankExchange
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

/// Moodle XML: there and back, Moodle's own exports, and all that has no place.
@Suite struct MoodleXMLTests {
  private func read(_ questions: String) -> BankImport {
    MoodleXMLImporter().read(
      SourceFile(name: "quiz.xml", text: "<?xml version=\"1.0\"?>\n<quiz>\n\(questions)</quiz>\n"),
      options: ImportOptions())
  }

  private func losses(_ result: BankImport) -> [String] {
    result.losses.map { loss in
      let place = loss.location.map { "\($0.line):\($0.column)" } ?? "-"
      return "\(place): \(loss.message)"
    }
  }

  @Test func `a bank comes back with all that Moodle carries`() throws {
    for seed in UInt64(0)..<120 {
      var source = RandomBanks(seed: seed)
      let bank = source.tidyBank()
      let export = MoodleXMLExporter().export(ExportSource(bank))
      #expect(export.questionCount == bank.questions.count)
      let result = MoodleXMLImporter().read(
        SourceFile(name: "made.xml", bytes: export.bytes), options: ImportOptions())
      if bank.questions.isEmpty { continue }
      try Carriage().check(result, of: bank, "seed \(seed)")
      #expect(result.losses.isEmpty, "seed \(seed)")
    }
  }

  @Test func `true or false is a kind of its own`() throws {
    let choices = TrueOrFalse.choices(isTrue: false, whyTrue: "No.", whyFalse: "Yes.")
    let bank = QuestionBank(
      id: "b", title: "B",
      questions: [
        Question(
          id: QuestionID(bank: "b", question: "Q"), stem: "Is it so?", format: .choices(choices))
      ])
    let export = MoodleXMLExporter().export(ExportSource(bank))
    #expect(String(decoding: export.bytes, as: UTF8.self).contains("<question type=\"truefalse\">"))
    let result = MoodleXMLImporter().read(
      SourceFile(name: "b.xml", bytes: export.bytes), options: ImportOptions())
    #expect(result.bank?.questions.first?.format == .choices(choices))
  }

  @Test func `what Moodle cannot carry is listed`() {
    let questions = [
      Question(
        id: QuestionID(bank: "made", question: "1"), scenario: "s", scenarioText: "A shop.",
        stem: "Which two?",
        format: .choices([
          Choice(text: "a", isRight: true), Choice(text: "b", isRight: true),
          Choice(text: "c", isRight: false, staysLast: true),
        ])),
      Question(
        id: QuestionID(bank: "made", question: "2"), stem: "Match.",
        format: .match(
          pairs: [MatchPair(prompt: "p", answer: "q", why: "r")], distractors: ["d"])),
    ]
    let bank = QuestionBank(
      id: "made", title: "Made", scenarios: ["s": "A shop."],
      domains: [Domain(id: "D", title: "All", weight: 5)], questions: questions)
    let kinds = MoodleXMLExporter().export(ExportSource(bank)).losses.map {
      "\($0.question ?? "-") \($0.kind.rawValue)"
    }
    #expect(
      kinds == [
        "- bank", "- domains", "- domains", "1 scenario", "1 points", "1 last", "2 rationale",
      ])
  }

  @Test func `Moodle's own export is read`() throws {
    let file = SourceFile(name: "moodle.xml", bytes: try Fixture.bytes("moodle/moodle-4.xml"))
    let result = MoodleXMLImporter().read(file, options: ImportOptions())
    let bank = try #require(result.bank)
    #expect(result.diagnostics.isEmpty)
    #expect(result.questionCount == 11)
    #expect(bank.domains.map(\.title) == ["Networks", "Storage / Backup"])
    #expect(bank.domains[0].objectives.map(\.title) == ["Networks", "Routing"])
    #expect(
      bank.questions.map { String($0.id.question) } == [
        "NET-1", "Two-protocols", "UDP-is-reliable", "Ports", "Name-of-the-loopback-address",
        "Layers-from-the-bottom", "BK-1",
      ])
    #expect(bank.questions[0].stem == "Which layer does a router work on?\n\nThink of **IP**.")
    #expect(bank.questions[0].tags == ["osi", "layer 3"])
    #expect(bank.questions[0].takeaway == "Routers forward packets.")
    guard case .choices(let choices) = bank.questions[0].format else { throw Unexpected() }
    #expect(choices.map(\.text) == ["Network", "Transport", "Data link"])
    #expect(choices.map(\.isRight) == [true, false, false])
    #expect(choices[1].why == "That is where ports live.")
    guard case .choices(let two) = bank.questions[1].format else { throw Unexpected() }
    #expect(two.map(\.isRight) == [true, true, false, false])
    #expect(
      bank.questions[2].format
        == .choices(TrueOrFalse.choices(isTrue: false, whyTrue: "No, TCP is.", whyFalse: nil)))
    #expect(
      bank.questions[3].format
        == .match(
          pairs: [
            MatchPair(prompt: "HTTPS", answer: "443"), MatchPair(prompt: "SSH", answer: "22"),
            MatchPair(prompt: "DNS", answer: "53"),
          ], distractors: ["80"]))
    #expect(bank.questions[4].format == .answer(["127.0.0.1", "localhost", "2*2"]))
    #expect(bank.questions[5].format == .order(["Physical", "Data link", "Network"]))
    #expect(
      losses(result) == [
        "13:7: picture 'router.png' is left out",
        "50:5: 2.0000000 points; every question counts the same here",
        "55:5: the choices keep their order; here they are shuffled",
        "65:5: a hint is left out",
        "154:5: the pattern '127.*' accepts many answers; it is left out",
        "158:5: 'loopback' is worth a part of the points; it is left out",
        "187:13: a question of the type 'numerical' is left out",
        "199:13: a question of the type 'essay' is left out",
        "206:13: a question of the type 'cloze' (Cloze) is left out",
        "210:13: a text without a question is left out",
        "221:7: the attached file 'plan.pdf' is left out",
      ])
  }

  private struct Unexpected: Error {}

  @Test func `bad questions are reported with their places and the rest is read`() throws {
    let result = read(
      """
      <question type="multichoice"><name><text>A</text></name>
      <questiontext><text>Which?</text></questiontext>
      <answer fraction="much"><text>x</text></answer>
      <answer fraction="100"><text>y</text></answer></question>
      <question type="multichoice"><questiontext><text>No key?</text></questiontext>
      <answer fraction="0"><text>x</text></answer><answer fraction="0"><text>y</text></answer>
      </question>
      <question type="shortanswer"><questiontext><text/></questiontext>
      <answer fraction="100"><text>x</text></answer></question>
      <question type="multichoice"><questiontext><text>Two keys?</text></questiontext>
      <answer fraction="100"><text>x</text></answer><answer fraction="100"><text>y</text></answer>
      </question>
      <extra/>
      """)
    let bank = try #require(result.bank)
    #expect(bank.questions.map(\.stem) == ["Which?"])
    #expect(result.questionCount == 4)
    #expect(
      result.diagnostics.map { "\($0.location.line):\($0.location.column) \($0.rule)" } == [
        "5:9 import-value", "7:1 import-key", "10:1 import-incomplete", "12:1 import-key",
        "15:1 import-syntax",
      ])
  }

  @Test func `all questions before a break in the document are read`() throws {
    let question = """
      <question type="shortanswer"><questiontext><text>Q</text></questiontext>
      <answer fraction="100"><text>x</text></answer></question>

      """
    let text = "<quiz>\(question)<question type=\"shortanswer\"><questiontext><text>Half"
    let result = MoodleXMLImporter().read(
      SourceFile(name: "quiz.xml", text: text), options: ImportOptions())
    #expect(result.bank?.questions.map(\.stem) == ["Q"])
    #expect(result.diagnostics.map(\.rule) == ["import-syntax"])
  }

  @Test func `another document is named as such`() {
    let result = MoodleXMLImporter().read(
      SourceFile(name: "x.xml", text: "<assessmentItem/>"), options: ImportOptions())
    #expect(
      result.diagnostics.map(\.message) == [
        "this is no Moodle XML: its outermost element is 'assessmentItem', not 'quiz'; it is QTI "
          + "(--from qti-2.1)"
      ])
  }

  @Test(arguments: [
    ("$course$/top/A/B", ["A", "B"]), ("top/CI//CD/x", ["CI/CD", "x"]),
    ("$module$/top/Default for Course 1", []), ("A", ["A"]), ("", []),
    ("top/ //usr /b", ["/usr", "b"]), ("$course$", []),
  ])
  func `paths of categories are taken apart`(path: String, names: [String]) {
    #expect(MoodleCategory.names(ofPath: path) == names)
  }

  @Test func `paths of categories come back`() {
    for names in [["A"], ["/usr/bin/", "a / b"], ["a//b", "c"]] {
      let path = MoodleCategory.path(ofNames: names, bankTitle: "T")
      #expect(MoodleCategory.names(ofPath: path) == names)
    }
    #expect(
      MoodleCategory.names(ofPath: MoodleCategory.path(ofNames: [], bankTitle: "T")) == [])
  }

  @Test func `fractions are such as Moodle knows`() {
    let known = [
      "100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111",
    ]
    #expect((1...9).map { MoodleFraction.text(oneOf: $0) } == known)
    #expect(MoodleFraction.text(.minus, oneOf: 3) == "-33.33333")
  }
}
