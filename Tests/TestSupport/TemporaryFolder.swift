#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Calls `body` with the path of a new, empty folder, which is gone afterwards with all in it.
package func withTemporaryFolder<Result>(
  _ body: (String) throws -> Result
) throws -> Result {
  // Links such as macOS has on the way there would make paths differ that name the same.
  let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
  let folder = parent.appending(path: "swot-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}
