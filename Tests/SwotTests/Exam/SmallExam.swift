import FSRS
import PracticeCore
import PracticeUI
import ProgressStore
import TestSupport
import Testing

@testable import swot

/// An exam of a few questions, and the data folder of whoever sits it.
struct SmallExam {
  /// The folders.
  let paths: ProgressPaths
  /// What time it is.
  let time = TestClock()
  /// The exam: five minutes, one question of each kind and one of two right choices.
  var blueprint = Blueprint(
    id: "small", title: "Small exam", questions: 5, minutes: 5,
    scale: .scaled(from: 100, to: 1000, pass: 700, cut: 0.6),
    sections: [BlueprintSection(title: "All of it", weight: 1, from: ["b"])])

  /// Takes a folder to live in.
  init(in folder: String) {
    paths = ProgressPaths(data: folder + "/data", state: folder + "/state")
  }

  /// The bank: of choices, matches, steps and words the ones at the front are right.
  static let bank = QuestionBank(
    id: "b", title: "Bank",
    questions: [
      question(
        "single",
        .choices([
          Choice(text: "Alpha", isRight: true), Choice(text: "Beta", isRight: false),
          Choice(text: "Gamma", isRight: false),
        ])),
      question(
        "double",
        .choices([
          Choice(text: "Alpha", isRight: true), Choice(text: "Beta", isRight: true),
          Choice(text: "Gamma", isRight: false),
        ])),
      question(
        "match",
        .match(
          pairs: [
            MatchPair(prompt: "First", answer: "Alpha"),
            MatchPair(prompt: "Second", answer: "Beta"),
          ], distractors: ["Gamma"])),
      question("order", .order(["Alpha", "Beta", "Gamma"])),
      question("typed", .answer(["Alpha"])),
    ])

  private static func question(_ id: String, _ format: AnswerFormat) -> Question {
    Question(id: QuestionID(bank: "b", question: id), stem: "What is \(id)?", format: format)
  }

  /// The form of seed 1, all of it new.
  var paper: ExamPaper {
    get throws {
      try ExamRequest(blueprint, seed: 1).paper(
        from: QuestionCatalog(banks: [Self.bank]), learner: LearnerState(),
        on: CalendarDate(daysSince1970: 0), drawn: 1)
    }
  }

  /// Opens the folder.
  func open() throws -> (runner: EffectRunner, folder: ProgressFolder, learner: LearnerState) {
    var random = SystemRandomNumberGenerator()
    let opened = try ProgressFolder.open(paths, random: &random)
    let runner = EffectRunner(
      folder: opened.folder, appearance: nil, themes: ThemeLibrary(Environment([:])))
    return (runner, opened.folder, opened.state)
  }

  /// What the journals say.
  var learner: LearnerState { get throws { try ProgressFolder.read(paths).state } }

  /// Does something with an empty folder.
  static func with(_ body: (inout SmallExam) throws -> Void) throws {
    try withTemporaryFolder { folder in
      var fixture = SmallExam(in: folder)
      try body(&fixture)
    }
  }
}

extension [Message] {
  /// The sitting that was opened; nil where none was.
  var opened: ExamSitting? {
    lazy.compactMap { if case .exam(.opened(let sitting)) = $0 { sitting } else { nil } }.first
  }

  /// The exam that was read.
  var read: FinishedExam? {
    lazy.compactMap { if case .exam(.read(let exam)) = $0 { exam } else { nil } }.first
  }

  /// What was said.
  var notices: [String] {
    compactMap { if case .notice(let text) = $0 { text } else { nil } }
  }

  /// What was recorded of exams.
  var recorded: [ExamEvent] {
    compactMap { message in
      if case .recorded(let event) = message, case .exam(let content) = event.content {
        content
      } else {
        nil
      }
    }
  }
}
