import FSRS
import PracticeCore
import PracticeUI
import ProgressStore
import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct ExamDeskTests {
  private let terms = ExamTerms()

  @Test func `an exam that begins is on disk, with its form, before it is shown`() throws {
    try SmallExam.with { exam in
      var (runner, folder, _) = try exam.open()
      let paper = try exam.paper
      let messages = runner.run(.begin(paper, terms, candidate: "Ada"), at: exam.time.clock)
      let sitting = try #require(messages.opened)
      #expect(messages.count == 2)
      let attempt = sitting.start.attempt
      let progress = try #require(try exam.learner.attempts[attempt])
      #expect(progress.start == sitting.start)
      #expect(progress.start?.candidate == "Ada")
      #expect(try folder.papers.paper(of: attempt, hash: sitting.start.paper) == paper)
      folder.close()
    }
  }

  @Test func `what can't be kept begins no exam`() throws {
    try SmallExam.with { exam in
      var (runner, folder, _) = try exam.open()
      try Data().write(to: URL(filePath: exam.paths.data + "/exams"))
      let messages = runner.run(.begin(try exam.paper, terms, candidate: nil), at: exam.time.clock)
      #expect(messages.opened == nil)
      #expect(messages.notices.first?.hasPrefix("The exam can't begin: ") == true)
      #expect(try exam.learner.attempts.isEmpty)
      folder.close()
    }
  }

  @Test func `answers are on disk when they are said to be recorded`() throws {
    try SmallExam.with { exam in
      var (runner, folder, _) = try exam.open()
      var sitting = try #require(
        runner.run(.begin(try exam.paper, terms, candidate: nil), at: exam.time.clock).opened)
      exam.time.advance(seconds: 10)
      let response = sitting.attempt.item.question.rightResponse
      let events = [
        sitting.respond(response, at: exam.time.clock.reading),
        sitting.flag(at: exam.time.clock.reading),
      ]
      #expect(runner.run(.record(events), at: exam.time.clock).recorded == events)
      let progress = try #require(try exam.learner.attempts[sitting.start.attempt])
      let sheet = try #require(progress.sheets[sitting.attempt.item.question.id])
      #expect(sheet == sitting.attempt.sheet)
      #expect(sheet.response == response)
      #expect(sheet.isFlagged)
      folder.close()
    }
  }

  @Test func `an exam that was left comes back as it was`() throws {
    try SmallExam.with { exam in
      var (runner, folder, _) = try exam.open()
      var sitting = try #require(
        runner.run(.begin(try exam.paper, terms, candidate: nil), at: exam.time.clock).opened)
      let attempt = sitting.start.attempt
      let now = exam.time.clock.reading
      let response = sitting.attempt.item.question.rightResponse
      let moved = sitting.respond(response, at: now)
      let events = [moved] + [sitting.go(to: 3, at: now)].compactMap(\.self)
      #expect(events.count == 2)
      _ = runner.run(.record(events + sitting.leave(at: now)), at: exam.time.clock)
      #expect(runner.run(.leave(attempt), at: exam.time.clock) == [])
      folder.close()

      exam.time.advance(seconds: 100)
      var (second, again, _) = try exam.open()
      let messages = second.run(.resume(attempt, takesOver: false), at: exam.time.clock)
      let back = try #require(messages.opened)
      #expect(back.number == 2)
      #expect(back.attempt.sheets == sitting.attempt.sheets)
      #expect(back.attempt.place == 3)
      #expect(back.attempt.paper == sitting.attempt.paper)
      #expect(back.left(at: exam.time.clock.reading) == 200_000)
      #expect(messages.recorded == [back.resumed])
      again.close()
    }
  }

  @Test func `an exam that is open elsewhere is left alone, unless it is taken over`() throws {
    try SmallExam.with { exam in
      var (first, folder, _) = try exam.open()
      var sitting = try #require(
        first.run(.begin(try exam.paper, terms, candidate: nil), at: exam.time.clock).opened)
      let attempt = sitting.start.attempt
      exam.time.advance(seconds: 3)
      first.noteKey(at: exam.time.now)
      var (second, other, _) = try exam.open()
      let refused = second.run(.resume(attempt, takesOver: false), at: exam.time.clock)
      guard case .exam(.elsewhere(attempt, let holder)) = refused.first, refused.count == 1 else {
        Issue.record("\(refused)")
        return
      }
      #expect(holder.process == Int(ProcessInfo.processInfo.processIdentifier))
      #expect(holder.lastKey?.at == exam.time.now)
      // What was written meanwhile is seen by the one who takes over.
      let event = sitting.flag(at: exam.time.clock.reading)
      _ = first.run(.record([event]), at: exam.time.clock)
      let taken = second.run(.resume(attempt, takesOver: true), at: exam.time.clock)
      #expect(try #require(taken.opened).attempt.sheet.isFlagged)
      // From now on the first one writes nothing.
      let events = try exam.events
      #expect(first.lookAround() == [.exam(.replaced(attempt))])
      let late = sitting.flag(at: exam.time.clock.reading)
      #expect(first.run(.record([late]), at: exam.time.clock) == [.exam(.replaced(attempt))])
      let (last, finish, end) = sitting.finish(
        .ended, at: exam.time.clock.reading, time: exam.time.clock.now)
      #expect(
        first.run(.finish(last: last, finish, at: end), at: exam.time.clock)
          == [.exam(.replaced(attempt))])
      #expect(try exam.events == events)
      folder.close()
      other.close()
    }
  }

  @Test func `the end is written once, and can be read again`() throws {
    try SmallExam.with { exam in
      var (runner, folder, _) = try exam.open()
      var sitting = try #require(
        runner.run(.begin(try exam.paper, terms, candidate: nil), at: exam.time.clock).opened)
      let attempt = sitting.start.attempt
      #expect(runner.run(.read(attempt), at: exam.time.clock).read == nil)
      let now = exam.time.clock.reading
      for place in sitting.attempt.paper.items.indices {
        if place > 0, let event = sitting.go(to: place, at: now) {
          _ = runner.run(.record([event]), at: exam.time.clock)
        }
        let event = sitting.respond(sitting.attempt.item.question.rightResponse, at: now)
        _ = runner.run(.record([event]), at: exam.time.clock)
      }
      exam.time.advance(seconds: 60)
      let (last, finish, end) = sitting.finish(
        .ended, at: exam.time.clock.reading, time: exam.time.clock.now)
      let messages = runner.run(.finish(last: last, finish, at: end), at: exam.time.clock)
      #expect(messages.recorded == [last, .finish(finish)])
      let again = runner.run(.resume(attempt, takesOver: false), at: exam.time.clock)
      #expect(again.opened == nil)
      #expect(try exam.learner.attempts[attempt]?.outcome?.score.scaled == 1000)
      folder.close()
    }
  }

  @Test func `a time that ran out meanwhile ends the exam as of its deadline`() throws {
    try SmallExam.with { exam in
      var (runner, folder, _) = try exam.open()
      var sitting = try #require(
        runner.run(.begin(try exam.paper, terms, candidate: nil), at: exam.time.clock).opened)
      let attempt = sitting.start.attempt
      exam.time.advance(seconds: 10)
      let event = sitting.respond(
        sitting.attempt.item.question.rightResponse, at: exam.time.clock.reading)
      _ = runner.run(.record([event]), at: exam.time.clock)
      _ = runner.run(.leave(attempt), at: exam.time.clock)
      let deadline = sitting.start.end.wall
      exam.time.advance(seconds: 3600)
      let messages = runner.run(.resume(attempt, takesOver: false), at: exam.time.clock)
      let read = try #require(messages.read)
      #expect(read.outcome.reason == .time)
      #expect(read.outcome.spent == 300_000)
      #expect(read.finishedAt.at == deadline)
      #expect(read.sheets.first?.response == sitting.attempt.sheet.response)
      #expect(try exam.learner.attempts[attempt]?.finished?.at == deadline)
      folder.close()
    }
  }

  @Test func `settling ends what is overdue and held by nobody, and says so once`() throws {
    try SmallExam.with { exam in
      var (first, folder, _) = try exam.open()
      let sitting = try #require(
        first.run(.begin(try exam.paper, terms, candidate: nil), at: exam.time.clock).opened)
      let attempt = sitting.start.attempt
      func settle() throws -> [String] {
        let (_, other, state) = try exam.open()
        defer { other.close() }
        var learner = state
        var desk = ExamDesk(EventRecorder(folder: other))
        let notices = desk.settle(&learner, exam.time.clock)
        #expect(try learner.attempts == exam.learner.attempts)
        return notices
      }
      #expect(try settle() == [])
      exam.time.advance(seconds: 301)
      // Who has it open ends it too.
      #expect(try settle() == [])
      #expect(try exam.learner.attempts[attempt]?.isOpen == true)
      _ = first.run(.leave(attempt), at: exam.time.clock)
      #expect(
        try settle() == ["The time of 'Small exam' ran out at 10:05: swot exam --history"])
      #expect(try exam.learner.attempts[attempt]?.outcome?.reason == .time)
      #expect(try settle() == [])
      folder.close()
    }
  }

  @Test func `an exam whose clock may stand still is never overdue while it is left`() throws {
    try SmallExam.with { exam in
      var (runner, folder, _) = try exam.open()
      var sitting = try #require(
        runner.run(
          .begin(try exam.paper, ExamTerms(extra: 60_000, withPauses: true), candidate: nil),
          at: exam.time.clock
        ).opened)
      exam.time.advance(seconds: 60)
      let attempt = sitting.start.attempt
      _ = runner.run(.record(sitting.leave(at: exam.time.clock.reading)), at: exam.time.clock)
      _ = runner.run(.leave(attempt), at: exam.time.clock)
      exam.time.advance(seconds: 86_400)
      var learner = try exam.learner
      var desk = ExamDesk(EventRecorder(folder: folder))
      #expect(desk.settle(&learner, exam.time.clock) == [])
      let back = try #require(
        runner.run(.resume(attempt, takesOver: false), at: exam.time.clock).opened)
      #expect(back.left(at: exam.time.clock.reading) == 300_000)
      folder.close()
    }
  }

  @Test(arguments: [nil, "", "{}", "not the same"])
  func `a form that is gone or damaged is named, and nothing is written`(
    content: String?
  ) throws {
    try SmallExam.with { exam in
      var (runner, folder, _) = try exam.open()
      let sitting = try #require(
        runner.run(.begin(try exam.paper, terms, candidate: nil), at: exam.time.clock).opened)
      let attempt = sitting.start.attempt
      _ = runner.run(.leave(attempt), at: exam.time.clock)
      let path = folder.papers.path(of: attempt)
      if let content {
        try Data(content.utf8).write(to: URL(filePath: path))
      } else {
        try FileManager.default.removeItem(atPath: path)
      }
      let events = try exam.events
      let messages = runner.run(.resume(attempt, takesOver: false), at: exam.time.clock)
      #expect(messages.opened == nil)
      let notice = try #require(messages.notices.first)
      #expect(notice.hasPrefix("The exam can't be taken up again: "))
      #expect(notice.contains(path))
      exam.time.advance(seconds: 301)
      var learner = try exam.learner
      var desk = ExamDesk(EventRecorder(folder: folder))
      #expect(
        desk.settle(&learner, exam.time.clock).first?.hasPrefix(
          "The time of 'Small exam' ran out at 10:05, but there is no result: ") == true)
      #expect(try exam.events == events)
      folder.close()
    }
  }

  @Test func `an edited bank changes nothing in an exam`() throws {
    try SmallExam.with { exam in
      var (runner, folder, _) = try exam.open()
      let paper = try exam.paper
      let sitting = try #require(
        runner.run(.begin(paper, terms, candidate: nil), at: exam.time.clock).opened)
      _ = runner.run(.leave(sitting.start.attempt), at: exam.time.clock)
      // The desk knows no bank: all that it needs is in the form.
      let back = try #require(
        runner.run(.resume(sitting.start.attempt, takesOver: false), at: exam.time.clock).opened)
      #expect(back.attempt.paper == paper)
      folder.close()
    }
  }
}

extension SmallExam {
  /// How many lines all journals have.
  fileprivate var events: Int {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: paths.journals)
        .map { try Data(contentsOf: URL(filePath: paths.journals + "/" + $0)).count }
        .reduce(0, +)
    }
  }
}
