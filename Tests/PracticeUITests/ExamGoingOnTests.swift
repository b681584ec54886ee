import PracticeCore
import PracticeUI
import TerminalUI
import Testing

/// Going from question to question, the review screen, and the end.
@Suite struct ExamGoingOnTests {
  private static let small = Size(columns: 40, rows: 12)

  @Test func `Enter says what is open before it leaves, once; l just goes`() {
    var runner = ScreenRunner.sitting(pressing: "<enter>")
    #expect(runner.shows("Nothing is chosen: 1 or Space chooses the marked row"))
    #expect(runner.shows("Question 1 of 7"))
    runner.press("<enter>")
    #expect(runner.shows("Question 2 of 7"))
    runner.press("1<enter>")
    #expect(runner.shows("1 of 2 chosen; Enter again leaves it open."))
    runner.press("jk<enter>")
    #expect(runner.shows("Question 2 of 7"))
    runner.press("l")
    #expect(runner.shows("Question 3 of 7"))
    runner.press("1<enter>")
    #expect(runner.shows("1 of 3 rows have an answer"))
    runner.press("h<right>")
    #expect(runner.shows("Question 3 of 7"))
    runner.press("h<left><left>")
    #expect(runner.shows("This is the first question."))
  }

  @Test func `where a part of the right choices earns something it is no open question`() {
    var rules = Fixtures.rules()
    rules.scoring = .netCorrect
    var runner = ScreenRunner.sitting(rules, pressing: "l1<enter>")
    #expect(runner.shows("1 of 2 chosen, which counts as it stands; Enter again goes on."))
    runner.press("<enter>")
    #expect(runner.shows("Question 3 of 7"))
    runner.press("r")
    #expect(runner.shows("answered 1"))
    runner.press("qqy")
    #expect(runner.shows("1 of 7 answered"))
  }

  @Test func `home counts as answered what the review screen does`() {
    // One of two choices, and one of three rows.
    var runner = ScreenRunner.sitting(pressing: "2l1l1r")
    #expect(runner.shows("answered 1") && runner.shows("open 6"))
    runner.press("qqy")
    #expect(runner.shows("1 of 7 answered"))
  }

  @Test func `Space is not said to choose while it pages`() {
    let runner = ScreenRunner.sitting(
      from: "longest", size: Self.small, pressing: "jj<enter>")
    let text = runner.screen.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(text.contains("Nothing is chosen"), "\(text)")
    #expect(!text.contains("or Space"))
  }

  @Test func `Enter on another row than the chosen one says so first`() {
    var runner = ScreenRunner.sitting(pressing: "2j<enter>")
    #expect(runner.shows("2 is chosen, not 3") && runner.shows("Question 1 of 7"))
    runner.press("<enter>")
    #expect(runner.shows("Question 2 of 7"))
    #expect(runner.sheet("single").response == .numbers([2]))
    runner.press("h<enter>")
    #expect(runner.shows("Question 2 of 7"))
  }

  @Test(arguments: ["<enter>", "l", "r", "<right>"])
  func `a question that was not scrolled to its end says so before it is left`(key: String) {
    var runner = ScreenRunner.sitting(from: "longest", size: Self.small, pressing: "1" + key)
    #expect(runner.shows("There is more below"))
    runner.press(key)
    #expect(!runner.shows("There is more below"))
    runner.press(key == "r" ? "<esc><end><home>" : "h<end><home>")
    runner.press(key)
    #expect(!runner.shows("There is more below"))
  }

  @Test func `other keys between make it ask again`() {
    let runner = ScreenRunner.sitting(
      from: "longest", size: Self.small, pressing: "1<enter>j<enter>")
    #expect(runner.shows("There is more below"))
  }

  @Test func `after the last question comes the review screen`() {
    var runner = ScreenRunner.sitting(pressing: "llll<esc>ll")
    #expect(runner.shows("Question 7 of 7") && runner.shows("enter review"))
    runner.press("<end>1<enter>")
    #expect(runner.screen[0].contains("Review") && runner.screen[0].contains("open 6"))
    runner.press("h<enter>")
    #expect(runner.shows("Question 6 of 7"))
  }

  @Test func `the review screen moves, filters, and jumps by numbers`() {
    var runner = ScreenRunner.sitting(repeated: 9, pressing: "2fl12fllfr")
    #expect(runner.screen[0].contains("answered 2  open 61  flagged 3"))
    #expect(runner.shows("1 ⚑·   2 ⚑·   3  ○ [ 4 ⚑○]"))
    runner.press("jjl")
    #expect(runner.shows("[25  ○]"))
    runner.press("f")
    #expect(runner.shows("   1 ⚑·   2 ⚑· [ 4 ⚑○]") && !runner.shows("63"))
    runner.press("o<home>")
    #expect(runner.shows("[ 3  ○]") && !runner.shows(" 2 ⚑"))
    runner.press("a<end>")
    #expect(runner.shows("[63  ○]"))
    runner.press("64<enter>")
    #expect(runner.shows("There are questions 1 to 63."))
    runner.press("64<bs><bs>2<bs>")
    #expect(!runner.shows("Enter goes to"))
    runner.press("17")
    #expect(runner.shows("Enter goes to question 17") && runner.shows("[17  ○]"))
    runner.press("<enter>")
    #expect(runner.shows("Question 17 of 63"))
  }

  @Test func `the review screen closes by Esc, r and q, and its time is no question's`() {
    for key in ["<esc>", "r", "q"] {
      var runner = ScreenRunner.sitting(pressing: "2")
      let question = runner.screen
      runner.press("r")
      runner.wait(milliseconds: 600_000)
      runner.press(key)
      #expect(runner.screen.dropFirst() == question.dropFirst(), "\(key)")
      runner.press("3")
      #expect(runner.sheet("single").milliseconds == 3000, "\(key)")
    }
  }

  @Test func `cells of the review screen can be clicked`() {
    var runner = ScreenRunner.sitting(repeated: 9, pressing: "r")
    runner.click("25  ○")
    #expect(runner.shows("[25  ○]"))
    runner.click("25  ○")
    #expect(runner.shows("Question 25 of 63"))
  }

  @Test func `a long form scrolls on the review screen, and the cursor follows`() throws {
    var runner = ScreenRunner.sitting(repeated: 30, size: Self.small, pressing: "<end>r")
    for step in 0..<60 {
      let frame = runner.state.view()
      let cursor = try #require(frame.cursor)
      #expect(frame.buffer[cursor].text == "[", "step \(step): \(runner)")
      runner.press(step < 45 ? "j" : "k")
    }
  }

  @Test func `ending names what is open and flagged, and takes y`() {
    var runner = ScreenRunner.sitting(pressing: "2fl13le")
    #expect(runner.shows("End the exam? 5 open: 3, 4, 5, 6, 7; 1 flagged: 1."))
    runner.press("n")
    #expect(runner.progress?.isOpen == true && runner.shows("Question 3 of 7"))
    runner.press("ey")
    #expect(runner.progress?.isOpen == false)
    #expect(runner.progress?.outcome?.reason == .ended)
    #expect(runner.shows("review answers"))
    runner.press("q")
    #expect(runner.shows("Today"))
  }

  @Test func `an exam that goes forward only never goes back, and asks before it leaves for good`()
  {
    var runner = ScreenRunner.sitting(
      Fixtures.rules(navigation: .forwardOnly), pressing: "l")
    #expect(runner.shows("You can't come back to this question. It is open: leave it?"))
    runner.press("nh<left>")
    #expect(runner.shows("Question 1 of 7"))
    runner.press("ly2")
    #expect(runner.shows("Question 2 of 7"))
    runner.press("1<enter>")
    #expect(runner.shows("Question 3 of 7"))
    runner.press("h")
    #expect(runner.shows("Question 3 of 7"))
    runner.press("r1<enter>")
    #expect(runner.shows("This exam goes forward only.") && runner.screen[0].contains("Review"))
    runner.press("3<enter>")
    #expect(runner.shows("Question 3 of 7"))
    runner.press("r4<enter>")
    #expect(runner.shows("It is open: leave it?"))
    runner.press("y")
    #expect(runner.shows("Question 4 of 7"))
  }
}
