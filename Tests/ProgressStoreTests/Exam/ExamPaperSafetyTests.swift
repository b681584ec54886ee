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

/// The forms of exams are kept as well as the answers.
@Suite struct ExamPaperSafetyTests {
  private let system = POSIXFileSystem()
  private let today = LocalTime.example.studyDay

  /// A learner who has begun an exam with that form.
  private func begin(
    _ paper: ExamPaper = .example, of attempt: AttemptID = .example, in place: Place,
    seed: UInt64 = 1
  ) throws {
    var random = SplitMix64(seed: seed)
    let folder = try place.open(&random).folder
    var start = ExamStart.example
    start.attempt = attempt
    start.paper = try folder.keep(paper, of: attempt)
    #expect(folder.append([.exam(.start(start))], at: .example).failure == nil)
    folder.close()
  }

  private func path(in place: Place) -> String {
    ExamPaperFolder(of: place.paths).path(of: .example)
  }

  private var other: ExamPaper {
    var paper = ExamPaper.example
    paper.seed = 7
    return paper
  }

  // MARK: - Verifying

  @Test func `a form that is missing, damaged or another one is named`() throws {
    try withPlace { place in
      try begin(in: place)
      #expect(try ProgressVerification(of: place.paths).isSound)
      let path = path(in: place)
      let bytes = try place.bytes(path)
      try place.put(Array(bytes.dropLast(40)), at: path)
      var found = try ProgressVerification(of: place.paths)
      #expect(!found.isSound && found.papers.map(\.attempt) == [.example])
      #expect(found.papers.first?.path == path && found.papers.first?.isMissing == false)
      try place.put(ExamPaperEncoder.bytes(of: other), at: path)
      found = try ProgressVerification(of: place.paths)
      #expect(found.papers.map(\.reason) == [.otherPaper(file: path)])
      try place.remove(path)
      found = try ProgressVerification(of: place.paths)
      #expect(!found.isSound && found.papers.first?.isMissing == true)
    }
  }

  // MARK: - Backups

  @Test func `what is lost or damaged comes back from a backup`() throws {
    try withPlace { place in
      try begin(in: place)
      let path = path(in: place)
      let bytes = try place.bytes(path)
      let backups = BackupFolder(of: place.paths, fileSystem: FaultyFileSystem())
      let backup = try #require(try backups.make(on: today))
      for damage in [nil, [], [0x7B], Array(bytes.dropLast(40))] as [[UInt8]?] {
        if let damage { try place.put(damage, at: path) } else { try place.remove(path) }
        let merge = try ProgressMerge([backups.path(of: backup)], into: place.paths)
        #expect(merge.papers == 1 && merge.paperConflicts.isEmpty && merge.added == 0)
        #expect(try place.bytes(path) == bytes)
        #expect(try ProgressVerification(of: place.paths).isSound)
      }
      // All of it.
      try place.removeFolder(place.paths.journals)
      try place.removeFolder(place.paths.exams)
      let merge = try ProgressMerge([backups.path(of: backup)], into: place.paths)
      #expect(merge.papers == 1 && merge.added == 1)
      #expect(try ProgressVerification(of: place.paths).isSound)
      #expect(try system.status(at: path)?.permissions == 0o600)
    }
  }

  @Test func `a form is copied once, whatever number of backups there is`() throws {
    try withPlace { place in
      try begin(in: place)
      let backups = BackupFolder(of: place.paths, fileSystem: FaultyFileSystem())
      var numbers: Set<UInt64> = []
      for day in 0..<3 {
        let backup = try #require(try backups.make(on: today.advanced(byDays: day)))
        let copy = "\(backups.path(of: backup))/exams/\(AttemptID.example).json"
        numbers.insert(try #require(try system.status(at: copy)).number)
      }
      #expect(numbers.count == 1)
      // Not the file itself: whatever happens to that doesn't happen to its copy.
      #expect(numbers.first != (try system.status(at: path(in: place)))?.number)
      // Old ones go with all that they hold.
      for day in 3..<60 { _ = try backups.make(on: today.advanced(byDays: day)) }
      let all = try backups.all()
      #expect(all.count < 40)
      #expect(
        try Set(system.names(in: place.paths.backups)) == Set(all.map(\.name) + [".lock"]))
      for backup in all {
        let copy = "\(backups.path(of: backup))/exams/\(AttemptID.example).json"
        #expect(try place.bytes(copy) == place.bytes(path(in: place)))
      }
    }
  }

  @Test func `a copy elsewhere holds the forms too`() throws {
    try withPlace { place in
      try begin(in: place)
      let target = "\(place.folder)/usb"
      #expect(try BackupFolder(of: place.paths).copyJournals(to: target) == 1)
      let elsewhere = place.machine("elsewhere")
      let merge = try ProgressMerge([target], into: elsewhere.paths)
      #expect(merge.papers == 1)
      #expect(try ProgressVerification(of: elsewhere.paths).isSound)
    }
  }

  @Test func `a form that is no file keeps no backup from being made`() throws {
    try withPlace { place in
      try begin(in: place)
      try place.link("\(place.paths.exams)/other.json", to: "/etc/passwd")
      try system.makeFolder("\(place.paths.exams)/folder.json")
      let backup = try BackupFolder(of: place.paths).make(on: today)
      #expect(backup != nil)
    }
  }

  // MARK: - Merging

  @Test func `a merge brings the forms along, also twice`() throws {
    try withPlace { place in
      let (one, two) = (place.machine("one"), place.machine("two"))
      try begin(in: one)
      for round in 0..<2 {
        let merge = try ProgressMerge([one.paths.data], into: two.paths)
        #expect(merge.papers == (round == 0 ? 1 : 0))
        #expect(merge.paperConflicts.isEmpty && merge.damagedPapers.isEmpty)
      }
      #expect(try place.bytes(path(in: two)) == place.bytes(path(in: one)))
      #expect(try ProgressVerification(of: two.paths).isSound)
    }
  }

  @Test func `of two forms of one attempt both are kept, and that with which it began counts`()
    throws
  {
    try withPlace { place in
      let (one, two) = (place.machine("one"), place.machine("two"))
      try begin(in: one)
      let right = try place.bytes(path(in: one))
      let wrong = ExamPaperEncoder.bytes(of: other)
      // Ours is the right one; then theirs is.
      for (source, target) in [(two, one), (one, two)] {
        if source.paths == two.paths {
          try place.put(wrong, at: path(in: two))
          try place.put([], at: two.paths.journal("empty.jsonl"))
        } else {
          try place.remove(path(in: two))
          try place.put(wrong, at: path(in: two))
        }
        for _ in 0..<2 {
          let merge = try ProgressMerge([source.paths.data], into: target.paths)
          #expect(merge.papers == 0)
          #expect(try place.bytes(path(in: target)) == right)
          for conflict in merge.paperConflicts {
            #expect(conflict.path == path(in: target))
            #expect(try place.bytes(conflict.aside) == wrong)
          }
          let names = try system.names(in: target.paths.exams)
          #expect(names.count == 2)
        }
        #expect(try ProgressVerification(of: target.paths).isSound)
      }
    }
  }

  @Test func `what is no form is named and left behind`() throws {
    try withPlace { place in
      let two = place.machine("two")
      try begin(in: place)
      let path = path(in: place)
      let bytes = try place.bytes(path)
      try place.put(Array(bytes.dropLast(1)), at: path)
      try place.put(bytes, at: "\(place.paths.exams)/No Attempt.json")
      try place.link("\(place.paths.exams)/link.json", to: path)
      let merge = try ProgressMerge([place.paths.data], into: two.paths)
      #expect(merge.papers == 0 && merge.added == 1)
      #expect(merge.damagedPapers.count == 2)
      #expect(merge.damagedPapers.contains(.changed(file: path)))
      #expect(try system.status(at: two.paths.exams) == nil)
    }
  }

  @Test func `whatever call of a merge fails, what has begun has its form`() throws {
    try withPlace { place in
      try begin(in: place)
      for number in 0..<150 {
        let two = place.machine("two-\(number)")
        let disk = FaultyFileSystem()
        disk.plan { _, count, path in
          count == number && !path.hasPrefix(place.paths.data) ? .failure(EIO) : nil
        }
        _ = try? ProgressMerge([place.paths.data], into: two.paths, fileSystem: disk)
        #expect(try ProgressVerification(of: two.paths).papers.isEmpty, "call \(number)")
        _ = try ProgressMerge([place.paths.data], into: two.paths)
        let found = try ProgressVerification(of: two.paths)
        #expect(found.isSound && found.events == 1, "call \(number)")
      }
    }
  }

  // MARK: - The folder

  @Test func `the form comes back with a folder that vanished`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      var opened = try place.open(&random)
      var start = ExamStart.example
      start.paper = try opened.folder.keep(.example, of: .example)
      opened.state.fold(opened.folder.append([.exam(.start(start))], at: .example).events)
      try place.remove(place.paths.data)
      let pause = ExamEvent.pause(.example, sitting: 1, left: 1000)
      let saved = opened.folder.append([.exam(pause)], at: .example)
      opened.state.fold(saved.events)
      #expect(saved.failure == nil)
      #expect(try place.read().state == opened.state)
      #expect(try ProgressVerification(of: place.paths).isSound)
    }
  }

  @Test func `rights that are too wide are taken away from forms too`() throws {
    try withPlace { place in
      try begin(in: place)
      try system.setPermissions(of: path(in: place), to: 0o644)
      try system.setPermissions(of: place.paths.exams, to: 0o755)
      #expect(
        Set(FolderRights(paths: place.paths).tooWide()) == [path(in: place), place.paths.exams])
      var random = SplitMix64(seed: 2)
      _ = try place.open(&random)
      #expect(FolderRights(paths: place.paths).tooWide().isEmpty)
    }
  }

  // MARK: - Records

  @Test func `the events of an attempt come in the order of its sittings`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let disk = FaultyFileSystem()
      let folder = try place.open(&random, fileSystem: disk).folder
      let other = try #require(AttemptID("other"))
      func at(_ second: Int64) -> LocalTime {
        LocalTime(
          at: LocalTime.example.at.advanced(byMilliseconds: second * 1000), offsetMinutes: 60)
      }
      func pause(_ sitting: Int, _ left: Int64) -> EventContent {
        .exam(.pause(.example, sitting: sitting, left: left))
      }
      var made: [Event] = []
      func append(_ content: EventContent, at second: Int64) {
        made += folder.append([content], at: at(second)).events
      }
      append(.exam(.start(.example)), at: 0)
      append(.exam(.pause(other, sitting: 1, left: 1)), at: 1)
      append(.exam(.finish(.example)), at: 20)
      // The clock was set back.
      append(pause(2, 2), at: -5)
      append(pause(1, 1), at: 30)
      append(pause(1, 3), at: 4)
      append(.undo(of: made[5].id), at: 5)
      append(.exam(.finish(.example)), at: 19)
      append(.answer(.example()), at: 6)
      disk.plan { call, _, _ in call == .write ? .failure(ENOSPC) : nil }
      append(pause(1, 4), at: 7)
      let ids = [0, 4, 9, 3, 7].map { made[$0].id }
      #expect(try folder.records(of: .example).map(\.id) == ids)
      // What waits is known to this session alone.
      #expect(
        try ProgressFolder.records(of: .example, in: place.paths).map(\.id)
          == ids.filter { $0 != made[9].id })
      #expect(try folder.records(of: other).count == 1)
      // Folded without the end they say what was done.
      let open = LearnerState(replaying: try folder.records(of: .example).dropLast())
      #expect(open.attempts[.example]?.isOpen == true)
    }
  }
}
