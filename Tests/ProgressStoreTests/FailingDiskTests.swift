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

/// Nothing that was confirmed is lost, whatever the disk does.
@Suite struct FailingDiskTests {
  /// A session on a disk that fails as planned, then one on a sound disk.
  private struct Session {
    /// Events that were said to be on the disk.
    var confirmed: [Event] = []
    /// Events that were made.
    var made: [Event] = []
    /// The state as the session saw it.
    var state = LearnerState()
    /// The first failure that was reported.
    var failure: SaveFailure?
    /// The file to which went what could not be saved.
    var fallback: UnsavedFile?
  }

  /// Begins an exam where its form can be kept, answers some questions, with a correction and an undo, and leaves.
  private func run(
    in place: Place, on disk: FaultyFileSystem, seed: UInt64 = 1
  ) throws(ProgressError) -> Session {
    var random = SplitMix64(seed: seed)
    var session = Session()
    let opened = try place.open(&random, fileSystem: disk)
    let folder = opened.folder
    session.state = opened.state
    func save(_ contents: [EventContent], second: Int) throws(ProgressError) {
      let time = LocalTime(
        at: LocalTime.example.at.advanced(byMilliseconds: Int64(second) * 1000), offsetMinutes: 60)
      let outcome = folder.append(contents, at: time)
      session.made += outcome.events
      if session.failure == nil { session.failure = outcome.failure }
      if outcome.failure == nil { session.confirmed = session.made }
      for event in outcome.events where !session.state.apply(event) {
        session.state = try folder.reload()
      }
    }
    if let hash = try? folder.keep(.example, of: .example) {
      var start = ExamStart.example
      start.paper = hash
      try save([.exam(.start(start))], second: 0)
    }
    let first = session.made.count
    try save([.answer(.example("aws-iam/IAM-Q-001"))], second: 1)
    try save([.answer(.example("aws-iam/IAM-Q-002")), .answer(.example())], second: 2)
    try save([.rate(of: session.made[first + 2].id, rating: .easy)], second: 3)
    try save([.undo(of: session.made[first].id)], second: 4)
    try save([.settings(StudySettings(newPerDay: 7))], second: 5)
    if folder.close() == nil {
      session.confirmed = session.made
      try? folder.saveSnapshot(session.state)
    } else {
      session.fallback = folder.writePendingElsewhere(in: ["/nowhere", place.folder])
      if session.fallback != nil { session.confirmed = session.made }
    }
    return session
  }

  /// What a session on a sound disk finds must be all that was confirmed, each once, and nothing
  /// that was not made.
  private func expectKept(_ session: Session, in place: Place, _ context: Comment) throws {
    if let fallback = session.fallback {
      let merge = try ProgressMerge(
        [fallback.path], into: place.paths, fileSystem: FaultyFileSystem())
      try #require(merge.conflicts.isEmpty, context)
    }
    let found = try ProgressVerification(of: place.paths)
    try #require(found.events >= session.confirmed.count, context)
    try #require(found.events <= session.made.count, context)
    try #require(found.conflicts.isEmpty && found.missing.isEmpty, context)
    // Whatever exam has begun can be taken up again.
    try #require(found.papers.isEmpty, context)
    // Behind a failed flush may lie half a line; no more.
    try #require(found.damaged.allSatisfy { $0.damage == .incomplete }, context)
    let read = try place.read()
    try #require(
      read.state == LearnerState(replaying: Array(session.made[..<found.events])), context)
    var random = SplitMix64(seed: 99)
    let next = try place.open(&random)
    try #require(next.state == read.state, context)
    try #require(
      next.folder.append([.answer(.example())], at: .example).failure == nil, context)
    next.folder.close()
    try #require(try place.read().report.events == found.events + 1, context)
  }

  /// How many calls a session makes on a sound disk.
  private func callsOfSession() throws -> Int {
    try withPlace { place in
      let disk = FaultyFileSystem()
      _ = try run(in: place, on: disk)
      return disk.count
    }
  }

  private static let faults: [FaultyFileSystem.Fault] = [
    .failure(ENOSPC), .failure(EIO), .failure(EROFS), .shortWrite(1), .shortWrite(150), .lie(EIO),
  ]

  @Test(arguments: faults)
  func `a single fault at any call of a session costs nothing`(
    fault: FaultyFileSystem.Fault
  ) throws {
    for number in 0..<(try callsOfSession()) {
      try withPlace { place in
        let disk = FaultyFileSystem()
        disk.plan { _, count, _ in count == number ? fault : nil }
        // A session that can't begin has confirmed nothing.
        guard let session = try? run(in: place, on: disk) else { return }
        try #require(session.confirmed == session.made, "call \(number)")
        try expectKept(session, in: place, "call \(number)")
      }
    }
  }

  @Test(arguments: faults)
  func `a disk that fails for good from any call on costs nothing confirmed`(
    fault: FaultyFileSystem.Fault
  ) throws {
    for number in 0..<(try callsOfSession()) {
      try withPlace { place in
        let disk = FaultyFileSystem()
        // Elsewhere there is another disk.
        disk.plan { _, count, path in
          count >= number && path.hasPrefix("\(place.folder)/one/") ? fault : nil
        }
        guard let session = try? run(in: place, on: disk) else { return }
        try #require(session.confirmed == session.made, "call \(number)")
        try expectKept(session, in: place, "call \(number)")
      }
    }
  }

  @Test func `faults at random, over and over`() throws {
    try withEvery(seed: 0..<300) { seed, random in
      try withPlace { place in
        let disk = FaultyFileSystem()
        var dice = SplitMix64(seed: random.next())
        let rarity = 2 + dice.number(below: 30)
        disk.plan { _, _, path in
          guard path.contains("/one/"), dice.oneIn(rarity) else { return nil }
          return dice.one(of: Self.faults)
        }
        guard let session = try? run(in: place, on: disk, seed: seed) else { return }
        try expectKept(session, in: place, "seed \(seed)")
      }
    }
  }

  @Test func `a full disk is said so, and what waits is saved when there is room`() throws {
    try withPlace { place in
      let disk = FaultyFileSystem()
      var random = SplitMix64(seed: 1)
      let folder = try place.open(&random, fileSystem: disk).folder
      #expect(folder.append([.answer(.example())], at: .example).failure == nil)
      disk.plan { call, _, _ in call == .write ? .shortWrite(40) : nil }
      let first = folder.append([.answer(.example("b/Q-1"))], at: .example)
      let second = folder.append([.answer(.example("b/Q-2"))], at: .example)
      #expect(
        second.failure?.description.hasPrefix("Not saved: No space left on device") == true)
      #expect(second.failure?.waiting == 2)
      #expect(folder.pending == first.events + second.events)
      #expect(try ProgressVerification(of: place.paths).isSound)
      #expect(try place.read().report.events == 1)
      disk.plan(nil)
      #expect(folder.retryPending() == nil)
      #expect(folder.pending.isEmpty)
      #expect(try place.read().report.events == 3)
      #expect(try place.journals().count == 1)
    }
  }

  @Test func `after a failed flush the lines are written to another file`() throws {
    try withPlace { place in
      let disk = FaultyFileSystem()
      var random = SplitMix64(seed: 1)
      let folder = try place.open(&random, fileSystem: disk).folder
      _ = folder.append([.answer(.example("b/Q-1"))], at: .example)
      disk.plan { call, count, _ in call == .syncData ? .failure(EIO) : nil }
      let lost = folder.append([.answer(.example("b/Q-2"))], at: .example)
      #expect(lost.failure?.cause.code == EIO)
      // The same file again would be asked whether it has what it dropped.
      #expect(folder.retryPending() != nil)
      #expect(try place.journals().count == 1)
      disk.plan(nil)
      #expect(folder.retryPending() == nil)
      #expect(try place.journals().count == 2)
      let found = try ProgressVerification(of: place.paths)
      #expect(found.isSound && found.events == 2)
      // The doubtful line is gone from the first file.
      let files = try place.journals().map { try place.bytes(place.paths.journal($0)) }
      #expect(files.map { $0.count { $0 == 0x0A } } == [2, 2])
      // The next session takes another name: the old one's numbers stand in two files.
      folder.close()
      let next = try place.open(&random).folder
      _ = next.append([.answer(.example("b/Q-3"))], at: .example)
      #expect(try place.journals().count == 3)
    }
  }

  @Test func `a folder that vanishes comes back with all that the session wrote`() throws {
    for isMoved in [false, true] {
      try withPlace { place in
        var random = SplitMix64(seed: 1)
        var first = try place.open(&random)
        first.state.fold(first.folder.append([.answer(.example("b/Q-1"))], at: .example).events)
        if isMoved {
          try POSIXFileSystem().rename(place.paths.data, to: place.paths.data + "-moved")
        } else {
          try place.remove(place.paths.data)
        }
        let second = first.folder.append([.answer(.example("b/Q-2"))], at: .example)
        first.state.fold(second.events)
        #expect(second.failure == nil)
        #expect(try place.read().state == first.state)
        if isMoved {
          // The same event twice is one.
          let merge = try ProgressMerge([place.paths.data + "-moved"], into: place.paths)
          #expect(merge.added == 0 && merge.known == 1 && merge.conflicts.isEmpty)
        }
        #expect(try ProgressVerification(of: place.paths).isSound)
      }
    }
  }

  @Test func `a folder that vanished after the last answer is written again at the end`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      var opened = try place.open(&random)
      opened.state.fold(opened.folder.append([.answer(.example("b/Q-1"))], at: .example).events)
      try place.remove(place.paths.data)
      #expect(opened.folder.close() == nil)
      #expect(try place.read().state == opened.state)
      #expect(try ProgressVerification(of: place.paths).isSound)
      // Who only looked brings nothing back.
      let onlooker = try place.open(&random).folder
      try place.remove(place.paths.data)
      #expect(onlooker.close() == nil)
      #expect(try POSIXFileSystem().status(at: place.paths.data) == nil)
    }
  }

  @Test(arguments: [0, 1, 2])
  func `where a folder vanished for good, all that the session wrote goes elsewhere`(
    waiting: Int
  ) throws {
    try withPlace { place in
      let disk = FaultyFileSystem()
      var random = SplitMix64(seed: 1)
      var opened = try place.open(&random, fileSystem: disk)
      for number in 1...3 {
        let outcome = opened.folder.append([.answer(.example("b/Q-\(number)"))], at: .example)
        opened.state.fold(outcome.events)
        #expect((outcome.failure == nil) == (number + waiting <= 3))
        if number + waiting == 3 {
          try place.remove(place.paths.data)
          disk.plan { call, _, path in
            call == .makeFolder && path.hasPrefix(place.paths.data) ? .failure(EROFS) : nil
          }
        }
      }
      #expect(opened.folder.close()?.waiting == 3)
      let file = try #require(opened.folder.writePendingElsewhere(in: [place.folder]))
      #expect(try ProgressMerge([file.path], into: place.paths).added == 3)
      #expect(try place.read().state == opened.state)
    }
  }

  @Test func `a journal that is replaced while it is written loses nothing`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      var opened = try place.open(&random)
      opened.state.fold(opened.folder.append([.answer(.example("b/Q-1"))], at: .example).events)
      let path = place.paths.journal(try #require(try place.journals().first))
      let old = try place.bytes(path)
      opened.state.fold(opened.folder.append([.answer(.example("b/Q-2"))], at: .example).events)
      // As a syncer does that puts an older version back.
      try place.remove(path)
      try place.put(old, at: path)
      opened.state.fold(opened.folder.append([.answer(.example("b/Q-3"))], at: .example).events)
      #expect(try place.read().state == opened.state)
      #expect(try ProgressVerification(of: place.paths).isSound)
    }
  }

  @Test func `what somebody else writes into the journal is neither cut nor glued to`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let folder = try place.open(&random).folder
      _ = folder.append([.answer(.example("b/Q-1"))], at: .example)
      let path = place.paths.journal(try #require(try place.journals().first))
      let bytes = try place.bytes(path) + Array("hello".utf8)
      try place.cut(path, to: bytes.count, of: bytes)
      #expect(folder.append([.answer(.example("b/Q-2"))], at: .example).failure == nil)
      #expect(try place.bytes(path) == bytes)
      #expect(try place.read().report.events == 2)
    }
  }

  /// A session whose last two of three answers can't be written below the given folders.
  private func sessionOnFullDisk(
    in place: Place, full folders: [String], _ random: inout SplitMix64
  ) throws -> UnsavedFile {
    let disk = FaultyFileSystem()
    let folder = try place.open(&random, fileSystem: disk).folder
    _ = folder.append([.answer(.example("b/Q-1"))], at: .example)
    disk.plan { call, _, path in
      call == .write && folders.contains { path.hasPrefix($0) } ? .failure(ENOSPC) : nil
    }
    _ = folder.append([.answer(.example("b/Q-2")), .answer(.example("b/Q-3"))], at: .example)
    #expect(folder.close()?.waiting == 2)
    return try #require(
      folder.writePendingElsewhere(in: ["\(place.folder)/missing", place.folder]))
  }

  @Test func `what could not be saved is taken in by the next session that can save`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let file = try sessionOnFullDisk(in: place, full: [place.paths.data], &random)
      #expect(file.isTakenIn && file.path.hasPrefix(place.paths.state))
      #expect(try POSIXFileSystem().status(at: file.path)?.permissions == 0o600)
      #expect(try place.read().report.unsaved == [file.path])
      // Still full.
      let disk = FaultyFileSystem()
      disk.plan { call, _, path in
        call == .write && path.hasPrefix(place.paths.data) ? .failure(ENOSPC) : nil
      }
      let early = try place.open(&random, fileSystem: disk)
      #expect(early.folder.report.unsaved == [file.path])
      #expect(early.state.questions.count == 1)
      early.folder.close()

      let next = try place.open(&random)
      #expect(next.folder.report.unsaved.isEmpty)
      #expect(next.state.questions.count == 3)
      #expect(try POSIXFileSystem().status(at: file.path) == nil)
      _ = next.folder.append([.answer(.example("b/Q-4"))], at: .example)
      next.folder.close()
      let found = try ProgressVerification(of: place.paths)
      #expect(found.isSound && found.events == 4)
    }
  }

  @Test func `what can't be kept on this machine goes elsewhere, for a merge`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let file = try sessionOnFullDisk(
        in: place, full: [place.paths.data, place.paths.state], &random)
      #expect(!file.isTakenIn && file.path.hasPrefix("\(place.folder)/swot-unsaved-"))
      #expect(try POSIXFileSystem().status(at: file.path)?.permissions == 0o600)

      // Under a name that is not used again.
      let next = try place.open(&random).folder
      _ = next.append([.answer(.example("b/Q-4"))], at: .example)
      next.close()
      let merge = try ProgressMerge([file.path], into: place.paths)
      #expect(merge.added == 2 && merge.conflicts.isEmpty)
      let found = try ProgressVerification(of: place.paths)
      #expect(found.isSound && found.events == 4)
    }
  }

  @Test func `a session on a sound disk is one write and one flush for each event`() throws {
    try withPlace { place in
      let disk = FaultyFileSystem()
      var random = SplitMix64(seed: 1)
      let folder = try place.open(&random, fileSystem: disk).folder
      _ = folder.append([.answer(.example())], at: .example)
      for _ in 0..<3 {
        var calls: [FaultyFileSystem.Call] = []
        disk.plan { call, _, _ in
          calls.append(call)
          return nil
        }
        _ = folder.append([.answer(.example())], at: .example)
        #expect(calls.filter { $0 != .status } == [.write, .syncData])
      }
    }
  }
}
