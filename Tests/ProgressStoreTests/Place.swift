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

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folders of a learner for one test.
struct Place {
  /// The folder that holds both, and whatever else a test needs.
  let folder: String
  /// The data folder and the state folder of one machine.
  let paths: ProgressPaths

  /// Takes a folder; each machine has data and state of its own in it.
  init(in folder: String, machine: String = "one") {
    self.folder = folder
    paths = ProgressPaths(data: "\(folder)/\(machine)/data", state: "\(folder)/\(machine)/state")
  }

  /// Another machine.
  func machine(_ name: String) -> Place { Place(in: folder, machine: name) }

  func open(
    _ random: inout SplitMix64, fileSystem: any FileSystem = FaultyFileSystem()
  ) throws(ProgressError) -> OpenedProgress {
    try ProgressFolder.open(paths, fileSystem: fileSystem, random: &random)
  }

  func read() throws(ProgressError) -> ReadProgress { try ProgressFolder.read(paths) }

  /// The names of the journals.
  func journals() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: paths.journals).sorted()
  }

  func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Puts a file there, with its folder.
  func put(_ bytes: [UInt8], at path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Gives a file the first bytes of `bytes` in place, so that it stays the same file.
  func cut(_ path: String, to length: Int, of bytes: [UInt8]) throws {
    let system = POSIXFileSystem()
    let file = try system.open(path, .append)
    defer { system.close(file) }
    try system.setLength(of: file, to: 0)
    let written = try bytes[..<length].withUnsafeBytes { try system.write($0, to: file) }
    #expect(written == length)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }
}

extension LocalTime {
  /// 2026-11-23 09:00 in Central Europe.
  static let example = LocalTime(
    at: Timestamp(milliseconds: 1_795_420_800_123), offsetMinutes: 60)
}

extension AnswerRecord {
  static func example(_ question: String = "aws-iam/IAM-Q-014") -> AnswerRecord {
    AnswerRecord(
      question: QuestionID(question) ?? QuestionID(bank: "bank", question: "question"),
      revision: Revision(recorded: "1f3a9c-77d0e2"), mode: .study, order: [3, 1, 4, 2],
      response: .numbers([1, 4]), isRight: true, confidence: .certain, rating: .good,
      milliseconds: 41_250)
  }
}

/// Calls `body` with the folders of a learner who has no data yet.
func withPlace<Result>(_ body: (Place) throws -> Result) throws -> Result {
  try withTemporaryFolder { try body(Place(in: $0)) }
}

extension LearnerState {
  /// Folds events in and fails where one would need a replay.
  mutating func fold(_ events: [Event]) {
    for event in events {
      let isFolded = apply(event)
      #expect(isFolded, "\(event)")
    }
  }
}

extension Place {
  func removeFolder(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }

  /// Makes a symbolic link at `path`.
  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  /// Makes a named pipe at `path`.
  func makePipe(_ path: String) throws { try #require(mkfifo(path, 0o600) == 0) }
}
