import FSRS
import PracticeCore
import TestSupport
import Testing

@testable import ProgressStore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct JournalCodecTests {
  @Test func `an answer is spelt as the format says`() throws {
    let event = Event(
      id: EventID(writer: "k3f9x2", sequence: 12),
      time: LocalTime(
        at: try #require(Timestamp(iso8601: "2026-11-23T09:00:00.123Z")), offsetMinutes: 60),
      content: .answer(.example()))
    #expect(
      text(of: event).dropLast(19)
        == """
        {"v":1,"seq":12,"at":"2026-11-23T09:00:00.123Z","offset":60,"type":"answer",\
        "question":"aws-iam/IAM-Q-014","revision":"1f3a9c-77d0e2","mode":"study",\
        "order":[3,1,4,2],"response":[1,4],"correct":true,"confidence":"certain","rating":3,\
        "ms":41250
        """)
    #expect(text(of: event).hasSuffix(",\"ms\":41250,\"sum\":\"\(sum(of: text(of: event)))\"}\n"))
  }

  @Test func `a journal begins with its writer`() {
    let event = Event(
      id: EventID(writer: "k3f9x2", sequence: 0), time: .example, content: .journal)
    #expect(
      text(of: event).hasPrefix(
        #"{"v":1,"seq":0,"at":"2026-11-23T08:00:00.123Z","type":"journal","writer":"k3f9x2","sum":""#
      ))
    #expect(
      decode(text(of: event), writer: nil)
        == Event(
          id: event.id, time: LocalTime(at: event.time.at, offsetMinutes: 0), content: .journal))
  }

  @Test func `a goal with days that can't be written becomes one that can be read`() throws {
    let last = try #require(CalendarDate("9999-12-31"))
    let goal = ExamGoal(
      date: last.advanced(byDays: 1), daysOff: [last, last.advanced(byDays: 400)])
    let storable = EventContent.goal(goal).storable
    #expect(storable == .goal(ExamGoal(date: last, daysOff: [last])))
    let id = EventID(writer: "k3f9x2", sequence: 1)
    #expect(decode(text(of: Event(id: id, time: .example, content: storable)))?.content == storable)
  }

  @Test func `a goal is spelt as the format says, and an older one is read`() throws {
    var goal = ExamGoal(exam: "mock", date: CalendarDate("2026-12-12"), dailyLimit: 30)
    let id = EventID(writer: "k3f9x2", sequence: 7)
    let older = text(of: Event(id: id, time: .example, content: .goal(goal)))
    #expect(!older.contains("held_back"))
    #expect(decode(older)?.content == .goal(goal))
    goal.heldBack = HeldBackForm(
      exam: "mock", seed: 71,
      questions: [
        QuestionID(bank: "b", question: "Q-2"), QuestionID(bank: "a", question: "Q-9"),
      ])
    let line = text(of: Event(id: id, time: .example, content: .goal(goal)))
    #expect(
      line.contains(
        #""exam":"mock","date":"2026-12-12","days_off":[],"weekdays_off":[],"daily_limit":30,"#
          + #""last_pass_days":null,"held_back":{"exam":"mock","seed":"71","#
          + #""questions":["a/Q-9","b/Q-2"]},"sum""#))
    #expect(decode(line)?.content == .goal(goal))
    let body = String(line.dropLast(19))
    for (old, new) in [
      (#""71""#, "71"), (#""b/Q-2""#, #""Q-2""#), (#""exam":"mock","seed""#, #""seed""#),
    ] {
      #expect(
        decoded(sealed(body.replacing(old, with: new))) == .damaged(.member("held_back")), "\(new)")
    }
    #expect(
      decode(sealed(body.replacing("held_back", with: "later")))?.content
        == .goal(
          {
            var goal = goal
            goal.heldBack = nil
            return goal
          }()))
  }

  @Test func `every event comes back as it was`() throws {
    try withEvery(seed: 0..<3000) { seed, random in
      let event = random.event()
      try #require(decode(text(of: event)) == event, "seed \(seed)")
    }
  }

  @Test func `a line is ASCII where it could do harm`() throws {
    try withEvery(seed: 0..<500) { seed, random in
      let line = text(of: random.event()).dropLast()
      for scalar in line.unicodeScalars {
        let category = scalar.properties.generalCategory
        try #require(
          ![.control, .lineSeparator, .paragraphSeparator].contains(category)
            && !(0x202A...0x202E).contains(scalar.value)
            && !(0x2066...0x2069).contains(scalar.value), "seed \(seed): \(scalar.value)")
      }
    }
  }

  @Test func `other spellings of the same JSON are read alike`() throws {
    try withEvery(seed: 0..<500) { seed, random in
      let event = random.event()
      let object = try #require(members(of: text(of: event)))
      var pairs = object.filter { $0.key != "sum" }
        .map { "\"\($0.key)\" : \(spelling(of: $0.value))" }
      pairs = random.shuffled(pairs)
      pairs.insert(#""further":{"sum":"x","deep":[[1,{}],null]}"#, at: random.number(below: 3))
      let body = " { \(pairs.joined(separator: "\t, "))"
      try #require(decode(sealed(body)) == event, "seed \(seed): \(body)")
    }
  }

  @Test func `Foundation reads the same from a line`() throws {
    struct Line: Decodable {
      struct Target: Decodable {
        var writer: String
        var seq: Int
      }
      var v: Int
      var seq: Int
      var at: String
      var offset: Int
      var type: String
      var question: String?
      var revision: String?
      var mode: String?
      var order: [Int]?
      var correct: Bool?
      var confidence: String?
      var rating: Int?
      var ms: Int?
      var of: Target?
      var text: String?
      var weights: [Double]?
      var subjects: [String]?
      var desired_retention: Double?
    }
    let decoder = JSONDecoder()
    try withEvery(seed: 0..<500) { seed, random in
      let event = random.event()
      let line = try decoder.decode(Line.self, from: Data(text(of: event).utf8))
      try #require(line.v == 1 && line.seq == event.id.sequence, "seed \(seed)")
      try #require(
        line.at == event.time.at.iso8601 && line.offset == event.time.offsetMinutes, "seed \(seed)")
      switch event.content {
      case .answer(let answer):
        try #require(line.type == "answer")
        try #require(line.question == answer.question.description, "seed \(seed)")
        try #require(line.revision == answer.revision.description, "seed \(seed)")
        try #require(line.order == Array(answer.order), "seed \(seed)")
        try #require(line.rating == answer.rating?.rawValue, "seed \(seed)")
        try #require(line.confidence == answer.confidence?.rawValue, "seed \(seed)")
        try #require(line.correct == answer.isRight && line.ms == answer.milliseconds)
      case .note(let question, let text), .report(let question, let text):
        try #require(line.question == question.description && line.text == text, "seed \(seed)")
      case .rate(let target, let rating):
        try #require(line.of?.writer == target.writer && line.of?.seq == target.sequence)
        try #require(line.rating == rating.rawValue)
      case .undo(let target):
        try #require(line.of?.writer == target.writer && line.of?.seq == target.sequence)
      case .parameters(let parameters): try #require(line.weights == parameters.weights)
      case .settings(let settings):
        try #require(line.subjects == settings.subjects, "seed \(seed)")
        try #require(line.desired_retention == settings.desiredRetention)
      case .mark(let mark, _): try #require(line.type == mark.rawValue)
      default: break
      }
    }
  }

  @Test func `types that are not known are kept out of the way`() {
    let line = sealed(
      #"{"v":1,"seq":3,"at":"2026-11-23T09:00:00.000Z","offset":0,"type":"tutor-hint","attempt":1"#)
    #expect(decode(line)?.content == .unknown(type: "tutor-hint"))
  }

  @Test func `a newer version is told from damage`() {
    let newer = #"{"v":2,"seq":3,"what":"ever""#
    #expect(decoded(sealed(newer)) == .newer(version: 2))
    #expect(decoded("\(newer),\"sum\":\"00000000\"}\n") == .damaged(.wrongChecksum))
  }

  @Test(arguments: [
    (#""question":"aws-iam/IAM-Q-014""#, #""question":"aws-iam""#, "question"),
    (#""question":"aws-iam/IAM-Q-014""#, #""question":"../../etc/passwd""#, "question"),
    (#""rating":3"#, #""rating":5"#, "rating"),
    (#""rating":3"#, #""rating":"good""#, "rating"),
    (#""order":[3,1,4,2]"#, #""order":[3,1,4,16]"#, "order"),
    (#""response":[1,4]"#, #""response":[-1]"#, "response"),
    (#""response":[1,4]"#, #""response":{}"#, "response"),
    (#""correct":true"#, #""correct":1"#, "correct"),
    (#""confidence":"certain""#, #""confidence":"maybe""#, "confidence"),
    (#""mode":"study""#, #""mode":"exam""#, "mode"),
    (#""ms":41250"#, #""ms":-1"#, "ms"),
    (#""ms":41250"#, #""ms":9223372036854775807"#, "ms"),
    (#""ms":41250"#, #""ms":1e99"#, "ms"),
    (#""offset":60"#, #""offset":1441"#, "offset"),
    (#""offset":60,"#, "", "offset"),
    (#""seq":12"#, #""seq":-12"#, "seq"),
    (#""seq":12"#, #""seq":99999999999999999999"#, "seq"),
    (#""v":1"#, #""v":0"#, "v"),
    (#""at":"2026-11-23T08:00:00.123Z""#, #""at":"2026-02-30T08:00:00.123Z""#, "at"),
  ])
  func `a value that can't be is damage`(old: String, new: String, member: String) throws {
    let event = Event(
      id: EventID(writer: "k3f9x2", sequence: 12), time: .example, content: .answer(.example()))
    let body = String(text(of: event).dropLast(19))
    try #require(body.contains(old))
    let changed = body.replacing(old, with: new)
    #expect(decoded(sealed(changed)) == .damaged(.member(member)))
  }

  @Test(arguments: [
    "{}", "[1", #"{"v":1"#, #"{"v":1,"#, "{\"v\":1,\"x\":\"\u{1}\"", #"{"v":1,"x":01"#,
    #"{"v":1,"x":"\ud800""#, #"{"v":1,"x":tru"#, #"{"v":1,"x":.5"#, #"{"v":1,"x":1."#,
    #"{"v":1,"x":"\x""#, #"{"v":1 "y":2"#,
    "{\"v\":1,\"x\":" + String(repeating: "[", count: 20_000)
      + String(repeating: "]", count: 20_000),
  ])
  func `what is no JSON object is damage`(body: String) {
    // The first is an object, but `{},"sum"…}` is none.
    #expect(
      [DecodedLine.damaged(.notJSON), .damaged(.member("seq"))].contains(decoded(sealed(body))))
  }

  @Test func `members that nobody asked for may be as large as they like`() throws {
    let event = Event(
      id: EventID(writer: "k3f9x2", sequence: 12), time: .example, content: .answer(.example()))
    let body = text(of: event).dropLast(19)
    let numbers = String(repeating: "1,", count: 200_000)
    #expect(decode(sealed("\(body),\"later\":[\(numbers)1]")) == event)
    // One that is known is not.
    let goal =
      #"{"v":1,"seq":1,"at":"2026-11-23T09:00:00.000Z","offset":0,"type":"goal","weekdays_off":"#
    #expect(decoded(sealed("\(goal)[\(numbers)1]")) == .damaged(.notJSON))
    #expect(decoded(sealed("\(goal)[1]")) != .damaged(.notJSON))
  }

  @Test func `of a member that stands there twice the first counts`() {
    let event = Event(
      id: EventID(writer: "k3f9x2", sequence: 12), time: .example, content: .answer(.example()))
    let body = text(of: event).dropLast(19)
    #expect(decode(sealed("\(body),\"rating\":1,\"seq\":99")) == event)
  }

  @Test func `bytes that are no UTF-8 are damage`() {
    let body = Array(
      #"{"v":1,"seq":3,"at":"2026-11-23T09:00:00.000Z","offset":0,"type":"note","question":"a/b","text":""#
        .utf8)
    for bad: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x80], [0xF5]] {
      #expect(decoded(sealed(body + bad + [UInt8(ascii: "\"")])) == .damaged(.notJSON), "\(bad)")
    }
    #expect(decoded(sealed(body + [0xC3, 0xA9, UInt8(ascii: "\"")])) != .damaged(.notJSON))
  }

  @Test func `no bytes at all can harm the reader`() throws {
    withEvery(seed: 0..<3000) { _, random in
      var bytes = Array(text(of: random.event()).utf8.dropLast())
      for _ in 0..<random.number(below: 6) {
        let place = random.number(below: bytes.count)
        switch random.number(below: 3) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
        }
      }
      // Sealed again, so that more than the checksum is put to the test.
      _ = decoded(sealed(Array(bytes.dropLast(min(bytes.count, 18)))))
      _ = decoded(bytes + [0x0A])
    }
  }

  private func text(of event: Event) -> String {
    String(decoding: JournalEncoder.lines(of: [event]), as: UTF8.self)
  }

  private func decode(_ line: String, writer: String? = "k3f9x2") -> Event? {
    guard case .event(let event, _) = decoded(Array(line.utf8), writer: writer) else { return nil }
    return event
  }

  private func decoded(_ line: String) -> DecodedLine { decoded(Array(line.utf8)) }

  /// Reads a line that ends with a line feed.
  private func decoded(_ line: [UInt8], writer: String? = "k3f9x2") -> DecodedLine {
    var decoder = JournalDecoder()
    return line.dropLast().withUnsafeBufferPointer { decoder.decode($0, writer: writer) }
  }

  /// The checksum that a line claims.
  private func sum(of line: String) -> String {
    let body = Array(line.utf8.dropLast(19))
    let digits = String(Checksum.crc32c(body), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private func sealed(_ body: String) -> String {
    String(decoding: sealed(Array(body.utf8)), as: UTF8.self)
  }

  /// A line of anything, with a checksum that is right.
  private func sealed(_ body: [UInt8]) -> [UInt8] {
    let digits = String(Checksum.crc32c(body), radix: 16)
    let padded = String(repeating: "0", count: 8 - digits.count) + digits
    return body + ",\"sum\":\"\(padded)\"}\n".utf8
  }

  /// The members of a line, by Foundation.
  private func members(of line: String) -> [String: JSONValue]? {
    try? JSONDecoder().decode([String: JSONValue].self, from: Data(line.utf8))
  }

  private func spelling(of value: JSONValue) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .prettyPrinted
    let data = (try? encoder.encode([value])) ?? Data()
    // Without the brackets that hold the value, and in one line.
    return String(
      String(decoding: data, as: UTF8.self).replacing("\n", with: " ").dropFirst().dropLast())
  }
}

/// Any JSON, by Foundation.
private enum JSONValue: Codable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .int(value)
    } else if let value = try? container.decode(Double.self) {
      self = .double(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .double(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}
