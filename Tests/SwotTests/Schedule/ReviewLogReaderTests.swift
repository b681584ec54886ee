import FSRS
import PracticeCore
import Testing

@testable import swot

@Suite struct ReviewLogReaderTests {
  private func read(_ text: String) -> Result<[LoggedReview], ReviewLogProblems> {
    ReviewLogReader.read(Array(text.utf8), file: "log.jsonl")
  }

  private func problems(_ bytes: [UInt8]) -> [String] {
    switch ReviewLogReader.read(bytes, file: "log.jsonl") {
    case .success: []
    case .failure(let problems): problems.all.map(\.description)
    }
  }

  @Test func `reviews are read in the order of their lines`() throws {
    let reviews = try read(
      """
      {"card":"q1","time":"2026-01-03T16:18:14Z","rating":3}
      {"card":"q2","time":"2026-01-03T16:18:13Z","rating":1}

      {"card":"q1","time":"2026-01-03T16:18:14Z","rating":4}
      """
    ).get()
    #expect(reviews.map(\.card) == ["q1", "q2", "q1"])
    #expect(reviews.map(\.rating) == [.good, .again, .easy])
    #expect(reviews.map(\.timeText).first == "2026-01-03T16:18:14Z")
    #expect(reviews.map(\.time).first == Timestamp(iso8601: "2026-01-03T16:18:14Z"))
  }

  @Test func `space, line ends, order and further members make no difference`() throws {
    let plain = try read(#"{"card":"q\"1é😀","time":"2026-01-03T16:18:14Z","rating":3}"#).get()
    let other = try read(
      "\u{FEFF}\t{ \"rating\" : 3 , \"device\": {\"os\": [\"x\", -1.5e+3, {}, []], \"n\": null},"
        + "\"ok\":true, \"no\" :false,"
        + #""time":"2026-01-03T16:18:14Z", "c\u0061rd":"q\u00221\u00e9\ud83d\uDE00" }"#
        + " \r\n\r\n"
    ).get()
    #expect(other == plain)
  }

  @Test func `an empty log has no reviews`() throws {
    #expect(try read("").get().isEmpty)
    #expect(try read("\n \r\n").get().isEmpty)
  }

  struct Bad: CustomTestStringConvertible {
    let line: String
    let column: Int
    let message: String
    init(_ line: String, _ column: Int, _ message: String) {
      self.line = line
      self.column = column
      self.message = message
    }
    var testDescription: String { line }
  }

  @Test(arguments: [
    Bad("[]", 1, "expected an object, '{'"),
    Bad("{", 2, "expected the name of a member in quotation marks"),
    Bad(#"{"card"}"#, 8, "expected ':' after the name of a member"),
    Bad(#"{"card":"q" "#, 13, "expected ',' or '}' after a member"),
    Bad(#"{"card":"q",}"#, 13, "expected the name of a member in quotation marks"),
    Bad(#"{"card":7}"#, 9, "'card' must be a text"),
    Bad(#"{"card":"q}"#, 9, "a text has no closing quotation mark"),
    Bad(#"{"card":"q\"#, 9, "a text has no closing quotation mark"),
    Bad(#"{"card":"\x"}"#, 10, "an escape that JSON does not know"),
    Bad(#"{"card":"\u12g4"}"#, 10, #"'\u' must be followed by four hexadecimal digits"#),
    Bad(#"{"card":"é\ud83dx"}"#, 11, "half of a surrogate pair is no character"),
    Bad(#"{"card":"é\ud83d\u0041"}"#, 11, "half of a surrogate pair is no character"),
    Bad(#"{"card":"\udc00"}"#, 10, "half of a surrogate pair is no character"),
    Bad("{\"card\":\"é\u{1}\"}", 11, "a control character in a text must be escaped"),
    Bad(#"{"time":5}"#, 9, "'time' must be a text"),
    Bad(#"{"time":"today"}"#, 9, "'time' must be a time such as 2026-11-23T09:00:00Z"),
    Bad(#"{"rating":5}"#, 11, "'rating' must be 1 (again), 2 (hard), 3 (good) or 4 (easy)"),
    Bad(#"{"rating":3.0}"#, 11, "'rating' must be 1 (again), 2 (hard), 3 (good) or 4 (easy)"),
    Bad(#"{"rating":"3"}"#, 11, "'rating' must be 1 (again), 2 (hard), 3 (good) or 4 (easy)"),
    Bad(#"{"rating":-}"#, 11, "expected a digit after '-'"),
    Bad(#"{"x":01}"#, 7, "expected ',' or '}' after a member"),
    Bad(#"{"x":1.}"#, 8, "expected a digit after '.'"),
    Bad(#"{"x":1e}"#, 8, "expected a digit in the exponent"),
    Bad(#"{"x":nul}"#, 6, "expected a value"),
    Bad(#"{"x":[1 2]}"#, 9, "expected ',' or ']' after a value"),
    Bad(#"{"rating":1,"rating":1}"#, 13, "'rating' is given twice"),
    Bad(#"  {"time":"2026-01-03T16:18:14Z","rating":3}"#, 3, "'card' is missing"),
    Bad(#"{"card":"é","rating":3}"#, 1, "'time' is missing"),
    Bad(#"{"card":"é","time":"2026-01-03T16:18:14Z"}"#, 1, "'rating' is missing"),
    Bad(
      #"{"card":"é","time":"2026-01-03T16:18:14Z","rating":3} {}"#, 55,
      "nothing may follow the object on its line"),
  ])
  func `a bad line is told with its place`(_ bad: Bad) {
    let good = #"{"card":"q1","time":"2026-01-03T16:18:14Z","rating":3}"#
    #expect(
      problems(Array("\(good)\n\(bad.line)\n".utf8))
        == ["log.jsonl:2:\(bad.column): error: \(bad.message)"])
  }

  @Test func `bytes that are no text are refused`() {
    let line = Array(#"{"card":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
    #expect(problems(line) == ["log.jsonl:1:9: error: a text is not valid UTF-8"])
  }

  @Test func `deep nesting is refused and not followed`() {
    let line = Array(#"{"x":"#.utf8) + Array(repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(problems(line) == ["log.jsonl:1:37: error: values are nested deeper than 32"])
  }

  @Test func `a card's times must not go back, those of others may`() {
    let log = """
      {"card":"q1","time":"2026-01-03T16:18:14Z","rating":3}
      {"card":"q2","time":"2026-01-02T00:00:00Z","rating":3}
      {"time":"2026-01-03T16:18:13.999Z","card":"q1","rating":3}
      {"card":"q1","time":"2026-01-03T17:18:14+01:00","rating":3}
      """
    #expect(
      problems(Array(log.utf8)) == [
        """
        log.jsonl:3:9: error: the times of card "q1" go back: its review on line 1 was at \
        2026-01-03T16:18:14Z
        """
      ])
  }

  @Test func `every bad line is told, up to a thousand`() {
    #expect(problems(Array("x\n{}\ny".utf8)).count == 3)
    #expect(problems(Array(String(repeating: "x\n", count: 1500).utf8)).count == 1000)
  }

  @Test func `a card's name cannot steer the terminal`() {
    let log = #"""
      {"card":"\u001b[2J","time":"2026-01-03T16:18:14Z","rating":3}
      {"card":"\u001b[2J","time":"2026-01-02T16:18:14Z","rating":3}
      """#
    let messages = problems(Array(log.utf8))
    #expect(messages.count == 1)
    #expect(messages.allSatisfy { $0.contains(#"card "\u001b[2J" go back"#) })
  }
}
