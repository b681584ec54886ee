import PracticeCore
import QuestionBankFormat
import Testing

@Suite struct BlueprintReaderTests {
  private static let complete = """
    format: swot-exam/1
    id: full
    title: Full mock exam
    description: All of it.
    questions: 65
    unscored: 15
    minutes: 130
    scale: {from: 100, to: 1000, pass: 720, cut: 0.72}
    scoring: net-correct
    navigation: forward-only
    clock: pausable
    sections:
      - title: Identity and access
        weight: 35
        from: [aws-iam/IAM-D1, aws-iam/IAM-MFA]
      - title: Containers
        weight: 22.5
        from: [gcp-containers]
    """

  private func read(_ text: String, banks: [QuestionBank]? = nil) -> (
    blueprint: Blueprint?, diagnostics: [Diagnostic]
  ) {
    BlueprintReader.read(SourceFile(name: "x.yaml", text: text), banks: banks)
  }

  @Test func `every key is read`() {
    let (blueprint, diagnostics) = read(Self.complete)
    #expect(diagnostics.isEmpty)
    #expect(
      blueprint
        == Blueprint(
          id: "full", title: "Full mock exam", description: "All of it.", questions: 65,
          unscored: 15, minutes: 130, scale: .scaled(from: 100, to: 1000, pass: 720, cut: 0.72),
          scoring: .netCorrect, navigation: .forwardOnly, clock: .pausable,
          sections: [
            BlueprintSection(
              title: "Identity and access", weight: 35,
              from: ["aws-iam/IAM-D1", "aws-iam/IAM-MFA"]),
            BlueprintSection(title: "Containers", weight: 22.5, from: ["gcp-containers"]),
          ]))
  }

  @Test func `what is left out has the usual value`() {
    let (blueprint, diagnostics) = read(
      """
      format: swot-exam/1
      id: short
      title: Short
      questions: 1
      minutes: 1
      scale: percent
      pass: 72.5
      sections: [{title: All, weight: 0.5, from: [b]}]
      """)
    #expect(diagnostics.isEmpty)
    #expect(
      blueprint
        == Blueprint(
          id: "short", title: "Short", questions: 1, minutes: 1, scale: .percent(pass: 72.5),
          sections: [BlueprintSection(title: "All", weight: 0.5, from: ["b"])]))
    #expect(
      blueprint?.unscored == 0 && blueprint?.scoring == .allOrNothing
        && blueprint?.navigation == .free && blueprint?.clock == .strict)
  }

  @Test(
    arguments: [
      ("questions: 65", "questions: 1️⃣0", Rule.outOfRange),
      ("questions: 65", "questions: 1️⃣many", .invalidNumber),
      ("questions: 65", "questions: 1️⃣6.5", .invalidNumber),
      ("questions: 65", "questions: 1️⃣99999999999999999999", .invalidNumber),
      ("questions: 65", "questions: 1️⃣[65]", .wrongKind),
      ("unscored: 15", "unscored: 1️⃣65", .outOfRange),
      ("unscored: 15", "unscored: 1️⃣-1", .outOfRange),
      ("minutes: 130", "minutes: 1️⃣0", .outOfRange),
      ("minutes: 130", "minutes: 1️⃣''", .emptyText),
      ("pass: 720", "pass: 1️⃣99", .outOfRange), ("pass: 720", "pass: 1️⃣1001", .outOfRange),
      ("to: 1000", "to: 1️⃣100", .outOfRange), ("cut: 0.72", "cut: 1️⃣1.01", .outOfRange),
      ("cut: 0.72", "cut: 1️⃣-0.1", .outOfRange), ("cut: 0.72", "cut: 1️⃣nan", .invalidNumber),
      ("cut: 0.72", "cut: 1️⃣0x1p-1", .invalidNumber), ("cut: 0.72", "cut: 1️⃣1e-1", .invalidNumber),
      ("cut: 0.72", "cut: 1️⃣.5", .invalidNumber), ("cut: 0.72", "cut: 1️⃣72%", .invalidNumber),
      ("scale: {from: 100, to: 1000, pass: 720, cut: 0.72}", "scale: 1️⃣percent", .missingKey),
      (
        "scale: {from: 100, to: 1000, pass: 720, cut: 0.72}", "scale: 1️⃣{from: 1, to: 2, pass: 1}",
        .missingKey
      ),
      (
        "scale: {from: 100, to: 1000, pass: 720, cut: 0.72}", "scale: percent\npass: 1️⃣101",
        .outOfRange
      ),
      ("clock: pausable", "1️⃣pass: 72", .misplacedKey),
      ("weight: 35", "weight: 1️⃣0", .outOfRange), ("weight: 35", "weight: 1️⃣-35", .outOfRange),
      ("from: [gcp-containers]", "1️⃣from: []", .tooFewItems),
      ("from: [gcp-containers]", "from: [1️⃣a/b/c]", .invalidID),
      ("from: [gcp-containers]", "from: [1️⃣a/]", .invalidID),
      ("from: [gcp-containers]", "from: [1️⃣../etc]", .invalidID),
      ("from: [gcp-containers]", "from: 1️⃣gcp-containers", .wrongKind),
      ("format: swot-exam/1", "format: 1️⃣swot-exam/2", .newerFormat),
      ("format: swot-exam/1", "format: 1️⃣swot-bank/1", .unknownFormat),
      ("format: swot-exam/1", "format: 1️⃣swot-exam", .unknownFormat),
    ])
  func `what makes no sense is refused where it stands`(
    original: String, changed: String, rule: Rule
  ) {
    let marked = MarkedText(Self.complete.replacing(original, with: changed))
    let (blueprint, diagnostics) = read(marked.text)
    #expect(blueprint == nil)
    expect(diagnostics, in: marked, are: [Finding(1, rule)])
  }

  @Test(arguments: [
    ("scale: {from: 100, to: 1000, pass: 720, cut: 0.72}", "scale: 1️⃣per cent", "percent"),
    ("scoring: net-correct", "scoring: 1️⃣netcorrect", "net-correct"),
    ("navigation: forward-only", "navigation: 1️⃣forwards-only", "forward-only"),
    ("clock: pausable", "clock: 1️⃣pauseable", "pausable"),
  ])
  func `a word that isn't allowed suggests the nearest that is`(
    original: String, changed: String, suggestion: String
  ) {
    let marked = MarkedText(Self.complete.replacing(original, with: changed))
    expect(
      read(marked.text).diagnostics, in: marked,
      are: [Finding(1, .invalidValue, suggestion: suggestion)])
  }

  @Test func `all that is missing is named`() {
    let marked = MarkedText("1️⃣description: none")
    let (blueprint, diagnostics) = read(marked.text)
    #expect(blueprint == nil)
    #expect(
      diagnostics.map(\.message)
        == ["format", "id", "title", "questions", "minutes", "scale", "sections"].map {
          "a blueprint needs the key '\($0)'"
        })
  }

  @Test func `a blueprint has at least one section`() {
    let head = Self.complete.split(separator: "sections:")[0]
    #expect(read(head + "sections: []\n").diagnostics.map(\.rule) == ["too-few-items"])
  }

  @Test func `sections draw from banks and parts that there are, where these are known`() {
    let iam = QuestionBank(
      id: "aws-iam", title: "IAM",
      domains: [
        Domain(id: "IAM-D1", title: "D", objectives: [Objective(id: "IAM-KEY", title: "K")])
      ])
    let marked = MarkedText(
      Self.complete.replacing("aws-iam/IAM-MFA", with: "1️⃣aws-iam/IAM-KEYS")
        .replacing("[gcp-containers]", with: "[2️⃣aws-ima, aws-iam, 3️⃣aws-ima/IAM-D1]"))
    expect(
      read(marked.text, banks: [iam]).diagnostics, in: marked,
      are: [
        Finding(
          1, .unknownBank, "bank 'aws-iam' has no domain or objective 'IAM-KEYS'",
          suggestion: "aws-iam/IAM-KEY"),
        Finding(2, .unknownBank, "there is no bank 'aws-ima'", suggestion: "aws-iam"),
        Finding(
          3, .unknownBank, "there is no bank 'aws-ima'", suggestion: "aws-iam/IAM-D1"),
      ])
    #expect(read(marked.text).diagnostics.isEmpty)
  }
}
