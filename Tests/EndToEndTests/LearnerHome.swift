import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The home folder of a learner for one test, and what is in it.
struct LearnerHome {
  /// The folder.
  let path: String
  /// The options that make a small bank the only one.
  let bank: [String]
  /// The data folder.
  let data: String

  /// Makes a home.
  ///
  /// - Parameters:
  ///   - path: An existing folder.
  ///   - data: The data folder; nil for its usual place.
  ///   - questions: How many questions the bank has.
  /// - Throws: Where the bank can't be written.
  init(in path: String, data: String? = nil, questions: Int = 5) throws {
    self.path = path
    self.data = data ?? path + "/.local/share/swot"
    bank = try PlainBank.write(to: path, questions: questions)
  }

  private var folder: [String: String?] { ["SWOT_DATA": data] }

  /// Starts the program in a terminal.
  func start(
    _ arguments: [String] = ["study"], environment: [String: String?] = [:]
  ) throws -> Terminal {
    try Terminal(arguments + bank, home: path, environment: folder.merging(environment) { $1 })
  }

  /// Starts a line of shell in a terminal, with `swot` for the program and its bank.
  func startShell(
    _ line: String, environment: [String: String?] = [:]
  ) throws -> Terminal {
    let swot = "exec \(try Program.path)"
    let options = bank.joined(separator: " ")
    return try Terminal(
      ["-c", line.replacing("swot", with: swot) + " " + options], home: path, program: "/bin/sh",
      environment: folder.merging(environment) { $1 })
  }

  /// Runs the program to its end.
  func run(
    _ arguments: [String], input: String? = nil, environment: [String: String?] = [:]
  ) throws -> Program.Outcome {
    try Program.run(
      arguments, input: input, home: path, environment: folder.merging(environment) { $1 })
  }

  /// The lines of all journals that hold answers.
  func answers() throws -> [String] { try lines().filter { $0.contains(#""type":"answer""#) } }

  /// The lines of all journals, by the names of the files.
  func lines() throws -> [String] {
    let folder = data + "/journals"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try files.filter { $0.hasSuffix(".jsonl") }.sorted().flatMap { file in
      let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  /// Whether something stands at a path in the data folder.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(data)/\(name)") }

  /// Checks that all journals are whole and hold so many answers, each once.
  func expectAnswers(
    _ count: Int, environment: [String: String?] = [:],
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let answers = try answers()
    #expect(answers.count == count, sourceLocation: location)
    #expect(Set(answers).count == count, sourceLocation: location)
    let verified = try run(["progress", "verify"], environment: environment)
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)", sourceLocation: location)
  }
}

extension Terminal {
  /// Answers the question on the screen, rightly, and waits for the verdict.
  func answer(line: Int = #line) throws {
    try wait(for: "What is right here?", line: line)
    type("1")
    try wait(for: "(x) This one.", line: line)
    type("\r")
    try wait(for: "✓ Right", line: line)
  }

  /// Goes on to the next question.
  func goOn(line: Int = #line) throws {
    try wait(
      for: "the next question",
      { screen in
        if screen.text.contains("✓ Right") { self.type("\r") }
        return !screen.text.contains("✓ Right") && screen.text.contains("What is right here?")
      }, line: line)
  }
}
