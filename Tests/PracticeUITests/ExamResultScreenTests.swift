import PracticeCore
import PracticeUI
import TerminalUI
import TestSupport
import Testing

@Suite struct ExamResultScreenTests {
  /// A pass: 12 of 16 counted questions, some flagged, changed and slow.
  static let passed = SatExam(
    .init(
      wrong: [1, 8, 13, 14], open: [15], flagged: [2, 8],
      changedFrom: [3: .numbers([4, 3, 2, 1]), 5: .numbers([2]), 13: .text("Pot 6")],
      seconds: [6: 252, 11: 160, 17: 95]))

  private static var failedPlan: SatExam.Plan {
    var plan = SatExam.Plan()
    plan.terms = ExamTerms(extra: 30 * 60_000, withPauses: true)
    plan.candidate = "Ada Lovelace"
    plan.wrong = [0, 1, 2, 3, 9, 10, 11, 16]
    return plan
  }

  static let failed = SatExam(failedPlan)

  static let percent = SatExam(
    .init(
      blueprint: SatExam.blueprint(scale: .percent(pass: 72)), wrong: [2, 8], flagged: [4]))

  static let netCorrect = SatExam(
    .init(
      blueprint: SatExam.blueprint(scoring: .netCorrect), wrong: [8, 10, 13],
      responses: [1: .numbers([1])]))

  static let ranOut = SatExam(
    .init(
      blueprint: SatExam.blueprint(scale: .percent(pass: 72)), wrong: [3],
      open: [5, 7], unseen: [12, 13, 14, 15, 16, 17, 18, 19], runsOut: true))

  static let allRight = SatExam()

  private static func scene(_ name: String, _ sat: SatExam, _ keys: String = "") -> Scene {
    Scene(
      name: name, history: Fixtures.settled + sat.events, banks: Library.banks,
      news: sat.news, keys: keys)
  }

  static let scenes: [Scene] = [
    scene("passed", passed),
    scene("passed, end", passed, "<end>"),
    scene("not passed", failed),
    scene("percent", percent),
    scene("net-correct", netCorrect),
    scene("time ran out", ranOut),
    scene("all right", allRight),
    scene("help", passed, "?"),
  ]

  @Test(arguments: scenes) func `every screen looks as it was approved`(scene: Scene) {
    scene.expectSnapshots()
  }
}
