import PracticeCore
import PracticeUI
import TerminalUI
import TestSupport
import Testing

@Suite struct ExamHistoryScreenTests {
  /// Five attempts at one exam, two at another, one of which is open.
  static let attempts: [SatExam] = {
    let lab = SatExam.blueprint(
      id: "lab-day", title: "Laboratory safety and first aid for everybody who works at night",
      scale: .percent(pass: 72), clock: .pausable)
    var plans: [SatExam.Plan] = [
      .init(attempt: "a-1", day: -40, wrong: Set(3...12), runsOut: true),
      .init(attempt: "a-2", day: -30, wrong: Set(5...11)),
      .init(attempt: "a-3", day: -20, wrong: Set(5...8), open: [9]),
      .init(attempt: "a-4", day: -9, wrong: [5, 6]),
      .init(attempt: "a-5", day: -2, wrong: [1, 2, 3, 5, 6, 7, 8]),
      .init(attempt: "b-1", day: -5, blueprint: lab, wrong: [1, 2, 3]),
      .init(attempt: "b-2", day: -1, blueprint: lab, unseen: Set(7...19), isLeft: true),
    ]
    plans[4].terms = ExamTerms(extra: 600_000, withPauses: true)
    for place in plans[1].items.indices { plans[1].items[place].isNew = false }
    return plans.map { SatExam($0) }
  }()

  static let history = Fixtures.settled + attempts.flatMap(\.events)

  private static func scene(
    _ name: String, _ history: [Event] = history, _ keys: String = ""
  ) -> Scene {
    Scene(
      name: name, start: .examHistory, history: history, banks: Library.banks, keys: keys)
  }

  static let scenes: [Scene] = [
    scene("all"),
    scene("all, end", history, "<end>"),
    scene("one exam", history, "<tab><tab>j"),
    scene("other exam, open one", history, "<tab>"),
    scene("one attempt", Fixtures.settled + attempts[0].events),
    scene("empty", Fixtures.settled),
    scene("help", history, "?"),
  ]

  @Test(arguments: scenes) func `every screen looks as it was approved`(scene: Scene) {
    scene.expectSnapshots()
  }
}
