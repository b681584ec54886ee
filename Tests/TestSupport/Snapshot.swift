package import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Compares a picture with the golden file `Snapshots/SUITE/NAME.txt` beside the test.
///
/// SUITE is the name of the test's file. With `RECORD_SNAPSHOTS=1` in the environment the file is
/// written anew and the test fails, so that nobody takes a recording for a pass. A missing file
/// fails too.
///
/// - Parameters:
///   - actual: The picture, such as `frame.buffer.description`.
///   - name: The name of the file, without its ending.
///   - filePath: The file of the test.
///   - sourceLocation: Where a failure is reported.
package func expectSnapshot(
  _ actual: String, named name: String, filePath: StaticString = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let test = URL(fileURLWithPath: "\(filePath)")
  let folder = test.deletingLastPathComponent().appendingPathComponent("Snapshots")
    .appendingPathComponent(test.deletingPathExtension().lastPathComponent)
  let file = folder.appendingPathComponent("\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      Issue.record("recorded \(file.path)", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot record \(file.path): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record(
      "there is no \(file.path); record it with RECORD_SNAPSHOTS=1",
      sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard actual != expected else { return }
  Issue.record(
    """
    the picture differs from \(file.path)
    \(difference(from: expected, to: actual))
    """, sourceLocation: sourceLocation)
}

/// The lines of both texts that differ, `-` before the expected and `+` before the actual ones.
private func difference(from expected: String, to actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  var lines: [String] = []
  for index in 0..<max(old.count, new.count) {
    let before = index < old.count ? String(old[index]) : nil
    let after = index < new.count ? String(new[index]) : nil
    if before == after { continue }
    if let before { lines.append("\(index + 1) - \(before)") }
    if let after { lines.append("\(index + 1) + \(after)") }
  }
  return lines.joined(separator: "\n")
}
