import FSRS
import PracticeCore
import TerminalUI
import TestSupport
import Testing

@testable import PracticeUI

@Suite struct ExamWalkScreenTests {
  /// Every kind of question right, wrong, in part, open and never shown; some have changed since.
  static let sat: SatExam = {
    var plan = SatExam.Plan()
    plan.wrong = [0, 2, 3, 4]
    plan.responses = [1: .numbers([3]), 8: .text("Pot 2")]
    plan.open = [5]
    plan.unseen = [18, 19]
    plan.flagged = [0, 7]
    plan.struck = [0: [2, 3], 6: [5]]
    plan.changedFrom = [0: .numbers([2]), 3: .numbers([1, 2, 3, 4]), 4: .text("hydrogen")]
    plan.seconds = [6: 252, 11: 160]
    plan.items[9].question.stem = "Number 2, as it was asked once: which pot suits a soup?"
    plan.items[9].question = Question(
      id: plan.items[9].question.id, objective: "KIT-FRY",
      stem: "Number 2, as it was asked once: which pot suits a soup?",
      format: .answer(["Pot 2"]))
    plan.items[10].question = Question(
      id: plan.items[10].question.id, stem: plan.items[10].question.stem,
      format: .answer(["Pan 3"]))
    plan.items[11].question = Question(
      id: QuestionID(bank: "kitchen", question: "KIT-Q-999"), objective: "KIT-BOIL",
      stem: "A question that was taken out of its bank: which lid?", format: .answer(["A lid"]))
    return SatExam(plan)
  }()

  private static func scene(_ name: String, _ keys: String, of sat: SatExam = sat) -> Scene {
    Scene(
      name: name, history: Fixtures.settled + sat.events, banks: Library.banks, news: sat.news,
      keys: "<enter>" + keys)
  }

  /// The keys that go to the question of that number.
  private static func question(_ number: Int, _ keys: String = "") -> String {
    "1" + String(repeating: "h", count: 20) + String(repeating: "l", count: number - 1) + keys
  }

  static let scenes: [Scene] = [
    scene("single, wrong, struck out", question(1)),
    scene("single, all rationales, end", question(1, "o<end>")),
    scene("multiple, in part", question(2)),
    scene("match, wrong", question(3)),
    scene("order, wrong, changed", question(4)),
    scene("typed, wrong, changed, uncounted", question(5)),
    scene("scenario, open", question(6)),
    scene("longest, slow", question(7)),
    scene("wide characters, right", question(8)),
    scene("wording changed since", question(10)),
    scene("right answer changed since", question(11)),
    scene("gone since", question(12)),
    scene("never shown", question(20)),
    scene("wrong ones", "<enter>"),
    scene("no slow ones", "4", of: ExamResultScreenTests.allRight),
    scene("report", question(1, "!The key is")),
    scene("help", "?"),
  ]

  @Test(arguments: scenes) func `every screen looks as it was approved`(scene: Scene) {
    scene.expectSnapshots()
  }

  // MARK: - Groups

  private static func walking(
    _ sat: SatExam = sat, _ keys: String = "", banks: [QuestionBank] = Library.banks,
    size: Size = Size(columns: 80, rows: 24)
  ) -> ScreenRunner {
    var runner = ScreenRunner(
      banks: banks, history: Fixtures.settled + sat.events, size: size)
    for news in sat.news { runner.send(.exam(news)) }
    runner.press("<enter>" + keys)
    return runner
  }

  /// The number of the question that is shown.
  private static func number(_ runner: ScreenRunner) -> Int? {
    let words = runner.screen[0].split(separator: " ")
    return words.firstIndex(of: "Question").flatMap { Int(words[$0 + 1]) }
  }

  /// The numbers of all questions of a group, in order.
  private static func numbers(_ key: String) -> [Int] {
    var runner = walking(sat, key)
    var numbers: [Int] = []
    for _ in 0..<30 {
      if let number = number(runner) { numbers.append(number) }
      runner.press("<enter>")
      if runner.shows("This is the last of these questions.") { break }
    }
    return numbers
  }

  @Test func `each group holds what its name says`() {
    #expect(Self.numbers("1") == Array(1...20))
    #expect(Self.numbers("2") == [1, 2, 3, 4, 5, 6, 9, 19, 20])
    #expect(Self.numbers("3") == [1, 8])
    #expect(Self.numbers("4") == [7, 12], "the slowest first")
    #expect(Self.numbers("5") == [5, 10, 15, 20])
  }

  @Test func `it begins with what was not right, and turns through all groups`() {
    var runner = Self.walking()
    #expect(runner.shows("[2 Not right 9]"))
    for name in ["[3 Flagged 2]", "[4 Slow 2]", "[5 Uncounted 4]", "[1 All 20]", "[2 Not"] {
      runner.press(.tab)
      #expect(runner.shows(name))
    }
    runner.press(.backTab)
    #expect(runner.shows("[1 All 20]"))
    #expect(Self.walking(ExamResultScreenTests.allRight).shows("[1 All 20]"))
    runner.click("3 Flagged")
    #expect(runner.shows("[3 Flagged 2]"))
  }

  @Test func `a question that is in both groups stays on the screen`() {
    var runner = Self.walking(Self.sat, "1llll")
    #expect(Self.number(runner) == 5)
    runner.press("5")
    #expect(Self.number(runner) == 5)
    runner.press("l")
    #expect(Self.number(runner) == 10)
    runner.press("2")
    #expect(Self.number(runner) == 1)
  }

  @Test func `each question says how it was left, and whether it counts and was new`() {
    let said: [(number: Int, texts: [String])] = [
      (1, ["✗ Not right.", "Flagged.", "from 2 (right) to 3 (wrong)", "New"]),
      (2, ["○ Open: answered in part.", "Seen before."]),
      (5, ["✗ Not right.", "'hydrogen' (right)", "Not counted in the score."]),
      (6, ["○ Open: not answered."]), (7, ["✓ Right.", "Time 4:12, usually 0:40."]),
      (20, ["○ Open: never shown.", "Not counted in the score."]),
    ]
    for (number, texts) in said {
      var runner = Self.walking(Self.sat, Self.question(number))
      runner.press("<home>")
      for text in texts { #expect(runner.shows(text), "\(number): \(text)\(runner)") }
    }
  }

  // MARK: - Banks

  @Test func `questions stand as they were asked, whatever the banks hold now`() throws {
    let exam = try #require(Self.sat.exam)
    for banks in [Library.banks, []] {
      var runner = Self.walking(Self.sat, "1", banks: banks, size: Size(columns: 80, rows: 60))
      for item in exam.paper.items {
        let words = item.question.stem.split(whereSeparator: \.isWhitespace)
          .filter { $0.utf8.allSatisfy { $0 < 0x80 } }
        for word in words { #expect(runner.shows(String(word)), "\(word)\(runner)") }
        for reference in item.references { #expect(runner.shows(reference.title)) }
        if let scenario = item.scenario { #expect(runner.shows(String(scenario.prefix(40)))) }
        #expect(runner.shows("no longer in your banks") == (banks.isEmpty || exam.isGone(item)))
        runner.press("l")
      }
    }
  }

  @Test func `a question that is gone can't be flagged, left out or reported`() {
    for key in ["f", "s", "!"] {
      var runner = Self.walking(Self.sat, Self.question(12))
      let written = runner.journal.count
      #expect(Self.number(runner) == 12)
      runner.press(key)
      #expect(runner.shows("This question is no longer in your banks."))
      #expect(runner.journal.count == written)
    }
  }

  @Test func `a question can be flagged, left out and reported as after an answer`() {
    let id = QuestionID(bank: "lab", question: "single")
    var runner = Self.walking()
    runner.press("f")
    #expect(runner.learner[id].isFlagged && runner.shows("Flagged."))
    runner.press("f")
    #expect(!runner.learner[id].isFlagged)
    runner.press("s")
    #expect(runner.learner[id].isSuspended)
    runner.press("s!<enter>")
    #expect(!runner.learner[id].isSuspended && runner.learner[id].reports == 0)
    runner.press("!Two are right<enter>")
    #expect(runner.learner[id].reports == 1)
    #expect(runner.shows("Your report is kept"))
    runner.press("n")
    #expect(runner.shows("Acids and water"))
    runner.press("q<esc>")
    #expect(runner.shows("enter review answers"))
  }

  @Test func `rationales open and close, and the next question begins with its own`() {
    var runner = Self.walking(Self.sat, "1", size: Size(columns: 80, rows: 40))
    #expect(!runner.shows("A closed bottle bursts"))
    runner.press("o")
    #expect(runner.shows("A closed bottle bursts"))
    runner.press("lh")
    #expect(!runner.shows("A closed bottle bursts"))
  }

  // MARK: - Any size

  @Test func `any keys at any size leave a full frame with the cursor in it`() throws {
    let keys = Key.script(
      "jjjkklllhh12345<enter><enter><space><tab>onfs!wp?q<esc>x<pgup><pgdn><home><end>l")
    let exam = try #require(Self.sat.exam)
    try withEvery(seed: 0..<12) { seed, random in
      var runner = ScreenRunner(
        seed % 2 == 0 ? .examHistory : .home, banks: seed % 3 == 0 ? [] : Library.banks,
        history: ExamHistoryScreenTests.history,
        charset: random.number(below: 2) == 0 ? .unicode : .ascii, seed: seed)
      if seed % 2 == 1 { runner.send(.exam(.read(exam))) }
      for step in 0..<120 {
        if random.number(below: 12) == 0 {
          runner.send(
            .input(
              .resize(
                Size(columns: 36 + random.number(below: 90), rows: 10 + random.number(below: 40)))))
        }
        runner.press(keys[random.number(below: keys.count)])
        let frame = runner.state.view()
        let isLarge = frame.size.columns >= 40 && frame.size.rows >= 12
        try #require(frame.buffer.cells.allSatisfy { DisplayText.isSafe($0.base) })
        try #require(
          frame.cursor.map(frame.bounds.contains) ?? !isLarge, "seed \(seed), step \(step)\(runner)"
        )
        if isLarge { try #require(frame.buffer.text(row: frame.size.rows - 1) != "") }
      }
    }
  }
}

extension FinishedExam {
  /// Whether the banks of the tests have the question no more.
  fileprivate func isGone(_ item: ExamPaper.Item) -> Bool {
    QuestionCatalog(banks: Library.banks)[item.question.id] == nil
  }
}
