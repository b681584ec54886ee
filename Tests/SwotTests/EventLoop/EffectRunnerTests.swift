import FSRS
import PracticeCore
import PracticeUI
import ProgressStore
import TestSupport
import Testing

@testable import swot

@Suite struct EffectRunnerTests {
  private static let now = LocalTime(
    at: Timestamp(milliseconds: 1_795_424_400_000), offsetMinutes: 60)
  private static let question = QuestionID(bank: "b", question: "q")

  private func withRunner(
    _ body: (inout EffectRunner, ProgressPaths, AppearanceFile) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let paths = ProgressPaths(data: folder + "/data", state: folder + "/state")
      var random = SplitMix64(seed: 1)
      let opened = try ProgressFolder.open(paths, random: &random)
      let file = AppearanceFile(path: folder + "/config.yaml")
      var runner = EffectRunner(
        folder: opened.folder, appearance: file, themes: ThemeLibrary(Environment([:])))
      try body(&runner, paths, file)
      opened.folder.close()
    }
  }

  @Test func `an event is on disk when it is said to be recorded`() throws {
    try withRunner { runner, paths, _ in
      let content = EventContent.mark(.flag, question: Self.question)
      let messages = runner.append(content, at: Self.now)
      guard case .recorded(let event) = messages.first, messages.count == 1 else {
        Issue.record("\(messages)")
        return
      }
      #expect(event.content == content)
      #expect(event.time == Self.now)
      let read = try ProgressFolder.read(paths).state
      #expect(read[Self.question].isFlagged)
      #expect(!runner.hasUnsaved)
    }
  }

  @Test func `a replay gives what the journals say`() throws {
    try withRunner { runner, _, _ in
      _ = runner.append(.note(question: Self.question, text: "mind this"), at: Self.now)
      guard case .learnerReplaced(let learner) = runner.replay().first else {
        Issue.record("no learner came")
        return
      }
      #expect(learner[Self.question].note == "mind this")
    }
  }

  @Test func `settings are written, and what keeps them from it is said`() throws {
    try withRunner { runner, _, file in
      let settings = AppearanceSettings(theme: "light")
      #expect(runner.save(settings) == [])
      let written = try file.read().settings
      #expect(written == settings)
    }
    try withTemporaryFolder { folder in
      var random = SplitMix64(seed: 1)
      let opened = try ProgressFolder.open(
        ProgressPaths(data: folder + "/data", state: folder + "/state"), random: &random)
      var runner = EffectRunner(
        folder: opened.folder, appearance: nil, themes: ThemeLibrary(Environment([:])))
      #expect(
        runner.save(AppearanceSettings()) == [
          .notice("The settings hold until you leave: there is no home folder to save them.")
        ])
      opened.folder.close()
    }
  }

  @Test func `where nothing waits, trying again says nothing`() throws {
    try withRunner { runner, _, _ in #expect(runner.retry() == []) }
  }
}
