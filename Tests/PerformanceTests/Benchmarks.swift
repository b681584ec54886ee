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

/// Runs all measurements, or those that are named, and prints the table.
struct Benchmarks {
  /// What can be measured, in the order of the table.
  enum Group: String, CaseIterable {
    case start, keys, banks, exams, journals, reviews, fits, saving
  }

  private let program: String
  private let groups: [Group]

  /// Takes the path of the release build of `swot`, and the groups to run; none for all.
  init(_ arguments: [String]) throws(BenchmarkFailure) {
    guard let program = arguments.first, access(program, X_OK) == 0 else {
      throw BenchmarkFailure("the first argument must be the path of swot")
    }
    // Programs are started in other folders.
    guard let path = realpath(program, nil) else {
      throw BenchmarkFailure("'\(program)' is not there")
    }
    defer { free(path) }
    self.program = String(cString: path)
    var groups: [Group] = []
    for name in arguments.dropFirst() {
      guard let group = Group(rawValue: name) else {
        let known = Group.allCases.map(\.rawValue).joined(separator: ", ")
        throw BenchmarkFailure("there is no group '\(name)'; known are \(known)")
      }
      groups.append(group)
    }
    self.groups = groups.isEmpty ? Group.allCases : groups
  }

  /// Measures; whether every bound was met.
  func run() throws(BenchmarkFailure) -> Bool {
    let load = Machine.load
    let folder = try TemporaryFolder()
    var rows: [Row] = []
    for group in groups {
      say("measuring: \(group.rawValue)")
      let place = "\(folder.path)/\(group.rawValue)"
      try makeFolder(place)
      switch group {
      case .start: rows += try StartRows(program: program, folder: place).measure()
      case .keys: rows += try KeyRows(folder: place).measure()
      case .banks: rows += try BankRows(program: program, folder: place).measure()
      case .exams: rows += try ExamRows().measure()
      case .journals:
        rows += try JournalRows(folder: place).measure()
        rows += try StandingRows(folder: place).measure()
      case .reviews: rows += try ReviewRows().measure()
      case .fits: rows += try FitRows(program: program, folder: place).measure()
      case .saving: rows += try SavingRows(folder: place).measure()
      }
    }
    let table = Table(rows)
    print(Machine.description)
    print("load before: \(load)\n")
    for line in table.lines { print(line) }
    if table.missed > 0 { print("\n\(table.missed) of the bounds missed") }
    return table.missed == 0
  }
}

/// A folder that goes away with all in it.
final class TemporaryFolder {
  /// Its path.
  let path: String

  /// Makes it.
  init() throws(BenchmarkFailure) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/swot-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchmarkFailure("there is no temporary folder") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
