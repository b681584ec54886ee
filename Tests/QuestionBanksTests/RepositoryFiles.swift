#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of the checkout that these tests belong to.
enum RepositoryFiles {
  /// The root of the repository: three folders above this file's.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The paths, from the root, of all files in `folder` and below; none where it doesn't exist.
  ///
  /// Hidden files and folders are left out.
  static func below(_ folder: String) throws -> [String] {
    let path = root.appending(path: folder).path
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: path)
      .filter { subpath in !subpath.split(separator: "/").contains { $0.hasPrefix(".") } }
      .map { "\(folder)/\($0)" }
      .filter { file in
        let attributes = try FileManager.default.attributesOfItem(
          atPath: root.appending(path: file).path)
        return attributes[.type] as? FileAttributeType == .typeRegular
      }
  }
}
