import PracticeCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A line that a journal's reader could read.
struct ReadLine {
  /// The event.
  let event: Event
  /// The checksum of its line.
  let sum: UInt32
  /// The number of the line, from 1.
  let number: Int
  /// Where the line begins in the file.
  let offset: Int
  /// The bytes of the line without its line feed, valid during the call only.
  let bytes: UnsafeBufferPointer<UInt8>
}

/// What reading a journal found, beside its events.
struct JournalSummary: Equatable, Sendable {
  /// The name of the file within its folder.
  var file: String
  /// Who wrote the lines that name nobody; nil where nothing tells.
  var writer: String?
  /// Up to where the file was read, in bytes: to the end of its last line, a torn one excluded.
  ///
  /// A line is torn where the file ends within it and nothing in it can be read.
  var bytes = 0
  /// The lines up to there.
  var lines = 0
  /// The last line that could be read: where it begins, its number in the journal, its checksum.
  var last: JournalMark?
  /// Lines that can't be read, ascending, a torn last one included; of very many the first.
  var damaged: [JournalDamage] = []
  /// How many more there are.
  var furtherDamaged = 0
  /// The first line of a newer version, behind which nothing was read.
  var newer: NewerLine?
  /// The size of a torn last line, which ``bytes`` doesn't cover.
  var tornBytes = 0
  /// Whether the last line is whole but has no line feed.
  var lacksLineFeed = false
}

extension JournalSummary {
  /// How many lines can't be read.
  var damagedLines: Int { damaged.count + furtherDamaged }

  fileprivate mutating func add(_ damage: JournalDamage) {
    if damaged.count < JournalLimits.findings {
      damaged.append(damage)
    } else {
      furtherDamaged += 1
    }
  }

  /// Forgets a torn last line.
  mutating func removeTornLine() {
    if tornBytes == 0 { return }
    tornBytes = 0
    if damaged.last?.damage == .incomplete {
      damaged.removeLast()
    } else {
      furtherDamaged -= 1
    }
  }
}

/// A line by which a journal is known again.
struct JournalMark: Equatable, Sendable {
  var offset: Int
  var sequence: Int
  var sum: UInt32
}

/// A damaged line.
struct JournalDamage: Equatable, Hashable, Sendable {
  var line: Int
  var damage: LineDamage
}

/// A line of a newer version.
struct NewerLine: Equatable, Sendable {
  var line: Int
  var version: Int
}

/// Reads journals line by line.
struct JournalReader {
  private let fileSystem: any FileSystem
  private var decoder = JournalDecoder()
  private var buffer: [UInt8] = []

  /// How many bytes are read at once.
  ///
  /// Short files are read with less: a start with a snapshot reads a line or none, and zeroed
  /// memory takes its time.
  private static let bufferSizes = 1 << 12...1 << 18

  init(fileSystem: any FileSystem) { self.fileSystem = fileSystem }

  /// How many questions it met.
  var questionCount: Int { decoder.questionCount }

  /// Reads a journal, or the rest of one.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - start: What is known of it already: reading begins behind it.
  ///   - body: Called for each event, in the order of the file.
  /// - Returns: `start` with what was found added.
  /// - Throws: ``SystemError`` where the file can't be read.
  mutating func read(
    _ path: String, after start: JournalSummary? = nil, _ body: (ReadLine) -> Void
  ) throws(SystemError) -> JournalSummary {
    let file = try fileSystem.openRegular(path)
    defer { fileSystem.close(file) }
    let name = path.lastPathPart
    var pass = JournalPass(
      summary: start ?? JournalSummary(file: name, writer: WriterName.named(by: name)))
    pass.summary.lacksLineFeed = false
    // How many bytes of the buffer are filled, of which none belongs to a finished line.
    var filled = 0
    var readTo = pass.summary.bytes
    let expected = try fileSystem.status(of: file).size - readTo + 1
    let sizes = Self.bufferSizes
    let wanted = min(max(expected, sizes.lowerBound), sizes.upperBound)
    if buffer.count < wanted { buffer = [UInt8](repeating: 0, count: wanted) }
    while true {
      if filled == buffer.count {
        buffer.append(contentsOf: repeatElement(0, count: buffer.count))
      }
      let count = try fill(from: file, at: readTo, after: filled)
      if count == 0 { break }
      let searchFrom = filled
      filled += count
      readTo += count
      let used = buffer.withUnsafeBufferPointer {
        pass.takeLines(
          in: UnsafeBufferPointer(rebasing: $0[..<filled]), searchFrom: searchFrom,
          decoder: &decoder, body)
      }
      if pass.summary.newer != nil { return pass.summary }
      if used > 0 {
        buffer.withUnsafeMutableBufferPointer { buffer in
          guard let base = buffer.baseAddress else { return }
          memmove(base, base + used, filled - used)
        }
        filled -= used
      }
    }
    buffer.withUnsafeBufferPointer {
      pass.finish(with: UnsafeBufferPointer(rebasing: $0[..<filled]), decoder: &decoder, body)
    }
    return pass.summary
  }

  /// Whether a journal still begins with what `summary` says: the line by which it is known again
  /// stands where it stood, and the file is not shorter.
  mutating func isUnchanged(
    _ path: String, since summary: JournalSummary
  ) throws(SystemError) -> Bool {
    guard let mark = summary.last, mark.offset < summary.bytes else { return false }
    let file = try fileSystem.openRegular(path)
    defer { fileSystem.close(file) }
    guard try fileSystem.status(of: file).size >= summary.bytes else { return false }
    let bytes = try fileSystem.contents(of: file, from: mark.offset, to: summary.bytes)
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    // The line before must be at its end there, and so must the last line covered.
    guard summary.lacksLineFeed || bytes.last == UInt8(ascii: "\n") else { return false }
    let decoded = line.withUnsafeBufferPointer { decoder.decode($0, writer: summary.writer) }
    guard case .event(let event, let sum) = decoded else { return false }
    return event.id.sequence == mark.sequence && sum == mark.sum
  }

  private mutating func fill(
    from file: OpenFile, at offset: Int, after filled: Int
  ) throws(SystemError) -> Int {
    var failure: SystemError?
    let fileSystem = fileSystem
    let count = buffer.withUnsafeMutableBytes { buffer in
      do throws(SystemError) {
        return try fileSystem.read(
          file, at: offset, into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    return count
  }
}

/// One pass over a journal: takes lines in the order of the file and keeps the summary.
private struct JournalPass {
  var summary: JournalSummary
  private var firstLineClaimsNewer = false

  init(summary: JournalSummary) { self.summary = summary }

  /// Takes all finished lines at the start of `bytes`.
  ///
  /// - Returns: How many bytes they fill.
  mutating func takeLines(
    in bytes: UnsafeBufferPointer<UInt8>, searchFrom: Int, decoder: inout JournalDecoder,
    _ body: (ReadLine) -> Void
  ) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var start = 0
    var search = searchFrom
    while let found = memchr(base + search, 0x0A, bytes.count - search) {
      let end = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
      take(UnsafeBufferPointer(rebasing: bytes[start..<end]), decoder: &decoder, body)
      if summary.newer != nil { return start }
      summary.bytes += 1
      start = end + 1
      search = start
    }
    return start
  }

  /// Takes what stands behind the last line feed.
  mutating func finish(
    with rest: UnsafeBufferPointer<UInt8>, decoder: inout JournalDecoder,
    _ body: (ReadLine) -> Void
  ) {
    guard !rest.isEmpty else { return }
    let before = summary
    take(rest, decoder: &decoder, body)
    guard summary.newer == nil else { return }
    if summary.damagedLines == before.damagedLines || summary.last != before.last {
      summary.lacksLineFeed = true
    } else {
      // It may be finished later, or be cut off: it is not covered.
      let torn = JournalDamage(line: summary.lines, damage: .incomplete)
      summary = before
      summary.add(torn)
      summary.tornBytes = rest.count
    }
  }

  private mutating func take(
    _ line: UnsafeBufferPointer<UInt8>, decoder: inout JournalDecoder, _ body: (ReadLine) -> Void
  ) {
    defer { summary.bytes += line.count }
    // Nothing is lost with an empty line.
    if line.isEmpty { return }
    summary.lines += 1
    switch decoder.decode(line, writer: summary.writer) {
    case .event(let event, let sum): pass(event, sum, line, at: summary.bytes, body)
    case .newer(let version):
      summary.newer = NewerLine(line: summary.lines, version: version)
    case .damaged(let damage):
      if claimsNewerVersion(line) { return }
      summary.add(JournalDamage(line: summary.lines, damage: damage))
      if summary.lines == 1 { summary.writer = writer(fromDamaged: line) }
      recover(line, decoder: &decoder, body)
    }
  }

  private mutating func pass(
    _ event: Event, _ sum: UInt32, _ line: UnsafeBufferPointer<UInt8>, at offset: Int,
    _ body: (ReadLine) -> Void
  ) {
    if event.content == .journal { summary.writer = event.id.writer }
    summary.last = JournalMark(offset: offset, sequence: event.id.sequence, sum: sum)
    body(
      ReadLine(
        event: event, sum: sum, number: summary.lines, offset: offset, bytes: line))
  }

  /// Whether a journal of damaged lines is rather one of a newer version, whose checksums follow
  /// other rules.
  ///
  /// Its first two lines must say so: one alone may be a single digit that was damaged.
  private mutating func claimsNewerVersion(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard summary.lines <= 2, JournalDecoder.claimsNewerVersion(line) else { return false }
    if summary.lines == 1 {
      firstLineClaimsNewer = true
      return false
    }
    guard firstLineClaimsNewer, summary.last == nil else { return false }
    summary.damaged = []
    summary.newer = NewerLine(line: 1, version: JournalEncoder.version + 1)
    return true
  }

  /// Who wrote the journal whose first line is damaged.
  ///
  /// The name in the line, unless it differs from the file's by one byte, which is then the damaged
  /// one.
  private func writer(fromDamaged line: UnsafeBufferPointer<UInt8>) -> String? {
    guard let mark = line.firstRange(of: "\"writer\":\"") else { return summary.writer }
    let name = line[(mark + "\"writer\":\"".utf8.count)...].prefix { WriterName.allows($0) }
    let written = String(decoding: name, as: UTF8.self)
    // Whole, up to its end: the damaged byte may be one of the name.
    guard WriterName.isValid(written), line[name.endIndex...].starts(with: "\",\"sum\"".utf8) else {
      return summary.writer
    }
    guard let named = summary.writer else { return written }
    let differences = zip(named.utf8, written.utf8).count { $0 != $1 }
    return named.utf8.count == written.utf8.count && differences <= 1 ? named : written
  }

  /// Finds whole events within a damaged line: where a line feed was damaged, two of them.
  private mutating func recover(
    _ line: UnsafeBufferPointer<UInt8>, decoder: inout JournalDecoder, _ body: (ReadLine) -> Void
  ) {
    var start = 0
    while let sum = line[start...].firstRange(of: ",\"sum\":\"") {
      let end = sum + 18
      guard end <= line.count else { return }
      // Each part of the line is looked at once, as a journal's line and as an export's.
      let part = line[start..<sum]
      for begin in [part.lastRange(of: "{\"v\":"), part.firstRange(of: "{\"writer\":")] {
        guard let begin else { continue }
        let part = UnsafeBufferPointer(rebasing: line[begin..<end])
        if case .event(let event, let sum) = decoder.decode(part, writer: summary.writer) {
          pass(event, sum, part, at: summary.bytes + begin, body)
          break
        }
      }
      start = end
    }
  }
}

extension Collection<UInt8> where Self: RandomAccessCollection, Index == Int {
  /// Where `text` begins for the first time; nil where it doesn't occur.
  func firstRange(of text: StaticString) -> Int? {
    let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard count >= text.count, let first = text.first else { return nil }
    for index in startIndex...(endIndex - text.count)
    where self[index] == first && self[index..<index + text.count].elementsEqual(text) {
      return index
    }
    return nil
  }

  /// Where `text` begins for the last time; nil where it doesn't occur.
  func lastRange(of text: StaticString) -> Int? {
    let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard count >= text.count, let first = text.first else { return nil }
    for index in (startIndex...(endIndex - text.count)).reversed()
    where self[index] == first && self[index..<index + text.count].elementsEqual(text) {
      return index
    }
    return nil
  }
}
