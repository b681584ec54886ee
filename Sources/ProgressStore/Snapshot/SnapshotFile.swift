/// The file that keeps the snapshot.
struct SnapshotFile {
  private let fileSystem: any FileSystem
  private let paths: ProgressPaths

  init(_ fileSystem: any FileSystem, _ paths: ProgressPaths) {
    self.fileSystem = fileSystem
    self.paths = paths
  }

  /// The snapshot; nil where there is none, or it is damaged, or of another version.
  func read() -> Snapshot? {
    guard let bytes = try? fileSystem.contents(of: paths.snapshot) else { return nil }
    return bytes.withUnsafeBufferPointer { SnapshotDecoder.snapshot(in: $0) }
  }

  /// Puts a snapshot in place of the old one, whole or not at all.
  ///
  /// - Parameters:
  ///   - snapshot: What to keep.
  ///   - writer: A name that no other process uses.
  /// - Throws: ``SystemError``; the old snapshot is then as it was.
  func write(_ snapshot: Snapshot, by writer: String) throws(SystemError) {
    try fileSystem.replaceFile(
      at: paths.snapshot, with: SnapshotEncoder.bytes(of: snapshot),
      temporary: "\(paths.data)/.snapshot-\(writer).tmp")
  }
}
