import PracticeCore
import QuestionBankFormat
import Testing

@Suite struct QuestionBankReaderTests {
  /// A bank with every key that there is, written as the documentation writes one.
  static let complete = """
    format: swot-bank/1
    id: aws-iam
    title: AWS IAM best practices
    description: Who may do what in an AWS account, and how to keep it that way.
    language: en
    license: CC-BY-4.0
    authors: [Swot contributors, 'No']
    reviewed: 2026-11-23

    references:
      iam-best-practices:
        title: Security best practices in IAM
        url: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html

    scenarios:
      retailer: |
        A retailer runs 35 AWS accounts.

        Nobody knows why.

    domains:
      - id: IAM-D1
        title: Root user and account foundations
        weight: 13
        objectives:
          - id: IAM-ROOT
            title: Protect the root user and hardly ever use it
      - id: IAM-D2
        title: Human identities
        weight: 17.5

    questions:
      - id: IAM-Q-001
        objective: IAM-ROOT
        facts: [IAM-ROOT-03, IAM-ROOT-04]
        difficulty: intermediate
        cognitive: apply
        scenario: retailer
        stem: |
          An audit finds a key.

              aws sts get-caller-identity
        choices:
          - right: Move the job to a role, then delete the key.
            why: A key that is gone cannot leak.
          - wrong: Rotate the key every 90 days.
            why: It still exists.
          - wrong: "Replace the script: by a call from the console."
            why: The console is no place for scripts.
            last: true
        takeaway: No root keys.
        references: [iam-best-practices]
        reviewed: 2026-11-22
        tags: [root, 1.10]

      - id: IAM-Q-060
        objective: IAM-ROOT
        difficulty: foundation
        cognitive: recall
        stem: Match each question with the service that answers it.
        match:
          - prompt: Which call was made by whom
            answer: CloudTrail
            why: It records calls.
          - prompt: What the configuration was
            answer: AWS Config
            why: It records states.
        distractors: [Amazon Inspector]
        takeaway: Calls are CloudTrail's.
        references: [iam-best-practices]
        reviewed: 2026-11-23

      - id: CON-Q-040
        objective: IAM-ROOT
        difficulty: advanced
        cognitive: understand
        stem: Put the steps in order.
        order:
          - first step
          - second step
        takeaway: First things first.
        references: [iam-best-practices]
        reviewed: 2026-11-23

      - id: ARC-Q-090
        objective: IAM-ROOT
        difficulty: foundation
        cognitive: analyse
        stem: Which service is it?
        answer: [SQS, Amazon SQS]
        takeaway: Queues decouple.
        references: [iam-best-practices]
        reviewed: 2026-11-23

    """

  @Test func `every key of a complete bank is read, without a diagnostic`() throws {
    let (bank, diagnostics) = QuestionBankReader.read([
      SourceFile(name: "aws-iam.yaml", text: Self.complete)
    ])
    #expect(diagnostics.isEmpty)
    let read = try #require(bank)
    let scenario = "A retailer runs 35 AWS accounts.\n\nNobody knows why."
    let expected = QuestionBank(
      id: "aws-iam", title: "AWS IAM best practices",
      description: "Who may do what in an AWS account, and how to keep it that way.",
      language: "en", license: "CC-BY-4.0", authors: ["Swot contributors", "No"],
      reviewed: CalendarDate("2026-11-23"),
      references: [
        Reference(
          id: "iam-best-practices", title: "Security best practices in IAM",
          url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html")
      ],
      scenarios: ["retailer": scenario],
      domains: [
        Domain(
          id: "IAM-D1", title: "Root user and account foundations", weight: 13,
          objectives: [
            Objective(
              id: "IAM-ROOT", title: "Protect the root user and hardly ever use it")
          ]),
        Domain(id: "IAM-D2", title: "Human identities", weight: 17.5),
      ],
      questions: [
        Question(
          id: QuestionID(bank: "aws-iam", question: "IAM-Q-001"), objective: "IAM-ROOT",
          facts: ["IAM-ROOT-03", "IAM-ROOT-04"], difficulty: .intermediate,
          cognitiveLevel: .apply, scenario: "retailer", scenarioText: scenario,
          stem: "An audit finds a key.\n\n    aws sts get-caller-identity",
          format: .choices([
            Choice(
              text: "Move the job to a role, then delete the key.", isRight: true,
              why: "A key that is gone cannot leak."),
            Choice(
              text: "Rotate the key every 90 days.", isRight: false, why: "It still exists."),
            Choice(
              text: "Replace the script: by a call from the console.", isRight: false,
              why: "The console is no place for scripts.", staysLast: true),
          ]),
          takeaway: "No root keys.", references: ["iam-best-practices"],
          reviewed: CalendarDate("2026-11-22"), tags: ["root", "1.10"]),
        Question(
          id: QuestionID(bank: "aws-iam", question: "IAM-Q-060"), objective: "IAM-ROOT",
          difficulty: .foundation, cognitiveLevel: .recall,
          stem: "Match each question with the service that answers it.",
          format: .match(
            pairs: [
              MatchPair(
                prompt: "Which call was made by whom", answer: "CloudTrail",
                why: "It records calls."),
              MatchPair(
                prompt: "What the configuration was", answer: "AWS Config",
                why: "It records states."),
            ], distractors: ["Amazon Inspector"]),
          takeaway: "Calls are CloudTrail's.", references: ["iam-best-practices"],
          reviewed: CalendarDate("2026-11-23")),
        Question(
          id: QuestionID(bank: "aws-iam", question: "CON-Q-040"), objective: "IAM-ROOT",
          difficulty: .advanced, cognitiveLevel: .understand, stem: "Put the steps in order.",
          format: .order(["first step", "second step"]), takeaway: "First things first.",
          references: ["iam-best-practices"], reviewed: CalendarDate("2026-11-23")),
        Question(
          id: QuestionID(bank: "aws-iam", question: "ARC-Q-090"), objective: "IAM-ROOT",
          difficulty: .foundation, cognitiveLevel: .analyse, stem: "Which service is it?",
          format: .answer(["SQS", "Amazon SQS"]), takeaway: "Queues decouple.",
          references: ["iam-best-practices"], reviewed: CalendarDate("2026-11-23")),
      ])
    #expect(read == expected)
  }

  @Test func `the order of a bank's keys changes nothing`() throws {
    let head = "format: swot-bank/1\ntitle: X\n"
    let parts = [
      "id: x\n", "scenarios: {shop: A shop.}\n",
      "questions: [{id: Q-1, scenario: shop, stem: Which?, answer: [a]}]\n",
    ]
    let expected = QuestionBankReader.read([
      SourceFile(name: "bank.yaml", text: head + parts.joined())
    ]).bank
    for order in [[2, 1, 0], [1, 2, 0], [2, 0, 1], [0, 2, 1], [1, 0, 2]] {
      let text = head + order.map { parts[$0] }.joined()
      #expect(
        QuestionBankReader.read([SourceFile(name: "bank.yaml", text: text)]).bank == expected,
        "\(order)")
    }
  }
}
