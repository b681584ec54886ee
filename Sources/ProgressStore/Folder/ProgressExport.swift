import PracticeCore

/// All events of a data folder in one order, as JSON Lines.
///
/// Each line is the line of the journal with the writer put in front and a checksum over all of it,
/// so that the export can be merged again without loss.
package struct ProgressExport {
  /// How many events there are.
  package var count: Int { places.count }
  /// Lines that could not be exported because they can't be read.
  package private(set) var damaged: [DamagedLine] = []
  /// Journals of a newer version, of which only what stands before its lines is exported.
  package private(set) var newer: [NewerJournal] = []
  /// Journals that can't be read at all.
  package private(set) var unreadable: [SystemError] = []

  /// The lines, in the order in which they were read.
  private var output = JSONOutput()
  private var places: [Place] = []

  private struct Place {
    var position: EventPosition
    var sum: UInt32
    var start: Int
    var count: Int
  }

  /// Reads all events of a data folder.
  ///
  /// - Throws: ``ProgressError`` where the folder can't be read.
  package init(
    of paths: ProgressPaths, fileSystem: any FileSystem = POSIXFileSystem()
  ) throws(ProgressError) {
    var reader = JournalReader(fileSystem: fileSystem)
    for path in try JournalSource(of: paths, fileSystem: fileSystem).files {
      let summary: JournalSummary
      do throws(SystemError) {
        summary = try reader.read(path) { add($0) }
      } catch {
        unreadable.append(error)
        continue
      }
      if let line = summary.newer {
        newer.append(NewerJournal(path: path, line: line.line, version: line.version))
      }
      damaged += summary.damaged.map {
        DamagedLine(path: path, line: $0.line, damage: $0.damage)
      }
    }
    places.sort { ($0.position, $0.sum) < ($1.position, $1.sum) }
    var last: Place?
    places.removeAll { place in
      defer { last = place }
      return last?.position == place.position && last?.sum == place.sum
    }
  }

  /// Puts the lines into a file of mode 0600, in place of the one that is there.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - fileSystem: Where it stands.
  /// - Throws: ``ProgressError`` where it can't be made; an old file is then as it was.
  package func write(
    toFile path: String, fileSystem: any FileSystem = POSIXFileSystem()
  ) throws(ProgressError) {
    do throws(SystemError) {
      var lines: [UInt8] = []
      lines.reserveCapacity(self.output.bytes.count)
      write { lines += $0 }
      try fileSystem.replaceFile(at: path, with: lines, temporary: "\(path).tmp")
    } catch {
      throw .cannotCreate(error)
    }
  }

  /// Gives the lines, each with its line feed, in pieces of about a megabyte.
  package func write<Failure>(
    to output: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var piece: [UInt8] = []
    for place in places {
      piece += self.output.bytes[place.start..<place.start + place.count]
      if piece.count > 1 << 20 {
        try output(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    try output(piece)
  }

  private mutating func add(_ line: ReadLine) {
    if line.event.content == .journal { return }
    let start = output.bytes.count
    if ExportedLine(line.bytes) == nil {
      ExportedLine.append(line.bytes, of: line.event.id.writer, to: &output)
    } else {
      output.bytes += line.bytes
    }
    output.raw("\n")
    places.append(
      Place(
        position: line.event.position, sum: line.sum, start: start,
        count: output.bytes.count - start))
  }
}
