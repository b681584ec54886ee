import BankExchange
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

@Suite struct GIFTTests {
  private func read(_ text: String) -> BankImport {
    GIFTImporter().read(SourceFile(name: "quiz.gift", text: text), options: ImportOptions())
  }

  /// All that GIFT carries of `bank`, as the question comes back.
  private func carried(_ question: Question, in bank: QuestionBank) -> Question {
    let merged = CarriedBank.normalized(CarriedBank.withoutScenarios(question, in: bank))
    var format = merged.format
    switch format {
    case .choices:
      format = CarriedBank.texts(of: format) { $0 }
      if case .choices(var choices) = format {
        guard !TrueOrFalse.isOne(choices) else { break }
        for index in choices.indices { choices[index].staysLast = false }
        format = .choices(choices)
      }
    case .match(let pairs, let distractors):
      format = .match(
        pairs: pairs.map {
          MatchPair(prompt: $0.prompt, answer: TextBlock.normalized(TextBlock.line($0.answer)))
        }, distractors: distractors.map { TextBlock.normalized(TextBlock.line($0)) })
    case .order, .answer:
      format = CarriedBank.texts(of: format) { TextBlock.normalized(TextBlock.line($0)) }
    }
    return CarriedBank.change(merged, format: format) {
      $0.tags = $0.tags.map { tag in
        TextBlock.line(String(TextBlock.line(tag).map { "<>`".contains($0) ? " " : $0 }))
      }
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `a bank comes back with all that GIFT can carry`(seed: UInt64) throws {
    var generated = RandomBanks(seed: seed)
    let bank = BankWriter.carried(generated.bank(questions: 8))
    let export = GIFTExporter().export(ExportSource(bank))
    let file = SourceFile(name: "\(bank.id).gift", bytes: export.bytes)
    let result = GIFTImporter().read(file, options: ImportOptions())
    #expect(result.diagnostics == (bank.questions.isEmpty ? result.diagnostics : []))
    let again = try CarriedBank.reread(result)
    let leftOut = Set(export.losses.filter { $0.kind == .question }.compactMap(\.question))
    let expected = bank.questions.filter { !leftOut.contains(String($0.id.question)) }
    #expect(again.questions.count == expected.count)
    for (question, other) in zip(expected, again.questions) {
      let wanted = carried(question, in: bank)
      #expect(wanted.stem == other.stem)
      if case .answer = wanted.format {
        // Answers with arrows are listed instead.
      } else {
        #expect(wanted.format == other.format)
      }
      #expect(wanted.takeaway == other.takeaway)
      #expect(wanted.tags == other.tags)
      #expect(wanted.objective == other.objective)
      #expect(wanted.difficulty == other.difficulty && wanted.facts == other.facts)
      #expect(wanted.cognitiveLevel == other.cognitiveLevel && wanted.reviewed == other.reviewed)
      #expect(wanted.references == other.references)
    }
  }

  @Test func `a question is written as Moodle writes it`() {
    let bank = QuestionBank(
      id: "iam", title: "AWS IAM",
      references: [Reference(id: "guide", title: "The guide", url: "https://x.org/a?b=1&c")],
      domains: [
        Domain(
          id: "D1", title: "CI/CD", objectives: [Objective(id: "O1", title: "/policies/")])
      ],
      questions: [
        Question(
          id: QuestionID(bank: "iam", question: "IAM-Q-001"), objective: "O1",
          difficulty: .advanced, stem: "Which {two} of a = b?\n\n    x: 1\n    ~y",
          format: .choices([
            Choice(text: "s3:Get*", isRight: true, why: "C# & more"),
            Choice(text: "b", isRight: true), Choice(text: "c", isRight: false),
            Choice(text: "d", isRight: false), Choice(text: "e", isRight: false),
          ]), takeaway: "Remember.", references: ["guide"], tags: ["a]b"])
      ])
    let export = GIFTExporter().export(ExportSource(bank))
    #expect(
      String(decoding: export.bytes, as: UTF8.self) == ##"""
        $CATEGORY: $course$/top/CI//CD/ //policies// 

        // [id:IAM-Q-001] [tag:difficulty:advanced] [tag:domain:D1] [tag:objective:O1] [tag:reference:guide] [tag:a\]b]
        ::IAM-Q-001::[html]<p>Which \{two\} of a \= b?</p>\n<pre>x\: 1\n\~y</pre>{
        	~%50%[html]s3\:Get*#[html]C\# &amp; more
        	~%50%[html]b
        	~%-33.33333%[html]c
        	~%-33.33333%[html]d
        	~%-33.33333%[html]e
        	####[html]<p>Remember.</p>\n<p>References\:</p>\n<ul><li><a href\="https\://x.org/a?b\=1&amp;c">The guide</a></li></ul>}


        """##)
    #expect(export.losses.map(\.kind) == [.bank])
    #expect(export.questionCount == 1)
  }

  @Test func `what Moodle reads is read`() throws {
    let result = read(
      ##"""
      // A file as Moodle exports it
      $CATEGORY: $course$/top/Cloud/Networks and CI//CD

      // question: 12  name: Subnets
      // [id:net-1] [tag:vpc] [tag:with \] bracket]
      ::Subnets::[html]<p>Which <b>two</b> = true : say?</p>{
      	~%50%<p>one</p>#right
      	~%50%two
      	~%-100%three#<i>wrong</i>
      	####General
      }

      ::TF::The earth is flat.{F#It is not.#Well done.}

      Grant is buried in {~Rome =New York ~%50%Paris} now.

      // [tag:kind:order]
      Match these. {=1 -> first =2 -> second}

      Pair {
      =a -> b
      =c -> d
      = -> extra
      }

      Two plus two? {=four#yes =%100%4 =%50%vier}

      Pi? {#3.14:0.01}

      How many? {#1..5}

      Say something. {}

      Only a text.
      """##)
    #expect(result.diagnostics == [])
    let bank = try #require(result.bank)
    #expect(bank.domains.map(\.title) == ["Cloud"])
    #expect(bank.domains[0].objectives.map(\.title) == ["Networks and CI/CD"])
    let first = bank.questions[0]
    #expect(first.id.description == "quiz/net-1")
    #expect(first.stem == "Which two = true : say?")
    #expect(first.takeaway == "General")
    #expect(first.tags == ["vpc", "with ] bracket"])
    #expect(
      first.format
        == .choices([
          Choice(text: "one", isRight: true, why: "right"), Choice(text: "two", isRight: true),
          Choice(text: "three", isRight: false, why: "wrong"),
        ]))
    #expect(
      bank.questions[1].format
        == .choices([
          Choice(text: "True", isRight: false, why: "It is not."),
          Choice(text: "False", isRight: true, why: "Well done.", staysLast: true),
        ]))
    #expect(bank.questions[1].id.question == "TF")
    #expect(bank.questions[2].stem == "Grant is buried in _____ now.")
    #expect(bank.questions[2].keyNumbers == [2])
    #expect(bank.questions[3].format == .order(["first", "second"]))
    #expect(
      bank.questions[4].format
        == .match(
          pairs: [MatchPair(prompt: "a", answer: "b"), MatchPair(prompt: "c", answer: "d")],
          distractors: ["extra"]))
    #expect(bank.questions[5].format == .answer(["four", "4"]))
    #expect(bank.questions[6].format == .answer(["3.14"]))
    #expect(bank.questions.count == 7)
    #expect(
      result.losses.map(\.kind) == [
        .points, .feedback, .points, .points, .question, .points, .question, .question,
      ])
    #expect(result.losses.map { $0.location?.line } == [15, 26, 26, 28, 30, 30, 32, 34])
  }

  @Test func `what is bad is named with its place, and the rest is read`() {
    let result = read(
      """
      Which {one}? {=a ~b}

      Open {=a ~b

      Close a} {=a ~b}

      Pairs {=a -> b =c}

      \u{20}Right {=a ~b}

      None {~a ~b}
      """)
    #expect(
      result.diagnostics.map { "\($0.location.line):\($0.location.column) \($0.rule)" } == [
        "1:7 import-syntax", "3:6 import-syntax", "5:8 import-syntax", "7:17 import-syntax",
        "11:1 import-key",
      ])
    #expect(result.bank?.questions.count == 1)
    #expect(result.questionCount == 6)
  }

  @Test func `formats of pieces are understood`() throws {
    let result = read(
      ##"""
      [markdown]Use `iam\:*` **now**\n\n```\ncode\n```\n\n![plan](a/b.png){=[plain]<b> ~[moodle]x\ny ~[nosuch]z}
      """##)
    let question = try #require(result.bank?.questions.first)
    #expect(question.stem == "Use iam:* now\n\n    code\n\n[plan]")
    #expect(
      question.format
        == .choices([
          Choice(text: "<b>", isRight: true), Choice(text: "x\n\ny", isRight: false),
          Choice(text: "[nosuch]z", isRight: false),
        ]))
    #expect(result.losses.map(\.kind) == [.image])
  }
}
