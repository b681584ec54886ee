import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

@Suite struct MachinesTests {
  /// Some events on a machine; gives the state at its end.
  private func study(
    on place: Place, events count: Int, _ random: inout SplitMix64
  ) throws {
    var opened = try place.open(&random)
    for _ in 0..<count {
      var content = random.content()
      if case .exam(.start(var start)) = content {
        // Nothing begins without its form.
        start.paper = try opened.folder.keep(.example, of: start.attempt)
        content = .exam(.start(start))
      }
      let outcome = opened.folder.append([content], at: random.time())
      for event in outcome.events where !opened.state.apply(event) {
        opened.state = try opened.folder.reload()
      }
    }
    if random.oneIn(2) { try opened.folder.saveSnapshot(opened.state) }
    opened.folder.close()
  }

  @Test func `machines merged in any order, again and again, know the same`() throws {
    try withEvery(seed: 0..<12) { seed, random in
      try withPlace { place in
        let machines = ["one", "two", "three"].map { place.machine($0) }
        for machine in machines { try study(on: machine, events: 8, &random) }
        var states: [LearnerState] = []
        for machine in machines {
          let others = random.shuffled(machines.filter { $0.paths != machine.paths })
          for other in others + [others[0]] {
            let merge = try ProgressMerge(
              [other.paths.data], into: machine.paths, fileSystem: FaultyFileSystem())
            try #require(merge.conflicts.isEmpty && merge.damaged.isEmpty)
          }
          states.append(try machine.read().state)
          try #require(try ProgressVerification(of: machine.paths).isSound, "seed \(seed)")
        }
        try #require(states[0] == states[1] && states[1] == states[2], "seed \(seed)")
        try #require(try machines[0].read().report.events == 24, "seed \(seed)")
        // Afterwards each goes on, and what it adds reaches the others.
        try study(on: machines[1], events: 3, &random)
        let merge = try ProgressMerge(
          [machines[1].paths.journals], into: machines[0].paths,
          fileSystem: FaultyFileSystem())
        try #require(merge.added == 3 && merge.known == 24, "seed \(seed)")
        try #require(try machines[0].read().state == machines[1].read().state, "seed \(seed)")
      }
    }
  }

  @Test func `all orders of merging give the same, also with everything merged twice`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 9)
      let machines = ["one", "two", "three", "four"].map { place.machine($0) }
      for machine in machines { try study(on: machine, events: 6, &random) }
      func orders(_ rest: [Int]) -> [[Int]] {
        if rest.isEmpty { return [[]] }
        return rest.flatMap { first in orders(rest.filter { $0 != first }).map { [first] + $0 } }
      }
      var states: [LearnerState] = []
      for order in orders(Array(machines.indices)) {
        let union = place.machine("\(order)")
        for index in order + order {
          let merge = try ProgressMerge(
            [machines[index].paths.data], into: union.paths, fileSystem: FaultyFileSystem())
          try #require(merge.conflicts.isEmpty && merge.damaged.isEmpty, "\(order)")
        }
        let read = try union.read()
        try #require(read.report.events == 24, "\(order)")
        states.append(read.state)
      }
      #expect(states.count == 24)
      #expect(states.allSatisfy { $0 == states[0] })
    }
  }

  @Test func `a syncer that copies the files does as well`() throws {
    try withEvery(seed: 0..<12) { seed, random in
      try withPlace { place in
        let machines = ["one", "two"].map { place.machine($0) }
        for _ in 0..<3 {
          for machine in machines { try study(on: machine, events: 4, &random) }
          for (from, to) in [(0, 1), (1, 0)] {
            for name in try machines[from].journals() {
              let bytes = try place.bytes(machines[from].paths.journal(name))
              let path = machines[to].paths.journal(name)
              let there = (try? place.bytes(path)) ?? []
              if there.count < bytes.count { try place.put(bytes, at: path) }
            }
          }
        }
        let states = try machines.map { try $0.read().state }
        try #require(states[0] == states[1], "seed \(seed)")
        try #require(try machines[0].read().report.events == 24, "seed \(seed)")
        try #require(try machines[0].journals() == machines[1].journals())
      }
    }
  }

  @Test func `an exam begun on one machine is taken up on another`() throws {
    try withPlace { place in
      let (one, two) = (place.machine("one"), place.machine("two"))
      var random = SplitMix64(seed: 1)
      // Each machine has a clock of its own, and one of them is wrong.
      func clock(_ minutes: Int64, boot: String) -> ClockReading {
        ClockReading(
          wall: LocalTime.example.at.advanced(byMilliseconds: minutes * 60_000),
          running: minutes * 60_000 + (boot == "one" ? 5 : 5_000_000), boot: boot)
      }
      func time(_ reading: ClockReading) -> LocalTime {
        LocalTime(at: reading.wall, offsetMinutes: 60)
      }

      var opened = try one.open(&random)
      let hash = try opened.folder.keep(.example, of: .example)
      let begun = clock(0, boot: "one")
      let start = ExamStart(
        .example, paper: .example, terms: ExamTerms(), hash: hash, candidate: nil, at: begun)
      var sitting = ExamSitting(start, paper: .example, startedAt: time(begun), at: begun)
      var events = [ExamEvent.start(start), sitting.respond(.numbers([1]), at: begun)]
      events += [sitting.flag(at: begun)]
      if let move = sitting.go(to: 1, at: clock(1, boot: "one")) { events.append(move) }
      for event in events {
        opened.state.fold(opened.folder.append([.exam(event)], at: time(begun)).events)
      }
      try opened.folder.saveSnapshot(opened.state)
      opened.folder.close()

      // The other machine has the folder a minute later.
      #expect(try ProgressMerge([one.paths.data], into: two.paths).papers == 1)
      opened = try two.open(&random)
      let progress = try #require(opened.state.openAttempts.first)
      let paper = try opened.folder.papers.paper(
        of: .example, hash: try #require(progress.start?.paper))
      let now = clock(2, boot: "two")
      var resumed = try #require(ExamSitting(resuming: progress, paper: paper, at: now))
      #expect(resumed.attempt.sheets == sitting.attempt.sheets)
      #expect(resumed.attempt.place == 1 && resumed.number == 2)
      #expect(resumed.left(at: now) == 120_000)
      events = [resumed.resumed, resumed.respond(.numbers([1, 2]), at: clock(3, boot: "two"))]
      let end = resumed.finish(.ended, at: clock(3, boot: "two"), time: time(now))
      events += [end.last, .finish(end.finish)]
      for event in events {
        opened.state.fold(opened.folder.append([.exam(event)], at: time(now)).events)
      }
      opened.folder.close()

      // Meanwhile somebody has gone on with it on the first one too.
      var late = try one.open(&random)
      let stray = sitting.respond(.numbers([3, 0]), at: clock(9, boot: "one"))
      late.state.fold(late.folder.append([.exam(stray)], at: time(clock(9, boot: "one"))).events)
      late.folder.close()

      for (from, to) in [(two, one), (one, two)] {
        let merge = try ProgressMerge([from.paths.data], into: to.paths)
        #expect(merge.conflicts.isEmpty && merge.paperConflicts.isEmpty)
        #expect(try ProgressVerification(of: to.paths).isSound)
      }
      let states = try [one, two].map { try $0.read().state }
      #expect(states[0] == states[1])
      #expect(states[0].openAttempts.isEmpty)
      #expect(states[0].finishedAttempts.map(\.outcome) == [end.finish.outcome])
      #expect(end.finish.outcome.score.right == 1)
      #expect(try ProgressFolder.records(of: .example, in: one.paths).count == 9)
    }
  }

  @Test func `an event that comes a week late falls into its place`() throws {
    try withPlace { place in
      let phone = place.machine("phone")
      var random = SplitMix64(seed: 1)
      func answer(on place: Place, day: Int, rating: Rating) throws {
        var record = AnswerRecord.example()
        record.rating = rating
        let time = LocalTime(
          at: LocalTime.example.at.advanced(byMilliseconds: Int64(day) * 86_400_000),
          offsetMinutes: 60)
        var opened = try place.open(&random)
        opened.state.fold(opened.folder.append([.answer(record)], at: time).events)
        try opened.folder.saveSnapshot(opened.state)
        opened.folder.close()
      }
      try answer(on: place, day: 0, rating: .good)
      try answer(on: phone, day: 2, rating: .again)
      try answer(on: place, day: 9, rating: .good)
      let before = try place.read().state
      _ = try ProgressMerge([phone.paths.data], into: place.paths)
      let after = try place.read().state
      let question = AnswerRecord.example().question
      #expect(before[question].lapses == 0 && after[question].lapses == 1)
      #expect(after[question].answers == 3)
      var scheduler = QuestionProgress()
      for (day, rating) in [(0, Rating.good), (2, .again), (9, .good)] {
        let time = LocalTime(
          at: LocalTime.example.at.advanced(byMilliseconds: Int64(day) * 86_400_000),
          offsetMinutes: 60)
        ReviewScheduler().review(question, rating: rating, time: time, in: &scheduler)
      }
      #expect(after[question].memory == scheduler.memory)
      #expect(after[question].due == scheduler.due)
    }
  }

  @Test func `conflict copies of a syncer, old or cut anywhere, take nothing away`() throws {
    try withEvery(seed: 0..<40) { seed, random in
      try withPlace { place in
        try study(on: place, events: 6, &random)
        let state = try place.read().state
        let name = try #require(try place.journals().first)
        let path = place.paths.journal(name)
        let bytes = try place.bytes(path)
        let stem = String(name.dropLast(".jsonl".count))
        var torn = 0
        for copy in [
          "\(stem).sync-conflict-20261123-090000-ABCDEFG.jsonl",
          "\(stem) (conflicted copy 2026-11-23).jsonl", "\(stem)_conf(1).jsonl",
        ] {
          let length = random.oneIn(3) ? bytes.count : random.number(below: bytes.count)
          try place.put(Array(bytes[..<length]), at: place.paths.journal(copy))
          if length > 0, bytes[length - 1] != 0x0A, bytes[length] != 0x0A { torn += 1 }
        }
        let isOlder = random.oneIn(2)
        if isOlder {
          // The syncer kept an older version of ours and gave the newest the other name.
          try place.put(bytes, at: place.paths.journal("\(stem).sync-conflict-newest.jsonl"))
          let lines = bytes.indices.filter { bytes[$0] == 0x0A }
          try place.put(Array(bytes[...random.one(of: lines)]), at: path)
        }
        try #require(try place.read().state == state, "seed \(seed)")
        let found = try ProgressVerification(of: place.paths)
        try #require(found.events == 6 && found.conflicts.isEmpty && found.missing.isEmpty)
        try #require(found.damaged.count == torn, "seed \(seed)")
        // And whoever goes on from there gives no number twice.
        try study(on: place, events: 3, &random)
        let after = try ProgressVerification(of: place.paths)
        try #require(after.events == 9 && after.conflicts.isEmpty, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [-366, 366])
  func `a machine whose clock was a year off merges like any other`(days: Int) throws {
    try withPlace { place in
      let wrong = place.machine("wrong")
      var random = SplitMix64(seed: 1)
      func answer(on place: Place, day: Int) throws -> [Event] {
        let time = LocalTime(
          at: LocalTime.example.at.advanced(byMilliseconds: Int64(day) * 86_400_000),
          offsetMinutes: 60)
        let opened = try place.open(&random)
        defer { opened.folder.close() }
        return opened.folder.append([.answer(.example())], at: time).events
      }
      var events = try answer(on: place, day: 0)
      events += try answer(on: wrong, day: 1 + days)
      events += try answer(on: place, day: 2)
      // By now it is right again.
      events += try answer(on: wrong, day: 3)
      _ = try ProgressMerge([wrong.paths.data], into: place.paths)
      _ = try ProgressMerge([place.paths.data], into: wrong.paths)
      let state = try place.read().state
      #expect(try wrong.read().state == state)
      #expect(state == LearnerState(replaying: events.reversed()))
      #expect(state[AnswerRecord.example().question].answers == 4)
      #expect(state.days.values.map(\.answers) == [1, 1, 1, 1])
      #expect(try ProgressVerification(of: place.paths).isSound)
      events = try answer(on: place, day: 4)
      #expect(try place.read().report.events == 5)
    }
  }

  @Test func `two copies at once have a journal each`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let first = try place.open(&random)
      let second = try place.open(&random)
      var made: [Event] = []
      for number in 0..<20 {
        let folder = number.isMultiple(of: 2) ? first.folder : second.folder
        made += folder.append([.answer(.example("b/Q-\(number)"))], at: .example).events
      }
      #expect(Set(made.map(\.id)).count == 20)
      #expect(Set(made.map(\.id.writer)).count == 2)
      first.folder.close()
      second.folder.close()
      #expect(try place.read().report.events == 20)
      // The names are free again, and no third one is made.
      let third = try place.open(&random)
      let fourth = try place.open(&random)
      _ = third.folder.append([.answer(.example())], at: .example)
      _ = fourth.folder.append([.answer(.example())], at: .example)
      #expect(try place.journals().count == 2)
      #expect(try ProgressVerification(of: place.paths).isSound)
    }
  }

  @Test func `two folders of one machine never share a writer`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let other = ProgressPaths(data: place.folder + "/other", state: place.paths.state)
      for paths in [place.paths, other] {
        let opened = try ProgressFolder.open(
          paths, fileSystem: FaultyFileSystem(), random: &random)
        _ = opened.folder.append([.answer(.example())], at: .example)
        opened.folder.close()
      }
      let merge = try ProgressMerge([other.data], into: place.paths)
      #expect(merge.added == 1 && merge.conflicts.isEmpty)
    }
  }

  @Test func `a folder copied to another machine with all that is in it is a new writer there`()
    throws
  {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let opened = try place.open(&random)
      _ = opened.folder.append([.answer(.example())], at: .example)
      opened.folder.close()
      let name = try #require(try place.journals().first)
      let path = place.paths.journal(name)
      let bytes = try place.bytes(path)
      // The state folder came along too, but the journal is another file.
      try place.put(bytes, at: path + ".copy")
      try POSIXFileSystem().rename(path + ".copy", to: path)
      let next = try place.open(&random)
      _ = next.folder.append([.answer(.example())], at: .example)
      #expect(try place.journals().count == 2)
      #expect(try place.bytes(path) == bytes)
    }
  }

  @Test func `two different events with one identity are told, and both count`() throws {
    try withPlace { place in
      let other = place.machine("two")
      let header = Event(
        id: EventID(writer: "samename", sequence: 0), time: .example, content: .journal)
      for (machine, question, seconds) in [(place, "b/Q-1", 1), (other, "b/Q-2", 2)] {
        let event = Event(
          id: EventID(writer: "samename", sequence: 1),
          time: LocalTime(
            at: LocalTime.example.at.advanced(byMilliseconds: Int64(seconds)), offsetMinutes: 0),
          content: .answer(.example(question)))
        try machine.put(
          JournalEncoder.lines(of: [header, event]),
          at: machine.paths.journal("samename.jsonl"))
      }
      let merge = try ProgressMerge([other.paths.data], into: place.paths)
      #expect(merge.added == 1 && merge.conflicts.map(\.id.sequence) == [1])
      let again = try ProgressMerge([other.paths.data], into: place.paths)
      #expect(again.added == 0 && again.known == 1)
      _ = try ProgressMerge([place.paths.data], into: other.paths)
      #expect(try place.read().state == other.read().state)
      #expect(try place.read().state.questions.count == 2)
      #expect(try place.read().report.conflicts.count == 1)
      #expect(try ProgressVerification(of: place.paths).conflicts.count == 1)
    }
  }

  @Test func `of two events with one identity and one instant all machines fold the same`() throws {
    try withPlace { place in
      let other = place.machine("two")
      let header = Event(
        id: EventID(writer: "samename", sequence: 0), time: .example, content: .journal)
      for (machine, question) in [(place, "b/Q-1"), (other, "b/Q-2")] {
        let event = Event(
          id: EventID(writer: "samename", sequence: 1), time: .example,
          content: .answer(.example(question)))
        try machine.put(
          JournalEncoder.lines(of: [header, event]),
          at: machine.paths.journal("samename.jsonl"))
      }
      _ = try ProgressMerge([other.paths.data], into: place.paths)
      let again = try ProgressMerge([other.paths.data, other.paths.data], into: place.paths)
      #expect(again.added == 0)
      _ = try ProgressMerge([place.paths.data], into: other.paths)
      #expect(try place.read().state == other.read().state)
      #expect(try ProgressVerification(of: place.paths).conflicts.count == 1)
    }
  }

  @Test(arguments: [
    // The highest number that can be read, half of it, and the one before that.
    (1 << 40, false), (1 << 39, false), ((1 << 39) - 1, true),
  ])
  func `a writer whose numbers somebody used up gives its name up`(
    number: Int, isContinued: Bool
  ) throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      var first = try place.open(&random)
      first.state.fold(first.folder.append([.answer(.example("b/Q-1"))], at: .example).events)
      first.folder.close()
      let name = try #require(try place.journals().first)
      let writer = String(name.dropLast(".jsonl".count))
      // In another file, as a merge leaves it.
      let events = [0, number].map { sequence in
        Event(
          id: EventID(writer: writer, sequence: sequence), time: .example,
          content: sequence == 0 ? .journal : .answer(.example("b/Q-2")))
      }
      try place.put(
        JournalEncoder.lines(of: events), at: place.paths.journal("\(writer)-2.jsonl"))
      var next = try place.open(&random)
      let saved = next.folder.append([.answer(.example("b/Q-3"))], at: .example)
      next.state.fold(saved.events)
      #expect((saved.events.first?.id.writer == writer) == isContinued)
      // Nothing that was confirmed may be too high to be read.
      let read = try place.read()
      #expect(read.state == next.state)
      #expect(read.report.events == 3 && read.report.damaged.isEmpty)
    }
  }

  @Test func `two merges at once don't take each other's files`() throws {
    try withPlace { place in
      func journal(_ numbers: [Int]) -> [UInt8] {
        JournalEncoder.lines(
          of: numbers.map { number in
            Event(
              id: EventID(writer: "k3f9x2", sequence: number), time: .example,
              content: number == 0 ? .journal : .answer(.example("b/Q-\(number)")))
          })
      }
      let (first, second) = ("\(place.folder)/first.jsonl", "\(place.folder)/second.jsonl")
      try place.put(journal([0, 1, 2]), at: first)
      try place.put(journal([0, 3, 4]), at: second)
      let disk = FaultyFileSystem()
      var calls = 0
      disk.plan { _, number, _ in
        calls = number + 1
        return nil
      }
      _ = try ProgressMerge([first], into: place.machine("sound").paths, fileSystem: disk)
      for moment in 0..<calls {
        let machine = place.machine("\(moment)")
        var other: ProgressMerge?
        disk.plan { _, number, _ in
          if number == moment {
            other = try? ProgressMerge(
              [second], into: machine.paths, fileSystem: FaultyFileSystem())
          }
          return nil
        }
        let merge = try? ProgressMerge([first], into: machine.paths, fileSystem: disk)
        let added = (merge?.added ?? 0) + (other?.added ?? 0)
        let read = try machine.read().report
        try #require(read.events == added && read.damaged.isEmpty, "call \(moment)")
        try #require(added >= 2, "call \(moment)")
      }
    }
  }

  @Test func `what a killed merge left behind is cleared away by the next`() throws {
    try withPlace { place in
      let example = ExampleJournal()
      let source = "\(place.folder)/source.jsonl"
      try place.put(example.bytes, at: source)
      let half = "\(place.paths.journals)/.merge-other1.tmp"
      try place.put([0x7B], at: half)
      #expect(try ProgressMerge([source], into: place.paths).added == 5)
      #expect(try POSIXFileSystem().status(at: half) == nil)
    }
  }

  @Test func `events say the same wherever they are read`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 1)
      let opened = try place.open(&random)
      // 02:30 on the wall in Auckland: still the study day before.
      let time = LocalTime(
        at: try #require(Timestamp(iso8601: "2026-11-23T13:30:00Z")), offsetMinutes: 780)
      _ = opened.folder.append([.answer(.example())], at: time)
      let day = try #require(try place.read().state.days.keys.first)
      #expect(day.description == "2026-11-23")
    }
  }

  @Test func `what can't be read of a source is named and left behind`() throws {
    try withPlace { place in
      let example = ExampleJournal()
      var bytes = example.bytes
      bytes[example.ends[2] + 40] ^= 1
      let source = "\(place.folder)/usb/\(example.file)"
      try place.put(bytes, at: source)
      let merge = try ProgressMerge([source], into: place.paths)
      #expect(merge.added == 4)
      #expect(merge.damaged.map(\.line) == [4])
      let found = try ProgressVerification(of: place.paths)
      #expect(found.damaged.isEmpty)
      #expect(found.missing.map(\.numbers) == [[3...3]])
      // The rest comes when a whole copy is found.
      try place.put(example.bytes, at: source)
      #expect(try ProgressMerge([source], into: place.paths).added == 1)
      #expect(try ProgressVerification(of: place.paths).isSound)
    }
  }

  @Test func `a source that is missing or newer changes nothing`() throws {
    try withPlace { place in
      let example = ExampleJournal()
      let good = "\(place.folder)/good.jsonl"
      try place.put(example.bytes, at: good)
      let body = #"{"v":2,"seq":0"#
      let sum = String(Checksum.crc32c(body.utf8), radix: 16)
      let padded = String(repeating: "0", count: 8 - sum.count) + sum
      try place.put(
        Array("\(body),\"sum\":\"\(padded)\"}\n".utf8), at: "\(place.folder)/newer.jsonl")
      for bad in ["newer.jsonl", "missing.jsonl", "one"] {
        #expect(throws: ProgressError.self) {
          try ProgressMerge([good, "\(place.folder)/\(bad)"], into: place.paths)
        }
        #expect(throws: (any Error).self) { try place.journals() }
      }
    }
  }

  @Test func `an export holds all and is taken back without loss`() throws {
    try withEvery(seed: 0..<10) { seed, random in
      try withPlace { place in
        try study(on: place, events: 10, &random)
        let other = place.machine("two")
        try study(on: other, events: 10, &random)
        _ = try ProgressMerge([other.paths.data], into: place.paths)
        // Something that this version doesn't know is kept as well.
        let body =
          #"{"v":1,"seq":11,"at":"2026-11-23T09:00:00.000Z","offset":0,"type":"later","x":[1]"#
        let name = try #require(try place.journals().first)
        let sum = String(Checksum.crc32c(body.utf8), radix: 16)
        let padded = String(repeating: "0", count: 8 - sum.count) + sum
        let line = Array("\(body),\"sum\":\"\(padded)\"}\n".utf8)
        try place.put(
          try place.bytes(place.paths.journal(name)) + line, at: place.paths.journal(name))

        let export = try ProgressExport(of: place.paths)
        try #require(export.count == 21)
        let file = "\(place.folder)/all.jsonl"
        try export.write(toFile: file)
        let lines = try place.bytes(file).split(separator: 0x0A)
        try #require(lines.count == 21)
        let times = lines.map { line in
          String(decoding: line, as: UTF8.self).split(separator: "\"at\":\"")[1].prefix(24)
        }
        try #require(times == times.sorted(), "seed \(seed)")

        let fresh = place.machine("fresh")
        let merge = try ProgressMerge([file], into: fresh.paths)
        try #require(merge.added == 21 && merge.conflicts.isEmpty && merge.damaged.isEmpty)
        try #require(try fresh.read().state == place.read().state, "seed \(seed)")
        let back = try ProgressMerge([fresh.paths.data], into: place.paths)
        try #require(back.added == 0 && back.known == 21, "seed \(seed)")
      }
    }
  }

  @Test func `a flipped byte of an export is found as well`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 2)
      try study(on: place, events: 4, &random)
      let file = "\(place.folder)/all.jsonl"
      try ProgressExport(of: place.paths).write(toFile: file)
      let bytes = try place.bytes(file)
      for offset in bytes.indices {
        var damaged = bytes
        damaged[offset] ^= 0x01
        try place.put(damaged, at: file)
        let merge = try ProgressMerge(
          [file], into: place.machine("\(offset)").paths, fileSystem: FaultyFileSystem())
        let line = bytes[..<offset].count { $0 == 0x0A } + 1
        try #require(merge.damaged.contains { $0.line == line }, "byte \(offset)")
        try #require(merge.added >= 3, "byte \(offset)")
      }
    }
  }
}
