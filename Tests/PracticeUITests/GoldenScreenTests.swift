import FSRS
import PracticeCore
import PracticeUI
import TerminalUI
import Testing

@Suite struct GoldenScreenTests {
  /// Practice of the one question that has this tag.
  private static func asking(_ name: String) -> StartScreen {
    .quiz(QuizSelection(tag: name), seed: 3, schedules: true)
  }

  private static let studying = StartScreen.study(banks: [], new: nil, limit: nil)

  static let scenes: [Scene] = [
    Scene(name: "first start, subjects", history: []),
    Scene(name: "first start, exam", history: [], keys: "<enter>j"),
    Scene(name: "first start, date", history: [], keys: "<enter><enter>2026-12"),
    Scene(name: "first start, limit", history: [], keys: "<enter>j<enter>2026-12-12<enter>3"),
    Scene(name: "home, new learner"),
    Scene(name: "home, limit too low", history: Fixtures.late),
    Scene(name: "home, day off", history: Fixtures.resting),
    Scene(name: "home, experienced learner", history: Fixtures.experienced, keys: "j"),
    Scene(name: "home, done", history: Fixtures.done),
    Scene(name: "home, no banks", banks: []),
    Scene(name: "question, single", start: asking("single"), keys: "2"),
    Scene(name: "question, multiple", start: asking("multiple"), keys: "2jx<enter>"),
    Scene(name: "question, match", start: asking("match"), keys: "1j2"),
    Scene(name: "question, order", start: asking("order"), keys: "jJ"),
    Scene(name: "question, typed", start: asking("typed"), keys: "hydro"),
    Scene(name: "question, scenario", start: asking("scenario")),
    Scene(name: "question, longest", start: asking("longest")),
    Scene(name: "question, longest, choices", start: asking("longest"), keys: "<space><space>j"),
    Scene(name: "question, wide characters", start: asking("wide"), keys: "1"),
    Scene(
      name: "question, right answer changed", start: asking("typed"), history: Fixtures.changed),
    Scene(
      name: "feedback, right", start: asking("single"), keys: Fixtures.right("single") + "<enter>"),
    Scene(
      name: "feedback, guess", start: studying,
      keys: Fixtures.right("single", seed: Fixtures.studySeed) + "g"),
    Scene(name: "feedback, wrong", start: asking("multiple"), keys: "12<enter>"),
    Scene(name: "feedback, all open", start: asking("single"), keys: "1<enter>o"),
    Scene(name: "feedback, match", start: asking("match"), keys: "1j2j4<enter>"),
    Scene(name: "feedback, order", start: asking("order"), keys: "J<enter>"),
    Scene(name: "feedback, typed", start: asking("typed"), keys: "oxygen<enter><enter>"),
    Scene(name: "feedback, longest", start: asking("longest"), keys: "1<enter>"),
    Scene(name: "feedback, wide characters", start: asking("wide"), keys: "2<enter>"),
    Scene(name: "feedback, report", start: asking("single"), keys: "1<enter>!The text has"),
    Scene(name: "feedback, correction asks", start: asking("single"), keys: "1<enter>3"),
    Scene(
      name: "feedback, not saved", start: asking("single"), keys: "1<enter>",
      problem: "the disk is full (No space left on device)."),
    Scene(
      name: "summary", start: studying, history: Fixtures.experienced,
      keys: "1j2j3g<enter>q"),
    Scene(name: "help", start: asking("multiple"), keys: "?"),
  ]

  @Test(arguments: scenes) func `every screen looks as it was approved`(scene: Scene) {
    scene.expectSnapshots()
  }
}
