import Testing

@testable import QuestionBankFormat

/// Wordings that break a rule and, more of them, wordings that look as if they did.
@Suite struct WordingTests {
  @Test(arguments: [
    "Which of these does not encrypt data?",
    "Which statement about roles is not true?",
    "Which service cannot be used here?",
    "What isn't a benefit of roles?",
    "A shop runs 35 accounts. Which of the following steps should never be taken?",
    "All of the following are services except",
    "Each of these is a Region except which one?",
    "Choose the service that does not encrypt.",
    "Which of the following statements is false?",
    "Which of these is not offered in any Region? (Choose two.)",
  ])
  func `a stem that asks for what is not so is found`(stem: String) {
    #expect(LintedBank.rules(stem, "+a", "b").contains("unmarked-negative"))
  }

  @Test(arguments: [
    "Which of these does NOT encrypt data?",
    "Which of these does *not* encrypt data?",
    "All of the following are services EXCEPT",
    "Which change lets a job that does not finish come to an end?",
    "Why does the Pod not start?",
    "What should the team do so that requests do not fail?",
    "The Pod does not start. What is the reason?",
    "Users cannot sign in. Which setting is wrong?",
    "Which policy allows reading but not deleting?",
    "Which policy allows reading and does not allow deleting?",
    "What happens if the key is not rotated?",
    "Which policy denies everything except reading?",
    "Who can sign in when the directory is not reachable?",
    "Which statement describes \"does not exist\"?",
    "What is wrong with this policy?",
    "The log says that nobody did anything, not even root. What follows?",
  ])
  func `a stem that speaks of what is not so may`(stem: String) {
    #expect(!LintedBank.rules(stem, "+a", "b").contains("unmarked-negative"))
  }

  @Test(arguments: [
    ("All of the above", "all-of-the-above"), ("All of these.", "all-of-the-above"),
    ("All answers are correct", "all-of-the-above"), ("Both of the above", "all-of-the-above"),
    ("Any of the options above", "all-of-the-above"),
    ("None of the above.", "none-of-the-above"), ("None of these", "none-of-the-above"),
    ("Neither of these", "none-of-the-above"), ("No answer is correct", "none-of-the-above"),
    ("None of the other choices", "none-of-the-above"),
    ("Both A and B", "choice-by-letter"), ("A and C", "choice-by-letter"),
    ("A, B and C are correct", "choice-by-letter"), ("Neither A nor B", "choice-by-letter"),
    ("It is option A", "choice-by-letter"), ("The third option", "choice-by-letter"),
  ])
  func `a choice about the others is found`(choice: String, rule: String) {
    #expect(LintedBank.rules("Which one?", "+this", "that", choice).contains(rule))
  }

  @Test(arguments: [
    "All of the accounts", "All users", "None", "Both Regions", "All of these buckets",
    "No answer from the server", "An A record", "C and C++",
    "Give the answers. A timer ends the test", "Neither users nor roles", "Class A and B networks",
    "Plan A", "The first choice of many teams",
  ])
  func `a choice that has words of these may`(choice: String) {
    let found = LintedBank.rules("Which one?", "+this", "that", choice)
    #expect(
      found.filter { $0.hasSuffix("of-the-above") || $0 == "choice-by-letter" } == [])
  }

  @Test(arguments: [
    "It always fails", "Never use groups", "Under no circumstances share keys",
    "Keys are in all cases rotated", "This is impossible",
  ])
  func `an absolute term in a wrong choice is found`(choice: String) {
    #expect(LintedBank.rules("Which one?", "+this one", choice).contains("absolute-term"))
  }

  @Test(arguments: [
    "Never", "Set `imagePullPolicy` to `Always`", "Set restartPolicy to \"Never\"",
    "restartPolicy: Never", "SQL Server Always On", "An always-on instance", "Only root users",
    "Give all users read-only access", "Always On availability groups",
  ])
  func `a choice with such a word as a name may`(choice: String) {
    #expect(!LintedBank.rules("Which one?", "+this one", choice).contains("absolute-term"))
  }

  @Test func `an absolute term that right choices have too gives nothing away`() {
    #expect(
      !LintedBank.rules("Which one?", "+It is never shared", "It is always shared").contains(
        "absolute-term"))
  }

  @Test(arguments: ["It usually fails", "Keys often leak", "It is sometimes slow", "In most cases"])
  func `a vague term in a choice is found`(choice: String) {
    #expect(LintedBank.rules("Which one?", "+this one", choice).contains("vague-term"))
  }

  @Test(arguments: [
    "Rarely accessed files", "Move frequently used layers down", "Rotate keys more often",
    "Objects that are rarely read", "How often it runs", "The most commonly used image",
    "It is generally available", "As often as needed", "The `often` flag",
  ])
  func `a choice that describes or compares may`(choice: String) {
    #expect(!LintedBank.rules("Which one?", "+this one", choice).contains("vague-term"))
  }

  @Test func `the story of a stem may be vague, its question not`() {
    #expect(
      !LintedBank.rules("Traffic usually peaks at noon. What helps?", "+a", "b").contains(
        "vague-term"))
    #expect(LintedBank.rules("Which service is usually cheaper?", "+a", "b").contains("vague-term"))
  }

  @Test func `rules on words are for English`() {
    let stem = "Which of these does not encrypt data always?"
    #expect(!LintedBank.rules(stem, "+a", "It never ends", language: "en-GB").isEmpty)
    #expect(LintedBank.rules(stem, "+a", "It never ends", language: "de").isEmpty)
    // Lengths and numbers are the same everywhere.
    #expect(
      LintedBank.rules("Wie lange?", "7 GB", "+1 GB", "3 GB", language: "de")
        == ["unordered-numbers"])
  }

  @Test(arguments: [
    ("Which TWO are right? (Choose two.)", 1), ("Which two services fit?", 3),
    ("What helps? (Select THREE.)", 2), ("What helps? (Choose one.)", 2),
    ("Which one of these helps?", 2), ("Choose 2 answers.", 1), ("What helps? [Pick two]", 1),
  ])
  func `another number than are right is found`(stem: String, right: Int) {
    #expect(Self.count(stem, right: right))
  }

  @Test(arguments: [
    ("Which TWO are right? (Choose two.)", 2), ("A system that three people use. Which is it?", 1),
    ("Three teams, which two managers lead, want one bucket. What helps?", 1),
    ("Which one-way door is it?", 2), ("Which two-tier design fits?", 1),
    ("The team may choose two Regions. Which setting helps?", 1), ("What helps?", 2),
    ("Which one application fits?", 2), ("Which 3rd party is right?", 1),
  ])
  func `a number that says something else may stand`(stem: String, right: Int) {
    #expect(!Self.count(stem, right: right))
  }

  private static func count(_ stem: String, right: Int) -> Bool {
    let choices = ["a", "b", "c", "d"].enumerated().map { ($0 < right ? "+" : "") + $1 }
    return LintedBank.rules(stem, choices[0], choices[1], choices[2], choices[3])
      .contains("choose-count")
  }
}
