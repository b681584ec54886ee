import FSRS
import Foundation
import PracticeCore
import PracticeUI
import ProgressStore
import TestSupport
import Testing

@testable import swot

@Suite struct FitDeskTests {
  private static let morning = Timestamp(milliseconds: 1_795_420_800_000)

  @Test func `a fit says how far it is and what came of it, and then rests`() throws {
    try withTemporaryFolder { folder in
      let paths = ProgressPaths(data: "\(folder)/data", state: "\(folder)/state")
      try fill(paths)
      var desk = FitDesk(paths)
      #expect(desk.descriptor == nil && desk.news() == [])
      #expect(desk.run(.start(ModelParameters()), pending: []) == [])
      let news = try waitForEnd(&desk)
      guard case .found(let found) = news.last else {
        Issue.record("\(news)")
        return
      }
      #expect(found.parameters.model == "fsrs6" && found.parameters.weights?.count == 21)
      #expect(found.before.items > 0 && found.after.items == found.before.items)
      #expect(desk.descriptor == nil)
    }
  }

  @Test func `without answers there is nothing to fit`() throws {
    try withTemporaryFolder { folder in
      var desk = FitDesk(ProgressPaths(data: "\(folder)/data", state: "\(folder)/state"))
      _ = desk.run(.start(ModelParameters()), pending: [])
      let news = try waitForEnd(&desk)
      #expect(news.last == .tooFew(items: 0, least: 100))
    }
  }

  @Test func `a fit that is cancelled says nothing any more, and another can begin`() throws {
    try withTemporaryFolder { folder in
      let paths = ProgressPaths(data: "\(folder)/data", state: "\(folder)/state")
      try fill(paths)
      var desk = FitDesk(paths)
      _ = desk.run(.start(ModelParameters()), pending: [])
      #expect(desk.descriptor != nil)
      #expect(desk.run(.cancel, pending: []) == [])
      #expect(desk.descriptor == nil && desk.news() == [])
      _ = desk.run(.start(ModelParameters()), pending: [])
      _ = desk.run(.start(ModelParameters()), pending: [])
      let news = try waitForEnd(&desk)
      #expect(!news.isEmpty)
    }
  }

  /// What is said until the desk rests.
  private func waitForEnd(_ desk: inout FitDesk) throws -> [FitNews] {
    var news: [FitNews] = []
    while let descriptor = desk.descriptor {
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      try #require(poll(&wanted, 1, 30_000) == 1)
      for message in desk.news() {
        if case .fit(let said) = message { news.append(said) }
      }
    }
    return news
  }

  /// Sixty questions, asked three times each.
  private func fill(_ paths: ProgressPaths) throws {
    var random = SplitMix64(seed: 8)
    let folder = try ProgressFolder.open(paths, random: &random).folder
    for day in [0, 3, 7] {
      let time = LocalTime(
        at: Self.morning.advanced(byMilliseconds: Int64(day) * 86_400_000),
        offsetMinutes: 60)
      let answers = (0..<60).map { number in
        let isRight = day == 0 || random.number(below: 3) > 0
        return EventContent.answer(
          AnswerRecord(
            question: QuestionID(bank: "b", question: "Q-\(number)"),
            revision: Revision(recorded: "1f3a9c-77d0e2"), mode: .study, order: [1, 2],
            response: .numbers([1]), isRight: isRight, confidence: nil,
            rating: isRight ? .good : .again, milliseconds: 1000))
      }
      #expect(folder.append(answers, at: time).failure == nil)
    }
    folder.close()
  }
}
