import ProgressStore

/// The machine's file system, with a count and the time of the calls that change something.
final class CountingFileSystem: FileSystem {
  /// How often something was appended.
  private(set) var writes = 0
  /// How often `fdatasync` was called.
  private(set) var syncs = 0
  /// How often anything else was changed or flushed.
  private(set) var changes = 0
  /// The time in writing and flushing.
  private(set) var nanoseconds = 0
  private let files = POSIXFileSystem()

  /// Counts from nothing again.
  func forget() { (writes, syncs, changes, nanoseconds) = (0, 0, 0, 0) }

  func write(_ bytes: UnsafeRawBufferPointer, to file: OpenFile) throws(SystemError) -> Int {
    writes += 1
    let stopwatch = Stopwatch()
    defer { nanoseconds += stopwatch.nanoseconds }
    return try files.write(bytes, to: file)
  }

  func syncData(_ file: OpenFile) throws(SystemError) {
    syncs += 1
    let stopwatch = Stopwatch()
    defer { nanoseconds += stopwatch.nanoseconds }
    try files.syncData(file)
  }

  func sync(_ file: OpenFile) throws(SystemError) {
    changes += 1
    try files.sync(file)
  }
  func setLength(of file: OpenFile, to length: Int) throws(SystemError) {
    changes += 1
    try files.setLength(of: file, to: length)
  }
  func makeFolder(_ path: String) throws(SystemError) {
    changes += 1
    try files.makeFolder(path)
  }
  func setPermissions(of path: String, to mode: Int) throws(SystemError) {
    changes += 1
    try files.setPermissions(of: path, to: mode)
  }
  func rename(_ path: String, to newPath: String) throws(SystemError) {
    changes += 1
    try files.rename(path, to: newPath)
  }
  func link(_ path: String, to newPath: String) throws(SystemError) {
    changes += 1
    try files.link(path, to: newPath)
  }
  func removeFile(_ path: String) throws(SystemError) {
    changes += 1
    try files.removeFile(path)
  }
  func removeFolder(_ path: String) throws(SystemError) {
    changes += 1
    try files.removeFolder(path)
  }

  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> OpenFile {
    try files.open(path, mode)
  }
  func close(_ file: OpenFile) { files.close(file) }
  func read(
    _ file: OpenFile, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int { try files.read(file, at: offset, into: buffer) }
  func tryLock(_ file: OpenFile) throws(SystemError) -> Bool { try files.tryLock(file) }
  func status(of file: OpenFile) throws(SystemError) -> FileStatus { try files.status(of: file) }
  func status(at path: String) throws(SystemError) -> FileStatus? { try files.status(at: path) }
  func names(in folder: String) throws(SystemError) -> [String] { try files.names(in: folder) }
}
