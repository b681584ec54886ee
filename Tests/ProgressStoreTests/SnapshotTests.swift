import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

@Suite struct SnapshotTests {
  /// A few sessions with random events, each closed with a snapshot or not.
  private func sessions(
    _ count: Int, in place: Place, _ random: inout SplitMix64
  ) throws -> LearnerState {
    var state = LearnerState()
    for _ in 0..<count {
      var opened = try place.open(&random)
      for _ in 0..<random.number(below: 12) {
        let outcome = opened.folder.append([random.content()], at: random.time())
        for event in outcome.events where !opened.state.apply(event) {
          opened.state = try opened.folder.reload()
        }
      }
      if random.oneIn(2) { try opened.folder.saveSnapshot(opened.state) }
      if random.oneIn(2) { opened.folder.close() }
      state = opened.state
    }
    return state
  }

  /// The state by a replay of everything.
  private func replayed(_ place: Place) throws -> LearnerState {
    let elsewhere = place.machine("replay")
    for name in try place.journals() {
      try place.put(
        try place.bytes(place.paths.journal(name)), at: elsewhere.paths.journal(name))
    }
    defer { try? place.removeFolder(elsewhere.paths.data) }
    return try elsewhere.read().state
  }

  @Test func `a snapshot and what is newer give what a replay gives`() throws {
    var fromSnapshot = 0
    try withEvery(seed: 0..<60) { seed, random in
      try withPlace { place in
        let state = try sessions(4, in: place, &random)
        let read = try place.read()
        if read.report.isFromSnapshot { fromSnapshot += 1 }
        try #require(read.state == state, "seed \(seed)")
        try #require(try replayed(place) == state, "seed \(seed)")
      }
    }
    #expect(fromSnapshot > 10)
  }

  @Test func `a damaged snapshot counts as none`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 5)
      let opened = try place.open(&random)
      var state = opened.state
      for number in 0..<3 {
        state.fold(opened.folder.append([.answer(.example("b/Q-\(number)"))], at: .example).events)
      }
      try opened.folder.saveSnapshot(state)
      let bytes = try place.bytes(place.paths.snapshot)
      #expect(try place.read().report.isFromSnapshot)
      for offset in bytes.indices {
        var damaged = bytes
        damaged[offset] ^= 0x04
        try place.put(damaged, at: place.paths.snapshot)
        let read = try place.read()
        try #require(read.state == state && !read.report.isFromSnapshot, "byte \(offset)")
      }
      for length in stride(from: 0, to: bytes.count, by: 5) {
        try place.put(Array(bytes[..<length]), at: place.paths.snapshot)
        try #require(try place.read().state == state, "length \(length)")
      }
    }
  }

  @Test func `a snapshot of another version counts as none`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 5)
      var opened = try place.open(&random)
      opened.state.fold(opened.folder.append([.answer(.example())], at: .example).events)
      try opened.folder.saveSnapshot(opened.state)
      let text = String(decoding: try place.bytes(place.paths.snapshot), as: UTF8.self)
      #expect(text.hasPrefix("{\"v\":6,"))
      let other = Array(text.replacing("{\"v\":6,", with: "{\"v\":5,").utf8.dropLast(19))
      let sum = String(Checksum.crc32c(other), radix: 16)
      let padded = String(repeating: "0", count: 8 - sum.count) + sum
      try place.put(other + Array(",\"sum\":\"\(padded)\"}\n".utf8), at: place.paths.snapshot)
      let read = try place.read()
      #expect(read.state == opened.state && !read.report.isFromSnapshot)
    }
  }

  @Test func `a snapshot with numbers that would overflow counts as none`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 5)
      var opened = try place.open(&random)
      let day = try #require(CalendarDate("2026-12-24"))
      let contents: [EventContent] = [
        .answer(.example()), .answer(.example("b/Q-1")), .goal(ExamGoal(exam: "x", date: day)),
        .settings(StudySettings(newPerDay: 7)),
        .mark(.bury, question: AnswerRecord.example().question),
      ]
      opened.state.fold(opened.folder.append(contents, at: .example).events)
      try opened.folder.saveSnapshot(opened.state)
      let name = try #require(try place.journals().first)
      let journal = try place.bytes(place.paths.journal(name))
      let body = String(decoding: try place.bytes(place.paths.snapshot), as: UTF8.self).dropLast(19)
      let whole = place.machine("whole")
      try whole.put(journal, at: whole.paths.journal(name))
      try whole.put(try place.bytes(place.paths.snapshot), at: whole.paths.snapshot)
      #expect(try whole.read().report.isFromSnapshot)
      var count = 0
      // Every number in its turn, whatever it counts, with all the digits that are read.
      for match in body.matches(of: /([\[:,])(-?[0-9]+)(?=[\],}])/) {
        for number in ["999999999999999999", "-999999999999999999"] {
          let changed =
            body[..<match.range.lowerBound] + match.output.1 + number
            + body[match.range.upperBound...]
          let sum = String(Checksum.crc32c(changed.utf8), radix: 16)
          let padded = String(repeating: "0", count: 8 - sum.count) + sum
          let other = place.machine("\(count)")
          try other.put(journal, at: other.paths.journal(name))
          try other.put(
            Array("\(changed),\"sum\":\"\(padded)\"}\n".utf8), at: other.paths.snapshot)
          // What goes on from there must not overflow either.
          var next = try other.open(&random)
          try #require(next.state == opened.state, "\(match.output.0) as \(number)")
          next.state.fold(next.folder.append([.answer(.example())], at: .example).events)
          try next.folder.saveSnapshot(next.state)
          next.folder.close()
          try #require(try other.read().state == next.state, "\(match.output.0) as \(number)")
          count += 1
        }
      }
      #expect(count > 60)
    }
  }

  @Test func `the snapshot of another folder counts as none`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 5)
      let other = place.machine("two")
      for (machine, question) in [(place, "b/Q-1"), (other, "b/Q-2")] {
        var opened = try machine.open(&random)
        opened.state.fold(opened.folder.append([.answer(.example(question))], at: .example).events)
        try opened.folder.saveSnapshot(opened.state)
      }
      let right = try place.read().state
      try place.put(try place.bytes(other.paths.snapshot), at: place.paths.snapshot)
      #expect(try place.read().state == right)
    }
  }

  @Test func `an old snapshot is brought up to date`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 5)
      var opened = try place.open(&random)
      opened.state.fold(opened.folder.append([.answer(.example("b/Q-1"))], at: .example).events)
      try opened.folder.saveSnapshot(opened.state)
      let old = try place.bytes(place.paths.snapshot)
      opened.state.fold(opened.folder.append([.answer(.example("b/Q-2"))], at: .example).events)
      try opened.folder.saveSnapshot(opened.state)
      try place.put(old, at: place.paths.snapshot)
      let read = try place.read()
      #expect(read.state == opened.state && read.report.events == 2)
    }
  }

  @Test func `a journal that was cut, changed at its end or lost makes the snapshot void`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 5)
      let opened = try place.open(&random)
      var state = opened.state
      for number in 0..<3 {
        state.fold(opened.folder.append([.answer(.example("b/Q-\(number)"))], at: .example).events)
      }
      try opened.folder.saveSnapshot(state)
      let path = place.paths.journal(try #require(try place.journals().first))
      let bytes = try place.bytes(path)
      let lastLine = try #require(bytes.dropLast().lastIndex(of: 0x0A)) + 1
      try place.put(Array(bytes[..<lastLine]), at: path)
      #expect(try place.read().state == replayed(place))
      var changed = bytes
      changed[lastLine + 30] ^= 1
      try place.put(changed, at: path)
      #expect(try place.read().report.events == 2)
      #expect(try place.read().state == replayed(place))
      try place.remove(path)
      #expect(try place.read().state == LearnerState())
      try place.put(bytes, at: path)
      #expect(try place.read().state == state)
      #expect(try place.read().report.isFromSnapshot)
    }
  }

  @Test func `what is wrong in a journal is told with a snapshot too`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 5)
      let first = try place.open(&random)
      for number in 0..<3 {
        _ = first.folder.append([.answer(.example("b/Q-\(number)"))], at: .example)
      }
      let path = place.paths.journal(try #require(try place.journals().first))
      var bytes = try place.bytes(path)
      bytes[bytes.count / 2] ^= 1
      try place.put(bytes, at: path)
      let opened = try place.open(&random)
      let damaged = opened.folder.report.damaged
      #expect(damaged.count == 1)
      try opened.folder.saveSnapshot(opened.state)
      let read = try place.read()
      #expect(read.report.isFromSnapshot)
      #expect(read.report.damaged == damaged)
      #expect(read.report.events == 2)
    }
  }

  @Test func `a duplicate of what the snapshot covers changes nothing`() throws {
    try withPlace { place in
      var random = SplitMix64(seed: 5)
      var opened = try place.open(&random)
      opened.state.fold(opened.folder.append([.answer(.example())], at: .example).events)
      try opened.folder.saveSnapshot(opened.state)
      let name = try #require(try place.journals().first)
      let copy = name.replacing(".jsonl", with: ".sync-conflict-20261123-090000-ABCDEFG.jsonl")
      try place.put(
        try place.bytes(place.paths.journal(name)), at: place.paths.journal(copy))
      let read = try place.read()
      #expect(read.state == opened.state)
      #expect(read.report.events == 1 && read.report.conflicts.isEmpty)
    }
  }

  @Test func `what waits to be saved never gets into a snapshot`() throws {
    try withPlace { place in
      let disk = FaultyFileSystem()
      var random = SplitMix64(seed: 5)
      var opened = try place.open(&random, fileSystem: disk)
      opened.state.fold(opened.folder.append([.answer(.example("b/Q-1"))], at: .example).events)
      try opened.folder.saveSnapshot(opened.state)
      disk.plan { call, _, path in
        call == .write && path.hasSuffix(".jsonl") ? .failure(28) : nil
      }
      opened.state.fold(opened.folder.append([.answer(.example("b/Q-2"))], at: .example).events)
      try opened.folder.saveSnapshot(opened.state)
      #expect(try place.read().state.questions.count == 1)
    }
  }
}
