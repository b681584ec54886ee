import PracticeCore

/// The union of other journals with those of a data folder.
///
/// Journals that are there are not touched: what is new goes to new files, with the writers and
/// numbers that it has, and with all members of the lines, known or not.
package struct ProgressMerge: Equatable, Sendable {
  /// Events that were new.
  package private(set) var added = 0
  /// Events that were there already.
  package private(set) var known = 0
  /// New events whose identity another event has; they are among the added, and both count.
  package private(set) var conflicts: [EventConflict] = []
  /// Lines of the sources that can't be read and were left behind.
  package private(set) var damaged: [DamagedLine] = []
  /// The journals that were written.
  package private(set) var files: [String] = []
  /// Forms of exams that were missing or damaged, and are there now.
  package private(set) var papers = 0
  /// Exams with two different forms, both of which are kept.
  package private(set) var paperConflicts: [ExamPaperConflict] = []
  /// Files among the forms that are none and were left behind.
  package private(set) var damagedPapers: [ExamPaperError] = []

  /// Merges journals into a data folder.
  ///
  /// - Parameters:
  ///   - sources: Data folders, folders of journals, journals or exports; the forms of exams come
  ///     from data folders and backups.
  ///   - paths: The data folder.
  ///   - fileSystem: Where all of it stands.
  /// - Throws: ``ProgressError``; a source that is missing, can't be read or is of a newer version
  ///   leaves everything as it was.
  package init(
    _ sources: [String], into paths: ProgressPaths,
    fileSystem: any FileSystem = POSIXFileSystem()
  ) throws(ProgressError) {
    var collection = EventCollection()
    var reader = JournalReader(fileSystem: fileSystem)
    for path in try JournalSource(of: paths, fileSystem: fileSystem).files {
      // What can't be read there is verify's business; at worst something is there twice.
      _ = try? reader.read(path) { collection.insert($0, of: path) }
    }
    var parts: [String: Part] = [:]
    for source in sources {
      for path in try JournalSource(at: source, fileSystem: fileSystem).files {
        try take(path, with: &reader, into: &collection, &parts)
      }
    }
    conflicts = collection.conflicts.filter { conflict in
      !conflict.file.hasPrefix("\(paths.journals)/")
    }
    do throws(SystemError) {
      // Before the events: an attempt that has begun has its paper.
      let merge = try ExamPaperMerge(
        sources, into: paths, fileSystem: fileSystem, events: collection.events)
      papers = merge.added
      paperConflicts = merge.conflicts
      damagedPapers = merge.damaged
    } catch {
      throw .cannotCreate(error)
    }
    try write(parts, to: paths, fileSystem: fileSystem)
  }

  /// New lines of one writer.
  private struct Part {
    var beginning: [UInt8] = []
    var lines = JSONOutput()
    var firstTime: LocalTime?

    /// Adds a line as it stood in its journal.
    mutating func add(_ line: ReadLine) {
      if let exported = ExportedLine(line.bytes) {
        exported.appendJournalLine(to: &lines)
      } else {
        lines.bytes += line.bytes
      }
      lines.raw("\n")
      if firstTime == nil { firstTime = line.event.time }
    }
  }

  private mutating func take(
    _ path: String, with reader: inout JournalReader, into collection: inout EventCollection,
    _ parts: inout [String: Part]
  ) throws(ProgressError) {
    let summary: JournalSummary
    do throws(SystemError) {
      summary = try reader.read(path) { line in
        let writer = line.event.id.writer
        switch collection.insert(line, of: path) {
        case .beginning: parts[writer, default: Part()].beginning = Array(line.bytes)
        case .duplicate: known += 1
        case .new, .conflict:
          added += 1
          parts[writer, default: Part()].add(line)
        }
      }
    } catch {
      throw .inputOutput(error)
    }
    if let newer = summary.newer {
      throw .newerVersion(path: path, line: newer.line, version: newer.version)
    }
    damaged += summary.damaged.map {
      DamagedLine(path: path, line: $0.line, damage: $0.damage)
    }
  }

  private mutating func write(
    _ parts: [String: Part], to paths: ProgressPaths, fileSystem: any FileSystem
  ) throws(ProgressError) {
    do throws(SystemError) {
      for (writer, part) in parts.sorted(by: { $0.key < $1.key }) {
        guard let firstTime = part.firstTime else { continue }
        try fileSystem.makeFolders(paths.journals)
        var beginning = part.beginning + [UInt8(ascii: "\n")]
        if part.beginning.isEmpty {
          beginning = JournalEncoder.lines(of: [
            Event(
              id: EventID(writer: writer, sequence: 0), time: firstTime, content: .journal)
          ])
        }
        let merged = MergedJournal(writer: writer, paths: paths, fileSystem: fileSystem)
        files.append(try merged.write(beginning + part.lines.bytes))
      }
    } catch {
      throw .cannotCreate(error)
    }
  }
}
