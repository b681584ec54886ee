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

/// Runs the program that was built beside the tests.
package enum Program {
  /// What is wrong with running it.
  package struct Failure: Error, CustomStringConvertible {
    /// What happened.
    package let description: String

    /// Makes a failure.
    package init(description: String) { self.description = description }
  }

  /// What a run gave.
  package struct Outcome {
    /// The exit status as shells show it: 128 and the signal's number where a signal ended it.
    package let status: Int32
    /// What it wrote to standard output.
    package let output: String
    /// What it wrote to standard error.
    package let errors: String

    /// The lines of the output.
    package var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The path of `swot`.
  package static var path: String {
    get throws {
      // The tests are a bundle, or a file named like one, in the folder of what was built; other
      // programs that run it stand there too.
      let bundle = CommandLine.arguments.lazy.compactMap { argument in
        argument.firstRange(of: ".xctest").map { argument[..<$0.upperBound] }
      }.first
      let beside = bundle ?? CommandLine.arguments.first?[...]
      guard let beside, let slash = beside.lastIndex(of: "/") else {
        throw Failure(description: "no program beside \(CommandLine.arguments)")
      }
      return beside[...slash] + "swot"
    }
  }

  /// The variables with which tests run the program: nothing of the machine's own.
  ///
  /// - Parameters:
  ///   - folder: The home folder; all data and settings are in it.
  ///   - changes: Variables to add, to change, or (where nil) to leave out.
  /// - Returns: All variables.
  package static func environment(
    home folder: String, _ changes: [String: String?] = [:]
  ) -> [String: String] {
    var environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "TERM": "xterm-256color",
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "SWOT_CLOCK": "2026-11-23T09:00:00Z",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    for (name, value) in changes { environment[name] = value }
    return environment
  }

  /// Runs `swot`, or another program, to its end.
  ///
  /// - Parameters:
  ///   - path: The program; `swot` unless given.
  ///   - arguments: What follows the name.
  ///   - input: What it reads; nothing at all where nil.
  ///   - folder: An existing folder: the home folder, and place for files.
  ///   - changes: Variables beside those of ``environment(home:_:)``.
  /// - Returns: What the run gave.
  /// - Throws: ``Failure`` where it could not be run, or didn't end within half a minute.
  package static func run(
    at path: String? = nil, _ arguments: [String], input: String? = nil, home folder: String,
    environment changes: [String: String?] = [:]
  ) throws -> Outcome {
    let files = ["input", "output", "errors"].map { "\(folder)/.run-\(UUID().uuidString)-\($0)" }
    defer { for file in files { unlink(file) } }
    try Data((input ?? "").utf8).write(to: URL(filePath: files[0]))
    let child = try ChildProcess(
      try path ?? Self.path, arguments, environment: environment(home: folder, changes),
      standard: [
        (files[0], O_RDONLY), (files[1], O_WRONLY | O_CREAT | O_TRUNC),
        (files[2], O_WRONLY | O_CREAT | O_TRUNC),
      ])
    guard let status = child.status(within: 30_000) else {
      child.signal(SIGKILL)
      throw Failure(description: "\(path ?? "swot") \(arguments) did not end")
    }
    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }
    return Outcome(status: status, output: try text(files[1]), errors: try text(files[2]))
  }
}
