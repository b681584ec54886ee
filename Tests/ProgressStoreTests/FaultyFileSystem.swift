import ProgressStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The machine's file system with faults put in at chosen calls.
final class FaultyFileSystem: FileSystem {
  /// A call that can be made to fail.
  enum Call: Hashable, CaseIterable {
    case open, read, write, syncData, sync, setLength, lock, status, names, makeFolder
    case setPermissions, rename, link, removeFile, removeFolder
  }

  /// What goes wrong.
  enum Fault: Equatable {
    /// The call fails with this `errno`.
    case failure(Int32)
    /// A write takes only so many bytes, and the next one fails with ENOSPC.
    case shortWrite(Int)
    /// The call does its work and says all the same that it failed.
    case lie(Int32)
  }

  /// When the faults happen: decides for each call, by its kind, its number among all calls and its
  /// path.
  typealias Plan = (_ call: Call, _ number: Int, _ path: String) -> Fault?

  private let system = POSIXFileSystem()
  private var currentPlan: Plan?
  /// The file whose next write fails, after one that was short.
  private var fullFile: OpenFile?
  /// How many calls there were since the plan was made.
  private(set) var count = 0

  /// Lets every call succeed until a plan is made.
  init() {}

  /// Makes calls fail from now on, counted from 0; nil lets all succeed again.
  func plan(_ plan: Plan?) {
    currentPlan = plan
    count = 0
    fullFile = nil
  }

  /// Does a call, or fails in its place.
  private func call<Result>(
    _ call: Call, _ path: String, _ body: () throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    switch fault(at: call, path) {
    case nil: return try body()
    case .failure(let code): throw SystemError("\(call)", path, code: code)
    case .shortWrite: throw SystemError("\(call)", path, code: ENOSPC)
    case .lie(let code):
      _ = try body()
      throw SystemError("\(call)", path, code: code)
    }
  }

  private func fault(at call: Call, _ path: String) -> Fault? {
    defer { count += 1 }
    return currentPlan?(call, count, path)
  }

  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> OpenFile {
    try call(.open, path) { () throws(SystemError) in try system.open(path, mode) }
  }

  func close(_ file: OpenFile) { system.close(file) }

  func read(
    _ file: OpenFile, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    // Never more than asked for, and seldom all of it: nobody may count on whole reads.
    let piece = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(1000))
    return try call(.read, file.path) { () throws(SystemError) in
      try system.read(file, at: offset, into: piece)
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer, to file: OpenFile) throws(SystemError) -> Int {
    if fullFile == file {
      fullFile = nil
      throw SystemError("write to", file.path, code: ENOSPC)
    }
    switch fault(at: .write, file.path) {
    case nil: return try system.write(bytes, to: file)
    case .failure(let code): throw SystemError("write to", file.path, code: code)
    case .shortWrite(let count):
      fullFile = file
      return try system.write(
        UnsafeRawBufferPointer(rebasing: bytes.prefix(max(1, count))), to: file)
    case .lie(let code):
      _ = try system.write(bytes, to: file)
      throw SystemError("write to", file.path, code: code)
    }
  }

  func syncData(_ file: OpenFile) throws(SystemError) {
    // Nothing is really flushed: no test cuts the power, and many of them write.
    try call(.syncData, file.path) { () throws(SystemError) in }
  }

  func sync(_ file: OpenFile) throws(SystemError) {
    try call(.sync, file.path) { () throws(SystemError) in }
  }

  func setLength(of file: OpenFile, to length: Int) throws(SystemError) {
    try call(.setLength, file.path) { () throws(SystemError) in
      try system.setLength(of: file, to: length)
    }
  }

  func tryLock(_ file: OpenFile) throws(SystemError) -> Bool {
    try call(.lock, file.path) { () throws(SystemError) in try system.tryLock(file) }
  }

  func status(of file: OpenFile) throws(SystemError) -> FileStatus {
    try call(.status, file.path) { () throws(SystemError) in try system.status(of: file) }
  }

  func status(at path: String) throws(SystemError) -> FileStatus? {
    try call(.status, path) { () throws(SystemError) in try system.status(at: path) }
  }

  func names(in folder: String) throws(SystemError) -> [String] {
    try call(.names, folder) { () throws(SystemError) in try system.names(in: folder) }
  }

  func makeFolder(_ path: String) throws(SystemError) {
    try call(.makeFolder, path) { () throws(SystemError) in try system.makeFolder(path) }
  }

  func setPermissions(of path: String, to mode: Int) throws(SystemError) {
    try call(.setPermissions, path) { () throws(SystemError) in
      try system.setPermissions(of: path, to: mode)
    }
  }

  func rename(_ path: String, to newPath: String) throws(SystemError) {
    try call(.rename, path) { () throws(SystemError) in try system.rename(path, to: newPath) }
  }

  func link(_ path: String, to newPath: String) throws(SystemError) {
    try call(.link, path) { () throws(SystemError) in try system.link(path, to: newPath) }
  }

  func removeFile(_ path: String) throws(SystemError) {
    try call(.removeFile, path) { () throws(SystemError) in try system.removeFile(path) }
  }

  func removeFolder(_ path: String) throws(SystemError) {
    try call(.removeFolder, path) { () throws(SystemError) in try system.removeFolder(path) }
  }
}
