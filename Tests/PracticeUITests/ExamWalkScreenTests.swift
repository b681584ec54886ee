import PracticeCore
import PracticeUI
import TerminalUI
import TestSupport
import Testing

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
}
