import PracticeCore
import TerminalUI
import Testing

@testable import PracticeUI

@Suite struct WatchScreenTests {
  private static func question(_ id: String, _ stem: String) -> Question {
    Question(
      id: QuestionID(bank: "x", question: id), stem: stem,
      format: .choices([
        Choice(text: "The right one", isRight: true, why: "Because it is."),
        Choice(text: "The wrong one", isRight: false, why: "Because it isn't."),
      ]), takeaway: "Remember this.")
  }

  private static func bank(_ questions: [Question]) -> QuestionBank {
    QuestionBank(id: "x", title: "Capitals", questions: questions)
  }

  private static let two = bank([question("Q-1", "The first?"), question("Q-2", "The second?")])

  private static let findings = (1...5).map { number in
    WatchedBank.Finding(
      isError: number == 1, place: "x.yaml:\(number):3", message: "finding \(number)")
  }

  private static func watched(
    _ bank: QuestionBank? = two, _ findings: [WatchedBank.Finding] = [],
    changed: String? = nil
  ) -> WatchedBank {
    WatchedBank(
      bank: bank, findings: findings,
      changed: changed.map { QuestionID(bank: "x", question: $0) }, time: "10:05")
  }

  @Test func `it walks through the questions and stops at the ends`() {
    var runner = ScreenRunner(.watch(Self.watched()))
    #expect(runner.shows("The first?") && runner.shows("1 of 2"))
    runner.press("j")
    #expect(runner.shows("The second?") && runner.shows("2 of 2"))
    runner.press("j")
    #expect(runner.shows("last question"))
    runner.press("k")
    runner.press("k")
    #expect(runner.shows("The first?") && runner.shows("first question"))
    #expect(runner.journal == Fixtures.settled)
  }

  @Test func `it follows the question that was changed`() {
    var runner = ScreenRunner(.watch(Self.watched()))
    let bank = Self.bank([Self.question("Q-1", "The first?"), Self.question("Q-2", "Changed?")])
    runner.send(.watched(Self.watched(bank, changed: "Q-2")))
    #expect(runner.shows("Changed?") && runner.shows("2 of 2"))
    // Another save leaves it where it is.
    runner.send(.watched(Self.watched(bank, Self.findings)))
    #expect(runner.shows("Changed?") && runner.shows("1 error, 4 warnings"))
    runner.press("d")
    #expect(runner.shows("finding 5"))
  }

  @Test func `what can't be read leaves what was there, and says so`() {
    var runner = ScreenRunner(.watch(Self.watched()))
    runner.send(.watched(Self.watched(nil, Self.findings)))
    #expect(runner.shows("can't be read") && runner.shows("finding 1"))
    #expect(runner.shows("The first?"))
    runner.send(.watched(Self.watched(Self.bank([Self.question("Q-2", "Alone?")]))))
    #expect(runner.shows("Alone?") && runner.shows("has an error now or is gone"))
  }

  @Test func `what has changed is found by comparison`() {
    func changed(_ before: [Question], _ after: [Question]) -> String? {
      WatchedBank.changedQuestion(from: Self.bank(before), to: Self.bank(after))
        .map { String($0.question) }
    }
    let (one, two) = (Self.question("Q-1", "A?"), Self.question("Q-2", "B?"))
    #expect(changed([one, two], [one, two]) == nil)
    #expect(changed([one, two], [one, Self.question("Q-2", "C?")]) == "Q-2")
    #expect(changed([one], [one, two]) == "Q-2")
    #expect(changed([one, two], [two]) == nil)
    #expect(WatchedBank.changedQuestion(from: nil, to: Self.two) == nil)
  }

  @Test func `it looks as it was approved`() {
    Scene(name: "preview", start: .watch(Self.watched(Self.two, Self.findings))).expectSnapshots()
    Scene(name: "preview, asked", start: .watch(Self.watched()), keys: "j<enter>").expectSnapshots()
    Scene(name: "preview, empty", start: .watch(Self.watched(Self.bank([])))).expectSnapshots()
  }
}
