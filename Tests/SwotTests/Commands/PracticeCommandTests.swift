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

/// `study`, `quiz`, `notes`, `stats` and `home`, run as they are typed.
@Suite struct PracticeCommandTests {
  private struct Statistics: Decodable {
    struct Bank: Decodable {
      let id: String
      let due: Int
      let new: Int
      let seen: Int
      let questions: Int
      let recall: Double?
    }

    let answers: Int
    let right: Int
    let banks: [Bank]
  }

  private func statistics(_ home: String, _ bank: [String]) throws -> Statistics {
    let outcome = try Program.run(["stats", "--format", "json"] + bank, home: home)
    #expect(outcome.status == 0)
    return try JSONDecoder().decode(Statistics.self, from: Data(outcome.output.utf8))
  }

  @Test func `answers typed in lines are counted, the end of input ends the session`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let outcome = try Program.run(["study", "--plain"] + bank, input: "1\n2 :u\n", home: home)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(outcome.lines.last == "Answered 2, right 1.")
      #expect(outcome.lines.contains("Question 1 of 3: plain/Q1 (choices)"))
      let statistics = try statistics(home, bank)
      #expect(statistics.answers == 2)
      #expect(statistics.right == 1)
      let counts = try #require(statistics.banks.first)
      #expect(counts.id == "plain")
      #expect(
        [counts.due, counts.new, counts.seen, counts.questions] == [0, 1, 2, 3])
      #expect((0.5..<1).contains(try #require(counts.recall)))
    }
  }

  @Test func `what was wrong with certainty is studied by itself, due or not`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home, questions: 6)
      func swot(_ time: String, _ arguments: [String], _ input: String) throws -> Program.Outcome {
        try Program.run(
          arguments + bank, input: input, home: home, environment: ["SWOT_CLOCK": time])
      }
      let none = try swot("2026-11-20T09:00:00Z", ["study", "--sure-wrong"], "")
      #expect(none.status == 0)
      #expect(none.lines == ["No answer that you were certain of waits to be put right."])
      // Q1 is wrong with certainty, Q2 wrong without, Q3 right with certainty, Q4 wrong again.
      let first = try swot(
        "2026-11-20T10:00:00Z", ["study", "--plain", "--new", "4", "--limit", "4"],
        "2 :c\n2 :u\n1 :c\n2 :c\n:q\n")
      let names = first.lines.filter { $0.hasPrefix("Question ") }.prefix(4).map {
        String($0.split(separator: " ")[4])
      }
      #expect(names.count == 4, "\(first.output)")
      let again = try swot(
        "2026-11-20T11:00:00Z", ["study", "--sure-wrong", "--plain"], "1\n1\n1\n1\n")
      let asked = again.lines.filter { $0.hasPrefix("Question ") }.map {
        String($0.split(separator: " ")[4])
      }
      // The newest first.
      #expect(asked == [names[3], names[0]], "\(again.output)")
      #expect(again.lines.last == "Answered 2, right 2.")
      // Right on the same day doesn't put it right, on a later one it does.
      let limited = try swot(
        "2026-11-21T11:00:00Z", ["study", "--sure-wrong", "--plain", "--limit", "1"], "1\n")
      #expect(limited.lines.last == "Answered 1, right 1.", "\(limited.output)")
      let rest = try swot("2026-11-21T12:00:00Z", ["study", "--sure-wrong", "--plain"], ":q\n")
      #expect(rest.lines.contains("Question 1 of 1: \(names[0]) (choices)"), "\(rest.output)")
      #expect(
        try swot("2026-11-21T12:00:00Z", ["study", "--sure-wrong", "--new", "2"], "").status == 64)
    }
  }

  @Test func `leaving makes the day's backup`() throws {
    try withTemporaryFolder { home in
      _ = try Program.run(["study"] + PlainBank.write(to: home), input: "1\n", home: home)
      let files = try FileManager.default.subpathsOfDirectory(
        atPath: home + "/.local/share/swot/backups/2026-11-23")
      #expect(files.filter { $0.hasSuffix(".jsonl") }.count == 1)
    }
  }

  @Test func `where nothing is due that is said, and it is no failure`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      _ = try Program.run(["study"] + bank, input: "1\n1\n1\n", home: home)
      let outcome = try Program.run(["study"] + bank, home: home)
      #expect(outcome.status == 0)
      #expect(outcome.lines.first?.hasPrefix("Nothing is due today.") == true)
      #expect(outcome.lines.last == "Answered 0, right 0.")
    }
  }

  @Test func `days later the reviews are due, lowest recall first`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      _ = try Program.run(["study"] + bank, input: "1\n1 :u\n", home: home)
      let later: [String: String?] = ["SWOT_CLOCK": "2026-11-30T09:00:00Z"]
      let outcome = try Program.run(
        ["study", "--new", "0"] + bank, input: ":q\n", home: home, environment: later)
      #expect(outcome.lines.contains("Question 1 of 2: plain/Q2 (choices)"))
      let limited = try Program.run(
        ["study", "--limit", "1"] + bank, input: ":q\n", home: home, environment: later)
      #expect(limited.lines.contains("Question 1 of 1: plain/Q2 (choices)"))
    }
  }

  @Test(arguments: [
    (["--objective", "ONE"], 2), (["--objective", "D"], 3), (["--difficulty", "foundation"], 1),
    (["--tag", "other"], 2), (["--count", "2"], 2), (["--mistakes"], 1),
    (["--objective", "ONE", "--objective", "TWO", "--tag", "first"], 1),
  ])
  func `practice asks the questions chosen`(options: [String], count: Int) throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      _ = try Program.run(["study"] + bank, input: "2\n:q\n", home: home)
      let outcome = try Program.run(["quiz"] + options + bank, home: home)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("\nQuestion 1 of \(count): "))
    }
  }

  @Test func `a seed draws the same for everyone`() throws {
    func questions(_ home: String, _ bank: [String], seed: String) throws -> [String] {
      try Program.run(
        ["quiz", "--seed", seed] + bank, input: String(repeating: "1\n", count: 9), home: home
      ).lines.filter { $0.hasPrefix("Question") }
    }
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home, questions: 9)
      let first = try questions(home, bank, seed: "7")
      #expect(first.count == 9)
      // What the learner has answered meanwhile makes no difference.
      #expect(try questions(home, bank, seed: "7") == first)
      #expect(try questions(home, bank, seed: "8") != first)
    }
  }

  @Test func `practice without the schedule leaves it alone`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home, questions: 1)
      let outcome = try Program.run(["quiz", "--no-schedule"] + bank, input: "1\n", home: home)
      #expect(outcome.lines.contains("Right."))
      #expect(try statistics(home, bank).banks.first?.new == 1)
    }
  }

  @Test(arguments: [
    (["study", "plian"], "there is no bank 'plian'; did you mean 'plain'?"),
    (["quiz", "--objective", "ONEE"], "there is no objective 'ONEE'; did you mean 'ONE'?"),
    (["quiz", "--tag", "fisrt"], "there is no tag 'fisrt'; did you mean 'first'?"),
    (["notes", "plain", "ONE"], "there is no section of notes for 'ONE', nor any other"),
    (["study", "/nowhere/bank.yaml"], "cannot read '/nowhere/bank.yaml': there is no such file"),
  ])
  func `an unknown name ends with status 66 and the nearest one`(
    arguments: [String], message: String
  ) throws {
    try withTemporaryFolder { home in
      let outcome = try Program.run(arguments + PlainBank.write(to: home), home: home)
      #expect(outcome.status == 66)
      #expect(outcome.errors == "swot: \(message)\n")
      #expect(outcome.output == "")
    }
  }

  @Test(arguments: [
    ["study", "--new", "x"], ["study", "--limit=-1"], ["quiz", "--count=-1"],
    ["quiz", "--difficulty", "hard"], ["quiz", "--seed", "-1"], ["stduy"],
    ["stats", "--format=xml"],
  ])
  func `wrong usage ends with status 64 and nothing on standard output`(
    arguments: [String]
  ) throws {
    try withTemporaryFolder { home in
      let outcome = try Program.run(arguments, home: home)
      #expect(outcome.status == 64)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("--help"))
    }
  }

  @Test func `a mistyped command is met with the right one`() throws {
    try withTemporaryFolder { home in
      let outcome = try Program.run(["stduy"], home: home)
      #expect(outcome.errors.contains("Did you mean 'swot study'?"))
    }
  }

  @Test func `a clock that is no time is wrong usage`() throws {
    try withTemporaryFolder { home in
      let outcome = try Program.run(
        ["study"], home: home, environment: ["SWOT_CLOCK": "noon"])
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("SWOT_CLOCK is \"noon\""))
    }
  }

  @Test func `without a terminal the home screen is text`() throws {
    try withTemporaryFolder { home in
      let outcome = try Program.run(PlainBank.write(to: home), home: home)
      #expect(outcome.status == 0)
      #expect(outcome.lines.contains("Today: 0 to review, 3 new, about 3 min."))
      #expect(outcome.lines.contains { $0.hasPrefix("Plain questions  plain") })
      // Looking leaves nothing behind.
      #expect(!FileManager.default.fileExists(atPath: home + "/.local"))
    }
  }

  @Test func `a damaged bank makes no folder, and one that is there stays usable`() throws {
    try withTemporaryFolder { home in
      let good = try PlainBank.write(to: home)
      let damaged = home + "/damaged.yaml"
      try Data("format: swot-bank/1\nid: damaged\n".utf8).write(to: URL(filePath: damaged))
      let bad = ["study", "--plain", "--no-builtin-banks", "--bank", damaged]
      #expect(try Program.run(bad, input: "", home: home).status == 65)
      #expect(!FileManager.default.fileExists(atPath: home + "/.local"))
      // From now on the data are opened while banks are read.
      let study = ["study", "--plain"] + good
      #expect(try Program.run(study, input: "1\n", home: home).status == 0)
      let outcome = try Program.run(bad, input: "", home: home)
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("damaged.yaml"))
      let again = try Program.run(study, input: "1\n", home: home)
      #expect(again.lines.last == "Answered 1, right 1.")
      let journals = home + "/.local/share/swot/journals"
      #expect(try FileManager.default.contentsOfDirectory(atPath: journals).count == 1)
    }
  }

  @Test func `the settings make plain lines the default, and faults in them are said`() throws {
    try withTemporaryFolder { home in
      let folder = home + "/.config/swot"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data("interface: plain\nthem: light\n".utf8)
        .write(to: URL(filePath: folder + "/config.yaml"))
      let outcome = try Program.run(PlainBank.write(to: home), home: home)
      #expect(outcome.status == 0)
      #expect(
        outcome.errors
          == "swot: \(folder)/config.yaml:2:1: unknown key 'them'; did you mean 'theme'?\n")
    }
  }

  @Test func `notes are printed as text`() throws {
    try withTemporaryFolder { home in
      let outcome = try Program.run(["notes", "aws-iam", "IAM-ROOT"], home: home)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("root user"))
      let all = try Program.run(["notes"], home: home)
      #expect(all.output.count > outcome.output.count)
    }
  }

  @Test func `in the C locale plain lines are ASCII`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home, stem: "Was heißt “schön” → ?")
      let outcome = try Program.run(
        ["study"] + bank, input: "1\n", home: home, environment: ["LC_ALL": "C"])
      #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 })
      #expect(outcome.output.contains("Was hei"))
    }
  }

  @Test func `a data folder that can't be is status 73, a journal of the future 65`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let file = home + "/plain.yaml"
      let blocked = try Program.run(["study", "--data", file + "/x"] + bank, home: home)
      #expect(blocked.status == 73)
      let journals = home + "/newer/journals"
      try FileManager.default.createDirectory(atPath: journals, withIntermediateDirectories: true)
      let line =
        #"{"v":99,"seq":0,"at":"2026-11-23T09:00:00.000Z","type":"journal","sum":"4b557ade"}"#
      try Data((line + "\n").utf8).write(to: URL(filePath: journals + "/a.jsonl"))
      for command in ["study", "stats"] {
        let outcome = try Program.run([command, "--data", home + "/newer"] + bank, home: home)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("newer version"))
      }
    }
  }

  @Test func `every command explains itself with an example`() throws {
    try withTemporaryFolder { home in
      for command in ["home", "study", "quiz", "notes", "stats", "doctor"] {
        let outcome = try Program.run([command, "--help"], home: home)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains(/Examples?:/), "\(command)")
        #expect(outcome.output.contains("--data"), "\(command)")
      }
    }
  }

  @Test func `doctor says what to mend, and changes nothing`() throws {
    try withTemporaryFolder { home in
      let outcome = try Program.run(
        ["doctor"] + PlainBank.write(to: home), home: home, environment: ["LC_ALL": "C"])
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("only ASCII is shown"))
      #expect(outcome.output.contains("to mend: export LC_ALL=C.UTF-8"))
      #expect(outcome.output.contains("Banks: 1, with 3 questions; 0 exams"))
      #expect(!FileManager.default.fileExists(atPath: home + "/.local"))
      let broken = try Program.run(
        ["doctor", "--bank", "/nowhere"], home: home, environment: ["SWOT_CLOCK": "noon"])
      #expect(broken.status == 1)
      #expect(broken.output.contains("PROBLEM  Clock"))
      #expect(broken.output.contains("PROBLEM  Banks"))
    }
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: "/dev/full"), "this system has no /dev/full"),
    arguments: [["stats"], ["study"], ["quiz", "--seed", "1"], ["notes"], [], ["doctor"]])
  func `output that takes no more ends with status 74`(arguments: [String]) throws {
    try withTemporaryFolder { home in
      let program = try ChildProcess(
        Program.path, arguments, environment: Program.environment(home: home),
        standard: [("/dev/null", O_RDONLY), ("/dev/full", O_WRONLY), ("/dev/null", O_WRONLY)])
      #expect(program.status(within: 30_000) == 74)
    }
  }

  @Test func `a reader that goes away ends the program quietly`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let command = ([try Program.path, "study"] + bank).joined(separator: " ")
      for (shell, status) in [(command, Int32(141)), ("trap '' PIPE; \(command)", 74)] {
        let program = try ChildProcess(
          "/bin/bash", ["-c", "{ \(shell); } < <(sleep 0.3) | true; exit ${PIPESTATUS[0]}"],
          environment: Program.environment(home: home),
          standard: [("/dev/null", O_RDONLY), ("/dev/null", O_WRONLY), ("/dev/null", O_WRONLY)])
        #expect(program.status(within: 30_000) == status)
      }
    }
  }

  @Test func `standard streams that are closed are no reason to fail`() throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let program = try ChildProcess(
        Program.path, ["study"] + bank, environment: Program.environment(home: home),
        standard: [])
      #expect(program.status(within: 30_000) == 0)
    }
  }
}
