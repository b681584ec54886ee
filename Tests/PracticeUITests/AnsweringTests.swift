import FSRS
import PracticeCore
import PracticeUI
import TerminalUI
import Testing

@Suite struct AnsweringTests {
  /// A practice of the one question that has this tag.
  private func asking(
    _ name: String, history: [Event] = Fixtures.settled,
    size: Size = Size(columns: 80, rows: 24)
  ) -> ScreenRunner {
    ScreenRunner(
      .quiz(QuizSelection(tag: name), seed: 3, schedules: true), history: history, size: size)
  }

  private func numbers(_ record: AnswerRecord?) -> [Int]? {
    if case .numbers(let numbers) = record?.response { Array(numbers) } else { nil }
  }

  // MARK: Choices

  @Test func `a digit chooses, and the event holds numbers of the bank and the order shown`() throws
  {
    var runner = asking("single")
    runner.press("2<enter>")
    let answer = try #require(runner.answers.first)
    #expect(Set(answer.order) == [1, 2, 3, 4] && answer.order.last == 4)
    #expect(numbers(answer) == [answer.order[1]])
    #expect(answer.mode == .quiz && answer.confidence == nil)
    #expect(answer.milliseconds == 2000)
  }

  @Test(arguments: ["", "g", "c"])
  func `with nothing chosen nothing is submitted`(key: String) {
    var runner = asking("single")
    runner.press(key.isEmpty ? "<enter>" : key)
    #expect(runner.answers.isEmpty && runner.shows("Choose one"))
  }

  @Test func `one of two is not enough, and neither is three`() {
    var runner = asking("multiple")
    runner.press("1<enter>")
    #expect(runner.answers.isEmpty && runner.shows("Choose two (1 chosen)"))
    runner.press("23u")
    #expect(runner.answers.isEmpty && runner.shows("Choose two (3 chosen)"))
    runner.press("3u")
    #expect(numbers(runner.answers.first)?.count == 2)
    #expect(runner.answers.first?.confidence == .unsure)
  }

  @Test func `numbers of several choices are ascending`() throws {
    var runner = asking("multiple")
    runner.press("51<enter>")
    let numbers = try #require(self.numbers(runner.answers.first))
    #expect(numbers == numbers.sorted() && numbers.count == 2)
  }

  @Test func `a digit takes the mark along, and takes a choice back when it comes twice`() {
    var runner = asking("multiple")
    runner.press("3")
    #expect(runner.shows("▸ 3  [x]"))
    runner.press("3")
    #expect(runner.shows("▸ 3  [ ]"))
    runner.press("9")
    #expect(runner.shows("▸ 3  [ ]"))
  }

  @Test func `enter on another row than the chosen one moves the choice, says so, then submits`() {
    var runner = asking("single")
    runner.press("1j<enter>")
    #expect(runner.answers.isEmpty && runner.shows("Now 2 is chosen"))
    #expect(runner.shows("▸ 2  (x)") && runner.shows("1  ( )"))
    runner.press("<enter>")
    #expect(numbers(runner.answers.first) == [runner.answers[0].order[1]])
  }

  @Test func `space chooses the marked row where nothing more follows`() {
    var runner = asking("single")
    runner.press("jj<space>")
    #expect(runner.shows("▸ 3  (x)"))
    runner.press("<enter>")
    #expect(runner.answers.count == 1)
  }

  @Test func `what is struck out is not chosen, and what is chosen is not struck out`() {
    var runner = asking("multiple")
    runner.press("2x")
    #expect(runner.shows("2  [-]") && runner.shows("(struck out)"))
    runner.press("2")
    #expect(runner.shows("2  [x]") && !runner.shows("(struck out)"))
    runner.press("xx")
    #expect(runner.shows("2  [ ]"))
  }

  @Test(arguments: [("c", Confidence.certain), ("u", .unsure), ("g", .guess)])
  func `a confidence is stated with the answer`(key: String, confidence: Confidence) {
    var runner = asking("single")
    runner.press(Fixtures.right("single") + key)
    #expect(runner.answers.first?.confidence == confidence)
    #expect(runner.answers.first?.isRight == true)
  }

  // MARK: The other kinds

  @Test func `prompts get answers by digits, and all have to have one`() throws {
    var runner = asking("match")
    runner.press("1j2<enter>")
    #expect(runner.answers.isEmpty && runner.shows("Match every row (2 of 3 done)"))
    runner.press("j3<enter>")
    let answer = try #require(runner.answers.first)
    #expect(numbers(answer) == Array(answer.order.prefix(3)))
  }

  @Test func `an answer can be turned to, taken back and given twice`() {
    var runner = asking("match")
    runner.press("<right><right>")
    #expect(runner.shows("→ 2"))
    runner.press("<left>2")
    #expect(runner.shows("→ 2"))
    runner.press("2")
    #expect(!runner.shows("→"))
    runner.press("1j1j1<enter>")
    #expect(runner.answers.count == 1)
  }

  @Test func `steps are carried, and the order put is the answer`() throws {
    var runner = asking("order")
    func text(_ place: Int) -> Substring? {
      runner.screen.first { $0.contains("  \(place)  ") || $0.contains("▸ \(place)  ") }?.dropFirst(
        8)
    }
    let (first, second) = (text(1), text(2))
    runner.press("J")
    #expect(text(1) == second && text(2) == first && first != second)
    #expect(runner.shows("▸ 2"))
    runner.press("K<s-down><s-up><enter>")
    let answer = try #require(runner.answers.first)
    #expect(numbers(answer) == Array(answer.order))
  }

  @Test func `steps that stand right are right`() throws {
    var runner = asking("order")
    // Sort by carrying: bubble the rows until the screen shows them in their order.
    guard case .order(let steps) = Fixtures.bank.questions[3].format else { return }
    func shown() -> [Int] {
      runner.screen.compactMap { row in steps.firstIndex { row.contains($0.prefix(20)) } }
    }
    for target in steps.indices {
      let place = try #require(shown().firstIndex(of: target))
      runner.press("<home>" + String(repeating: "j", count: place))
      runner.press(String(repeating: "K", count: place - target))
    }
    #expect(shown() == [0, 1, 2, 3])
    runner.press("<enter>")
    #expect(runner.answers.first?.isRight == true)
  }

  @Test func `typed text is text until enter, then the keys submit`() {
    var runner = asking("typed")
    runner.press("?q hydro<bs>ocug")
    #expect(runner.shows("?q hydroocug") == false && runner.shows("?q hydrocug"))
    for _ in 0..<20 { runner.press("<bs>") }
    runner.press("Hydrogen<enter>")
    #expect(runner.answers.isEmpty)
    runner.press("c")
    #expect(runner.answers.first?.response == .text("Hydrogen"))
    #expect(runner.answers.first?.isRight == true && runner.answers.first?.confidence == .certain)
  }

  @Test func `the field can be left and gone back to`() {
    var runner = asking("typed")
    runner.press("h2<esc>")
    runner.press("i<home>x<bs><end> <enter><enter>")
    #expect(runner.answers.first?.response == .text("h2 "))
    #expect(runner.answers.first?.isRight == true)
  }

  @Test func `an empty text is not submitted`() {
    var runner = asking("typed")
    runner.press("  <enter><enter>")
    #expect(runner.answers.isEmpty && runner.shows("Type an answer first"))
  }

  @Test func `pasted text goes into the field, made safe`() {
    var runner = asking("typed")
    runner.send(.input(.paste("hydro\u{1B}[31m\ngen")))
    #expect(runner.shows("hydro\u{FFFD}[31m gen"))
  }

  // MARK: Around the question

  @Test func `a flag is an event, and a second press takes it away`() {
    var runner = asking("single")
    runner.press("f")
    #expect(runner.shows("Flagged.") && runner.screen[0].contains("⚑"))
    runner.press("f")
    let marks = runner.journal.compactMap { event in
      if case .mark(let mark, _) = event.content { mark } else { nil }
    }
    #expect(marks == [.flag, .unflag])
    #expect(!runner.screen[0].contains("⚑"))
  }

  @Test func `notes opened before answering make a right answer hard`() {
    var runner = asking("single")
    runner.press("n")
    #expect(runner.shows("Acids and water"))
    runner.press("q" + Fixtures.right("single") + "<enter>")
    #expect(runner.answers.first?.rating == .hard)
    #expect(runner.shows("The notes were open."))
  }

  @Test func `notes that don't exist are said not to, and cost nothing`() {
    var runner = asking("match")
    runner.press("n")
    #expect(runner.shows("There are no notes on this yet."))
  }

  @Test func `a changed right answer is told at the next showing, and not again`() {
    var runner = asking("typed", history: Fixtures.changed)
    #expect(runner.shows("The right answer to this question has changed"))
    runner.press("hydrogen<enter><enter><enter>")
    var next = asking("typed", history: runner.journal)
    #expect(!next.shows("has changed"))
    next.press("q")
  }

  @Test func `a question set aside is gone from the session`() {
    var runner = ScreenRunner(.study(banks: [], new: nil, limit: 2))
    #expect(runner.screen[0].contains("1 of 2"))
    runner.press("<tab>")
    #expect(runner.screen[0].contains("1 of 1") && runner.shows("Set aside"))
  }

  @Test func `a walk to the kitchen counts as ten minutes at most`() {
    var runner = asking("single")
    runner.wait(milliseconds: 3_600_000)
    runner.press("1<enter>")
    #expect(runner.answers.first?.milliseconds == 600_000)
  }

  @Test func `time that runs backwards counts as none`() {
    var runner = asking("single")
    runner.wait(milliseconds: -86_400_000)
    runner.press("1<enter>")
    #expect(runner.answers.first?.milliseconds == 0)
    runner.press("<enter>")
    #expect(runner.shows("of 1 right"))
  }
}
