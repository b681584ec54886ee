import FSRS
import PracticeCore
import PracticeUI
import ProgressStore
import TerminalUI
import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct PlainExamTests {
  /// What is typed, or not, and when.
  private enum Line {
    case types(String)
    /// Nothing is typed for so many seconds.
    case waits(Int)
  }

  /// What an exam printed.
  private final class Transcript {
    var output = ""
    var warnings = ""

    /// The lines that begin with one of these.
    func lines(_ prefixes: String...) -> [String] {
      output.split(separator: "\n").map(String.init).filter { line in
        prefixes.contains { line.hasPrefix($0) }
      }
    }
  }

  /// Sits an exam until the lines end; gives what it printed and what is known then.
  private func sit(
    _ exam: SmallExam, _ opening: PlainExam<EffectRunner>.Opening, canAsk: Bool = false,
    _ lines: [Line]
  ) throws -> (transcript: Transcript, learner: LearnerState) {
    let transcript = Transcript()
    let (runner, folder, learner) = try exam.open()
    defer { folder.close() }
    var session = PlainExam(
      opening, canAsk: canAsk, learner: learner, effects: runner, clock: exam.time.clock,
      text: PlainText(charset: .unicode),
      printer: PlainPrinter { (stream, text) throws(WriteFailure) in
        switch stream {
        case .output: transcript.output += text
        case .error: transcript.warnings += text
        }
      })
    var rest = lines[...]
    try session.run { patience in
      switch rest.first {
      case .types(let line):
        rest.removeFirst()
        return .line(line)
      case .waits(let seconds):
        #expect(patience.map { $0 > 0 && $0 <= 500 } == true)
        rest.removeFirst()
        exam.time.advance(seconds: seconds)
        return .nothing
      case nil: return .end
      }
    }
    #expect(session.learner == (try exam.learner))
    return (transcript, session.learner)
  }

  private func start(_ exam: SmallExam) throws -> PlainExam<EffectRunner>.Opening {
    .start(try exam.paper, ExamRequest(exam.blueprint))
  }

  /// The line that answers a question of the form rightly.
  private func rightLine(_ item: ExamPaper.Item) throws -> String {
    switch item.question.rightResponse {
    case .text(let text): return text
    case .numbers(let numbers):
      return try numbers.map { number in
        "\(try #require(item.order.firstIndex(of: number)) + 1)"
      }.joined(separator: " ")
    }
  }

  private func typed(_ lines: String...) -> [Line] { lines.map { .types($0) } }

  @Test func `a whole exam of all kinds of question, in lines`() throws {
    try SmallExam.with { exam in
      let answers = try exam.paper.items.map { Line.types(try rightLine($0)) }
      let (transcript, learner) = try sit(
        exam, try start(exam), typed("") + answers + typed(":e", ":e"))
      #expect(transcript.output.hasPrefix("Small exam\n\n5 questions, 5 minutes.\n"))
      #expect(
        transcript.lines("Question ").map { $0.prefix(16) }
          == (1...5).map { "Question \($0) of 5:" })
      #expect(transcript.lines("Time left") == ["Time left: 0:05:00."])
      #expect(
        transcript.lines("Answered", "Everything") == [
          "Answered 5 of 5.", "Everything is answered. :e once more ends the exam.",
        ])
      #expect(
        transcript.output.hasSuffix(
          """

          Result: Small exam
          Score: 1000, 700 passes: passed (an estimate)
          Right: 5 of 5 questions that count
          Time: 0:00:00 of 0:05:00
          Right of those new to you: 5 of 5; seen before: 0 of 0

          All questions, with what is right and why: swot exam --report last

          """))
      #expect(learner.finishedAttempts.first?.outcome?.reason == .ended)
      #expect(transcript.warnings == "")
    }
  }

  @Test func `nothing begins before Enter`() throws {
    try SmallExam.with { exam in
      for lines in [[], typed(":q")] {
        let (transcript, learner) = try sit(exam, try start(exam), lines)
        #expect(learner.attempts.isEmpty)
        #expect(transcript.lines("Question") == [])
      }
    }
  }

  @Test func `there is no feedback before the end`() throws {
    try SmallExam.with { exam in
      let (transcript, _) = try sit(
        exam, try start(exam), typed("", "2", "2", "1", "1", "Alpha"))
      #expect(transcript.lines("Right", "Wrong", "Score") == [])
    }
  }

  @Test func `choosing, going, flagging, striking out and reviewing`() throws {
    try SmallExam.with { exam in
      let single = try #require(
        try exam.paper.items.firstIndex { $0.question.id.question == "single" })
      let go = ":g \(single + 1)"
      let (transcript, learner) = try sit(
        exam, try start(exam),
        typed("", go, "2", go, ":x 3", ":f", ":r", ":x 2", go, ":clear", ":f", ":x 3", go))
      let marks = transcript.lines("[")
      #expect(marks == ["[Your answer: 2]", "[struck out: 2,3; flagged]", "[struck out: 2]"])
      #expect(transcript.lines("Answered") == ["Answered 1 of 5."])
      #expect(transcript.lines("Flagged:") == ["Flagged: \(single + 1)."])
      #expect(
        transcript.lines("2 is", "3 is", "No answer", "The flag", "Flagged.") == [
          "3 is struck out.", "Flagged.", "2 is struck out.", "No answer now.",
          "The flag is taken away.", "3 is no longer struck out.",
        ])
      let sheet = try #require(
        learner.openAttempts.first?.sheets[QuestionID(bank: "b", question: "single")])
      #expect(sheet.response == nil)
      #expect(!sheet.isFlagged)
      #expect(sheet.struck.count == 1)
    }
  }

  @Test func `lines that mean nothing are told so, and change nothing`() throws {
    try SmallExam.with { exam in
      let (transcript, learner) = try sit(
        exam, try start(exam), typed("", ":b", ":g 6", ":g 99", ":g x", ":s", "", ":x 9", ":n"))
      #expect(
        transcript.lines("This is", "The questions", "There is", "Say which", "Type an answer") == [
          "This is the first question.", "The questions have the numbers 1 to 5.",
          "Say which question: :g 12 goes to question 12.",
          "There is no such command in an exam. :help lists them all.",
          "Type an answer. :help lists what else can be typed.",
        ])
      #expect(transcript.lines("That was the last").count == 1)
      let open = try #require(learner.openAttempts.first)
      #expect(open.sheets.values.allSatisfy { $0.response == nil && $0.struck.isEmpty })
      #expect(open.place == (try exam.paper.items[1].question.id))
    }
  }

  @Test func `the end asks for the same once more, and any other line takes it back`() throws {
    try SmallExam.with { exam in
      let (transcript, learner) = try sit(
        exam, try start(exam), typed("", ":e", ":t", ":e", ":q"))
      #expect(
        transcript.lines("5 questions are open").count == 2)
      #expect(learner.openAttempts.count == 1)
    }
  }

  @Test func `the time is told at the notices, and ends the exam while nobody types`() throws {
    try SmallExam.with { exam in
      let lines: [Line] =
        typed("") + [.waits(149), .waits(2), .waits(90), .waits(50), .waits(20)] + typed("never")
      let (transcript, learner) = try sit(exam, try start(exam), lines)
      #expect(
        transcript.lines("Half", "1 minute", "The time was up") == [
          "Half of the time is over.", "1 minute left.",
          "The time was up at 10:05. Your answers up to then count.",
        ])
      #expect(transcript.lines("Result") == ["Result: Small exam"])
      let attempt = try #require(learner.finishedAttempts.first)
      #expect(attempt.outcome?.reason == .time)
      #expect(attempt.outcome?.spent == 300_000)
      #expect(attempt.finished?.at == attempt.start?.end.wall)
    }
  }

  @Test func `a line that comes after the deadline answers nothing`() throws {
    try SmallExam.with { exam in
      let transcript = Transcript()
      let (runner, folder, learner) = try exam.open()
      var session = PlainExam(
        try start(exam), canAsk: false, learner: learner, effects: runner,
        clock: exam.time.clock, text: PlainText(charset: .unicode),
        printer: PlainPrinter { (_, text) throws(WriteFailure) in transcript.output += text })
      var number = 0
      try session.run { _ in
        number += 1
        if number == 1 { return .line("") }
        // As after a sleep: the line is there, and the time is up.
        exam.time.advance(seconds: 400)
        return .line("1")
      }
      #expect(number == 2)
      let attempt = try #require(session.learner.finishedAttempts.first)
      #expect(attempt.outcome?.score.right == 0)
      #expect(attempt.finished?.at == attempt.start?.end.wall)
      folder.close()
    }
  }

  @Test func `the end of input leaves the exam, and it goes on later`() throws {
    try SmallExam.with { exam in
      let (left, learner) = try sit(exam, try start(exam), typed("", ":f", ":n"))
      #expect(
        left.lines("The clock runs on until")
          == ["The clock runs on until 10:05. To go on: swot exam --resume"])
      let attempt = try #require(learner.openAttempts.first?.start?.attempt)
      exam.time.advance(seconds: 60)
      let (back, _) = try sit(
        exam, .resume(attempt, takesOver: false), typed(":b", ":e", ":e"))
      #expect(back.lines("Time left") == ["Time left: 0:04:00."])
      #expect(
        back.lines("Question ").map { $0.prefix(10) } == ["Question 2", "Question 1"])
      #expect(back.lines("[") == ["[flagged]"])
      #expect(back.lines("Time: ") == ["Time: 0:01:00 of 0:05:00"])
    }
  }

  @Test func `a prompt that has no answer yet keeps its place`() throws {
    try SmallExam.with { exam in
      var (runner, folder, _) = try exam.open()
      let clock = exam.time.clock
      var sitting = try #require(
        runner.run(.begin(try exam.paper, ExamTerms(), candidate: nil), at: clock).opened)
      let attempt = sitting.start.attempt
      let place = try #require(
        try exam.paper.items.firstIndex { $0.question.format.kind == .match })
      // As on a screen, where the rows are answered one by one.
      let events: [ExamEvent?] = [
        sitting.go(to: place, at: clock.reading),
        sitting.respond(.numbers([0, 1]), at: clock.reading),
      ]
      _ = runner.run(.record(events.compactMap(\.self)), at: clock)
      _ = runner.run(.leave(attempt), at: clock)
      folder.close()
      let (back, _) = try sit(exam, .resume(attempt, takesOver: false), [])
      let shown = try #require(try exam.paper.items[place].order.firstIndex(of: 1)) + 1
      #expect(back.lines("[") == ["[Your answer: - \(shown)]"])
    }
  }

  @Test func `an exam that goes only forward keeps to it`() throws {
    try SmallExam.with { exam in
      exam.blueprint.navigation = .forwardOnly
      let (transcript, _) = try sit(exam, try start(exam), typed("", ":n", ":b", ":g 1", ":g 4"))
      #expect(transcript.lines("This exam goes forward only").count == 3)
      #expect(transcript.lines("Question ").count == 2)
    }
  }

  @Test func `an exam that goes only forward offers no way back`() throws {
    try SmallExam.with { exam in
      exam.blueprint.navigation = .forwardOnly
      let (transcript, _) = try sit(
        exam, try start(exam), typed("", ":help", ":n", ":n", ":n", ":n", ":n"))
      #expect(transcript.lines("That was") == ["That was the last question. :e ends the exam."])
      #expect(!transcript.output.contains(":b ") && !transcript.output.contains(":g "))
    }
  }

  @Test func `under the net rule a part of the right choices is an answer`() throws {
    try SmallExam.with { exam in
      let place = try #require(
        try exam.paper.items.firstIndex { $0.question.keyNumbers.count == 2 })
      let lines = typed("", ":g \(place + 1)", "1", ":r")
      let (refused, _) = try sit(exam, try start(exam), lines)
      #expect(refused.lines("Choose two (1 chosen).").count == 1)
      #expect(refused.output.contains("a guess costs nothing more"))
      #expect(refused.lines("Answered") == ["Answered 0 of 5."])
    }
    try SmallExam.with { exam in
      exam.blueprint.scoring = .netCorrect
      let place = try #require(
        try exam.paper.items.firstIndex { $0.question.keyNumbers.count == 2 })
      let lines = typed("", ":g \(place + 1)", "1", ":g \(place + 1)", "1,2,3", ":r")
      let (taken, _) = try sit(exam, try start(exam), lines)
      #expect(taken.lines("[") == ["[Your answer: 1]"])
      #expect(taken.lines("Choose two (3 chosen).").count == 1)
      #expect(!taken.output.contains("a guess costs nothing more"))
      #expect(taken.lines("Answered") == ["Answered 1 of 5."])
    }
  }

  @Test func `an exam that is open elsewhere says where, and is taken over when wanted`() throws {
    try SmallExam.with { exam in
      var (first, folder, _) = try exam.open()
      let attempt = try #require(
        first.run(.begin(try exam.paper, ExamTerms(), candidate: nil), at: exam.time.clock).opened
      ).start.attempt
      let failure = #expect(throws: PlainExamFailure.self) {
        try sit(exam, .resume(attempt, takesOver: false), [])
      }
      #expect(failure?.description.contains(", last key 10:00:00.") == true)
      #expect(failure?.description.hasSuffix("swot exam --resume --take-over --plain") == true)
      let (declined, _) = try sit(
        exam, .resume(attempt, takesOver: false), canAsk: true, typed("n"))
      #expect(declined.lines("Question") == [])
      let (taken, _) = try sit(
        exam, .resume(attempt, takesOver: false), canAsk: true, typed("y"))
      #expect(taken.lines("Question ").count == 1)
      #expect(first.lookAround() == [.exam(.replaced(attempt))])
      folder.close()
    }
  }

  @Test func `what can't be kept begins no exam, and says why`() throws {
    try SmallExam.with { exam in
      exam.blueprint.minutes = 5
      let (_, folder, _) = try exam.open()
      folder.close()
      try "".write(toFile: exam.paths.data + "/exams", atomically: false, encoding: .utf8)
      let failure = #expect(throws: PlainExamFailure.self) {
        try sit(exam, try start(exam), typed(""))
      }
      #expect(failure?.description.hasPrefix("The exam can't begin: ") == true)
    }
  }
}
