import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

@Suite struct FolderRightsTests {
  private let system = POSIXFileSystem()

  private func permissions(_ path: String) throws -> Int? {
    try system.status(at: path)?.permissions
  }

  /// A folder with a journal, a snapshot and a backup.
  private func fill(_ place: Place, _ random: inout SplitMix64) throws {
    var opened = try place.open(&random)
    opened.state.fold(opened.folder.append([.answer(.example())], at: .example).events)
    try opened.folder.saveSnapshot(opened.state)
    opened.folder.close()
    _ = try BackupFolder(of: place.paths).make(on: LocalTime.example.studyDay)
  }

  @Test func `what is made is the learner's alone`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      try fill(place, &random)
      for folder in [
        place.paths.data, place.paths.journals, place.paths.backups, place.paths.state,
      ] {
        #expect(try permissions(folder) == 0o700, "\(folder)")
      }
      let journal = try #require(try place.journals().first)
      for file in [
        place.paths.journal(journal), place.paths.snapshot,
        "\(place.paths.backups)/2026-11-23/\(journal)",
      ] {
        #expect(try permissions(file) == 0o600, "\(file)")
      }
      #expect(FolderRights(paths: place.paths).tooWide().isEmpty)
    }
  }

  @Test func `wider rights are told and taken away`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      try fill(place, &random)
      let journal = place.paths.journal(try #require(try place.journals().first))
      let wide = [
        (place.paths.data, 0o755, 0o700), (place.paths.journals, 0o777, 0o700),
        (journal, 0o644, 0o600), (place.paths.snapshot, 0o666, 0o600),
        (place.paths.backups, 0o750, 0o700),
      ]
      for (path, mode, _) in wide { try system.setPermissions(of: path, to: mode) }
      #expect(Set(FolderRights(paths: place.paths).tooWide()) == Set(wide.map(\.0)))
      _ = try place.open(&random)
      for (path, _, mode) in wide { #expect(try permissions(path) == mode, "\(path)") }
    }
  }

  @Test func `a folder that holds other things as well keeps its rights`() throws {
    try withPlace { place in
      try place.put(Array("x".utf8), at: "\(place.paths.data)/thesis.tex")
      try system.setPermissions(of: place.paths.data, to: 0o755)
      var random = SplitMix64(seed: 1)
      try fill(place, &random)
      #expect(try permissions(place.paths.data) == 0o755)
      #expect(try permissions(place.paths.journals) == 0o700)
    }
  }

  @Test func `links are not followed out of the folder`() throws {
    try withPlace { place in
      let example = ExampleJournal()
      let outside = "\(place.folder)/outside/\(example.file)"
      try place.put(example.bytes, at: outside)
      var random = SplitMix64(seed: 1)
      try fill(place, &random)
      try place.link(place.paths.journal(example.file), to: outside)
      try place.link("\(place.paths.backups)/2026-11-22", to: "\(place.folder)/outside")
      let read = try place.read()
      #expect(read.report.events == 1)
      #expect(read.report.unreadable.map(\.path) == [place.paths.journal(example.file)])
      #expect(
        read.report.unreadable.first?.reason == "it is a symbolic link, which is not followed")
      #expect(try ProgressVerification(of: place.paths).unreadable.count == 1)
      _ = try place.open(&random)
      #expect(try place.bytes(outside) == example.bytes)
    }
  }

  @Test func `a snapshot that is a link is neither read nor written through`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      var opened = try place.open(&random)
      opened.state.fold(opened.folder.append([.answer(.example())], at: .example).events)
      try opened.folder.saveSnapshot(opened.state)
      let outside = "\(place.folder)/outside.json"
      try system.rename(place.paths.snapshot, to: outside)
      let bytes = try place.bytes(outside)
      try place.link(place.paths.snapshot, to: outside)
      #expect(try !place.read().report.isFromSnapshot)
      opened.state.fold(opened.folder.append([.answer(.example("b/Q"))], at: .example).events)
      try opened.folder.saveSnapshot(opened.state)
      #expect(try place.bytes(outside) == bytes)
      #expect(try system.status(at: place.paths.snapshot)?.kind == .file)
    }
  }

  @Test func `a folder of journals that is a link is refused`() throws {
    try withPlace { place in
      let example = ExampleJournal()
      try place.put(example.bytes, at: "\(place.folder)/outside/\(example.file)")
      try system.makeFolder("\(place.folder)/one")
      try system.makeFolder(place.paths.data)
      try place.link(place.paths.journals, to: "\(place.folder)/outside")
      var random = SplitMix64(seed: 1)
      #expect(throws: ProgressError.self) { _ = try place.open(&random) }
      #expect(throws: ProgressError.self) { try place.read() }
    }
  }

  @Test func `a pipe that poses as a journal holds nobody up`() throws {
    try withPlace { place in
      try system.makeFolder("\(place.folder)/one")
      try system.makeFolder(place.paths.data)
      try system.makeFolder(place.paths.journals)
      try place.makePipe(place.paths.journal("pipe.jsonl"))
      try place.makePipe(place.paths.snapshot)
      #expect(try place.read().report.unreadable.count == 1)
    }
  }

  @Test func `a folder that can't be made is said`() throws {
    try withPlace { place in
      try place.put([], at: "\(place.folder)/one")
      var random = SplitMix64(seed: 1)
      #expect {
        _ = try place.open(&random)
      } throws: { error in
        guard case .cannotCreate(let cause) = error as? ProgressError else { return false }
        return cause.description.hasPrefix("cannot ") && "\(error)".contains("--data")
      }
    }
  }

  @Test func `names of files can't steer a terminal`() {
    let error = SystemError("open", "/tmp/\u{1B}[31mred\u{202E}\n", code: 2)
    #expect("\(error)" == "cannot open '/tmp/?[31mred??': No such file or directory")
  }
}
