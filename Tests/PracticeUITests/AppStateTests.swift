import FSRS
import PracticeCore
import PracticeUI
import TerminalUI
import Testing

@Suite struct AppStateTests {
  @Test func `a resize changes the frame and keeps the rest`() {
    var runner = ScreenRunner(.quiz(QuizSelection(tag: "single"), seed: 3, schedules: true))
    runner.press("2")
    let before = runner.screen
    for size in [Size(columns: 3, rows: 8), Size(columns: 0, rows: 0), Size(columns: 60, rows: 13)]
    {
      runner.send(.input(.resize(size)))
      #expect(runner.state.view().size == size)
    }
    runner.send(.input(.resize(Size(columns: 80, rows: 24))))
    #expect(runner.screen == before)
  }

  @Test func `below the smallest size it asks for room and takes no keys but leaving`() {
    var runner = ScreenRunner(size: Size(columns: 39, rows: 12))
    #expect(runner.shows("Needs 40 x 12, has 39 x 12."))
    runner.press("<enter>p1jb,")
    #expect(runner.effects == [])
    runner.send(.input(.resize(Size(columns: 40, rows: 12))))
    #expect(runner.shows("Today"))
    runner.send(.input(.resize(Size(columns: 9, rows: 1))))
    #expect(runner.screen == ["Too small"])
    runner.press("q")
    #expect(runner.effects == [.quit])
  }

  @Test func `keys that hold everywhere`() {
    var runner = ScreenRunner()
    runner.press("<c-l>")
    runner.press("<c-z>")
    runner.press("b/x<c-l><c-z><esc><c-c>")
    runner.press("<c-c>")
    #expect(runner.effects == [.redraw, .suspend, .redraw, .suspend, .quit])
  }

  @Test(arguments: [InputEvent.signal(.terminate), .signal(.hangUp), .closed])
  func `the program ends when it is told to`(event: InputEvent) {
    var runner = ScreenRunner()
    runner.send(.input(event))
    #expect(runner.effects == [.quit])
  }

  @Test func `an event that can't be folded in asks for a replay, whose result is shown`() {
    var runner = ScreenRunner(history: Fixtures.done)
    var state = runner.state
    let undo = Event(
      id: EventID(writer: "other", sequence: 1), time: runner.time,
      content: .undo(of: EventID(writer: "past", sequence: 2)))
    #expect(state.update(.recorded(undo), at: runner.time) == [.replay])
    let learner = LearnerState(replaying: Fixtures.done + [undo])
    runner.send(.learnerReplaced(learner))
    #expect(runner.state.learner == learner)
    #expect(runner.shows("Today       1 new"))
  }

  @Test func `what isn't saved is said on every screen until it is, and leaving asks`() {
    var runner = ScreenRunner(.study(banks: [], new: nil, limit: 2))
    runner.problem = "the disk is full."
    runner.press("1<enter>")
    let banner = "Not saved: the disk is full. Kept in memory, trying again."
    #expect(runner.shows(banner) && runner.shows("It comes back"))
    runner.press("<enter>")
    #expect(runner.shows(banner))
    runner.press("?")
    #expect(runner.shows(banner))
    runner.press("?q")
    #expect(runner.shows(banner) && runner.shows("of 1 right"))
    runner.press("q")
    #expect(!runner.effects.contains(.quit) && runner.shows("Swot says where it puts them."))
    runner.press("n")
    #expect(!runner.shows("Swot says where it puts them."))
    runner.send(.saving(problem: nil))
    #expect(!runner.shows("Not saved"))
    runner.press("q")
    #expect(runner.effects.last == .quit)
  }

  @Test func `leaving without saving is possible, but only on y`() {
    var runner = ScreenRunner()
    runner.send(.saving(problem: "no space."))
    runner.press("q<enter>")
    #expect(runner.effects == [])
    runner.press("qy")
    #expect(runner.effects == [.quit])
  }

  @Test func `an effect's result is shown until the next key`() {
    var runner = ScreenRunner()
    runner.send(.notice("The settings could not be written: \u{1B}[2J read-only."))
    #expect(runner.shows("could not be written: \u{FFFD}[2J read-only."))
    runner.send(.tick)
    #expect(runner.shows("could not be written"))
    runner.press("j")
    #expect(!runner.shows("could not be written"))
  }

  @Test func `help names every key of the screen below and closes by the keys that open it`() {
    var runner = ScreenRunner(.quiz(QuizSelection(tag: "multiple"), seed: 3, schedules: true))
    let before = runner.screen
    runner.press("?")
    for name in ["1–5", "enter", "space", "c ", "u ", "g ", "x ", "n ", "f ", "tab", "j, down"] {
      #expect(runner.shows("    \(name)"), "\(name)")
    }
    for key in ["?", "q", "<esc>"] {
      runner.press(key)
      #expect(runner.screen == before)
      runner.press("?")
    }
  }

  @Test func `esc never leaves a session`() {
    var runner = ScreenRunner(.quiz(QuizSelection(tag: "single"), seed: 3, schedules: true))
    let before = runner.screen
    runner.press("<esc><esc>")
    #expect(runner.screen == before && runner.effects == [])
  }

  @Test func `clicks press the keys of the footer and pick rows`() throws {
    var runner = ScreenRunner(.quiz(QuizSelection(tag: "single"), seed: 3, schedules: true))
    func click(_ text: String) throws {
      let row = try #require(runner.screen.firstIndex { $0.contains(text) })
      let line = runner.screen[row]
      let column = try #require(
        (0..<line.count).first { line.dropFirst($0).hasPrefix(text) })
      runner.wait(milliseconds: 1000)
      runner.send(
        .input(.mouse(MouseEvent(.press(.left), at: Position(column: column, row: row)))))
    }
    try click("3  ( )")
    #expect(runner.shows("▸ 3  (x)"))
    try click("? help")
    #expect(runner.screen[0].contains("Help"))
    try click("? close")
    try click("enter submit")
    #expect(runner.answers.count == 1)
  }

  @Test func `the wheel scrolls`() {
    var runner = ScreenRunner(
      .quiz(QuizSelection(tag: "longest"), seed: 3, schedules: true),
      size: Size(columns: 40, rows: 12))
    let before = runner.screen
    let place = Position(column: 1, row: 1)
    runner.send(.input(.mouse(MouseEvent(.wheelDown, at: place))))
    #expect(runner.shows("▲"))
    runner.send(.input(.mouse(MouseEvent(.wheelUp, at: place))))
    runner.send(.input(.mouse(MouseEvent(.wheelUp, at: place))))
    #expect(runner.screen == before)
  }

  @Test func `commands that find nothing to do say so on the home screen`() {
    let study = ScreenRunner(.study(banks: [], new: 0, limit: nil))
    #expect(study.shows("Nothing is due now.") && study.shows("Today"))
    let quiz = ScreenRunner(.quiz(QuizSelection(tag: "none"), seed: 1, schedules: true))
    #expect(quiz.shows("There is no question to practise here."))
  }

  @Test func `a command's limits hold`() {
    #expect(ScreenRunner(.study(banks: ["lab"], new: 2, limit: nil)).screen[0].contains("1 of 2"))
    #expect(ScreenRunner(.study(banks: [], new: nil, limit: 4)).screen[0].contains("1 of 4"))
  }

  @Test func `notes open at the objective asked for, else with the list`() {
    #expect(
      ScreenRunner(.notes(bank: "lab", objective: "LAB-STORE")).shows("Acids and bases stand"))
    let list = ScreenRunner(.notes(bank: "lab", objective: nil))
    #expect(list.shows("Acids and water") && list.shows("What may stand beside what"))
  }
}
