import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

/// Nothing that was confirmed is lost when the power fails, on a disk that does what POSIX says.
@Suite struct PowerFailureTests {
  private let paths = ProgressPaths(data: "/home/share/swot", state: "/home/state/swot")
  private let today = LocalTime.example.studyDay

  /// What sessions did until the power failed.
  private struct Story {
    var made: [Event] = []
    var confirmed = 0
    /// How many events there were when each backup was made.
    var backups: [Backup: Int] = [:]
    var isOver = false
  }

  /// Two sessions with an exam that is begun, answers, a correction, an undo, snapshots and backups.
  private func study(_ disk: PowerlessFileSystem, _ random: inout SplitMix64) -> Story {
    var story = Story()
    do {
      for session in 0..<2 {
        var opened = try ProgressFolder.open(paths, fileSystem: disk, random: &random)
        func save(_ contents: [EventContent]) throws {
          let time = LocalTime(
            at: LocalTime.example.at.advanced(byMilliseconds: Int64(story.made.count) * 1000),
            offsetMinutes: 60)
          let outcome = opened.folder.append(contents, at: time)
          story.made += outcome.events
          if outcome.failure == nil { story.confirmed = story.made.count }
          for event in outcome.events where !opened.state.apply(event) {
            opened.state = try opened.folder.reload()
          }
        }
        var start = ExamStart.example
        start.attempt = try #require(AttemptID("session-\(session)"))
        start.paper = try opened.folder.keep(.example, of: start.attempt)
        try save([.exam(.start(start))])
        try save([.answer(.example("b/Q-\(session)1"))])
        try save([.answer(.example("b/Q-\(session)2")), .answer(.example("b/Q-\(session)3"))])
        try save([.rate(of: story.made[story.made.count - 1].id, rating: .easy)])
        try save([.undo(of: story.made[story.made.count - 2].id)])
        try opened.folder.saveSnapshot(opened.state)
        if opened.folder.close() != nil { return story }
        let backup = try BackupFolder(of: paths, fileSystem: disk)
          .make(on: today.advanced(byDays: session))
        if let backup { story.backups[backup] = story.made.count }
      }
      story.isOver = true
    } catch {
      // The power is off.
    }
    return story
  }

  /// Starts the machine again and compares what it finds with what was confirmed.
  private func expectKept(
    _ story: Story, on disk: PowerlessFileSystem, _ random: inout SplitMix64, _ context: Comment
  ) throws {
    disk.restart(&random)
    let found = try ProgressVerification(of: paths, fileSystem: disk)
    try #require(found.events >= story.confirmed && found.events <= story.made.count, context)
    try #require(found.conflicts.isEmpty && found.missing.isEmpty, context)
    // Whatever exam has begun can be taken up again.
    try #require(found.papers.isEmpty, context)
    let kept = LearnerState(replaying: Array(story.made[..<found.events]))
    try #require(try ProgressFolder.read(paths, fileSystem: disk).state == kept, context)
    // Whatever has the name of a backup is whole.
    let folder = BackupFolder(of: paths, fileSystem: disk)
    for backup in try folder.all() {
      let elsewhere = ProgressPaths(data: "/home/\(backup.name)", state: paths.state)
      let merge = try ProgressMerge(
        [folder.path(of: backup)], into: elsewhere, fileSystem: disk)
      try #require(merge.damaged.isEmpty, context)
      if let count = story.backups[backup] { try #require(merge.added == count, context) }
      let restored = try ProgressVerification(of: elsewhere, fileSystem: disk)
      try #require(restored.papers.isEmpty, context)
    }
    for backup in story.backups.keys { try #require(try folder.all().contains(backup), context) }
    // And the next session goes on, with nothing given out twice.
    var next = try ProgressFolder.open(paths, fileSystem: disk, random: &random)
    try #require(next.state == kept, context)
    let saved = next.folder.append([.answer(.example("b/Q-99"))], at: .example)
    try #require(saved.failure == nil, context)
    next.state.fold(saved.events)
    next.folder.close()
    let after = try ProgressVerification(of: paths, fileSystem: disk)
    try #require(after.events == found.events + 1 && after.conflicts.isEmpty, context)
    try #require(after.damaged.allSatisfy { $0.damage == .incomplete }, context)
  }

  private func disk(failingAfter calls: Int) throws -> PowerlessFileSystem {
    let disk = PowerlessFileSystem()
    try disk.makeFolder("/home")
    try disk.syncFolder("/")
    disk.failPower(after: calls)
    return disk
  }

  @Test func `whenever the power fails, what was confirmed is there`() throws {
    let whole = try disk(failingAfter: .max)
    var random = SplitMix64(seed: 1)
    let story = study(whole, &random)
    #expect(story.isOver && story.confirmed == 12 && story.backups.count == 2)
    let calls = whole.count
    for call in 0...calls {
      // What the disk keeps is drawn anew each time.
      try withEvery(seed: 0..<5) { seed, random in
        let disk = try disk(failingAfter: call)
        let story = study(disk, &random)
        try expectKept(story, on: disk, &random, "call \(call) of \(calls), seed \(seed)")
      }
    }
  }
}
