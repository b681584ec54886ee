#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// All bytes of a regular file.
  func contents(of path: String) throws(SystemError) -> [UInt8] {
    let file = try openRegular(path)
    defer { close(file) }
    return try contents(of: file, from: 0, to: try status(of: file).size)
  }

  /// The bytes of an open file between two offsets, fewer where the file is shorter.
  func contents(
    of file: OpenFile, from start: Int, to end: Int
  ) throws(SystemError) -> [UInt8] {
    guard end > start else { return [] }
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: end - start) { buffer, count in
      while count < buffer.count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        do throws(SystemError) {
          let read = try read(file, at: start + count, into: rest)
          if read == 0 { return }
          count += read
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Opens a file for reading and refuses everything that is not a regular file.
  func openRegular(_ path: String, _ mode: OpenMode = .read) throws(SystemError) -> OpenFile {
    let file = try open(path, mode)
    do throws(SystemError) {
      guard try status(of: file).kind == .file else {
        throw SystemError("open", path, code: EINVAL)
      }
    } catch {
      close(file)
      throw error
    }
    return file
  }

  /// Writes all of `bytes`, in as many calls as it takes: one, unless the disk is filling up.
  ///
  /// What was written before an error stays in the file.
  package func writeAll(_ bytes: [UInt8], to file: OpenFile) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      var failure: SystemError?
      let count = bytes.withUnsafeBytes { buffer in
        do throws(SystemError) {
          return try write(UnsafeRawBufferPointer(rebasing: buffer[written...]), to: file)
        } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      // A write of nothing without an error would go on for ever.
      guard count > 0 else { throw SystemError("write to", file.path, code: EIO) }
      written += count
    }
  }

  /// Puts a new file with these bytes at `path`, whole or not at all, in place of what was there.
  ///
  /// - Parameters:
  ///   - path: Where the file shall stand.
  ///   - bytes: Its content.
  ///   - temporary: A path in the same folder that nobody else uses; what is there is removed.
  /// - Throws: ``SystemError``; the old file is then as it was.
  func replaceFile(
    at path: String, with bytes: [UInt8], temporary: String
  ) throws(SystemError) {
    if try status(at: temporary) != nil { try removeFile(temporary) }
    let file = try open(temporary, .create)
    do throws(SystemError) {
      defer { close(file) }
      try writeAll(bytes, to: file)
      try sync(file)
      try rename(temporary, to: path)
    } catch {
      try? removeFile(temporary)
      throw error
    }
    try syncFolder(path.parentFolder)
  }

  /// Puts the names in a folder onto the disk, where the file system can do that.
  ///
  /// Some of those that others serve can flush files alone, and that must do.
  package func syncFolder(_ path: String) throws(SystemError) {
    let folder = try open(path, .folder)
    defer { close(folder) }
    do throws(SystemError) {
      try sync(folder)
    } catch {
      guard error.code == EINVAL || error.code == ENOTSUP else { throw error }
    }
  }

  /// Whether a folder is there; false for nothing.
  ///
  /// - Throws: ``SystemError`` where something else is there: a symbolic link is not followed.
  func isFolder(_ path: String) throws(SystemError) -> Bool {
    switch try status(at: path)?.kind {
    case nil: return false
    case .folder: return true
    case .symbolicLink: throw SystemError("open folder", path, code: ELOOP)
    default: throw SystemError("open folder", path, code: ENOTDIR)
    }
  }

  /// Makes a folder and those above it where they are missing.
  ///
  /// Only what is made here gets mode 0700; what exists keeps its own. The names of what is made are
  /// flushed, as far as the folders they stand in can be opened.
  package func makeFolders(_ path: String) throws(SystemError) {
    if try status(at: path) != nil { return }
    let parent = path.parentFolder
    if parent != path { try makeFolders(parent) }
    try makeFolder(path)
    try? syncFolder(parent)
  }
}

extension String {
  /// The path of the folder in which the path's file stands.
  var parentFolder: String {
    var path = self[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The part of a path after the last slash.
  var lastPathPart: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }
}
