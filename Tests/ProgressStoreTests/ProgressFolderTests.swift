import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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

  @Test func `whatever is made is flushed with the folder that names it`() throws {
    try withPlace { place in
      let disk = FaultyFileSystem()
      var calls: [(call: FaultyFileSystem.Call, path: String)] = []
      disk.plan { call, _, path in
        calls.append((call, path))
        return nil
      }
      var random = SplitMix64(seed: 1)
      let folder = try place.open(&random, fileSystem: disk).folder
      _ = folder.append([.answer(.example())], at: .example)
      let folders = [place.paths.journals, place.paths.data, "\(place.folder)/one"]
      for path in folders {
        let made = try #require(calls.firstIndex { $0.call == .makeFolder && $0.path == path })
        let parent = String(path[..<(try #require(path.lastIndex(of: "/")))])
        #expect(
          calls[made...].contains { $0.call == .sync && $0.path == parent },
          "\(parent) is not flushed after \(path) was made")
      }
      #expect(calls.last { $0.call == .sync }?.path == place.paths.journals)
    }
  }

  @Test(arguments: [EINVAL, ENOTSUP])
  func `where folders can't be flushed, files still are`(code: Int32) throws {
    try withPlace { place in
      let disk = FaultyFileSystem()
      // As some network file systems say.
      disk.plan { call, _, path in
        call == .sync && !path.hasSuffix(".jsonl") && !path.hasSuffix(".tmp")
          ? .failure(code) : nil
      }
      var random = SplitMix64(seed: 1)
      let opened = try place.open(&random, fileSystem: disk)
      #expect(opened.folder.append([.answer(.example())], at: .example).failure == nil)
      try opened.folder.saveSnapshot(LearnerState())
      #expect(opened.folder.close() == nil)
      let backup = try BackupFolder(of: place.paths, fileSystem: disk)
        .make(on: LocalTime.example.studyDay)
      #expect(backup != nil)
      #expect(try place.read().report.events == 1)
    }
  }
}
