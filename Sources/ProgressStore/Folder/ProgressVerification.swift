package import PracticeCore

/// An examination of all journals, byte by byte, that changes nothing.
package struct ProgressVerification: Equatable, Sendable {
  /// How many journals there are.
  package private(set) var journals = 0
  /// How many events they hold, each counted once, beginnings of journals not at all.
  package private(set) var events = 0
  /// Lines that can't be read, by the order of files and lines; of very many in a file the first.
  package private(set) var damaged: [DamagedLine] = []
  /// How many more lines can't be read.
  package private(set) var furtherDamaged = 0
  /// Different events that claim to be the same: both count.
  package private(set) var conflicts: [EventConflict] = []
  /// Events that must have been there, by the numbers of those that are.
  package private(set) var missing: [MissingEvents] = []
  /// Journals of a newer version of the format, of which nothing is known.
  package private(set) var newer: [NewerJournal] = []
  /// Journals that can't be read at all.
  package private(set) var unreadable: [SystemError] = []

  /// Attempts whose form is missing or damaged, by their names.
  package private(set) var papers: [LostPaper] = []

  /// Whether all is as it should be.
  package var isSound: Bool {
    damaged.isEmpty && conflicts.isEmpty && missing.isEmpty && newer.isEmpty && unreadable.isEmpty
      && papers.isEmpty
  }

  /// Examines the journals of a data folder.
  ///
  /// - Throws: ``ProgressError`` where the folder can't be read.
  package init(
    of paths: ProgressPaths, fileSystem: any FileSystem = POSIXFileSystem()
  ) throws(ProgressError) {
    var collection = EventCollection()
    var reader = JournalReader(fileSystem: fileSystem)
    var damagedLines: [String: Int] = [:]
    for path in try JournalSource(of: paths, fileSystem: fileSystem).files {
      journals += 1
      do throws(SystemError) {
        let summary = try reader.read(path) { collection.insert($0, of: path) }
        for damage in summary.damaged {
          damaged.append(DamagedLine(path: path, line: damage.line, damage: damage.damage))
        }
        furtherDamaged += summary.furtherDamaged
        damagedLines[summary.writer ?? "", default: 0] += summary.damagedLines
        if let line = summary.newer {
          newer.append(NewerJournal(path: path, line: line.line, version: line.version))
        }
      } catch {
        unreadable.append(error)
      }
    }
    events = collection.events.count
    conflicts = collection.conflicts
    papers = LostPaper.all(
      of: collection.events, in: ExamPaperFolder(of: paths, fileSystem: fileSystem))
    // Behind lines of a newer version, or in a file that can't be read, may stand what is missing.
    if newer.isEmpty, unreadable.isEmpty {
      missing = Self.missing(in: collection.events).filter { gap in
        gap.total > damagedLines[gap.writer] ?? 0
      }
    }
  }

  /// The gaps in the numbers of each writer.
  private static func missing(in events: [Event]) -> [MissingEvents] {
    var numbers: [String: [Int]] = [:]
    for event in events { numbers[event.id.writer, default: []].append(event.id.sequence) }
    var missing: [MissingEvents] = []
    for (writer, numbers) in numbers.sorted(by: { $0.key < $1.key }) {
      var gaps: [ClosedRange<Int>] = []
      var next = 1
      for number in numbers.sorted() {
        if number > next { gaps.append(next...(number - 1)) }
        next = number + 1
      }
      if !gaps.isEmpty { missing.append(MissingEvents(writer: writer, numbers: gaps)) }
    }
    return missing
  }
}

/// Events of one writer that are nowhere, though later ones of it are there.
package struct MissingEvents: Equatable, Sendable {
  /// The writer.
  package let writer: String
  /// Their numbers, ascending.
  package let numbers: [ClosedRange<Int>]

  /// Makes the gaps of a writer.
  package init(writer: String, numbers: [ClosedRange<Int>]) {
    self.writer = writer
    self.numbers = numbers
  }

  /// How many they are.
  package var total: Int { numbers.reduce(0) { $0 + $1.count } }
}

/// An attempt that has begun and whose form can't be read.
package struct LostPaper: Equatable, Sendable {
  /// The attempt.
  package let attempt: AttemptID
  /// Its file.
  package let path: String
  /// Why it can't be read.
  package let reason: ExamPaperError

  /// Whether there is no such file.
  package var isMissing: Bool {
    if case .unreadable(let error) = reason { error.isNotFound } else { false }
  }

  fileprivate static func all(
    of events: some Sequence<Event>, in folder: ExamPaperFolder
  ) -> [LostPaper] {
    var lost: [AttemptID: LostPaper] = [:]
    for event in events {
      guard case .exam(.start(let start)) = event.content else { continue }
      do throws(ExamPaperError) {
        _ = try folder.paper(of: start.attempt, hash: start.paper)
      } catch {
        lost[start.attempt] = LostPaper(
          attempt: start.attempt, path: folder.path(of: start.attempt), reason: error)
      }
    }
    return lost.values.sorted { $0.attempt < $1.attempt }
  }
}

/// A journal that a newer version of the program wrote.
package struct NewerJournal: Equatable, Sendable {
  /// The journal.
  package let path: String
  /// The number of its first line of the newer version.
  package let line: Int
  /// That version.
  package let version: Int
}
