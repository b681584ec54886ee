#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder of inputs for a fuzzer.
enum Corpus: String {
  /// For the readers of banks, blueprints, notes and settings.
  case banks
  /// For the readers of other formats.
  case exchange
  /// For the readers of journals, snapshots and forms of exams.
  case journals

  private var folder: String {
    var path = #filePath[...]
    for _ in 0..<3 { path = path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
    return "\(path)/FuzzCorpus/\(rawValue)"
  }

  /// The names of the inputs.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
  }

  /// An input.
  func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
  }
}
