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

@Suite struct BackupTests {
  private let today = LocalTime.example.studyDay

  @Test func `names come back as they were`() {
    for name in ["2026-11-23", "2026-11-23.2", "2026-11-23.17"] {
      #expect(Backup(name: name)?.name == name)
    }
    for name in ["2026-11-23.1", "2026-11-23.02", "2026-11-31", "torn-x", "2026-11-23.", ".new-x"] {
      #expect(Backup(name: name) == nil, "\(name)")
    }
  }

  @Test func `the thinning keeps many young and few old ones`() {
    // One a day for three years.
    var backups = (0..<1100).reversed().map { Backup(day: today.advanced(byDays: -$0)) }
    backups.append(Backup(day: today, number: 2))
    let kept = BackupThinning.kept(of: backups, on: today)
    #expect(kept == kept.sorted())
    let ages = kept.map { today.daysSince1970 - $0.day.daysSince1970 }
    // All of two days, one a day for twelve.
    #expect(ages.suffix(15) == [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0])
    // Sundays of twelve weeks; of the week of the daily ones, what is left of it.
    let weekly = kept.filter {
      (14..<98).contains(today.daysSince1970 - $0.day.daysSince1970)
    }
    #expect((12...13).contains(weekly.count))
    #expect(weekly.dropLast().allSatisfy { $0.day.weekday == 7 })
    // The last days of twelve months.
    let monthly = kept.filter { today.daysSince1970 - $0.day.daysSince1970 >= 98 }
    #expect((12...13).contains(monthly.count))
    #expect(monthly.dropLast().allSatisfy { $0.day.advanced(byDays: 1).parts.day == 1 })
    #expect(kept.count == 15 + weekly.count + monthly.count)
  }

  @Test func `thinned day by day, as much is left as thinned at once`() {
    var kept: [Backup] = []
    let start = today.advanced(byDays: -1000)
    for day in 0...1000 {
      kept.append(Backup(day: start.advanced(byDays: day)))
      kept = BackupThinning.kept(of: kept, on: start.advanced(byDays: day))
      #expect(kept.count <= 14 + 13 + 13)
    }
    let ages = kept.map { today.daysSince1970 - $0.day.daysSince1970 }
    #expect(ages.suffix(14) == Array((0..<14).reversed()))
    #expect(ages.count >= 14 + 12 + 12)
    #expect(ages.first ?? 0 > 400)
  }

  @Test func `the ten newest are kept however old they are`() {
    let old = (0..<12).map { Backup(day: today.advanced(byDays: -4000 + $0)) }
    #expect(BackupThinning.kept(of: old, on: today) == Array(old.suffix(10)))
    // A clock that is wrong by years thins out, but doesn't clear away.
    let daily = (0..<14).reversed().map { Backup(day: today.advanced(byDays: -$0)) }
    let future = today.advanced(byDays: 2000)
    let kept = BackupThinning.kept(of: daily + [Backup(day: future)], on: future)
    #expect(kept == daily.suffix(9) + [Backup(day: future)])
  }

  @Test func `what a killed backup left behind is cleared away by the next`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let folder = try place.open(&random).folder
      _ = folder.append([.answer(.example())], at: .example)
      let name = try #require(try place.journals().first)
      let half = [
        "\(place.paths.backups)/.new-2026-11-20", "\(place.paths.backups)/.old-2026-09-01",
      ]
      for path in half { try place.put([0x7B], at: "\(path)/\(name)") }
      // Whoever puts other things there keeps them.
      try place.put([0x7B], at: "\(place.paths.backups)/.new-mine/notes.txt")
      let backups = BackupFolder(of: place.paths, fileSystem: FaultyFileSystem())
      _ = try backups.make(on: today)
      for path in half { #expect(try POSIXFileSystem().status(at: path) == nil) }
      #expect(try backups.all() == [Backup(day: today)])
      #expect(try place.bytes("\(place.paths.backups)/.new-mine/notes.txt") == [0x7B])
    }
  }

  @Test func `a backup is removed whole or not at all`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let example = ExampleJournal()
      try place.put(example.bytes, at: place.paths.journal(example.file))
      let folder = try place.open(&random).folder
      _ = folder.append([.answer(.example())], at: .example)
      let disk = FaultyFileSystem()
      let backups = BackupFolder(of: place.paths, fileSystem: disk)
      for day in 0..<15 { _ = try backups.make(on: today.advanced(byDays: day - 40)) }
      let before = try backups.all().count
      // Killed at any call that removes: from there on nothing happens any more.
      var calls = 0
      for number in 0..<12 {
        var isDead = false
        disk.plan { call, _, _ in
          if call == .removeFile || call == .rename || call == .removeFolder { calls += 1 }
          if calls > number { isDead = true }
          return isDead ? .failure(EIO) : nil
        }
        calls = 0
        _ = try? backups.make(on: today.advanced(byDays: number))
        disk.plan(nil)
        for backup in try backups.all() {
          let names = try POSIXFileSystem().names(in: backups.path(of: backup))
          try #require(names.count == 2, "\(backup.name) after \(number) calls")
        }
      }
      #expect(try backups.all().count < before + 12)
    }
  }

  @Test func `one is made on each day of study, and they are thinned`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let backups = BackupFolder(of: place.paths, fileSystem: FaultyFileSystem())
      #expect(try backups.makeDaily(on: today) == nil)
      let folder = try place.open(&random).folder
      for day in 0..<40 {
        let date = today.advanced(byDays: day)
        _ = folder.append([.answer(.example())], at: .example)
        #expect(try backups.makeDaily(on: date) == Backup(day: date))
        #expect(try backups.makeDaily(on: date) == nil)
      }
      let all = try backups.all()
      #expect(all == BackupThinning.kept(of: all, on: today.advanced(byDays: 39)))
      #expect(all.count < 22)
      let name = try #require(try place.journals().first)
      let first = try #require(all.first)
      let copy = try place.bytes("\(backups.path(of: first))/\(name)")
      #expect(try place.bytes(place.paths.journal(name)).starts(with: copy))
    }
  }

  @Test func `what didn't change is there once, and what changed is not shared`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let example = ExampleJournal()
      try place.put(example.bytes, at: place.paths.journal(example.file))
      let folder = try place.open(&random).folder
      let backups = BackupFolder(of: place.paths, fileSystem: FaultyFileSystem())
      _ = folder.append([.answer(.example("b/Q-1"))], at: .example)
      let first = try #require(try backups.make(on: today))
      _ = folder.append([.answer(.example("b/Q-2"))], at: .example)
      let second = try #require(try backups.make(on: today))
      let system = POSIXFileSystem()
      func number(_ backup: Backup, _ name: String) throws -> UInt64? {
        try system.status(at: "\(backups.path(of: backup))/\(name)")?.number
      }
      #expect(try number(first, example.file) == number(second, example.file))
      // Nor is the journal itself shared, which is still written.
      #expect(
        try system.status(at: place.paths.journal(example.file))?.number
          != number(first, example.file))
      let own = try #require(try place.journals().first { $0 != example.file })
      #expect(try number(first, own) != number(second, own))
      #expect(second.name == "2026-11-23.2")
    }
  }

  @Test func `from loss to recovery`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let backups = BackupFolder(of: place.paths, fileSystem: FaultyFileSystem())
      var opened = try place.open(&random)
      for number in 0..<5 {
        opened.state.fold(
          opened.folder.append([.answer(.example("b/Q-\(number)"))], at: .example).events)
      }
      try opened.folder.saveSnapshot(opened.state)
      opened.folder.close()
      let before = opened.state
      let backup = try #require(try backups.make(on: today))

      // All is lost; then there is a new session before anybody notices.
      try place.removeFolder(place.paths.journals)
      opened = try place.open(&random)
      #expect(opened.state == LearnerState())
      let new = opened.folder.append([.answer(.example("b/Q-9"))], at: .example)
      opened.folder.close()

      let merge = try ProgressMerge([backups.path(of: backup)], into: place.paths)
      #expect(merge.added == 5 && merge.conflicts.isEmpty)
      var expected = before
      expected.fold(new.events)
      #expect(try place.read().state == expected)
      #expect(try ProgressVerification(of: place.paths).isSound)
      #expect(try ProgressMerge([backups.path(of: backup)], into: place.paths).added == 0)
      // And the next session goes on.
      opened = try place.open(&random)
      #expect(opened.folder.append([.answer(.example())], at: .example).failure == nil)
      #expect(try ProgressVerification(of: place.paths).isSound)
    }
  }

  @Test func `a backup that fails half-way leaves no half backup`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let folder = try place.open(&random).folder
      _ = folder.append([.answer(.example())], at: .example)
      let disk = FaultyFileSystem()
      let backups = BackupFolder(of: place.paths, fileSystem: disk)
      let first = try #require(try backups.make(on: today.advanced(byDays: -1)))
      disk.plan { _, _, _ in nil }
      _ = try backups.make(on: today)
      for number in 0..<disk.count {
        disk.plan { _, count, _ in count == number ? .failure(28) : nil }
        let made = try? backups.make(on: today)
        disk.plan(nil)
        for backup in try backups.all() {
          let names = try POSIXFileSystem().names(in: backups.path(of: backup))
          try #require(try names == place.journals(), "call \(number)")
          let copy = try place.bytes("\(backups.path(of: backup))/\(names[0])")
          try #require(
            try copy == place.bytes(place.paths.journal(names[0])), "call \(number)")
        }
        try #require(try backups.all().contains(first), "call \(number), made: \(made != nil)")
      }
    }
  }

  @Test func `sessions that are always killed have backups too`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let folder = try place.open(&random).folder
      _ = folder.append([.answer(.example())], at: .example)
      let backups = BackupFolder(of: place.paths, fileSystem: FaultyFileSystem())
      // The first session of all makes its backup at its end.
      try backups.makeOverdue(on: today)
      #expect(try backups.all().isEmpty)
      try backups.makeDaily(on: today)
      try backups.makeOverdue(on: today.advanced(byDays: 1))
      #expect(try backups.all().count == 1)
      try backups.makeOverdue(on: today.advanced(byDays: 2))
      #expect(try backups.all().count == 2)
    }
  }
}
