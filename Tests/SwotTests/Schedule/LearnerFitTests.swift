import FSRS
import Foundation
import PracticeCore
import PracticeUI
import ProgressStore
import TestSupport
import Testing

@testable import swot

/// Fits as the settings have them done.
@Suite struct LearnerFitTests {
  private static let morning = Timestamp(milliseconds: 1_795_420_800_000)

  @Test func `a fit says how far it is and then what came of it`() throws {
    try withTemporaryFolder { folder in
      let worker = Worker()
      worker.start("fit", try work(filling: folder))
      let news = try waitForEnd(worker)
      guard case .found(let found) = news.last else {
        Issue.record("\(news)")
        return
      }
      #expect(found.parameters.model == "fsrs6" && found.parameters.weights?.count == 21)
      #expect(found.before.items > 0 && found.after.items == found.before.items)
      let percents = news.compactMap { news in
        if case .progress(let percent) = news { percent } else { nil }
      }
      #expect(percents.count == news.count - 1)
      #expect(percents.count > 3 && percents.allSatisfy { (1...100).contains($0) })
    }
  }

  @Test func `without answers there is nothing to fit`() throws {
    try withTemporaryFolder { folder in
      let worker = Worker()
      let fit = LearnerFit(
        paths: ProgressPaths(data: "\(folder)/data", state: "\(folder)/state"), pending: [],
        parameters: ModelParameters())
      worker.start("fit") { fit.work($0) }
      let news = try waitForEnd(worker)
      #expect(news == [.tooFew(items: 0, least: 100)])
    }
  }

  @Test func `a fit that is cancelled says nothing any more, and another can begin`() throws {
    try withTemporaryFolder { folder in
      let worker = Worker()
      let work = try work(filling: folder)
      worker.start("fit", work)
      worker.cancel("fit")
      #expect(worker.messages() == [])
      worker.start("fit", work)
      worker.start("fit", work)
      let news = try waitForEnd(worker)
      let ends = news.filter { if case .progress = $0 { false } else { true } }
      #expect(ends.count == 1, "\(news)")
    }
  }

  /// A fit to answers that are written into a folder.
  private func work(filling folder: String) throws -> @Sendable (Worker.Post) -> Void {
    let paths = ProgressPaths(data: "\(folder)/data", state: "\(folder)/state")
    try fill(paths)
    let fit = LearnerFit(paths: paths, pending: [], parameters: ModelParameters())
    return { fit.work($0) }
  }

  /// What is said up to the end of a fit.
  private func waitForEnd(_ worker: Worker) throws -> [FitNews] {
    var news: [FitNews] = []
    let descriptor = try #require(worker.descriptor)
    while true {
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      try #require(poll(&wanted, 1, 30_000) == 1)
      for message in worker.messages() {
        guard case .fit(let said) = message else { continue }
        news.append(said)
        if case .progress = said { continue }
        return news
      }
    }
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
