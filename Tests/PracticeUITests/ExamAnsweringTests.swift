import PracticeCore
import PracticeUI
import TerminalUI
import Testing

/// Answers in an exam: what a key does to them, and that it is written down at once.
@Suite struct ExamAnsweringTests {
  @Test func `a single choice is replaced by another digit and recorded each time`() {
    var runner = ScreenRunner.sitting()
    runner.press("2")
    #expect(runner.sheet("single").response == .numbers([2]))
    runner.press("3")
    #expect(runner.sheet("single").response == .numbers([3]) && runner.shows("▸ 3  (x)"))
    runner.press("3")
    #expect(runner.sheet("single").response == .numbers([3]))
    runner.press("<space>")
    #expect(runner.sheet("single").response == nil && runner.shows("▸ 3  ( )"))
  }

  @Test func `several choices are recorded one by one, and never more than asked for`() {
    var runner = ScreenRunner.sitting(from: "multiple", pressing: "4")
    #expect(runner.sheet("multiple").response == .numbers([4]))
    runner.press("1")
    #expect(runner.sheet("multiple").response == .numbers([1, 4]))
    runner.press("2")
    #expect(runner.shows("Choose two: take one back first."))
    #expect(runner.sheet("multiple").response == .numbers([1, 4]))
    runner.press("42")
    #expect(runner.sheet("multiple").response == .numbers([1, 2]))
  }

  @Test func `strokes and flags are recorded, and a choice struck out is chosen no more`() {
    var runner = ScreenRunner.sitting(pressing: "2x")
    #expect(runner.sheet("single").response == nil && runner.sheet("single").struck == [2])
    #expect(runner.shows("(-)") && runner.shows("(struck out)"))
    runner.press("2")
    #expect(runner.sheet("single").response == .numbers([2]) && runner.sheet("single").struck == [])
    runner.press("f")
    #expect(runner.sheet("single").isFlagged && runner.screen[0].contains("⚑ 1  Question 1 ⚑ of 7"))
    runner.press("f")
    #expect(!runner.sheet("single").isFlagged && !runner.screen[0].contains("⚑"))
  }

  @Test func `every matched row is recorded`() {
    var runner = ScreenRunner.sitting(from: "match", pressing: "1")
    #expect(runner.sheet("match").response == .numbers([2, 0, 0]))
    runner.press("j<right>")
    #expect(runner.sheet("match").response == .numbers([2, 2, 0]))
    runner.press("<space>")
    #expect(runner.sheet("match").response == .numbers([2, 0, 0]))
    runner.press("k1")
    #expect(runner.sheet("match").response == nil)
  }

  @Test func `an order is open until it is carried or taken`() {
    var runner = ScreenRunner.sitting(from: "order", pressing: "jk3")
    #expect(runner.sheet("order").response == nil && runner.shows("○ Not answered yet"))
    runner.press("<enter>")
    #expect(runner.shows("Space takes it as it stands") && runner.shows("Question 1 of 7"))
    runner.press("<space>")
    #expect(runner.sheet("order").response == .numbers([3, 1, 4, 2]))
    #expect(runner.shows("This order is your answer."))
    var other = ScreenRunner.sitting(from: "order", pressing: "J")
    #expect(other.sheet("order").response == .numbers([1, 3, 4, 2]))
    other.press("K")
    #expect(other.sheet("order").response == .numbers([3, 1, 4, 2]))
  }

  @Test func `typed text is recorded with every key`() {
    var runner = ScreenRunner.sitting(from: "typed", pressing: "h")
    #expect(runner.sheet("typed").response == .text("h"))
    runner.press("2<bs>")
    #expect(runner.sheet("typed").response == .text("h"))
    runner.send(.input(.paste("ydrogen")))
    #expect(runner.sheet("typed").response == .text("hydrogen"))
    runner.press("<enter>iq?<esc>")
    #expect(runner.sheet("typed").response == .text("hydrogenq?"))
    runner.press("i" + String(repeating: "<bs>", count: 10))
    #expect(runner.sheet("typed").response == nil)
  }

  @Test func `who comes back finds what was answered, struck out and typed`() {
    var runner = ScreenRunner.sitting(pressing: "2jx<enter>")
    let second = runner.screen
    #expect(runner.shows("Question 2 of 7"))
    runner.press("h")
    #expect(runner.shows("2  (x)") && runner.shows("3  (-)"))
    runner.press("l")
    #expect(runner.screen.dropFirst() == second.dropFirst())
    var typed = ScreenRunner.sitting(from: "typed", pressing: "zinc<enter>lh")
    #expect(typed.shows("Answer  zinc") && typed.shows("i edit"))
    typed.press("l")
    #expect(typed.shows("Question 2 of 7"))
  }

  @Test func `no key tells what is right before the end`() {
    var runner = ScreenRunner.sitting()
    for key in Key.script("2cugno!sz[4<enter>") { runner.press(key) }
    #expect(runner.answers.isEmpty)
    for word in ["Right", "Wrong", "✓", "✗", "Take-away", "throws acid out"] {
      #expect(!runner.shows(word), "\(word)")
    }
  }

  @Test func `clicks choose, and mark rows that are matched`() {
    var runner = ScreenRunner.sitting()
    runner.click("3  ( )")
    #expect(runner.sheet("single").response == .numbers([3]))
    var match = ScreenRunner.sitting(from: "match")
    match.click("A waste paper")
    match.press("4")
    #expect(match.sheet("match").response == .numbers([0, 0, 3]))
  }
}
