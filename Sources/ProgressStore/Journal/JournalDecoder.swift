import FSRS
package import PracticeCore

/// What a line of a journal turned out to be.
package enum DecodedLine: Equatable, Sendable {
  /// An event, with the checksum of its line.
  case event(Event, sum: UInt32)
  /// Something of a newer version of the format, whole or not.
  case newer(version: Int)
  /// Nothing that can be read.
  case damaged(LineDamage)
}

/// Reads lines of journals.
///
/// It remembers the names that it met, so one decoder for all journals saves memory.
package struct JournalDecoder {
  private var names = InternedNames()

  /// How many questions it met.
  var questionCount: Int { names.questions.count }

  /// Makes a decoder that met nothing.
  package init() {}

  /// Reads one line, without its line feed.
  ///
  /// - Parameters:
  ///   - line: The bytes of the line.
  ///   - writer: Who wrote the journal, by its first line; nil where that is not known (yet).
  /// - Returns: The event, or why there is none.
  package mutating func decode(
    _ line: UnsafeBufferPointer<UInt8>, writer: String?
  ) -> DecodedLine {
    // `,"sum":"` and eight digits and `"}`, byte by byte, so that no change of them goes unseen.
    let bodyCount = line.count - 18
    guard bodyCount > 0, let sum = Self.sum(in: line, at: bodyCount) else {
      return .damaged(.noChecksum)
    }
    let body = UnsafeBufferPointer(rebasing: line[..<bodyCount])
    guard Checksum.crc32c(UnsafeRawBufferPointer(body)) == sum else {
      return .damaged(.wrongChecksum)
    }
    if let writer, let answer = AnswerReader.answer(in: body, questions: &names.questions) {
      return .event(
        Event(
          id: EventID(writer: writer, sequence: answer.sequence), time: answer.time,
          content: .answer(answer.record)),
        sum: sum)
    }
    if let exported = ExportedLine(line) {
      return decode(line, writer: exported.writer, sum: exported.journalSum)
    }
    return decode(line, writer: writer, sum: sum)
  }

  /// Whether the line says to be of a newer version, be its checksum right or not.
  package static func claimsNewerVersion(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let start: StaticString = "{\"v\":"
    let count = start.utf8CodeUnitCount
    guard line.count > count + 1,
      line[..<count].elementsEqual(UnsafeBufferPointer(start: start.utf8Start, count: count))
    else { return false }
    let digits = line[count...].prefix(4).prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self)).map { $0 > JournalEncoder.version } ?? false
  }

  private static func sum(in line: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
    let mark: StaticString = ",\"sum\":\""
    guard line[line.count - 1] == UInt8(ascii: "}"), line[line.count - 2] == UInt8(ascii: "\""),
      line[start..<start + 8]
        .elementsEqual(UnsafeBufferPointer(start: mark.utf8Start, count: 8))
    else { return nil }
    var sum: UInt32 = 0
    for byte in line[(start + 8)..<(start + 16)] {
      guard let digit = hexValue(byte, upperCase: false) else { return nil }
      sum = sum << 4 | digit
    }
    return sum
  }

  /// Reads a line of any shape whose checksum is right.
  private mutating func decode(
    _ line: UnsafeBufferPointer<UInt8>, writer: String?, sum: UInt32
  ) -> DecodedLine {
    guard let node = JSONParser.object(of: line, keeping: EventContentReader.members) else {
      return .damaged(.notJSON)
    }
    guard let version = node["v"]?.int, version >= 1 else { return .damaged(.member("v")) }
    guard version == JournalEncoder.version else { return .newer(version: version) }
    guard let sequence = node["seq"]?.int, (0...JournalLimits.sequence).contains(sequence) else {
      return .damaged(.member("seq"))
    }
    do throws(UnreadableMember) {
      guard let type = node["type"]?.string else { throw UnreadableMember("type") }
      let isJournal = type == "journal"
      let time = try LocalTime(node, hasOffset: !isJournal)
      let reader = EventContentReader(node: node)
      let content = try reader.content(type: type, names: &names)
      let ownWriter =
        isJournal ? try reader.writer(node["writer"], "writer", names: &names) : writer
      guard let ownWriter else { return .damaged(.noWriter) }
      return .event(
        Event(id: EventID(writer: ownWriter, sequence: sequence), time: time, content: content),
        sum: sum)
    } catch {
      return .damaged(.member(error.name))
    }
  }
}

/// A member that is missing or has a value that it can't have.
struct UnreadableMember: Error {
  let name: String

  init(_ name: String) { self.name = name }
}

extension LocalTime {
  /// The beginning of a journal doesn't say where the learner was: there `offset` is one of the
  /// members that are unknown.
  fileprivate init(_ node: JSONNode, hasOffset: Bool) throws(UnreadableMember) {
    guard let at = node["at"]?.string.flatMap({ Timestamp(iso8601: $0) }) else {
      throw UnreadableMember("at")
    }
    guard let offset = hasOffset ? node["offset"]?.int : 0,
      JournalLimits.offsetMinutes.contains(offset)
    else { throw UnreadableMember("offset") }
    self.init(at: at, offsetMinutes: offset)
  }
}

/// What values may be at most, so that no sum of them overflows and no day lies beyond reach.
enum JournalLimits {
  /// Line numbers of a journal.
  static let sequence = 1 << 40
  /// What a snapshot has counted: events, lines, bytes.
  static let counts = 0...1 << 50
  /// Minutes east of UTC.
  static let offsetMinutes = -1440...1440
  /// Milliseconds of one answer: three years.
  static let milliseconds = 100_000_000_000
  /// The sum of them on one day, for a million answers.
  static let millisecondsOfDay = milliseconds * 1_000_000
  /// Milliseconds since 1970: years 1 to 9999, and a day more for offsets from UTC.
  static let timestamps = -62_135_683_200_000...253_402_387_200_000
  /// Days since 1970: the same years, and a longest interval more.
  static let days = -719_164...2_970_000
  /// New questions or reviews a day.
  static let perDay = 1_000_000
  /// Days between two reviews: a hundred years.
  static let interval = 36_500
  /// Questions of an exam, and sittings of an attempt.
  static let examCount = 100_000
  /// What a clock that nobody sets may show, in milliseconds: three hundred years.
  static let runningClock: Int64 = 10_000_000_000_000
  /// The numbers of a scale.
  static let scoreNumber = 1_000_000
  /// Units of marks: a mark for every question.
  static let marks = examCount * Marks.unitsPerMark
  /// Damaged lines of a journal, or conflicts of all, that are remembered one by one.
  static let findings = 10_000
  /// The length of a writer's name.
  static let writerLength = 64
}
