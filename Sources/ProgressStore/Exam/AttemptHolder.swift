package import PracticeCore

/// The copy of the program that sits an attempt, as another copy is told of it.
package struct AttemptHolder: Equatable, Sendable {
  /// The process; nil where nothing tells it from others of its number.
  package var process: ProcessIdentity?
  /// The terminal on which it runs, such as `/dev/pts/3`; nil for none.
  package var terminal: String?
  /// When it took the attempt.
  package var since: Timestamp
  /// When a key was pressed there last, to two seconds.
  package var lastKey: Timestamp

  /// Describes a copy.
  ///
  /// - Parameters:
  ///   - process: its process.
  ///   - terminal: its terminal; nil for none.
  ///   - since: when it takes the attempt.
  ///   - lastKey: when a key was pressed; `since` unless given.
  package init(
    process: ProcessIdentity?, terminal: String?, since: Timestamp, lastKey: Timestamp? = nil
  ) {
    self.process = process
    self.terminal = terminal
    self.since = since
    self.lastKey = lastKey ?? since
  }
}

extension AttemptHolder {
  /// What a lock file says of its holder: a JSON object and a line feed.
  var bytes: [UInt8] {
    var output = JSONOutput(reserving: 200)
    output.raw("{\"pid\":")
    output.optional(process.map { Int($0.id) })
    output.raw(",\"start\":")
    if let process { output.string(process.start) } else { output.raw("null") }
    output.raw(",\"terminal\":")
    if let terminal { output.string(terminal) } else { output.raw("null") }
    output.raw(",\"since\":\"")
    since.appendISO8601(to: &output.bytes)
    output.raw("\",\"key\":\"")
    lastKey.appendISO8601(to: &output.bytes)
    output.raw("\"}\n")
    return output.bytes
  }

  /// Reads ``bytes``; nil for anything else, such as a file that is just being written.
  init?(_ bytes: [UInt8]) {
    let node = bytes.withUnsafeBufferPointer { JSONParser.value(of: $0) }
    guard let node, let since = node["since"]?.string.flatMap({ Timestamp(iso8601: $0) }),
      let lastKey = node["key"]?.string.flatMap({ Timestamp(iso8601: $0) })
    else { return nil }
    var process: ProcessIdentity?
    if let id = node["pid"]?.int.flatMap(Int32.init(exactly:)), let start = node["start"]?.string {
      process = ProcessIdentity(id: id, start: start)
    }
    self.init(
      process: process, terminal: node["terminal"]?.string, since: since, lastKey: lastKey)
  }
}
