import FSRS
import PracticeCore
import TerminalUI
import TestSupport
import Testing

@testable import PracticeUI

@Suite struct BrowseScreenTests {
  private static func scene(_ name: String, _ keys: String) -> Scene {
    Scene(name: name, history: Library.history, banks: Library.banks, keys: keys)
  }

  static let scenes: [Scene] = [
    scene("all", "b"),
    scene("second bank", "b" + String(repeating: "j", count: 12)),
    scene("due", "b<tab>j"),
    scene("nothing", "b<tab>/zzz<enter>"),
    scene("searching", "b/boil 1"),
    scene("found", "b/boil 1<enter>"),
    scene("question", "b<enter>"),
    scene("question, forgotten often", "b/longest<enter><enter>"),
    scene("question, flagged, with a note", "b/eye<enter><enter><end>"),
    scene("question, match", "b/extinguisher<enter><enter>"),
    scene("question, not asked any more", "b<enter>s"),
    scene("question, asks to forget", "b<enter>r"),
    scene("question, help", "b<enter>?"),
    Scene(name: "new learner", keys: "b"),
    Scene(name: "no banks", banks: [], keys: "b"),
  ]

  @Test(arguments: scenes) func `every screen looks as it was approved`(scene: Scene) {
    scene.expectSnapshots()
  }

  // MARK: - Editing

  @Test func `e asks for the editor, and an edited bank is listed with the mark on its question`() {
    let bank = Library.banks[0]
    for keys in ["bjj", "bjj<enter>"] {
      var runner = Self.browse(keys + "e")
      guard case .edit(let id)? = runner.effects.last else {
        Issue.record("nothing is edited")
        continue
      }
      let number = bank.questions.firstIndex { $0.id == id } ?? 0
      var questions = bank.questions
      let old = questions[number]
      questions[number] = Question(
        id: id, objective: old.objective, stem: "Edited?", format: .answer(["yes"]))
      // Another one before it moves it on.
      questions.insert(
        Question(
          id: QuestionID(bank: bank.id, question: "new"), objective: bank.questions[0].objective,
          stem: "New?", format: .answer(["yes"])), at: 0)
      let edited = QuestionBank(
        id: bank.id, title: bank.title, domains: bank.domains, questions: questions)
      runner.send(.edited(edited, was: bank.id))
      #expect(runner.shows("Edited?"))
      let count = Library.banks.reduce(1) { $0 + $1.questions.count }
      #expect(runner.shows("4 of \(count)"))
      if keys.hasSuffix(">") {
        runner.press("q")
        #expect(runner.shows("4 of \(count)"))
      }
      // Nothing is left: nothing can be marked, and nothing breaks.
      runner.send(.edited(QuestionBank(id: "empty", title: "E", questions: []), was: bank.id))
      runner.press("jkG<enter>")
    }
  }

  // MARK: - Searching

  private static func browse(_ keys: String, size: Size = Size(columns: 80, rows: 24))
    -> ScreenRunner
  {
    scene("", keys).run(size)
  }

  @Test(arguments: [
    ("KIT-q-017", "KIT-Q-017"), ("number 23", "KIT-Q-023"), ("kit-fry 14:", "KIT-Q-014"),
    ("PATIENCE 26", "KIT-Q-026"), ("favour", "KIT-Q-005"), ("硫酸", "wide"), ("ÉTÉ", "wide"),
    ("ete Cafe", "wide"),
  ])
  func `a search looks at ids, stems, objectives and tags`(query: String, id: String) {
    let runner = Self.browse("b/\(query)")
    #expect(runner.shows("1 of 1"))
    #expect(runner.shows("▸ \(id)"))
  }

  @Test func `typing on and taking back find the same as searching anew`() {
    let questions = Library.banks.flatMap(\.questions)
    withEvery(seed: 0..<40) { seed, random in
      var runner = Self.browse("b/")
      var query = ""
      for _ in 0..<12 {
        if random.next() % 4 == 0 {
          _ = query.popLast()
          runner.press(.backspace)
        } else {
          let letter = Array("number 12, fry")[Int(random.next() % 14)]
          query.append(letter)
          runner.press(.character(letter))
        }
        let words = query.split(separator: " ")
        let expected = questions.count { question in
          let bank = Library.banks.first { $0.id == question.id.bank }
          let objective = question.objective ?? ""
          let text =
            [
              question.id.description, question.stem, objective,
              bank?.objective(objective)?.title ?? "",
            ] + question.tags
          return words.allSatisfy { word in text.contains { $0.lowercased().contains(word) } }
        }
        #expect(
          runner.screen[0].hasSuffix(expected == 0 ? " none" : " of \(expected)"),
          "seed \(seed): '\(query)'")
      }
    }
  }

  @Test func `escape ends a search and keeps the mark on its question`() {
    var runner = Self.browse("b/number 17<esc>")
    #expect(runner.shows("of 38"))
    #expect(runner.shows("▸ KIT-Q-017"))
    runner.press("/number 17<enter><esc>")
    #expect(runner.shows("of 38"))
    #expect(runner.shows("▸ KIT-Q-017"))
  }

  // MARK: - Filters

  /// What is held back has tests of its own.
  @Test(arguments: BrowseFilter.allCases.filter { $0 != .heldBack })
  func `a filter lists what it counts`(filter: BrowseFilter) {
    let questions = Library.banks.flatMap(\.questions)
    let learner = LearnerState(replaying: Library.history)
    let expected = questions.count {
      filter.takes(learner[$0.id], isHeldBack: false, on: ScreenRunner.morning.studyDay)
    }
    #expect(expected > 0)
    let runner = Self.browse("b" + String(repeating: "<tab>", count: filter.rawValue))
    #expect(runner.shows("[\(BrowseWording.name(filter))"))
    #expect(runner.screen[0].hasSuffix("1 of \(expected)"))
  }

  @Test func `filters count and list what a search finds`() {
    let runner = Self.browse("b/number 1<enter><tab>")
    #expect(runner.shows(" All 12   [New 11]"))
    #expect(runner.screen[0].hasSuffix("'number 1'  1 of 11"))
  }

  @Test func `a question that a filter no longer takes leaves its list`() {
    var runner = Self.browse("b<tab><tab><tab>")
    #expect(runner.shows("1 of 2"))
    runner.press("f")
    #expect(runner.shows("1 of 1"))
    #expect(runner.shows(BrowseWording.unflagged))
  }

  // MARK: - Marking

  @Test func `the keys of a question write events`() {
    let id = QuestionID(bank: "lab", question: "single")
    var runner = Self.browse("b<enter>")
    let start = runner.journal.count
    runner.press("fsbsbbf")
    #expect(
      runner.journal.dropFirst(start).map(\.content) == [
        .mark(.flag, question: id), .mark(.suspend, question: id),
        // What is not asked at all can't be left until tomorrow.
        .mark(.unsuspend, question: id), .mark(.bury, question: id),
        .mark(.unsuspend, question: id), .mark(.unflag, question: id),
      ])
  }

  @Test func `forgetting asks first, and only where there is something to forget`() {
    let id = QuestionID(bank: "lab", question: "single")
    var runner = Self.browse("b<enter>")
    let start = runner.journal.count
    runner.press("rn")
    #expect(runner.journal.count == start)
    runner.press("ry")
    #expect(runner.journal.last?.content == .mark(.reset, question: id))
    #expect(runner.shows("New: you have not met it yet."))
    runner.press("r")
    #expect(runner.shows(BrowseWording.isNew))
    #expect(runner.journal.count == start + 1)
  }

  @Test func `a report is kept`() {
    var runner = Self.browse("b<enter>!It is wrong?<enter>")
    let id = QuestionID(bank: "lab", question: "single")
    #expect(runner.journal.last?.content == .report(question: id, text: "It is wrong?"))
    runner.press("q")
    #expect(runner.shows("All questions"))
  }

  // MARK: - Going through

  @Test func `the list's mark goes along with the question that is read`() {
    var runner = Self.browse("b<enter>jjjk")
    #expect(runner.shows("multiple · Laboratory safety"))
    runner.press("q")
    #expect(runner.shows("▸ multiple"))
    runner.press("<enter>kkk")
    #expect(runner.shows("single · Laboratory safety"))
    #expect(runner.shows(BrowseWording.firstQuestion))
  }

  @Test func `space reads a question to its end and goes on to the next`() {
    var runner = Self.browse("b<enter>", size: Size(columns: 40, rows: 12))
    var pages = 0
    while runner.shows("single · "), pages < 20 {
      runner.press(" ")
      pages += 1
    }
    #expect(pages > 3 && pages < 10)
    #expect(runner.shows("typed · "))
  }

  @Test func `n opens the notes on the objective, or says that there are none`() {
    #expect(Self.browse("b<enter>n").shows("Diluting an acid"))
    #expect(Self.browse("b/wide<enter><enter>n").shows(NotesWording.none))
  }

  @Test func `the ends of a long list are one key away`() {
    let bank = QuestionBank(
      id: "big", title: "Big",
      questions: (0..<5000).map { number in
        Question(
          id: QuestionID(bank: "big", question: "q\(number)"), stem: "Stem \(number)",
          format: .answer(["a"]))
      })
    var runner = ScreenRunner(banks: [bank])
    runner.press("b<end>")
    #expect(runner.shows("5000 of 5000"))
    #expect(runner.shows("▸ q4999"))
    runner.press("<pgup><home>")
    #expect(runner.shows("1 of 5000"))
    runner.press("/q49<enter><end>")
    #expect(runner.shows("111 of 111"))
  }

  // MARK: - Mouse

  @Test func `a click marks a question, a second opens it, and one on a filter lists it`() {
    var runner = Self.browse("b")
    runner.click("typed ")
    #expect(runner.shows("▸ typed"))
    runner.click("typed ")
    #expect(runner.shows("typed · Laboratory safety"))
    runner.press("q")
    runner.click("Flagged")
    #expect(runner.shows("[Flagged ⚑ 2]"))
  }
}
