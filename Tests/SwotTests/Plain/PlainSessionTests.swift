import FSRS
import PracticeCore
import PracticeUI
import TerminalUI
import Testing

@testable import swot

@Suite struct PlainSessionTests {
  /// What a session printed and wrote when these lines were typed.
  private struct Transcript {
    var output = ""
    var warnings = ""
    var events: [EventContent] = []

    var lines: [String] { output.split(separator: "\n").map(String.init) }
    /// The lines in which feedback begins.
    var verdicts: [String] {
      lines.filter { $0.hasPrefix("Right.") || $0.hasPrefix("Wrong.") }
    }
    var answers: [AnswerRecord] {
      events.compactMap { if case .answer(let answer) = $0 { answer } else { nil } }
    }
  }

  private static let start = Timestamp(milliseconds: 1_795_424_400_000)

  /// Runs a session in which each question's items are shown in the order of the bank, reversed.
  private func run(
    _ bank: QuestionBank, mode: StudyMode = .study, unsaved: Int = 0,
    typing typed: (Int) -> String?
  ) throws -> Transcript {
    let catalog = QuestionCatalog(banks: [bank])
    var transcript = Transcript()
    var effects = RecordingEffects()
    effects.unsaved = unsaved
    var session = PlainSession(
      StudySession(
        mode: mode, questions: bank.questions.map(\.id), catalog: catalog, seed: 7),
      catalog: catalog, learner: LearnerState(), effects: effects,
      clock: Clock(rules: .fixed(offsetMinutes: 0)) { Self.start },
      text: PlainText(charset: .unicode),
      printer: PlainPrinter { (stream, text) throws(WriteFailure) in
        switch stream {
        case .output: transcript.output += text
        case .error: transcript.warnings += text
        }
      })
    var number = 0
    try session.run {
      number += 1
      return typed(number - 1)
    }
    transcript.events = session.effects.appended
    return transcript
  }

  private func run(
    _ bank: QuestionBank, mode: StudyMode = .study, typing lines: [String]
  ) throws -> Transcript {
    try run(bank, mode: mode) { $0 < lines.count ? lines[$0] : nil }
  }

  private func bank(_ formats: [AnswerFormat]) -> QuestionBank {
    QuestionBank(
      id: "b", title: "Bank",
      references: [Reference(id: "page", title: "The page", url: "https://example.org/page")],
      domains: [Domain(id: "D", title: "Domain", objectives: [Objective(id: "O", title: "Aim")])],
      questions: formats.enumerated().map { index, format in
        Question(
          id: QuestionID(bank: "b", question: "q\(index + 1)"), objective: "O",
          stem: "Which one?\nReally.\n\n- one\n- two", format: format, takeaway: "Keep in mind.",
          references: ["page"])
      },
      notes: [
        NotesSection(
          objective: "O", title: "On the aim",
          blocks: [
            .paragraph([.text("See "), .link(text: "this", url: "https://example.org")]),
            .list(isOrdered: true, items: [[.strong("first")]]), .code(["  swot"]),
            .table(header: [[.text("A")], [.text("B")]], rows: [[[.text("1")], [.code("2")]]]),
          ])
      ])
  }

  private static let single = AnswerFormat.choices([
    Choice(text: "Alpha", isRight: true, why: "It is the first."),
    Choice(text: "Beta", isRight: false, why: "It is the second.", staysLast: true),
  ])
  private static let multiple = AnswerFormat.choices([
    Choice(text: "Alpha", isRight: true), Choice(text: "Beta", isRight: true),
    Choice(text: "Gamma", isRight: false, why: "Too late.", staysLast: true),
  ])

  @Test func `a question is printed as text, and the answer is judged`() throws {
    let transcript = try run(bank([Self.single]), typing: ["1"])
    #expect(
      transcript.output == """
        Answer each question with a line. :help says how, :q ends; all answers are kept.

        Question 1 of 1: b/q1 (choices)
        Which one? Really.

        • one
        • two
          1. Alpha
          2. Beta
        Choose one.
        Right. It comes back in 2 days.
          1. [right, yours] Alpha
             It is the first.
        Take-away: Keep in mind.
        Read: The page, https://example.org/page
        Answered 1, right 1.

        """)
  }

  @Test func `a wrong answer names what was right and comes back until it is right once`() throws {
    let transcript = try run(bank([Self.single]), typing: ["2", "1"])
    #expect(
      transcript.verdicts == [
        "Wrong. It comes back in this session.", "Right. It comes back tomorrow.",
      ])
    #expect(transcript.output.contains("  1. [right, missed] Alpha\n     It is the first.\n"))
    #expect(transcript.output.contains("  2. [wrong, yours] Beta\n     It is the second.\n"))
    #expect(transcript.lines.last == "Answered 2, right 1.")
    #expect(transcript.answers.map(\.rating) == [.again, .good])
  }

  @Test(arguments: [
    ("1 :c", Confidence.certain, Rating.good, "Right. It comes back in 2 days."),
    ("1 :u", .unsure, .hard, "Right. It comes back tomorrow."),
    ("1\t:g", .guess, .again, "Right. You guessed, so it comes back in this session."),
  ])
  func `a confidence stands behind the answer`(
    line: String, confidence: Confidence, rating: Rating, verdict: String
  ) throws {
    let transcript = try run(bank([Self.single]), typing: [line])
    #expect(transcript.answers.first?.confidence == confidence)
    #expect(transcript.answers.first?.rating == rating)
    #expect(transcript.verdicts.first == verdict)
  }

  @Test func `several choices are typed with commas or blanks, in any order`() throws {
    for line in ["1,2", "2, 1", " 2 1 ", "1 ,2 :c"] {
      let transcript = try run(bank([Self.multiple]), typing: [line])
      #expect(transcript.answers.map(\.response) == [.numbers([1, 2])], "\(line)")
    }
  }

  @Test func `matching takes an answer for each prompt`() throws {
    let format = AnswerFormat.match(
      pairs: [
        MatchPair(prompt: "Who", answer: "CloudTrail", why: "It records calls."),
        MatchPair(prompt: "What", answer: "Config"),
      ], distractors: ["Inspector"])
    // The order shown is drawn; the transcript tells it.
    let shown = try run(bank([format]), typing: [":q"]).lines
    func number(_ answer: String) throws -> String {
      let line = try #require(shown.first { $0.hasSuffix(". \(answer)") })
      return String(line.dropFirst(2).prefix(1))
    }
    #expect(shown.contains("  A. Who"))
    let right = try run(
      bank([format]), typing: ["\(try number("CloudTrail")) \(try number("Config"))"])
    #expect(right.verdicts == ["Right. It comes back in 2 days."])
    #expect(right.answers.map(\.response) == [.numbers([1, 2])])
    #expect(right.output.contains("  A. [right] Who: CloudTrail\n     It records calls.\n"))
    let wrong = try run(
      bank([format]), typing: ["\(try number("CloudTrail")),\(try number("Inspector"))"])
    #expect(wrong.answers.map(\.response) == [.numbers([1, 3])])
    #expect(wrong.output.contains("  B. [wrong, yours: Inspector] What: Config\n"))
  }

  @Test func `ordering takes the numbers as shown`() throws {
    let format = AnswerFormat.order(["One", "Two", "Three"])
    let shown = try run(bank([format]), typing: [":q"]).lines
    func number(_ step: String) throws -> String {
      let line = try #require(shown.first { $0.hasSuffix(". \(step)") })
      return String(line.dropFirst(2).prefix(1))
    }
    let numbers = try ["One", "Two", "Three"].map(number)
    let right = try run(bank([format]), typing: [numbers.joined(separator: " ")])
    #expect(right.answers.map(\.response) == [.numbers([1, 2, 3])])
    let wrong = try run(bank([format]), typing: [numbers.reversed().joined(separator: ",")])
    #expect(wrong.answers.map(\.response) == [.numbers([3, 2, 1])])
    #expect(wrong.output.contains("The right order:\n  1. One\n  2. Two\n  3. Three\n"))
  }

  @Test func `a typed answer is the whole line, without the confidence`() throws {
    let transcript = try run(bank([.answer(["Amazon SQS", "SQS"])]), typing: [" amazon  sqs :c"])
    #expect(transcript.answers.map(\.response) == [.text("amazon  sqs")])
    #expect(transcript.answers.map(\.isRight) == [true])
    #expect(transcript.lines.contains("Right answers: Amazon SQS, SQS"))
  }

  @Test(arguments: [
    ("", "Type an answer. :help lists what else can be typed."),
    ("3", "'3' is no answer: the answers have the numbers 1 to 2."),
    ("b", "'b' is no answer: the answers have the numbers 1 to 2."),
    ("1e9", "'1e9' is no answer: the answers have the numbers 1 to 2."),
    ("1,2", "Choose one (2 chosen)."), ("1 1", "One number stands there twice."),
    (":c", ":c stands behind an answer, such as: 2 :c"),
    (":report", "Say what is wrong with the question: :report TEXT"),
    (":x", "There is no such command. :help lists them all."),
    ("\u{1b}[2J", "'\u{FFFD}[2J' is no answer: the answers have the numbers 1 to 2."),
  ])
  func `a line that can't be an answer is told so and asked again`(
    line: String, reply: String
  ) throws {
    let transcript = try run(bank([Self.single]), typing: [line, "1"])
    #expect(transcript.lines.contains(reply))
    #expect(transcript.answers.count == 1)
    #expect(transcript.lines.last == "Answered 1, right 1.")
  }

  @Test func `undo takes the last answer back and asks again`() throws {
    let transcript = try run(
      bank([Self.single, Self.single]), typing: [":undo", "2", ":undo", "1"])
    #expect(transcript.lines.contains("There is nothing in this session to take back."))
    #expect(transcript.lines.contains("Your answer to b/q1 is taken back."))
    #expect(transcript.lines.filter { $0.hasPrefix("Question 1 of 2: b/q1") }.count == 2)
    #expect(transcript.events[1] == .undo(of: EventID(writer: "test", sequence: 1)))
    #expect(transcript.lines.last == "Answered 1, right 1.")
  }

  @Test func `notes count as help, flags and reports are written`() throws {
    let transcript = try run(
      bank([Self.single]), typing: [":notes", ":flag", ":flag", ":report wrong key", "1"])
    #expect(
      transcript.output.contains(
        """
        On the aim

        See this (https://example.org)

          1. first

              swot

          A: 1; B: `2`

        """))
    let id = QuestionID(bank: "b", question: "q1")
    #expect(
      transcript.events.prefix(3) == [
        .mark(.flag, question: id), .mark(.unflag, question: id),
        .report(question: id, text: "wrong key"),
      ])
    #expect(transcript.answers.first?.rating == .hard)
  }

  @Test(arguments: [
    (":bury", QuestionMark.bury, "b/q1 is left until tomorrow. :undo takes that back."),
    (":suspend", .suspend, "b/q1 won't be asked any more. :undo takes that back."),
  ])
  func `a question is set aside without an answer, and taken up again`(
    command: String, mark: QuestionMark, said: String
  ) throws {
    let bank = bank([.answer(["one"]), .answer(["two"])])
    let gone = try run(bank, typing: [command, "two"])
    #expect(gone.events.first == .mark(mark, question: bank.questions[0].id))
    #expect(gone.lines.contains(said))
    #expect(gone.answers.map(\.question) == [bank.questions[1].id])
    #expect(gone.lines.last == "Answered 1, right 1.")
    // Taken back at once it is asked next; after an answer, that answer is taken back first.
    let back = try run(bank, typing: [command, ":undo", "one", "two"])
    #expect(back.lines.contains("b/q1 is asked after all."))
    #expect(back.answers.map(\.question) == bank.questions.map(\.id))
    let longer = self.bank(["one", "two", "three"].map { .answer([$0]) })
    let later = try run(longer, typing: ["one", command, ":undo", "two"])
    #expect(later.events.count == 4)
    #expect(later.answers.map(\.question) == bank.questions.map(\.id))
    #expect(try run(bank, typing: [":undo", ":q"]).output.contains("nothing in this session"))
  }

  @Test func `answers and what was set aside are taken back in turn, the newest first`() throws {
    let bank = bank(["one", "two", "three", "four"].map { .answer([$0]) })
    let run = try run(
      bank, typing: ["one", ":suspend", "three", ":undo", ":undo", ":undo", ":undo", ":q"])
    #expect(run.events.count == 6)
    guard case .mark(.suspend, let aside) = run.events[1] else {
      Issue.record("the second event sets a question aside")
      return
    }
    #expect(aside == bank.questions[1].id)
    #expect(
      run.events.suffix(3).allSatisfy { if case .undo = $0 { true } else { false } })
    #expect(
      run.lines.suffix(1) == ["Answered 0, right 0."])
    let said = run.lines.filter { $0.contains("taken back.") || $0.contains("after all") }
    #expect(
      said == [
        "Your answer to b/q3 is taken back.", "b/q2 is asked after all.",
        "Your answer to b/q1 is taken back.",
      ])
  }

  @Test func `skipping asks the next question, quitting none`() throws {
    let transcript = try run(bank([Self.single, Self.single, Self.single]), typing: [":s", ":q"])
    #expect(transcript.lines.contains("Question 1 of 2: b/q2 (choices)"))
    #expect(transcript.answers.isEmpty)
    #expect(transcript.lines.last == "Answered 0, right 0.")
  }

  @Test func `the end of input ends the session with all answers kept`() throws {
    let transcript = try run(bank([Self.single, Self.single]), typing: ["1"])
    #expect(transcript.answers.count == 1)
    #expect(transcript.lines.last == "Answered 1, right 1.")
  }

  @Test func `without questions that is said`() throws {
    #expect(try run(bank([]), typing: []).lines.count == 2)
    #expect(try run(bank([]), mode: .quiz, typing: []).lines.first == "No question matches.")
  }

  @Test func `practice asks nothing twice`() throws {
    let transcript = try run(bank([Self.single]), mode: .quiz, typing: ["2"])
    #expect(transcript.verdicts == ["Wrong. It comes back tomorrow."])
    #expect(transcript.lines.last == "Answered 1, right 0.")
  }

  @Test func `what is not saved is tried again at the end`() throws {
    let transcript = try run(bank([Self.single]), unsaved: 2) { _ in nil }
    #expect(transcript.warnings == "swot: not saved yet: The disk is full.\n")
    let saved = try run(bank([Self.single]), unsaved: 1) { _ in nil }
    #expect(saved.warnings == "swot: all answers are saved now\n")
  }

  @Test func `nothing of a bank reaches the output raw`() throws {
    var bank = bank([
      .choices([
        Choice(text: "A\u{1b}[31m", isRight: true, why: "w\u{7}"),
        Choice(text: "B\u{202E}", isRight: false, staysLast: true),
      ])
    ])
    bank.questions[0].stem = "S\u{9b}1m\rx"
    bank.questions[0].takeaway = "T\u{8}"
    bank.scenarios = ["s": "C\u{1b}]0;x\u{7}"]
    bank.questions[0].scenario = "s"
    bank.references = [Reference(id: "page", title: "P\u{1b}c", url: "https://example.org/\u{7f}")]
    let transcript = try run(bank, typing: [":notes", "1"])
    let harmless = transcript.output.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || (scalar.properties.generalCategory != .control
          && scalar.properties.generalCategory != .format)
    }
    #expect(harmless)
    #expect(transcript.lines.contains("  1. A\u{FFFD}[31m"))
  }
}
