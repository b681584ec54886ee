import PracticeCore
import QuestionBankFormat
import Testing

@Suite struct BankPlacesTests {
  /// Reads `marked` as a bank in one file, with places.
  private func read(_ marked: String) throws -> (MarkedText, QuestionBank, BankPlaces) {
    let text = MarkedText(marked)
    let outcome = QuestionBankReader.check(
      [SourceFile(name: "bank.yaml", text: text.text)], notingPlaces: true)
    return (text, try #require(outcome.bank), try #require(outcome.places))
  }

  private func expect(
    _ location: QuestionBankFormat.SourceLocation?, at mark: Int, of text: MarkedText,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let place = text.places[mark]
    #expect(
      location?.line == place?.line && location?.column == place?.column && location != nil,
      "mark \(mark) is at \(String(describing: place)), found \(String(describing: location))",
      sourceLocation: sourceLocation)
  }

  @Test func `places of a question's parts are told`() throws {
    let (text, bank, places) = try read(
      """
      format: swot-bank/1
      id: 0️⃣b
      title: B
      references:
        1️⃣r: {title: R, url: 2️⃣"https://example.com/"}
      scenarios:
        3️⃣s: 4️⃣A shop.
      domains:
        - id: 5️⃣D
          title: D
          objectives: [{id: 6️⃣O, title: O}]
      questions:
        - 7️⃣id: 8️⃣Q-1
          stem: 9️⃣|
            Which one?
          choices: [{right: a}, {wrong: b}]
      """)
    #expect(bank.questions.count == 1 && places.questionCount == 1)
    expect(places.location(of: .id), at: 0, of: text)
    expect(places.location(of: .reference("r")), at: 1, of: text)
    expect(places.location(of: .referenceURL("r")), at: 2, of: text)
    expect(places.location(of: .scenario("s")), at: 3, of: text)
    expect(places.location(of: .scenarioText("s")), at: 4, of: text)
    expect(places.location(of: .domain("D")), at: 5, of: text)
    expect(places.location(of: .objective("O")), at: 6, of: text)
    expect(places.location(ofQuestion: 0), at: 7, of: text)
    expect(places.location(of: .id, ofQuestion: 0), at: 8, of: text)
    expect(places.location(of: .stem, ofQuestion: 0), at: 9, of: text)
    #expect(places.location(of: .license) == nil)
    #expect(places.location(of: .takeaway, ofQuestion: 0) == nil)
    #expect(places.location(ofQuestion: 1) == nil)
  }

  @Test func `places of choices and of what belongs to a question are told`() throws {
    let (text, _, places) = try read(
      """
      format: swot-bank/1
      id: b
      title: B
      questions:
        - id: Q-1
          stem: Which one?
          0️⃣choices:
            - right: 1️⃣a
              why: 2️⃣It is.
            - last: true
              wrong: 3️⃣>-
                b
              why: 4️⃣It is not.
          takeaway: 5️⃣T
          reviewed: 6️⃣2026-11-23
          tags: 7️⃣[x]
      """)
    expect(places.location(of: .kind, ofQuestion: 0), at: 0, of: text)
    expect(places.location(of: .item(0), ofQuestion: 0), at: 1, of: text)
    expect(places.location(of: .why(0), ofQuestion: 0), at: 2, of: text)
    expect(places.location(of: .item(1), ofQuestion: 0), at: 3, of: text)
    expect(places.location(of: .why(1), ofQuestion: 0), at: 4, of: text)
    expect(places.location(of: .takeaway, ofQuestion: 0), at: 5, of: text)
    expect(places.location(of: .reviewed, ofQuestion: 0), at: 6, of: text)
    expect(places.location(of: .tags, ofQuestion: 0), at: 7, of: text)
    #expect(places.location(of: .item(2), ofQuestion: 0) == nil)
  }

  @Test func `places of other kinds of question are told`() throws {
    let (text, _, places) = try read(
      """
      format: swot-bank/1
      id: b
      title: B
      questions:
        - id: Q-1
          stem: Match.
          match:
            - {prompt: 0️⃣a, answer: 1️⃣b, why: 2️⃣c}
            - prompt: 3️⃣d
              answer: 4️⃣e
          distractors: [x, 5️⃣y]
        - id: Q-2
          stem: Order.
          order:
            - first
            - 6️⃣second
        - id: Q-3
          stem: Type.
          answer: [7️⃣SQS, 8️⃣Amazon SQS]
      """)
    expect(places.location(of: .item(0), ofQuestion: 0), at: 0, of: text)
    expect(places.location(of: .answer(0), ofQuestion: 0), at: 1, of: text)
    expect(places.location(of: .why(0), ofQuestion: 0), at: 2, of: text)
    expect(places.location(of: .item(1), ofQuestion: 0), at: 3, of: text)
    expect(places.location(of: .answer(1), ofQuestion: 0), at: 4, of: text)
    expect(places.location(of: .distractor(1), ofQuestion: 0), at: 5, of: text)
    expect(places.location(of: .item(1), ofQuestion: 1), at: 6, of: text)
    expect(places.location(of: .item(0), ofQuestion: 2), at: 7, of: text)
    expect(places.location(of: .item(1), ofQuestion: 2), at: 8, of: text)
  }

  @Test func `places follow the questions of the bank where some are left out`() throws {
    let (text, bank, places) = try read(
      """
      format: swot-bank/1
      id: b
      title: B
      questions:
        - id: Q-1
          stem: Which one?
        - id: Q-2
          objective: unknown
          stem: Which one?
          answer: [this]
        - id: Q-3
          stem: 1️⃣Which one?
          answer: [this]
        - {id: Q-4, stem: S, answer: [], tags: [t]}
        - id: Q-5
          stem: 2️⃣Which one?
          answer: [that]
        - id: Q-6
      """)
    #expect(bank.questions.map(\.id.question) == ["Q-3", "Q-5"])
    #expect(places.questionCount == 2)
    expect(places.location(of: .stem, ofQuestion: 0), at: 1, of: text)
    expect(places.location(of: .stem, ofQuestion: 1), at: 2, of: text)
    #expect(places.location(of: .tags, ofQuestion: 1) == nil)
  }

  @Test func `places name the file of a bank in several files`() throws {
    let outcome = QuestionBankReader.check(
      [
        SourceFile(name: "x/bank.yaml", text: "format: swot-bank/1\nid: b\ntitle: B\n"),
        SourceFile(
          name: "x/part.yaml",
          text: "questions:\n- id: Q-1\n  stem: Which one?\n  answer: [this]\n"),
      ], notingPlaces: true)
    let places = try #require(outcome.places)
    #expect(
      places.location(of: .stem, ofQuestion: 0)
        == SourceLocation(file: "x/part.yaml", line: 3, column: 9))
    #expect(
      places.location(of: .title) == SourceLocation(file: "x/bank.yaml", line: 3, column: 8))
  }

  @Test func `places are told only where they are asked for`() {
    let file = SourceFile(name: "bank.yaml", text: "format: swot-bank/1\nid: b\ntitle: B\n")
    #expect(QuestionBankReader.check([file]).places == nil)
    #expect(QuestionBankReader.check([], notingPlaces: true).places == nil)
  }
}
