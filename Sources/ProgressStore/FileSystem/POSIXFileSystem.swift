#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file system of the machine.
package struct POSIXFileSystem: FileSystem {
  /// Makes the file system; there is only one.
  package init() {}

  package func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> OpenFile {
    // Without O_NONBLOCK a named pipe in the folder would hang the program.
    let always = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let flags =
      switch mode {
      case .read: O_RDONLY
      case .folder: O_RDONLY | O_DIRECTORY
      case .append: O_RDWR | O_APPEND
      case .create: O_RDWR | O_APPEND | O_CREAT | O_EXCL
      case .lock: O_RDWR | O_APPEND | O_CREAT
      }
    let descriptor = try call(mode == .create ? "create" : "open", path) {
      openDescriptor(path, flags | always, 0o600)
    }
    return OpenFile(descriptor: descriptor, path: path)
  }

  package func close(_ file: OpenFile) { closeDescriptor(file.descriptor) }

  package func read(
    _ file: OpenFile, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    try call("read", file) {
      pread(file.descriptor, buffer.baseAddress, buffer.count, off_t(offset))
    }
  }

  package func write(
    _ bytes: UnsafeRawBufferPointer, to file: OpenFile
  ) throws(SystemError) -> Int {
    try call("write to", file) { writeBytes(file.descriptor, bytes.baseAddress, bytes.count) }
  }

  package func syncData(_ file: OpenFile) throws(SystemError) {
    #if canImport(Darwin)
      // fsync of macOS leaves the data in the drive's own memory; volumes of others know only that.
      do throws(SystemError) {
        _ = try call("flush", file) { fcntl(file.descriptor, F_FULLFSYNC) }
      } catch {
        guard error.code == ENOTSUP || error.code == EINVAL else { throw error }
        try sync(file)
      }
    #else
      _ = try call("flush", file) { fdatasync(file.descriptor) }
    #endif
  }

  package func sync(_ file: OpenFile) throws(SystemError) {
    _ = try call("flush", file) { fsync(file.descriptor) }
  }

  package func setLength(of file: OpenFile, to length: Int) throws(SystemError) {
    _ = try call("cut", file) { ftruncate(file.descriptor, off_t(length)) }
  }

  package func tryLock(_ file: OpenFile) throws(SystemError) -> Bool {
    do throws(SystemError) {
      _ = try call("lock", file) { flock(file.descriptor, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      guard error.code == EWOULDBLOCK else { throw error }
      return false
    }
  }

  package func status(of file: OpenFile) throws(SystemError) -> FileStatus {
    var status = stat()
    _ = try call("examine", file) { fstat(file.descriptor, &status) }
    return FileStatus(status)
  }

  package func status(at path: String) throws(SystemError) -> FileStatus? {
    var status = stat()
    do throws(SystemError) {
      _ = try call("examine", path) { lstat(path, &status) }
    } catch {
      if error.isNotFound { return nil }
      throw error
    }
    return FileStatus(status)
  }

  package func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else {
      throw SystemError("read folder", folder, code: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      // readdir tells an error from the end by errno alone.
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw SystemError("read folder", folder, code: errno) }
    return names
  }

  package func makeFolder(_ path: String) throws(SystemError) {
    do throws(SystemError) {
      _ = try call("create folder", path) { mkdir(path, 0o700) }
    } catch {
      guard error.isAlreadyThere else { throw error }
    }
  }

  package func setPermissions(of path: String, to mode: Int) throws(SystemError) {
    _ = try call("set the permissions of", path) { chmod(path, mode_t(mode)) }
  }

  package func rename(_ path: String, to newPath: String) throws(SystemError) {
    _ = try call("rename", path) { renamePath(path, newPath) }
  }

  package func link(_ path: String, to newPath: String) throws(SystemError) {
    _ = try call("link", path) { linkPath(path, newPath) }
  }

  package func removeFile(_ path: String) throws(SystemError) {
    _ = try call("remove", path) { unlink(path) }
  }

  package func removeFolder(_ path: String) throws(SystemError) {
    _ = try call("remove", path) { rmdir(path) }
  }

  /// Repeats an interrupted call and turns −1 into an error.
  private func call<Result: SignedInteger>(
    _ action: String, _ path: String, _ body: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      let result = body()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError(action, path, code: errno) }
    }
  }

  private func call<Result: SignedInteger>(
    _ action: String, _ file: OpenFile, _ body: () -> Result
  ) throws(SystemError) -> Result {
    try call(action, file.path, body)
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    self.init(
      kind: kind, size: Int(status.st_size), permissions: Int(status.st_mode & 0o7777),
      number: UInt64(status.st_ino), links: Int(status.st_nlink))
  }
}

// The C functions under names that the methods above don't hide.

private func openDescriptor(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

private func renamePath(_ path: String, _ newPath: String) -> Int32 { rename(path, newPath) }

private func linkPath(_ path: String, _ newPath: String) -> Int32 { link(path, newPath) }
