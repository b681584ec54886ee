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
    var bytes: [UInt8] = []
    // A file's size is known: growing to that in steps would take the memory twice.
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      bytes.reserveCapacity(Int(status.st_size))
    }
    // Read in chunks, since a pipe tells no size.
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0) }
      if count > 0 {
        bytes.append(contentsOf: chunk[..<count])
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw InputFileFailure(path: path, code: errno)
      }
    }
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
