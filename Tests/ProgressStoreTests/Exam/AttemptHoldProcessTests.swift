import PracticeCore
import ProgressStore
import Synchronization
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds of real processes, each a copy of the tests.
@Suite struct AttemptHoldProcessTests {
  private let table = POSIXProcessTable()

  /// What a child ends with, by what it found when it was told to look.
  private enum Ending: Int32 {
    case ours = 10
    case lost, notHeld
  }

  /// Holds the attempt until it is told to look whether it still does; runs in a child.
  private static func hold(in folder: String) -> Never {
    let place = Place(in: folder)
    let me = AttemptHolder(
      process: POSIXProcessTable().current, terminal: nil, since: LocalTime.example.at)
    guard let hold = AttemptHold.take(.example, in: place.paths, as: me).hold else {
      exit(Ending.notHeld.rawValue)
    }
    try? place.put([], at: "\(folder)/held")
    // Whatever goes wrong in the test, nothing is left running.
    for _ in 0..<6000 where access("\(folder)/look", F_OK) != 0 { usleep(5000) }
    exit((hold.isOurs ? Ending.ours : .lost).rawValue)
  }

  /// Whether `body` finds what it should while a child holds the attempt.
  ///
  /// It runs on a thread of its own: waiting for children fills those of the tests.
  private func isKept(
    childEndingWith ending: ExitTest.Condition,
    _ body: @escaping @Sendable (Place, ProcessIdentity) -> Bool
  ) async throws -> Bool {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "swot-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let outcome = Mutex<Bool?>(nil)
    inThread {
      let place = Place(in: folder)
      let isKept = Self.holder(in: place).map { body(place, $0) } ?? false
      try? place.put([], at: "\(folder)/look")
      outcome.withLock { $0 = isKept }
    }
    await #expect(processExitsWith: ending) { [folder = folder as String] in
      AttemptHoldProcessTests.hold(in: folder)
    }
    while true {
      if let isKept = outcome.withLock(\.self) { return isKept }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// The child, once it says that it has the attempt; nil after ten minutes, since the tests may be
  /// busy with others before they start it.
  private static func holder(in place: Place) -> ProcessIdentity? {
    for _ in 0..<120_000 {
      usleep(5000)
      // To take what is free would keep the child from it.
      guard access("\(place.folder)/held", F_OK) == 0 else { continue }
      return AttemptHold.take(.example, in: place.paths, as: .example(2)).other?.process
    }
    return nil
  }

  private static var me: AttemptHolder {
    AttemptHolder(
      process: POSIXProcessTable().current, terminal: nil, since: LocalTime.example.at)
  }

  @Test func `a process that lives keeps its attempt`() async throws {
    let isKept = try await isKept(childEndingWith: .exitCode(Ending.ours.rawValue)) {
      place, process in
      POSIXProcessTable().isRunning(process)
        && AttemptHold.take(.example, in: place.paths, as: Self.me).hold == nil
    }
    #expect(isKept)
  }

  @Test func `the attempt of a process that was killed is free at once`() async throws {
    let isKept = try await isKept(childEndingWith: .signal(SIGKILL)) { place, process in
      kill(process.id, SIGKILL)
      for _ in 0..<400 {
        let taken = AttemptHold.take(.example, in: place.paths, as: Self.me)
        if let hold = taken.hold { return hold.isOurs && hold.isLocked }
        usleep(5000)
      }
      return false
    }
    #expect(isKept)
  }

  @Test func `a process that ends when it is asked to is not replaced`() async throws {
    let isKept = try await isKept(childEndingWith: .signal(SIGTERM)) { place, process in
      AttemptHold.takeOver(.example, in: place.paths, as: Self.me).hold?.isOurs == true
    }
    #expect(isKept)
  }

  @Test func `a process that was stopped finds that it was replaced`() async throws {
    let isKept = try await isKept(childEndingWith: .exitCode(Ending.lost.rawValue)) {
      place, process in
      kill(process.id, SIGSTOP)
      // Asked to end, it would do that when it wakes up, and tell nothing.
      let taken = AttemptHold.takeOver(
        .example, in: place.paths, processes: Deaf(running: process), as: Self.me)
      try? place.put([], at: "\(place.folder)/look")
      kill(process.id, SIGCONT)
      return taken.hold?.isOurs == true
    }
    #expect(isKept)
  }

  @Test func `a process that was stopped is asked to end all the same`() async throws {
    let isKept = try await isKept(childEndingWith: .signal(SIGTERM)) { place, process in
      kill(process.id, SIGSTOP)
      let taken = AttemptHold.takeOver(.example, in: place.paths, as: Self.me)
      kill(process.id, SIGCONT)
      return taken.hold?.isOurs == true
    }
    #expect(isKept)
  }

  @Test func `processes are told from later ones of their number`() throws {
    let child = try ChildProcess(
      "/bin/sleep", ["60"], environment: [:], standard: [nil, nil, nil])
    let process = try #require(POSIXProcessTable.process(child.id))
    #expect(process != table.current)
    #expect(table.isRunning(process))
    let earlier = try #require(ProcessIdentity(id: child.id, start: "an earlier one"))
    #expect(!table.isRunning(earlier))
    table.terminate(earlier)
    #expect(child.status(within: 100) == nil)
    table.terminate(process)
    #expect(child.status(within: 5000) == 128 + SIGTERM)
    #expect(!table.isRunning(process))
    for id in [Int32.min, -1, 0, 1] { #expect(ProcessIdentity(id: id, start: "") == nil) }
  }
}

/// A machine on which nobody hears that he shall end.
private struct Deaf: ProcessTable {
  let current: ProcessIdentity? = nil
  let running: ProcessIdentity

  func isRunning(_ process: ProcessIdentity) -> Bool { process == running }
  func terminate(_ process: ProcessIdentity) {}
  func wait(milliseconds: Int) { usleep(100) }
}
