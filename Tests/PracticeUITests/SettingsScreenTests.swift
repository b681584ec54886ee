import FSRS
import PracticeCore
import TerminalUI
import Testing

@testable import PracticeUI

@Suite struct SettingsScreenTests {
  private static func scene(_ name: String, _ keys: String) -> Scene {
    Scene(name: name, history: Library.history, banks: Library.banks, keys: keys)
  }

  static let scenes: [Scene] = [
    scene("first", ","),
    scene("retention", ",jj<right>"),
    scene("exam", ",jjj"),
    scene("date, typing", ",jjjj<enter><bs><bs>"),
    scene("date, gone", ",jjjj<enter><bs><bs>01<bs><bs><bs><bs><bs>11-01<enter>"),
    scene("limit", ",jjjjj<right>k"),
    scene("days off, typing", ",jjjjjj<enter>sat s"),
    scene("subject", ",jjjjjjjjj<enter>"),
    scene("appearance", ",<end>"),
    scene("model", ",<end>kkkkk<right>"),
    scene("help", ",?"),
    Scene(name: "new learner", keys: ","),
  ]

  @Test(arguments: scenes) func `every screen looks as it was approved`(scene: Scene) {
    scene.expectSnapshots()
  }

  private static func settings(_ keys: String) -> ScreenRunner {
    scene("", "," + keys).run(Size(columns: 80, rows: 24))
  }

  /// What was written since the screen was opened.
  private static func written(_ runner: ScreenRunner) -> [EventContent] {
    runner.journal.dropFirst(Library.history.count).map(\.content)
  }

  private static let held = LearnerState(replaying: Library.history)

  private static func settings(_ change: (inout StudySettings) -> Void) -> EventContent {
    var settings = held.settings
    change(&settings)
    return .settings(settings)
  }

  private static func goal(_ change: (inout ExamGoal) -> Void) -> EventContent {
    var goal = held.goal
    change(&goal)
    return .goal(goal)
  }

  // MARK: - Goal

  @Test func `a daily limit and days off become goals`() {
    let limit = Self.settings("jjjjj<right>llq")
    #expect(Self.written(limit) == [Self.goal { $0.dailyLimit = 15 }])
    let typed = Self.settings("jjjjj<enter>33<enter>q")
    #expect(Self.written(typed) == [Self.goal { $0.dailyLimit = 33 }])
    let off = Self.settings("jjjjjj<enter>Sunday, sat<enter>q")
    #expect(Self.written(off) == [Self.goal { $0.weekdaysOff = [6, 7] }])
  }

  @Test func `what was typed of the goal holds at once, and what to expect is told`() {
    let typed = Self.settings("jjjjj<enter>33<enter>")
    #expect(Self.written(typed) == [Self.goal { $0.dailyLimit = 33 }])
    #expect(typed.shows("On track: expect to remember"))
    // Steps wait until the row is left, and promise no number of new questions by then.
    let stepped = Self.settings("jjjjjl")
    #expect(Self.written(stepped) == [])
    #expect(stepped.shows("New questions a day     automatic"))
    #expect(!stepped.shows("automatic ("))
  }

  @Test(arguments: [
    ("jjjjj<enter>0<enter>", SettingsWording.limitExpected),
    ("jjjjj<enter>many<enter>", SettingsWording.limitExpected),
    ("jjjjjj<enter>satsun<enter>", SettingsWording.weekdaysExpected),
    ("jjjjjjl", SettingsWording.typeWeekdays),
  ])
  func `what is no limit and no weekday is told`(keys: String, remark: String) {
    let runner = Self.settings(keys)
    #expect(runner.shows(remark) && Self.written(runner) == [])
  }

  @Test func `weekdays are read as they are written`() {
    #expect(Weekdays.read(Weekdays.text([7, 1, 3])) == [1, 3, 7])
    #expect(Weekdays.read("mon,tuesday; SUN") == [1, 2, 7])
    #expect(Weekdays.read("") == [] && Weekdays.read("none") == [])
    #expect(Weekdays.read("mo") == nil && Weekdays.read("mon x") == nil)
  }

  // MARK: - Study

  @Test func `several steps are one event, written when the row is left`() {
    var runner = Self.settings("jj<right>l<right>")
    #expect(Self.written(runner) == [])
    runner.press("k")
    #expect(Self.written(runner) == [Self.settings { $0.desiredRetention = 0.93 }])
    runner.press("q")
    #expect(Self.written(runner).count == 1)
  }

  @Test(arguments: ["q", "<esc>", "<c-c>", "<end>"])
  func `leaving the screen keeps what was changed`(key: String) {
    #expect(
      Self.written(Self.settings("<right>" + key)) == [Self.settings { $0.newPerDay = 0 }])
  }

  @Test func `a change taken back is no event`() {
    #expect(Self.written(Self.settings("jj<right><left>k<enter>7<esc>q")) == [])
  }

  @Test func `steps stop at what makes sense`() {
    let right = String(repeating: "<right>", count: 12)
    let left = String(repeating: "<left>", count: 40)
    #expect(
      Self.written(Self.settings("jj\(right)q")) == [Self.settings { $0.desiredRetention = 0.99 }])
    #expect(
      Self.written(Self.settings("jj\(left)q")) == [Self.settings { $0.desiredRetention = 0.7 }])
    #expect(Self.written(Self.settings("<left>q")) == [])
    #expect(
      Self.written(Self.settings("j<right><right><left>q"))
        == [Self.settings { $0.reviewsPerDay = 20 }])
  }

  @Test(arguments: [("", "7", 7), ("jj", "85", 85), ("j", "250", 250)])
  func `a number can be typed`(keys: String, text: String, value: Int) {
    let erase = String(repeating: "<bs>", count: 4)
    let written = Self.written(Self.settings("\(keys)<enter>\(erase)\(text)<enter>q"))
    #expect(
      written == [
        Self.settings {
          switch keys {
          case "": $0.newPerDay = value
          case "j": $0.reviewsPerDay = value
          default: $0.desiredRetention = Double(value) / 100
          }
        }
      ])
  }

  @Test func `nothing typed means automatic, or no limit`() {
    var runner = Self.settings("<right><right>j<right>j")
    runner.press("kk<enter><bs><bs><enter>j<enter><bs><bs><enter>j")
    #expect(Self.written(runner).suffix(1) == [.settings(Self.held.settings)])
    #expect(runner.shows("automatic") && runner.shows("no limit"))
  }

  @Test(arguments: [
    ("<enter>x1<enter>", SettingsWording.newExpected),
    ("j<enter>0<enter>", SettingsWording.reviewsExpected),
    ("jj<enter><bs><bs>100<enter>", SettingsWording.retentionExpected),
    ("jj<enter><bs><bs>69<enter>", SettingsWording.retentionExpected),
    ("jjjj<enter><bs><bs>31<bs><bs><bs>x<enter>", SettingsWording.dateExpected),
  ])
  func `what can't be is refused, and the field stays`(keys: String, remark: String) {
    var runner = Self.settings(keys)
    #expect(runner.shows(remark))
    runner.press("<bs>")
    #expect(runner.shows("enter take"))
    runner.press("<esc>q")
    #expect(Self.written(runner) == [])
  }

  // MARK: - Exam

  @Test func `the exam and its date become goals`() {
    let erase = String(repeating: "<bs>", count: 10)
    let runner = Self.settings("jjj<enter>j<enter>\(erase)2027-01-31<enter>q")
    var goal = Self.held.goal
    goal.exam = nil
    let second = Self.goal {
      $0.exam = nil
      $0.date = CalendarDate("2027-01-31")
    }
    #expect(Self.written(runner) == [.goal(goal), second])
  }

  @Test func `today is no past date, yesterday is`() {
    let erase = String(repeating: "<bs>", count: 10)
    let today = Self.settings("jjjj<enter>\(erase)2026-11-23<enter>q")
    #expect(Self.written(today) == [Self.goal { $0.date = CalendarDate("2026-11-23") }])
    let yesterday = Self.settings("jjjj<enter>\(erase)2026-11-22<enter>")
    #expect(yesterday.shows(SettingsWording.dateGone))
    #expect(Self.written(yesterday) == [])
  }

  @Test func `arrows move a date, but not into the past`() {
    let left = String(repeating: "h", count: 25)
    #expect(
      Self.written(Self.settings("jjjj\(left)lq"))
        == [Self.goal { $0.date = CalendarDate("2026-11-24") }])
    let none = Scene(name: "", keys: ",jjjjl").run(Size(columns: 80, rows: 24))
    #expect(none.shows(SettingsWording.noDateToMove))
  }

  // MARK: - Subjects

  @Test func `subjects are ticked, but never none of them`() {
    var runner = Self.settings("jjjjjjjj<enter>j")
    #expect(Self.written(runner) == [Self.settings { $0.subjects = ["kitchen"] }])
    runner.press("<enter>")
    #expect(runner.shows(SettingsWording.tickOne))
    runner.press("k<space>j")
    #expect(Self.written(runner).last == Self.settings { $0.subjects = nil })
  }

  @Test func `a chosen subject whose bank is missing stays chosen`() {
    var settings = StudySettings()
    settings.subjects = ["lab", "elsewhere"]
    let history = [Fixtures.event(0, .settings(settings))]
    var runner = ScreenRunner(banks: Library.banks, history: history)
    runner.press(",jjjjjjjjj<space>q")
    settings.subjects = ["lab", "kitchen", "elsewhere"]
    #expect(runner.journal.last?.content == .settings(settings))
  }

  // MARK: - Screen

  @Test func `appearance changes at once and writes no events`() {
    let runner = Self.settings("<end>kkk<right>jj<enter>j<enter>k<enter>q")
    var appearance = AppearanceSettings(theme: "high-contrast")
    var expected: [Effect] = [.setTheme("high-contrast"), .saveAppearance(appearance)]
    appearance.mouse = true
    expected += [.setMouse(true), .saveAppearance(appearance)]
    appearance.plain = true
    expected.append(.saveAppearance(appearance))
    appearance.mouse = false
    expected += [.setMouse(false), .saveAppearance(appearance)]
    #expect(runner.effects.filter { $0 != .lookAhead } == expected)
  }

  @Test func `the signs change while one looks`() {
    let runner = Self.settings("<end>kk<left>")
    #expect(runner.shows("> Symbols"))
    #expect(runner.shows("< ASCII >"))
  }

  // MARK: - Mouse

  @Test func `a click on another row records what was changed, and a second one switches it`() {
    var runner = Self.scene("", ",<right>").run(Size(columns: 80, rows: 40))
    runner.click("Mouse")
    #expect(Self.written(runner) == [Self.settings { $0.newPerDay = 0 }])
    #expect(runner.shows("▸ Mouse"))
    runner.click("Mouse")
    #expect(runner.effects.contains(.setMouse(true)))
  }
}
