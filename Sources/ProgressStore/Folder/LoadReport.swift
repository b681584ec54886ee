/// What was found when the journals were read.
package struct LoadReport: Equatable, Sendable {
  /// How many journals there are; 0 for a learner's first day.
  package let journals: Int
  /// How many events they hold, each counted once, beginnings of journals not at all.
  package let events: Int
  /// Lines that can't be read, by the order of files and lines; of very many in a file the first.
  package let damaged: [DamagedLine]
  /// Different events that claim to be the same.
  package let conflicts: [EventConflict]
  /// Journals that can't be read at all.
  package let unreadable: [SystemError]
  /// Whether the snapshot covered everything.
  package let isFromSnapshot: Bool
  /// What was mended.
  package let repairs: [TailRepair]

  /// Files with events that could not be saved and can't yet be.
  package let unsaved: [String]

  init(
    _ loaded: LoadedProgress, paths: ProgressPaths, repairs: [TailRepair], unsaved: [String]
  ) {
    self.unsaved = unsaved
    journals = loaded.journals.count + loaded.unreadable.count
    events = loaded.events
    damaged = loaded.journals.flatMap { journal in
      journal.damaged.map {
        DamagedLine(path: paths.journal(journal.file), line: $0.line, damage: $0.damage)
      }
    }
    conflicts = loaded.conflicts.map {
      EventConflict(id: $0.id, file: paths.journal($0.file), line: $0.line)
    }
    isFromSnapshot = loaded.isFromSnapshot
    unreadable = loaded.unreadable
    self.repairs = repairs
  }
}

/// A line of a journal that can't be read.
package struct DamagedLine: Equatable, Sendable {
  /// The journal.
  package let path: String
  /// The number of the line, from 1.
  package let line: Int
  /// What is wrong with it.
  package let damage: LineDamage

  /// Makes a damaged line.
  package init(path: String, line: Int, damage: LineDamage) {
    self.path = path
    self.line = line
    self.damage = damage
  }
}
