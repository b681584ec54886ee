import PracticeCore
import PracticeUI
import TerminalUI
import TestSupport
import Testing

@Suite struct ExamSceneTests {
  private static let free = Fixtures.sitting()
  private static let forward = Fixtures.sitting(Fixtures.rules(navigation: .forwardOnly))
  private static func from(_ question: String) -> StartScreen { Fixtures.sitting(from: question) }
  /// 63 questions.
  private static let long = Fixtures.sitting(repeated: 9)

  static let scenes: [Scene] = [
    Scene(name: "start", start: free),
    Scene(
      name: "start, terms",
      start: Fixtures.sitting(
        Fixtures.rules(navigation: .forwardOnly, scoring: .netCorrect),
        terms: ExamTerms(extra: 35 * 60_000, withPauses: true))),
    Scene(name: "start, name", start: Fixtures.sitting(asksName: true), keys: "Ada"),
    Scene(name: "start, end", start: free, keys: "<end>"),
    Scene(name: "start, too few questions", start: .exam(ExamRequest(Fixtures.exam))),
    Scene(
      name: "start, seed",
      start: .exam(ExamRequest(Fixtures.rules(clock: .pausable), seed: 7))),
    Scene(name: "single", start: free, keys: "<enter>2f"),
    Scene(name: "single, nothing chosen", start: free, keys: "<enter>j<enter>"),
    Scene(name: "single, other row", start: free, keys: "<enter>2<end>k<enter>"),
    Scene(name: "multiple, enough chosen", start: from("multiple"), keys: "<enter>12j3"),
    Scene(name: "match", start: from("match"), keys: "<enter>1j2"),
    Scene(name: "order, open", start: from("order"), keys: "<enter><enter>"),
    Scene(name: "order, carried", start: from("order"), keys: "<enter>J"),
    Scene(name: "typed", start: from("typed"), keys: "<enter>hydro"),
    Scene(name: "typed, again", start: from("typed"), keys: "<enter>hydro<enter>lhh"),
    Scene(name: "scenario", start: from("scenario"), keys: "<enter>"),
    Scene(name: "longest", start: from("longest"), keys: "<enter>"),
    Scene(name: "longest, more below", start: from("longest"), keys: "<enter>l"),
    Scene(name: "clock hidden", start: free, keys: "<enter>t"),
    Scene(name: "notice", start: free, keys: "<enter>2t", wait: 65 * 60_000),
    Scene(name: "end asks", start: free, keys: "<enter>2f<end>l12f<end>le"),
    Scene(name: "end asks, much open", start: long, keys: "<enter>2f<end>l12f<end>le"),
    Scene(name: "leave asks", start: free, keys: "<enter>2q"),
    Scene(
      name: "leave asks, pausable", start: Fixtures.sitting(Fixtures.rules(clock: .pausable)),
      keys: "<enter>2q"),
    Scene(name: "forward only", start: forward, keys: "<enter>2"),
    Scene(name: "forward only, leaves open", start: forward, keys: "<enter><end><enter>"),
    Scene(name: "review", start: long, keys: "<enter>2f<end>l12<end>lf<end>r"),
    Scene(name: "review, open", start: long, keys: "<enter>2f<end>l12<end>lf<end>rojj"),
    Scene(name: "review, number", start: long, keys: "<enter>2f<end>l12<end>r37"),
    Scene(name: "review, nothing flagged", start: free, keys: "<enter><end>rf"),
    Scene(name: "review, end asks", start: long, keys: "<enter>2f<end>l12f<end>re"),
    Scene(name: "help", start: free, keys: "<enter>?"),
    Scene(name: "help on review", start: free, keys: "<enter><end>r?"),
    Scene(
      name: "home, exams", history: Fixtures.experienced,
      blueprints: [Fixtures.rules(), Fixtures.exam], keys: "e"),
    Scene(
      name: "home, under way", start: free, history: Fixtures.experienced,
      keys: "<enter>2<end>l12qy"),
    Scene(
      name: "home, stopped", start: Fixtures.sitting(Fixtures.rules(clock: .pausable)),
      history: Fixtures.experienced, keys: "<enter>2<end>l12qy"),
    Scene(
      name: "open elsewhere", start: free, history: Fixtures.experienced,
      keys: "<enter>2<end>l12qy",
      holder: ExamHolder(
        terminal: "/dev/pts/3", process: 4711, since: nil,
        lastKey: LocalTime(
          at: Timestamp(milliseconds: ScreenRunner.morning.at.milliseconds + 3000),
          offsetMinutes: 60)), later: "<enter>"),
  ]

  @Test(arguments: scenes) func `every screen of an exam looks as it was approved`(scene: Scene) {
    scene.expectSnapshots()
  }
}
