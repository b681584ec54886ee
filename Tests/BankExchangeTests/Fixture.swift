#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of `Fixtures`, most of them made by other programs.
enum Fixture {
  /// The path of a file.
  static func path(_ name: String) -> String {
    var parts = #filePath.split(separator: "/").dropLast()
    parts += ["Fixtures"] + name.split(separator: "/")
    return "/" + parts.joined(separator: "/")
  }

  /// What a file holds.
  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  /// What a file of text holds.
  static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }
}
