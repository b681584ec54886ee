#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that a command was told to read; a pipe such as `/dev/stdin` will do.
enum InputFile {
  /// All bytes of the file at `path`, absolute or from the current folder.
  ///
  /// - Throws: ``InputFileFailure`` where it isn't there or can't be read.
  static func read(_ path: String) throws(InputFileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFileFailure(path: path, code: errno) }
    defer { close(descriptor) }
    // A file's size is known: all is read at once, straight into its place.
    var status = stat()
    var bytes: [UInt8] = []
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      bytes = try part(of: descriptor, path, upTo: Int(status.st_size))
    }
    // What a pipe gives, and what was added to a file meanwhile; empty at the end.
    while true {
      let more = try part(of: descriptor, path, upTo: 1 << 16)
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  /// The first bytes of the file at `path`, `limit` at most.
  ///
  /// - Throws: ``InputFileFailure`` where it isn't there or can't be read.
  static func read(_ path: String, upTo limit: Int) throws(InputFileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFileFailure(path: path, code: errno) }
    defer { close(descriptor) }
    return try part(of: descriptor, path, upTo: limit)
  }

  /// All bytes of the file or the pipe at `path`, but no more than `limit`.
  ///
  /// - Throws: ``InputFileFailure`` where it isn't there or can't be read.
  static func read(_ path: String, atMost limit: Int) throws(InputFileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFileFailure(path: path, code: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let more = try part(of: descriptor, path, upTo: min(limit - bytes.count, 1 << 20))
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// The next bytes, as many as there are at once; none at the end.
  private static func part(
    of descriptor: Int32, _ path: String, upTo limit: Int
  ) throws(InputFileFailure) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      var read: Int
      repeat {
        read = systemRead(descriptor, UnsafeMutableRawBufferPointer(buffer))
      } while read < 0 && errno == EINTR
      if read < 0 { code = errno }
      count = max(0, read)
    }
    if code != 0 { throw InputFileFailure(path: path, code: code) }
    return bytes
  }
}

/// Why a file that a command was told to read can't be read.
struct InputFileFailure: Error, Equatable, CustomStringConvertible {
  /// The file, as the command was told.
  let path: String
  /// The `errno` of the failed call.
  let code: Int32

  /// How the program ends for it.
  var status: ExitStatus {
    code == ENOENT || code == ENOTDIR ? .inputNotFound : .inputOutputError
  }

  /// What happened, and to which file.
  var description: String {
    status == .inputNotFound
      ? "cannot read '\(path)': there is no such file"
      : "cannot read '\(path)': \(String(cString: strerror(code)))"
  }
}

/// `read`, under a name that ``InputFile/read(_:)`` doesn't hide.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, bytes.baseAddress, bytes.count)
}
