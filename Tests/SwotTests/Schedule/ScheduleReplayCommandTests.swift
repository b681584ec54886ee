import ArgumentParser
import FSRS
import Foundation
import PracticeCore
import TestSupport
import Testing

@testable import swot

@Suite struct ScheduleReplayCommandTests {
  /// What the command prints for `log` with `options`.
  private func replay(
    _ log: String, _ options: [String] = [], timeZone: TimeZoneRules = .fixed(offsetMinutes: 0)
  ) throws -> [String] {
    let arguments = ["schedule", "replay", "log.jsonl"] + options
    let command = try #require(
      try Swot.parseAsRoot(arguments) as? ScheduleReplayCommand)
    return try command.lines(of: Array(log.utf8), timeZone: timeZone).map {
      String(decoding: $0.json.bytes, as: UTF8.self)
    }
  }

  /// The members `names` of printed lines, as they are printed.
  private func values(_ name: String, in lines: [String]) throws -> [String] {
    try lines.map { line in
      let start = try #require(line.range(of: "\"\(name)\":")).upperBound
      let rest = line[start...]
      return String(rest.prefix { $0 != "," && $0 != "}" }.filter { $0 != "\"" })
    }
  }

  @Test func `a line has its members in the documented order`() throws {
    let lines = try replay(
      #"""
      {"rating":3,"time":"2026-01-03T17:18:14.50+01:00","card":"q\u0031"}
      {"rating":4,"time":"2026-01-05T17:18:14.500+01:00","card":"q1"}
      """#, ["--elapsed", "24h"])
    #expect(
      lines.first == """
        {"card":"q1","time":"2026-01-03T17:18:14.50+01:00","rating":3,"stability":2.3065,\
        "difficulty":2.118103970459015,"state":"learning","step":1,\
        "due":"2026-01-03T16:28:14.500Z","retrievability":null}
        """)
    #expect(try values("step", in: lines) == ["1", "null"])
    #expect(try values("state", in: lines) == ["learning", "review"])
    #expect(try lines.map { try #require($0.firstRange(of: "retrievability")) }.count == 2)
  }

  @Test func `the reference vectors come out, whatever is replayed beside them`() throws {
    struct Line: Decodable {
      let card: String
      let time: String
      let stability: Double
      let difficulty: Double
      let state: String
      let step: Int?
      let due: String
      let retrievability: Double?
    }
    let vectors = try FSRS6Vectors.load()
    let decoder = JSONDecoder()
    var count = 0
    for history in vectors.histories {
      let weights = try #require(vectors.parameterSets[history.params])
      // Another card between the reviews of this one must make no difference.
      let log = history.reviews.map { review in
        """
        {"card":"x","time":"2000-01-01T00:00:00Z","rating":1}
        {"card":"q","time":"\(review.t)","rating":\(review.rating)}

        """
      }.joined()
      let lines = try replay(
        log,
        [
          "--elapsed", "24h", "--parameters", weights.map { "\($0)" }.joined(separator: ","),
          "--desired-retention", "\(history.desiredRetention)",
          "--maximum-interval", "\(history.maximumInterval)",
          "--learning-steps", Self.steps(history.learningStepsS),
          "--relearning-steps", Self.steps(history.relearningStepsS),
        ])
      #expect(lines.count == 2 * history.reviews.count)
      let decoded = try lines.map { try decoder.decode(Line.self, from: Data($0.utf8)) }
      for (line, review) in zip(decoded.filter { $0.card == "q" }, history.reviews) {
        let comment = Comment("\(history), review at \(review.t)")
        #expect(line.time == review.t, comment)
        #expect(isClose(line.stability, review.s), comment)
        #expect(isClose(line.difficulty, review.d), comment)
        #expect(line.state == review.state, comment)
        #expect(line.step == review.step, comment)
        #expect((line.retrievability == nil) == (review.rBefore == nil), comment)
        #expect(isClose(line.retrievability ?? 0, review.rBefore ?? 0), comment)
        #expect(Timestamp(iso8601: line.due) == Timestamp(iso8601: review.due), comment)
        #expect(line.due.contains(".") == review.due.contains("."), comment)
        count += 1
      }
    }
    #expect(count == 2528)
  }

  private static func steps(_ seconds: [Int64]) -> String {
    StepDurations(milliseconds: seconds.map { $0 * 1000 }).description
  }

  @Test func `study days turn over at four in the morning, local time`() throws {
    let log = """
      {"card":"q","time":"2026-01-03T23:00:00Z","rating":4}
      {"card":"q","time":"2026-01-04T03:30:00Z","rating":3}
      {"card":"q","time":"2026-01-04T04:30:00Z","rating":3}
      """
    let options = ["--desired-retention", "0.9"]
    // In London all but the last review fall on one study day; the same-day formula is used there.
    let london = try replay(log, options)
    #expect(
      try values("due", in: london).first == "2026-01-11T04:00:00Z")
    let retrievability = try values("retrievability", in: london)
    #expect(retrievability[1] == "1.0")
    #expect(retrievability[2] != "1.0")
    // Two hours further east the second review is already on the next day.
    let athens = try replay(log, options, timeZone: .fixed(offsetMinutes: 120))
    #expect(try values("retrievability", in: athens)[1] != "1.0")
    #expect(try values("retrievability", in: athens)[2] == "1.0")
    #expect(try values("due", in: athens).first == "2026-01-11T02:00:00Z")
    // Whole periods know no days at all.
    let periods = try replay(log, options + ["--elapsed", "24h"])
    #expect(try values("retrievability", in: periods) == ["null", "1.0", "1.0"])
    #expect(try values("due", in: periods).first == "2026-01-11T23:00:00Z")
  }

  @Test func `with FSRS-7 both stabilities are printed, and seconds count as they are`() throws {
    let log = """
      {"card":"q","time":"2026-01-03T10:00:00Z","rating":3}
      {"card":"q","time":"2026-01-03T16:00:00Z","rating":3}
      """
    // The same whatever the counting of days: exact time is all that the model takes.
    for elapsed in ["24h", "study-days"] {
      let lines = try replay(log, ["--model", "fsrs7", "--elapsed", elapsed])
      #expect(try values("stability", in: lines)[0] == "3.9221")
      let model = FSRS7()
      let first = model.state(after: nil, rating: .good, elapsedDays: 0)
      let second = model.state(after: first, rating: .good, elapsedDays: 0.25)
      #expect(try Double(values("stability", in: lines)[1]) == second.stability)
      #expect(try Double(values("fast_stability", in: lines)[1]) == second.fastStability)
      #expect(
        try Double(values("retrievability", in: lines)[1])
          == model.retrievability(of: first, elapsedDays: 0.25))
    }
  }

  @Test func `steps are told in instants and intervals in days`() throws {
    let log = """
      {"card":"q","time":"2026-01-03T10:00:00.250Z","rating":2}
      {"card":"q","time":"2026-01-03T10:10:00Z","rating":3}
      """
    let lines = try replay(log, ["--learning-steps", "61s"])
    #expect(
      try values("due", in: lines) == ["2026-01-03T10:01:31.750Z", "2026-01-04T04:00:00Z"])
  }

  @Test(arguments: [
    (["--model", "sm2"], "there is no memory model 'sm2'; known: fsrs6, fsrs7."),
    (["--parameters", "1,2"], "bad parameters for fsrs6: 2 values where it takes 21."),
    (["--model", "fsrs7", "--parameters", "1,2"], "for fsrs7: 2 values where it takes 34."),
    (["--parameters", "1,x"], "'x' is not a number."),
    (["--desired-retention", "1"], "--desired-retention must lie between 0 and 1, such as 0.9."),
    (["--desired-retention", "nan"], "--desired-retention must lie between 0 and 1, such as 0.9."),
    (["--maximum-interval", "0"], "--maximum-interval must be 1 to 1000000 days."),
    (["--learning-steps", "1"], "steps are such as 1m,10m or 30s or 1d, or none."),
    (["--elapsed", "weeks"], "The value 'weeks' is invalid for '--elapsed <elapsed>'."),
    (["two.jsonl"], "Unexpected argument 'two.jsonl'"),
  ])
  func `wrong usage is refused with a reason`(options: [String], reason: String) {
    let error = #expect(throws: (any Error).self) {
      try Swot.parseAsRoot(["schedule", "replay", "log.jsonl"] + options)
    }
    guard let error else { return }
    #expect(Swot.exitCode(for: error).rawValue == ExitStatus.usage.rawValue)
    #expect(Swot.message(for: error).contains(reason))
  }

  @Test func `a bad line stops the replay`() throws {
    #expect(throws: ReviewLogProblems.self) { try replay("{}") }
  }
}
