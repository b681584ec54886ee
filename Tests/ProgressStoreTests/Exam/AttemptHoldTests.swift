import FSRS
import PracticeCore
import ProgressStore
import Synchronization
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct AttemptHoldTests {
  private let system = POSIXFileSystem()

  private func lockFolder(in place: Place) throws -> String {
    "\(place.paths.holds)/\(try #require(try system.names(in: place.paths.holds).first))"
  }

  private func lockFile(in place: Place) throws -> String {
    "\(try lockFolder(in: place))/\(AttemptID.example).lock"
  }

  @Test func `an attempt that is held is nobody else's until it is let go`() throws {
    try withPlace { place in
      let hold = try #require(AttemptHold.take(.example, in: place.paths, as: .example(1)).hold)
      #expect(hold.isOurs && hold.isLocked)
      let second = AttemptHold.take(.example, in: place.paths, as: .example(2))
      #expect(second.hold == nil && second.other == .example(1))
      let other = try #require(AttemptID("another"))
      #expect(AttemptHold.take(other, in: place.paths, as: .example(2)).hold?.isOurs == true)
      hold.release()
      #expect(!hold.isOurs)
      #expect(AttemptHold.take(.example, in: place.paths, as: .example(2)).hold?.isOurs == true)
    }
  }

  @Test func `nothing is left of an attempt that was let go`() throws {
    try withPlace { place in
      let hold = try #require(AttemptHold.take(.example, in: place.paths, as: .example(1)).hold)
      let file = try lockFile(in: place)
      #expect(try system.status(at: file)?.permissions == 0o600)
      #expect(try system.status(at: place.paths.holds)?.permissions == 0o700)
      hold.release()
      #expect(try system.status(at: file) == nil)
      // Nor is it taken for the file of a writer.
      var random = SplitMix64(seed: 1)
      let folder = try place.open(&random).folder
      _ = folder.append([.answer(.example())], at: .example)
      #expect(try place.journals().count == 1)
    }
  }

  @Test func `another data folder has other attempts`() throws {
    try withPlace { place in
      let hold = AttemptHold.take(.example, in: place.paths, as: .example(1)).hold
      let other = ProgressPaths(data: "\(place.folder)/other", state: place.paths.state)
      #expect(AttemptHold.take(.example, in: other, as: .example(2)).hold?.isOurs == true)
      #expect(hold?.isOurs == true)
    }
  }

  @Test func `others see when a key was pressed last, to two seconds`() throws {
    try withPlace { place in
      let disk = FaultyFileSystem()
      let taken = AttemptHold.take(.example, in: place.paths, fileSystem: disk, as: .example(1))
      let hold = try #require(taken.hold)
      func lastKey() -> Int64? {
        AttemptHold.take(.example, in: place.paths, as: .example(2)).other?.lastKey
          .milliseconds(since: LocalTime.example.at)
      }
      #expect(lastKey() == 0)
      disk.plan(nil)
      for milliseconds in stride(from: Int64(10), to: 10_000, by: 10) {
        hold.noteKey(at: LocalTime.example.at.advanced(byMilliseconds: milliseconds))
      }
      #expect(lastKey() == 8000)
      // Five times two calls.
      #expect(disk.count <= 10)
      // A clock that was set back.
      hold.noteKey(at: LocalTime.example.at.advanced(byMilliseconds: -60_000))
      #expect(lastKey() == -60_000)
      hold.noteKey(at: Timestamp(milliseconds: .min))
      hold.noteKey(at: Timestamp(milliseconds: .max))
    }
  }

  // MARK: - Disks

  @Test(arguments: [FaultyFileSystem.Call.makeFolder, .open])
  func `where the state folder can't be written an attempt can be sat all the same`(
    call: FaultyFileSystem.Call
  ) throws {
    try withPlace { place in
      let disk = FaultyFileSystem()
      disk.plan { each, _, _ in each == call ? .failure(EACCES) : nil }
      let taken = AttemptHold.take(.example, in: place.paths, fileSystem: disk, as: .example(1))
      let hold = try #require(taken.hold)
      #expect(hold.isOurs && !hold.isLocked)
      hold.noteKey(at: LocalTime.example.at.advanced(byMilliseconds: 9000))
      hold.release()
      #expect(!hold.isOurs)
    }
  }

  @Test(arguments: [ENOLCK, EOPNOTSUPP, ENOSYS])
  func `where the file system knows no locks an attempt can be sat all the same`(
    code: Int32
  ) throws {
    try withPlace { place in
      let disk = FaultyFileSystem()
      disk.plan { call, _, _ in call == .lock ? .failure(code) : nil }
      for _ in 1...2 {
        let taken = AttemptHold.take(.example, in: place.paths, fileSystem: disk, as: .example(1))
        #expect(taken.hold?.isOurs == true && taken.hold?.isLocked == false)
      }
    }
  }

  @Test(arguments: [EIO, EMFILE, EACCES])
  func `no failing call gives an attempt to two`(code: Int32) throws {
    try withPlace { place in
      let disk = FaultyFileSystem()
      let hold = try #require(AttemptHold.take(.example, in: place.paths, as: .example(1)).hold)
      _ = AttemptHold.take(.example, in: place.paths, fileSystem: disk, as: .example(2))
      for number in 0..<disk.count {
        disk.plan { _, count, _ in count == number ? .failure(code) : nil }
        let taken = AttemptHold.take(.example, in: place.paths, fileSystem: disk, as: .example(2))
        #expect(taken.hold == nil, "call \(number)")
        #expect(hold.isOurs, "call \(number)")
      }
      // Taking over may fail then, but leaves one that has it.
      let table = FakeProcesses(running: [])
      hold.release()
      for number in 0..<60 {
        let old = try #require(AttemptHold.take(.example, in: place.paths, as: .example(1)).hold)
        disk.plan { _, count, _ in count == number ? .failure(code) : nil }
        let new = AttemptHold.takeOver(
          .example, in: place.paths, fileSystem: disk, processes: table, as: .example(2)
        ).hold
        disk.plan(nil)
        #expect([old, new].compactMap { $0 }.count { $0.isOurs } == 1, "call \(number)")
        for hold in [old, new].compactMap({ $0 }) where hold.isOurs { hold.release() }
      }
    }
  }

  @Test func `a lock file that can't be opened is replaced when it is taken over`() throws {
    try withPlace { place in
      let hold = AttemptHold.take(.example, in: place.paths, as: .example(1)).hold
      let file = try lockFile(in: place)
      hold?.release()
      try place.link(file, to: "\(place.folder)/nowhere")
      let taken = AttemptHold.take(.example, in: place.paths, as: .example(2))
      #expect(taken.hold == nil && taken.other == nil)
      let table = FakeProcesses(running: [])
      let new = AttemptHold.takeOver(.example, in: place.paths, processes: table, as: .example(2))
      #expect(new.hold?.isOurs == true && new.hold?.isLocked == true)
      #expect(try system.status(at: "\(place.folder)/nowhere") == nil)
    }
  }

  // MARK: - Taking over

  @Test func `who is asked to end and lets go is not replaced`() throws {
    try withPlace { place in
      let hold = try #require(AttemptHold.take(.example, in: place.paths, as: .example(1)).hold)
      let table = FakeProcesses(running: [.example(1)]) { waited in
        if waited == 500 { hold.release() }
      }
      let new = AttemptHold.takeOver(.example, in: place.paths, processes: table, as: .example(2))
      #expect(new.hold?.isOurs == true)
      #expect(table.asked == [.example(1)])
      #expect(table.waited == 500)
    }
  }

  @Test func `who doesn't react in two seconds is replaced and finds it out`() throws {
    try withPlace { place in
      let hold = try #require(AttemptHold.take(.example, in: place.paths, as: .example(1)).hold)
      let table = FakeProcesses(running: [.example(1)])
      let new = AttemptHold.takeOver(.example, in: place.paths, processes: table, as: .example(2))
      #expect(table.waited == 2000)
      #expect(new.hold?.isOurs == true && !hold.isOurs)
      // Whatever the old one does when it wakes up, the new one has it.
      hold.noteKey(at: LocalTime.example.at.advanced(byMilliseconds: 9000))
      hold.release()
      #expect(new.hold?.isOurs == true)
      let third = AttemptHold.take(.example, in: place.paths, as: .example(3))
      #expect(third.hold == nil && third.other == .example(2))
      let names = try system.names(in: try lockFolder(in: place))
      #expect(names == ["\(AttemptID.example).lock"])
    }
  }

  @Test(arguments: [
    "", "x", "{}", #"{"pid":0,"start":"s"}"#, #"{"pid":-1,"start":"s"}"#,
    #"{"pid":1,"start":"s"}"#, #"{"pid":4294967300,"start":"s"}"#, #"{"pid":101,"start":null}"#,
    #"{"pid":101,"start":"another boot"}"#, #"{"pid":1e3,"start":"start of 1000"}"#,
  ])
  func `no process is asked to end that is not known to be the holder`(content: String) throws {
    try withPlace { place in
      let hold = try #require(AttemptHold.take(.example, in: place.paths, as: .example(1)).hold)
      let file = try lockFile(in: place)
      let times = #","since":"2026-11-23T08:00:00.000Z","key":"2026-11-23T08:00:00.000Z"}"#
      let bytes = Array((content.hasSuffix("\"}") ? content.dropLast() + times : content).utf8)
      try place.cut(file, to: bytes.count, of: bytes)
      let table = FakeProcesses(running: [.example(1)])
      let new = AttemptHold.takeOver(.example, in: place.paths, processes: table, as: .example(2))
      #expect(table.asked.isEmpty)
      #expect(table.waited <= 100)
      #expect(new.hold?.isOurs == true && !hold.isOurs)
    }
  }

  @Test func `a copy never asks itself to end`() throws {
    try withPlace { place in
      let hold = try #require(AttemptHold.take(.example, in: place.paths, as: .example(1)).hold)
      let table = FakeProcesses(running: [.example(1)])
      let new = AttemptHold.takeOver(.example, in: place.paths, processes: table, as: .example(1))
      #expect(table.asked.isEmpty && new.hold?.isOurs == true && !hold.isOurs)
    }
  }

  @Test func `of many that take over at once one has it`() throws {
    for round in 0..<20 {
      try withPlace { place in
        let old = try #require(AttemptHold.take(.example, in: place.paths, as: .example(1)).hold)
        let paths = place.paths
        let outcome = Mutex((done: 0, owners: 0, holders: [AttemptHolder?]()))
        let count: Int32 = 8
        for number in 2..<2 + count {
          inThread {
            let table = FakeProcesses(running: [])
            let taken = AttemptHold.takeOver(
              .example, in: paths, processes: table, as: .example(number))
            outcome.withLock {
              $0.done += 1
              if taken.hold == nil { $0.holders.append(taken.other) }
            }
            // All have done what they do.
            while outcome.withLock({ $0.done }) < Int(count) { usleep(100) }
            if taken.hold?.isOurs == true { outcome.withLock { $0.owners += 1 } }
            outcome.withLock { $0.done += 1 }
            // Kept to the end, so that none comes free meanwhile.
            while outcome.withLock({ $0.done }) < 2 * Int(count) { usleep(100) }
          }
        }
        while outcome.withLock({ $0.done }) < 2 * Int(count) { usleep(1000) }
        #expect(outcome.withLock { $0.owners } == 1, "round \(round)")
        #expect(!old.isOurs)
      }
    }
  }
}

/// Processes as a test says they are.
final class FakeProcesses: ProcessTable {
  let current: ProcessIdentity? = nil
  private let running: [ProcessIdentity?]
  private let whileWaiting: (Int) -> Void
  /// Who was asked to end.
  private(set) var asked: [ProcessIdentity?] = []
  /// For how many milliseconds was waited.
  private(set) var waited = 0

  init(running: [ProcessIdentity?], whileWaiting: @escaping (Int) -> Void = { _ in }) {
    self.running = running
    self.whileWaiting = whileWaiting
  }

  func isRunning(_ process: ProcessIdentity) -> Bool { running.contains(process) }
  func terminate(_ process: ProcessIdentity) { asked.append(process) }
  func wait(milliseconds: Int) {
    waited += milliseconds
    whileWaiting(waited)
  }
}

extension ProcessIdentity? {
  /// A process that exists in no machine.
  static func example(_ number: Int32) -> ProcessIdentity? {
    ProcessIdentity(id: 100 + number, start: "boot:\(number)")
  }
}

extension AttemptHolder {
  static func example(_ number: Int32) -> AttemptHolder {
    AttemptHolder(
      process: .example(number), terminal: "/dev/pts/\(number)", since: LocalTime.example.at)
  }
}

extension AttemptID {
  static var example: AttemptID {
    guard let id = AttemptID("20261123-k3f9x2") else { preconditionFailure("it is a name") }
    return id
  }
}

extension AttemptHold.Taken {
  /// The right, where it was given.
  var hold: AttemptHold? { if case .held(let hold) = self { hold } else { nil } }
  /// Who has it.
  var other: AttemptHolder? { if case .elsewhere(let other) = self { other } else { nil } }
}
