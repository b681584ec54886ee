/// Why a line of a journal can't be read.
package enum LineDamage: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// It doesn't end with a checksum, so it is not what a program wrote.
  case noChecksum
  /// Its bytes are not those that the checksum was made of.
  case wrongChecksum
  /// The file ends in the middle of the line, as after a crash.
  case incomplete
  /// Its checksum is right, but it is no JSON object.
  case notJSON
  /// Its checksum is right, but this member is missing or has no value that it may have.
  case member(String)
  /// It is an event, but no first line says who wrote it, nor does the file's name.
  case noWriter

  /// What is wrong, as it reads after the place.
  package var description: String {
    switch self {
    case .noChecksum: "the line does not end with a checksum"
    case .wrongChecksum: "the line does not match its checksum"
    case .incomplete: "the last line is incomplete"
    case .notJSON: "the line is not a JSON object"
    case .member(let name): "'\(name)' is missing or has a value that it can't have"
    case .noWriter: "nothing says who wrote the line"
    }
  }

  /// The name by which a snapshot keeps it.
  package var name: String {
    switch self {
    case .noChecksum: "no-checksum"
    case .wrongChecksum: "wrong-checksum"
    case .incomplete: "incomplete"
    case .notJSON: "not-json"
    case .member(let name): "member:\(name)"
    case .noWriter: "no-writer"
    }
  }

  /// Reads a ``name``; nil for anything else.
  package init?(name: String) {
    switch name {
    case "no-checksum": self = .noChecksum
    case "wrong-checksum": self = .wrongChecksum
    case "incomplete": self = .incomplete
    case "not-json": self = .notJSON
    case "no-writer": self = .noWriter
    default:
      guard name.hasPrefix("member:") else { return nil }
      self = .member(String(name.dropFirst("member:".count)))
    }
  }
}
