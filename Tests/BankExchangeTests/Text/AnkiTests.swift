import BankExchange
import PracticeCore
import TestSupport
import Testing

@Suite struct AnkiTests {
  private func rows(_ format: AnswerFormat) -> [String] {
    let bank = QuestionBank(
      id: "net", title: "Nets::2",
      domains: [
        Domain(id: "D", title: "Routing", objectives: [Objective(id: "O", title: "Tables")])
      ],
      questions: [
        Question(
          id: QuestionID(bank: "net", question: "Q1"), objective: "O", difficulty: .foundation,
          stem: "A < B? \\(x\\) [sound:x.mp3]", format: format, takeaway: "Think.", tags: ["a b"])
      ])
    let text = String(decoding: AnkiExporter().export(ExportSource(bank)).bytes, as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  @Test func `a card has all that a learner needs`() {
    let lines = rows(
      .choices([
        Choice(text: "yes", isRight: true, why: "It is."), Choice(text: "no", isRight: false),
      ]))
    #expect(
      lines.prefix(6) == [
        "#separator:Tab", "#html:true", "#notetype:Basic", "#guid column:1", "#deck column:2",
        "#tags column:5",
      ])
    let row = lines.dropFirst(6).joined(separator: "\n")
    #expect(
      row.hasPrefix(
        "swot:net/Q1\tNets:2::Routing\t\"<div>A &lt; B? \\&#40;x\\) &#91;sound:x.mp3]</div>"))
    #expect(row.contains("<ol type=\"\"A\"\"><li>yes</li><li>no</li></ol>"))
    #expect(row.contains("<b>yes</b> ✓<div><i>It is.</i></div>"))
    #expect(row.contains("Think."))
    #expect(row.contains("difficulty::foundation domain::D objective::O a_b\n"))
  }

  @Test func `ordering and matching give nothing away`() {
    let order = rows(.order(["zero", "alpha"])).joined(separator: "\n")
    #expect(order.contains("<li>alpha</li><li>zero</li>"))
    #expect(order.contains("<li>zero</li><li>alpha</li>"))
    let match = rows(
      .match(pairs: [MatchPair(prompt: "p", answer: "z")], distractors: ["a"])
    ).joined(separator: "\n")
    #expect(match.contains("<li>a</li><li>z</li>"))
    #expect(match.contains("p → <b>B. z</b>"))
  }

  @Test func `Markdown shows questions first and answers last`() {
    let bank = QuestionBank(
      id: "b", title: "A *title*",
      questions: [
        Question(
          id: QuestionID(bank: "b", question: "Q1"), stem: "# Which?\n\n    code `x`",
          format: .choices([
            Choice(text: "1. one", isRight: true, why: "Since."),
            Choice(text: "two", isRight: false),
          ]))
      ])
    let text = String(decoding: MarkdownExporter().export(ExportSource(bank)).bytes, as: UTF8.self)
    #expect(
      text == """
        # A \\*title\\*

        Bank `b` · 1 question

        ### 1. Q1

        \\# Which?

        ```text
        code `x`
        ```

        - **A** 1\\. one
        - **B** two

        # Answers

        ## 1. Q1

        Right: **A**

        - **A** (right)

          Since.

        """)
  }
}
