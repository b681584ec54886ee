import PracticeCore

/// All that the journals of a folder say.
struct LoadedProgress {
  /// The state that the events make.
  var state: LearnerState
  /// What was found in each journal, by the order of the names.
  var journals: [JournalSummary]
  /// The highest number of each writer.
  var highest: [String: Int]
  /// How many events there are, each counted once and beginnings of journals not at all.
  var events: Int
  /// Different events with one identity.
  var conflicts: [EventConflict]
  /// Files that could not be read.
  var unreadable: [SystemError]
  /// Whether all of it came from the snapshot, so that a new one would say the same.
  var isFromSnapshot = false
}

/// Reads the journals of a folder and folds them.
struct ProgressLoader {
  let fileSystem: any FileSystem
  let paths: ProgressPaths

  /// The names of the journals: every `*.jsonl`, whoever named it so, in byte order.
  func journalNames() throws(ProgressError) -> [String] {
    do throws(SystemError) {
      guard try fileSystem.isFolder(paths.journals) else { return [] }
      return try fileSystem.names(in: paths.journals)
        .filter { $0.hasSuffix(".jsonl") && !$0.hasPrefix(".") }.sorted()
    } catch {
      throw .inputOutput(error)
    }
  }

  /// Reads what a snapshot doesn't cover, or everything where that would not give the same.
  ///
  /// - Parameters:
  ///   - snapshot: An earlier state; nil for none.
  ///   - pending: Events that are not in the journals yet.
  /// - Returns: The state that the journals make.
  /// - Throws: ``ProgressError`` where a journal is of a newer version, or the folder can't be read.
  func load(
    after snapshot: Snapshot? = nil, with pending: [Event] = []
  ) throws(ProgressError) -> LoadedProgress {
    let names = try journalNames()
    if let snapshot, pending.isEmpty, let loaded = try load(names, after: snapshot) {
      return loaded
    }
    var read = try readAll(names)
    let highest = read.collection.highest
    var events = read.collection.takeEvents()
    let count = events.count
    // Not `+`, which would copy them all.
    events += pending
    return LoadedProgress(
      state: LearnerState(replaying: events, questionCount: read.questionCount),
      journals: read.summaries, highest: highest, events: count,
      conflicts: read.collection.conflicts, unreadable: read.unreadable)
  }

  /// All events, each once, in the order in which they were read.
  ///
  /// - Parameter pending: Events that are not in the journals yet.
  /// - Returns: The events.
  /// - Throws: ``ProgressError`` where a journal is of a newer version, or the folder can't be read.
  func allEvents(with pending: [Event] = []) throws(ProgressError) -> [Event] {
    var read = try readAll(try journalNames())
    var events = read.collection.takeEvents()
    // Not `+`, which would copy them all.
    events += pending
    return events
  }

  /// What stands in all journals.
  struct Content {
    var collection = EventCollection()
    var summaries: [JournalSummary] = []
    var unreadable: [SystemError] = []
    /// How many questions the events speak of.
    var questionCount = 0
  }

  func readAll(_ names: [String]) throws(ProgressError) -> Content {
    var content = Content()
    var reader = JournalReader(fileSystem: fileSystem)
    // More than there can be: room that is never touched takes none.
    content.collection.reserve(names.reduce(0) { $0 + size(of: $1) } / Self.leastBytesPerEvent)
    for name in names {
      do throws(SystemError) {
        content.summaries.append(
          try reader.read(paths.journal(name)) { content.collection.insert($0, of: name) })
      } catch {
        content.unreadable.append(error)
      }
      try refuseNewer(content.summaries)
    }
    content.questionCount = reader.questionCount
    return content
  }

  /// Folds what is newer than a snapshot into its state.
  ///
  /// - Returns: nil where the journals are not those that it was made of, or where folding doesn't
  ///   give the same as a replay.
  private func load(
    _ names: [String], after snapshot: Snapshot
  ) throws(ProgressError) -> LoadedProgress? {
    var covered: [String: JournalSummary] = [:]
    for summary in snapshot.journals { covered[summary.file] = summary }
    guard Set(names).isSuperset(of: covered.keys) else { return nil }
    var collection = EventCollection()
    var summaries: [JournalSummary] = []
    var reader = JournalReader(fileSystem: fileSystem)
    var isKnown = false
    for name in names {
      do throws(SystemError) {
        var start = covered[name]
        if let known = start {
          guard try reader.isUnchanged(paths.journal(name), since: known) else { return nil }
          // A torn line at its end is read again.
          start?.removeTornLine()
        }
        summaries.append(
          try reader.read(paths.journal(name), after: start) { line in
            let event = line.event
            if event.content != .journal,
              event.id.sequence <= snapshot.highest[event.id.writer] ?? -1
            {
              isKnown = true
            }
            collection.insert(line, of: name)
          })
      } catch {
        return nil
      }
      try refuseNewer(summaries)
      // A number that the snapshot covers: the same event once more, or another in its place.
      if isKnown { return nil }
    }
    var loaded = LoadedProgress(
      state: snapshot.state, journals: summaries,
      highest: snapshot.highest.merging(collection.highest, uniquingKeysWith: max),
      events: snapshot.events + collection.events.count,
      conflicts: snapshot.conflicts + collection.conflicts, unreadable: [],
      isFromSnapshot: summaries == snapshot.journals)
    for event in collection.takeEvents().sorted(by: { $0.position < $1.position }) {
      guard loaded.state.apply(event) else { return nil }
    }
    return loaded
  }

  /// The events that `isWanted` picks, in the order of their positions, each once.
  ///
  /// - Throws: ``ProgressError`` where the folder can't be read.
  func events(where isWanted: (Event) -> Bool) throws(ProgressError) -> [Event] {
    var events: [Event] = []
    var reader = JournalReader(fileSystem: fileSystem)
    for name in try journalNames() {
      // What can't be read is verify's business.
      _ = try? reader.read(paths.journal(name)) { line in
        if isWanted(line.event) { events.append(line.event) }
      }
    }
    events.sort { $0.position < $1.position }
    var last: Event?
    events.removeAll { event in
      defer { last = event }
      return event == last
    }
    return events
  }

  /// The events of an attempt in the order in which they are folded, without those undone; of its
  /// ends, which no sitting has, the first, last of all.
  ///
  /// - Throws: ``ProgressError`` where the folder can't be read.
  func records(
    of attempt: AttemptID, with pending: [Event] = []
  ) throws(ProgressError) -> [Event] {
    var collection = EventCollection()
    var reader = JournalReader(fileSystem: fileSystem)
    func isWanted(_ event: Event) -> Bool {
      switch event.content {
      case .exam(let content): content.attempt == attempt
      case .undo: true
      default: false
      }
    }
    for name in try journalNames() {
      // What can't be read is verify's business.
      _ = try? reader.read(paths.journal(name)) { line in
        if isWanted(line.event) { collection.insert(line, of: name) }
      }
    }
    let events = collection.takeEvents() + pending.filter(isWanted)
    let undone = UndoneEvents(in: events).ids
    var records: [(order: ExamProgress.Order, event: Event)] = []
    var end: Event?
    for event in events where !undone.contains(event.id) {
      guard case .exam(let content) = event.content else { continue }
      if let sitting = content.sitting {
        records.append((ExamProgress.Order(sitting: sitting, id: event.id), event))
      } else if end.map({ event.position < $0.position }) ?? true {
        end = event
      }
    }
    return records.sorted { $0.order < $1.order }.map(\.event) + (end.map { [$0] } ?? [])
  }

  /// The length of the shortest lines.
  private static let leastBytesPerEvent = 100

  private func size(of name: String) -> Int {
    (try? fileSystem.status(at: paths.journal(name)))?.size ?? 0
  }

  private func refuseNewer(_ summaries: [JournalSummary]) throws(ProgressError) {
    guard let last = summaries.last, let newer = last.newer else { return }
    throw .newerVersion(
      path: paths.journal(last.file), line: newer.line, version: newer.version)
  }
}
