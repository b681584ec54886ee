package import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A program of the system that some tests need.
///
/// `make test` installs it or says how. Where it can't be had all the same, a test that asks for it
/// by ``Testing/Trait/needs(_:)`` is skipped, and says so; with `CI` in the environment (other than
/// empty or `false`) it fails instead, so that nothing goes untested there.
package enum SystemTool: String, Sendable {
  /// A browser of the Chromium family, which opens pages without a window.
  case browser = "a headless Chromium"
  /// The spelling checker with its British dictionary.
  case aspell
  /// Python with programs of others that read and write converted banks (`.ci/readers.txt`).
  case readers = "Python with the readers of converted banks"
  /// Python with a parser of GIFT (`.ci/readers-gift.txt`).
  case giftReader = "Python with pygiftparser"
  /// Python with a strict parser of GIFT (`.ci/readers-strict-gift.txt`).
  case strictGIFTReader = "Python with pygiftparserrgmf"

  /// Where it stands; nil where it isn't installed.
  package var foundPath: String? {
    let variables = ProcessInfo.processInfo.environment
    let folders =
      (variables["PATH"] ?? "").split(separator: ":").map(String.init)
      + ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    let names: [String]
    var paths: [String] = []
    switch self {
    case .browser:
      names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]
      paths = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
      ]
    case .aspell: names = ["aspell"]
    case .readers:
      names = []
      paths = [Self.readersFolder + "/bin/python"]
    case .giftReader:
      names = []
      paths = [Self.readersFolder + "-gift/bin/python"]
    case .strictGIFTReader:
      names = []
      paths = [Self.readersFolder + "-strict-gift/bin/python"]
    }
    return (names.flatMap { name in folders.map { "\($0)/\(name)" } } + paths)
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The folder into which `make test` installs the readers; their programs stand in its `bin`.
  package static var readersFolder: String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/.build/readers"
  }

  /// Where it stands.
  ///
  /// - Throws: `Program.Failure` where it isn't installed.
  package var path: String {
    get throws {
      guard let path = foundPath else { throw Program.Failure(description: advice) }
      return path
    }
  }

  /// Whether tests that need it run: it is there, or its absence is a failure.
  package var isWanted: Bool { foundPath != nil || Self.isContinuousIntegration }

  /// What to do where it is missing.
  package var advice: String { "\(rawValue) is missing: 'make test' installs it, or says how" }

  private static var isContinuousIntegration: Bool {
    let value = ProcessInfo.processInfo.environment["CI"] ?? ""
    return !value.isEmpty && value != "false"
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where a program of the system is missing; with `CI` in the environment it runs,
  /// and fails.
  package static func needs(_ tool: SystemTool) -> Self {
    .enabled("\(tool.advice)") { tool.isWanted }
  }
}
