import PracticeCore

/// All events of a data folder in one order, as JSON Lines.
///
/// Each line is the line of the journal with the writer put in front, so that the export can be
/// merged again without loss; its checksum is that of the line without the writer.
package struct ProgressExport {
  /// How many events there are.
  package var count: Int { places.count }
  /// Lines that could not be exported because they can't be read.
  package private(set) var damaged: [DamagedLine] = []
  /// Journals that can't be read at all.
  package private(set) var unreadable: [SystemError] = []

  private var text: [UInt8] = []
  private var places: [Place] = []

  private struct Place {
    var position: EventPosition
    var sum: UInt32
    var start: Int
    var count: Int
  }

  /// Reads all events of a data folder.
  ///
  /// - Throws: ``ProgressError`` where the folder can't be read or is of a newer version.
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
      if let newer = summary.newer {
        throw .newerVersion(path: path, line: newer.line, version: newer.version)
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

  /// Gives the lines, each with its line feed, in pieces of about a megabyte.
  package func write<Failure>(
    to output: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var piece: [UInt8] = []
    for place in places {
      piece += text[place.start..<place.start + place.count]
      if piece.count > 1 << 20 {
        try output(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    try output(piece)
  }

  private mutating func add(_ line: ReadLine) {
    if line.event.content == .journal { return }
    let start = text.count
    if ExportedLine(line.bytes) == nil {
      text += "{\"writer\":\"\(line.event.id.writer)\",".utf8
      text += line.bytes.dropFirst()
    } else {
      text += line.bytes
    }
    text.append(UInt8(ascii: "\n"))
    places.append(
      Place(
        position: line.event.position, sum: line.sum, start: start, count: text.count - start))
  }
}
