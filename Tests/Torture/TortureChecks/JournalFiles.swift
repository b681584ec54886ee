#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The journals of a data folder, read without any code of the program.
struct JournalFiles {
  /// A line that is whole.
  struct Line {
    /// The path of its file, the number of the line, from 1, and its text.
    var file: String
    var number: Int
    var text: String
    /// Who wrote it, and under which number.
    var id: ID
    /// What it says.
    var event: Event
  }

  /// An event's identity.
  struct ID: Hashable, Comparable, CustomStringConvertible {
    var writer: String
    var sequence: Int
    var description: String { "\(writer)/\(sequence)" }
    static func < (left: ID, right: ID) -> Bool {
      (left.writer, left.sequence) < (right.writer, right.sequence)
    }
  }

  /// The members of an event that matter here.
  struct Event: Decodable {
    struct Target: Decodable, Equatable {
      var writer: String
      var seq: Int
    }
    var seq: Int
    var type: String
    var writer: String?
    var question: String?
    var correct: Bool?
    var rating: Int?
    var of: Target?
    var text: String?
  }

  /// All whole lines but the first of each journal, by files and lines.
  private(set) var lines: [Line] = []
  /// Last lines that have no end.
  private(set) var torn = 0
  /// What can't be read, or is there twice.
  private(set) var faults: [String] = []

  /// Reads all files that end in `.jsonl` in a folder; one that isn't there has none.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - decoded: What lines say that were read before; those read now are added.
  /// - Throws: Where a file can't be read.
  init(in folder: String, decoded: inout [Data: Event]) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var places: [ID: String] = [:]
    for name in names.sorted() where name.hasSuffix(".jsonl") && !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      let bytes = try Data(contentsOf: URL(filePath: path))
      var writer = ""
      var parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let rest = parts.popLast() ?? Data()
      if !rest.isEmpty { torn += 1 }
      for (index, part) in parts.enumerated() {
        let place = "\(path):\(index + 1)"
        let part = Data(part)
        guard let event = try? decoded[part] ?? JSONDecoder().decode(Event.self, from: part) else {
          faults.append("\(place): can't be read")
          continue
        }
        decoded[part] = event
        if event.type == "journal" {
          writer = event.writer ?? ""
          continue
        }
        let id = ID(writer: writer, sequence: event.seq)
        if let other = places.updateValue(place, forKey: id) {
          faults.append("\(place): event \(id) is in \(other) too")
        }
        lines.append(
          Line(
            file: path, number: index + 1, text: String(decoding: part, as: UTF8.self), id: id,
            event: event))
      }
    }
  }
}
