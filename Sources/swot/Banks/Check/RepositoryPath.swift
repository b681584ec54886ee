#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Paths as services that hold repositories want them: from the root of the checkout.
struct RepositoryPath {
  private let folders: [String]

  /// Takes the folders of which one is the root: where a workflow has its checkout, and where the
  /// program runs.
  init(
    _ environment: Environment = .process,
    workingFolder: String = FileManager.default.currentDirectoryPath
  ) {
    folders = [environment["GITHUB_WORKSPACE"], workingFolder].compactMap { folder in
      folder.flatMap { $0.isEmpty ? nil : $0.hasSuffix("/") ? $0 : $0 + "/" }
    }
  }

  /// The path from the root; as it is where it lies elsewhere.
  func relative(_ path: String) -> String {
    var path = path
    while path.hasPrefix("./") { path = String(path.dropFirst(2)) }
    for folder in folders where path.hasPrefix(folder) && path.utf8.count > folder.utf8.count {
      return String(path.dropFirst(folder.count))
    }
    return path
  }

  /// The path from the root as a URI (RFC 3986): relative, or with the scheme `file`.
  func uri(_ path: String) -> String {
    let path = relative(path)
    var uri = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return uri
  }
}
