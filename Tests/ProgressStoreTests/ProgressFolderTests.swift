import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

@Suite struct ProgressFolderTests {
  @Test func `what was appended is there at the next opening`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      var first = try place.open(&random)
      #expect(first.folder.report.journals == 0)
      let saved = first.folder.append([.answer(.example())], at: .example)
      #expect(saved.failure == nil)
      first.state.fold(saved.events)
      first.folder.close()

      let second = try place.open(&random)
      #expect(second.state == first.state)
      #expect(second.folder.report.events == 1)
      #expect(second.folder.report.journals == 1)
      let more = second.folder.append([.undo(of: saved.events[0].id)], at: .example)
      #expect(more.events.map(\.id) == [EventID(writer: saved.events[0].id.writer, sequence: 2)])
    }
  }

  @Test func `a snapshot gives the state back`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      var first = try place.open(&random)
      first.state.fold(first.folder.append([.answer(.example())], at: .example).events)
      try first.folder.saveSnapshot(first.state)
      first.folder.close()

      let second = try place.open(&random)
      #expect(second.state == first.state)
      #expect(second.folder.report.isFromSnapshot)
    }
  }
}
