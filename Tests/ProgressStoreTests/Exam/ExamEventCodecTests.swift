import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct ExamEventCodecTests {
  /// An event of each type.
  static let examples: [ExamEvent] = [
    .start(.example),
    .response(
      .example, sitting: 2,
      ExamAttempt.Record(
        question: QuestionID(bank: "b", question: "Q-1"), response: .numbers([1, 4]),
        isFlagged: true, struck: [2], milliseconds: 41_250, isLeft: true,
        next: QuestionID(bank: "b", question: "Q-2")), left: 60_000),
    .pause(.example, sitting: 2, left: 60_000),
    .resume(.example, sitting: 3, end: ExamStart.example.end),
    .finish(.example),
  ]

  /// The line of an event without its checksum.
  private func body(_ content: ExamEvent) -> String {
    let event = Event(
      id: EventID(writer: "k3f9x2", sequence: 12), time: .example, content: .exam(content))
    return String(decoding: JournalEncoder.lines(of: [event]).dropLast(19), as: UTF8.self)
  }

  private func decoded(_ body: String) -> DecodedLine {
    let digits = String(Checksum.crc32c(Array(body.utf8)), radix: 16)
    let sum = String(repeating: "0", count: 8 - digits.count) + digits
    var decoder = JournalDecoder()
    return Array("\(body),\"sum\":\"\(sum)\"}".utf8).withUnsafeBufferPointer {
      decoder.decode($0, writer: "k3f9x2")
    }
  }

  @Test(
    arguments: zip(
      examples,
      [
        """
        "type":"exam-start","attempt":"20261123-k3f9x2","sitting":1,"exam":"short",\
        "title":"Short","seed":"18446744073709551615","questions":2,"allowed":240000,\
        "extra":0,"with_pauses":false,"pausable":true,"deadline":"2026-11-23T08:04:00.123Z",\
        "clock":5240000,"boot":"b0075","paper":"9f0b2c4d5e6f7a8b","candidate":"Ada"
        """,
        """
        "type":"exam-response","attempt":"20261123-k3f9x2","sitting":2,"question":"b/Q-1",\
        "response":[1,4],"flagged":true,"struck":[2],"ms":41250,"leaves":true,\
        "next":"b/Q-2","left":60000
        """,
        #""type":"exam-pause","attempt":"20261123-k3f9x2","sitting":2,"left":60000"#,
        """
        "type":"exam-continue","attempt":"20261123-k3f9x2","sitting":3,\
        "deadline":"2026-11-23T08:04:00.123Z","clock":5240000,"boot":"b0075"
        """,
        """
        "type":"exam-finish","attempt":"20261123-k3f9x2","reason":"time","spent":240000,\
        "score":{"scaled":550,"passed":false,"right":1,"questions":2,"marks":2520,\
        "sections":[{"title":"All","right":1,"questions":2,"marks":2520,"meets":false}]},\
        "scale":{"from":100,"to":1000,"pass":720,"cut":0.72},"new":{"right":0,"total":1},\
        "seen_before":{"right":1,"total":1},"answers":[{"question":"b/Q-1",\
        "revision":"1f3a9c-77d0e2","response":[1],"correct":true,"flagged":false,\
        "rating":3,"ms":41250},{"question":"b/Q-2","revision":"1f3a9c-77d0e2",\
        "response":null,"correct":false,"flagged":true,"rating":1,"ms":0}]
        """,
      ]))
  func `an event is spelt as the format says, and comes back`(
    content: ExamEvent, members: String
  ) {
    let start = #"{"v":1,"seq":12,"at":"2026-11-23T08:00:00.123Z","offset":60,"#
    #expect(body(content) == start + members)
    guard case .event(let event, _) = decoded(body(content)) else {
      Issue.record("\(decoded(body(content)))")
      return
    }
    #expect(event.content == .exam(content))
  }

  /// Whether a member may have that value, or be missing.
  private func isFine(_ name: String, _ value: String?, in content: ExamEvent) -> Bool {
    switch name {
    case "candidate", "response", "next": value == nil || value == "null"
    case "clock", "offset": value == "-1"
    case "pausable", "with_pauses", "flagged", "leaves": value == "true"
    // The beginning is of the first sitting, whatever is said.
    case "sitting": content.sitting == 1
    default: false
    }
  }

  @Test(arguments: examples)
  func `a member that is missing or of another type is named`(content: ExamEvent) throws {
    let text = body(content)
    let whole = try JSONDecoder().decode([String: AnyJSON].self, from: Data("\(text)}".utf8))
    for name in whole.keys.sorted() where name != "v" {
      for other in [nil, "null", "true", "[[]]", "{}", "-1", "1e99", "99999999999999999999"] {
        var members = whole
        members[name] = nil
        var parts = members.map { "\"\($0.key)\":\($0.value.text)" }.sorted()
        if let other { parts.append("\"\(name)\":\(other)") }
        let found = decoded("{" + parts.joined(separator: ","))
        switch found {
        case .event:
          #expect(isFine(name, other, in: content), "\(name): \(other ?? "missing")")
        case .damaged(let damage):
          // Of nested members the innermost is named.
          let isNested = ["score", "scale", "new", "seen_before", "answers"].contains(name)
          guard case .member(let member) = damage else {
            Issue.record("\(name): \(other ?? "missing"): \(found)")
            continue
          }
          #expect(member == name || isNested, "\(name): \(other ?? "missing"): \(found)")
        case .newer: Issue.record("\(name): \(other ?? "missing"): \(found)")
        }
      }
    }
  }

  @Test(arguments: [
    (0, #""attempt":"20261123-k3f9x2""#, #""attempt":"../../etc""#, "attempt"),
    (0, #""sitting":1"#, #""sitting":0"#, nil),
    (0, #""seed":"18446744073709551615""#, #""seed":"18446744073709551616""#, "seed"),
    (0, #""questions":2"#, #""questions":100001"#, "questions"),
    (0, #""allowed":240000"#, #""allowed":100000000001"#, "allowed"),
    (0, #""clock":5240000"#, #""clock":-9223372036854775808"#, "clock"),
    (0, #""clock":5240000"#, #""clock":10000000000001"#, "clock"),
    (0, #""deadline":"2026"#, #""deadline":"0000"#, "deadline"),
    (1, #""sitting":2"#, #""sitting":0"#, "sitting"),
    (1, #""sitting":2"#, #""sitting":100001"#, "sitting"),
    (1, #""response":[1,4]"#, #""response":[16]"#, "response"),
    (1, #""struck":[2]"#, #""struck":["2"]"#, "struck"),
    (1, #""next":"b/Q-2""#, #""next":"Q-2""#, "next"),
    (1, #""left":60000"#, #""left":-1"#, "left"),
    (4, #""reason":"time""#, #""reason":"bored""#, "reason"),
    (4, #""scaled":550"#, #""scaled":-9223372036854775808"#, "scaled"),
    (4, #""marks":2520"#, #""marks":252000001"#, "marks"),
    (4, #""cut":0.72"#, #""cut":1.5"#, "cut"),
    (4, #""cut":0.72"#, #""percent":101"#, "percent"),
    (4, #""total":1"#, #""total":-1"#, "total"),
    (4, #""rating":3"#, #""rating":0"#, "rating"),
    (4, #""answers":["#, #""answers":[7,"#, "question"),
  ])
  func `a value that can't be is damage`(
    number: Int, old: String, new: String, member: String?
  ) throws {
    let text = body(Self.examples[number])
    try #require(text.contains(old))
    let found = decoded(text.replacing(old, with: new, maxReplacements: 1))
    if let member {
      #expect(found == .damaged(.member(member)))
    } else {
      guard case .event = found else {
        Issue.record("\(found)")
        return
      }
    }
  }

  @Test func `what is acknowledged can be read, whatever numbers it holds`() throws {
    try withPlace { place in
      var start = ExamStart.example
      start.questions = .max
      start.allowed = .min
      start.terms.extra = .max
      start.end = ClockReading(
        wall: Timestamp(milliseconds: .max), running: .min, boot: "b0075")
      var record = ExamAttempt.Record(
        question: QuestionID(bank: "b", question: "Q"), response: nil, isFlagged: false,
        struck: [], milliseconds: .max, isLeft: false)
      record.milliseconds = .max
      var finish = ExamFinish.example
      finish.outcome.spent = .max
      finish.outcome.scale = .percent(pass: .nan)
      finish.outcome.score = ExamScore(
        sections: [], right: 0, questions: 0, marks: .none, isPassed: false, scaled: .min)
      finish.answers[0].milliseconds = .min
      var random = SplitMix64(seed: 1)
      let opened = try place.open(&random)
      var state = opened.state
      let saved = opened.folder.append(
        [
          .exam(.start(start)), .exam(.response(.example, sitting: .max, record, left: .max)),
          .exam(.pause(.example, sitting: .max, left: .min)), .exam(.finish(finish)),
        ], at: .example)
      state.fold(saved.events)
      let read = try place.read()
      #expect(read.report.damaged.isEmpty)
      #expect(read.state == state)
    }
  }
}

/// Any JSON, kept as it would be spelt.
private struct AnyJSON: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    func encoded(_ value: some Encodable) throws -> String {
      String(decoding: try JSONEncoder().encode([value]).dropFirst().dropLast(), as: UTF8.self)
    }
    if container.decodeNil() {
      text = "null"
    } else if let value = try? container.decode(Bool.self) {
      text = "\(value)"
    } else if let value = try? container.decode(Int.self) {
      text = "\(value)"
    } else if let value = try? container.decode(Double.self) {
      text = "\(value)"
    } else if let value = try? container.decode(String.self) {
      text = try encoded(value)
    } else if let value = try? container.decode([AnyJSON].self) {
      text = "[\(value.map(\.text).joined(separator: ","))]"
    } else {
      let value = try container.decode([String: AnyJSON].self)
      text = "{\(value.map { "\"\($0.key)\":\($0.value.text)" }.joined(separator: ","))}"
    }
  }
}

extension ExamStart {
  /// The beginning of an attempt with the form of two questions.
  static let example = ExamStart(
    attempt: .example, exam: "short", title: "Short", seed: .max, questions: 2, allowed: 240_000,
    terms: ExamTerms(), isPausable: true,
    end: ClockReading(
      wall: LocalTime.example.at.advanced(byMilliseconds: 240_000), running: 5_240_000,
      boot: "b0075"),
    paper: "9f0b2c4d5e6f7a8b", candidate: "Ada")
}

extension ExamFinish {
  /// Its end, with one right answer and one left open.
  static let example = ExamFinish(
    outcome: ExamOutcome(
      attempt: .example, reason: .time, spent: 240_000,
      score: ExamScore(
        sections: [
          ExamScore.Section(
            title: "All", right: 1, questions: 2, marks: Marks(whole: 1), meetsStandard: false)
        ], right: 1, questions: 2, marks: Marks(whole: 1), isPassed: false, scaled: 550),
      scale: .scaled(from: 100, to: 1000, pass: 720, cut: 0.72),
      new: ExamResult.Count(right: 0, total: 1),
      seenBefore: ExamResult.Count(right: 1, total: 1)),
    answers: [
      ExamEvidence(
        question: QuestionID(bank: "b", question: "Q-1"),
        revision: Revision(recorded: "1f3a9c-77d0e2"), response: .numbers([1]), isRight: true,
        isFlagged: false, rating: .good, milliseconds: 41_250),
      ExamEvidence(
        question: QuestionID(bank: "b", question: "Q-2"),
        revision: Revision(recorded: "1f3a9c-77d0e2"), response: nil, isRight: false,
        isFlagged: true, rating: .again, milliseconds: 0),
    ])
}
