import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What happens to a session when days turn, clocks change and the machine sleeps.
///
/// Each begins eight seconds before something happens, which is time enough for a slow machine.
@Suite struct ClockEndToEndTests {
  /// When each answer was given: instant and minutes east of UTC.
  private func times(_ home: LearnerHome) throws -> [(at: String, offset: Int)] {
    try home.answers().map { line in
      func value(_ name: String) throws -> Substring {
        let start = try #require(line.firstRange(of: "\"\(name)\":")).upperBound
        return line[start...].prefix { $0 != "," }
      }
      return (try value("at").filter { $0 != "\"" }, try #require(Int(value("offset"))))
    }
  }

  /// A home of somebody who has done all that the study day of 2026-11-23 asked.
  private func homeWithDayDone(in folder: String) throws -> LearnerHome {
    let home = try LearnerHome(in: folder, questions: 30)
    let answers = String(repeating: "1\n", count: 10)
    let outcome = try home.run(
      ["study", "--plain"] + home.bank, input: answers,
      environment: ["SWOT_CLOCK": "2026-11-23T20:00:00Z"])
    #expect(outcome.output.contains("Answered 10, right 10."))
    return home
  }

  @Test func `at 04:00 the home screen shows the new day by itself`() throws {
    try withTemporaryFolder { folder in
      let home = try homeWithDayDone(in: folder)
      let terminal = try home.start([], environment: ["SWOT_CLOCK": "2026-11-24T03:59:52Z"])
      try terminal.wait(for: "Done for today")
      try terminal.wait(for: "10 new")
    }
  }

  @Test func `after a sleep over 04:00 the home screen shows the new day`() throws {
    try withTemporaryFolder { folder in
      let home = try homeWithDayDone(in: folder)
      let terminal = try home.start([], environment: ["SWOT_CLOCK": "2026-11-24T03:59:52Z"])
      try terminal.wait(for: "Done for today")
      terminal.program.signal(SIGSTOP)
      sleep(9)
      terminal.program.signal(SIGCONT)
      let outcome = terminal.wait(atMost: 4000) { $0.screen.text.contains("10 new") }
      #expect(outcome == .met)
    }
  }

  @Test func `a session over midnight goes on, and both days have their answers`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      let terminal = try home.start(environment: ["SWOT_CLOCK": "2026-11-23T23:59:52Z"])
      try terminal.answer()
      sleep(9)
      try terminal.goOn()
      try terminal.answer()
      let times = try times(home)
      #expect(times.map { $0.at.prefix(10) } == ["2026-11-23", "2026-11-24"])
      try home.expectAnswers(2)
    }
  }

  @Test(arguments: [
    // The clocks go back, and forward.
    ("2026-10-25T00:59:52Z", [120, 60]), ("2027-03-28T00:59:52Z", [60, 120]),
  ])
  func `each answer has the offset that held when it was given`(
    start: String, offsets: [Int]
  ) throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      let terminal = try home.start(
        environment: ["SWOT_CLOCK": start, "TZ": "CET-1CEST,M3.5.0,M10.5.0/3"])
      try terminal.answer()
      sleep(9)
      try terminal.goOn()
      try terminal.answer()
      #expect(try times(home).map(\.offset) == offsets)
      try home.expectAnswers(2)
    }
  }

  @Test(.enabled(if: SmallDisk.obstacle == nil, "\(SmallDisk.obstacle ?? "")"))
  func `a time zone that is changed under the program holds from then on`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      let zone = folder + "/zone"
      try write(offset: 0, to: zone)
      let shell = try Terminal(
        SmallDisk.unshare + [
          "/bin/sh", "-c",
          "mount --bind '\(zone)' /etc/localtime && exec '\(try Program.path)' study "
            + home.bank.joined(separator: " "),
        ], home: folder, program: "/usr/bin/env",
        environment: [
          "TZ": nil, "SWOT_CLOCK": "2026-11-23T20:00:00Z", "SWOT_DATA": home.data,
        ])
      try shell.answer()
      // As when somebody flies to Auckland.
      try write(offset: 13 * 3600, to: zone)
      try shell.goOn()
      try shell.answer()
      #expect(try times(home).map(\.offset) == [0, 780])
    }
  }

  /// Writes the rules of a zone without changes into a file in place, which is then newer (RFC 9636).
  private func write(offset: Int32, to path: String) throws {
    let counts: [UInt32] = [0, 0, 0, 0, 1, 4]
    var bytes = Array("TZif".utf8) + [UInt8](repeating: 0, count: 16)
    for number in counts + [UInt32(bitPattern: offset)] {
      bytes += withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
    bytes += [0, 0] + Array("XXX\0".utf8)
    try Data(bytes).write(to: URL(filePath: path))
    let time = time_t(1_700_000_000 + Int(offset))
    var times = [timeval(tv_sec: time, tv_usec: 0), timeval(tv_sec: time, tv_usec: 0)]
    #expect(utimes(path, &times) == 0)
  }
}
