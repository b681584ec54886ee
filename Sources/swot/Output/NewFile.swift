#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes files that somebody asked for, whole or not at all.
enum NewFile {
  /// What becomes of a file that is there already.
  enum Present {
    /// It stays, and nothing is written.
    case kept
    /// It stays, and the new one gets a number before its ending: `name-2.html`.
    case numbered
    /// The new one takes its place.
    case replaced
  }

  /// How many names are tried.
  private static let lastNumber = 999

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - bytes: What it holds.
  ///   - path: Where it shall stand, absolute or from the current folder.
  ///   - present: What becomes of a file that stands there.
  /// - Returns: The path of what was written.
  /// - Throws: ``NewFileFailure``; there is then no new file, and the old one is as it was.
  @discardableResult
  static func write(
    _ bytes: [UInt8], to path: String, present: Present = .kept
  ) throws(NewFileFailure) -> String {
    // Beside its place and under a name of its own first: nobody sees half of it.
    let unfinished = "\(folder(of: path)).swot-\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
    let file = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw NewFileFailure(path: path, code: errno) }
    defer { unlink(unfinished) }
    var code = write(bytes, into: file)
    if code == 0, fsync(file) != 0, errno != EINVAL { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code != 0 { throw NewFileFailure(path: path, code: code) }
    if present == .replaced {
      guard rename(unfinished, path) == 0 else { throw NewFileFailure(path: path, code: errno) }
      return path
    }
    for number in 1...(present == .numbered ? lastNumber : 1) {
      let name = number == 1 ? path : numbered(path, number)
      if link(unfinished, name) == 0 { return name }
      let code = errno
      // Some file systems know no links; there a file that appears in between would be replaced.
      if code != EEXIST, access(name, F_OK) != 0, rename(unfinished, name) == 0 { return name }
      if code != EEXIST { throw NewFileFailure(path: name, code: code) }
    }
    throw NewFileFailure(path: path, code: EEXIST)
  }

  /// Puts other contents into the place of a file, at once; its rights stay, and so does a symbolic
  /// link that leads to it.
  ///
  /// - Throws: ``NewFileFailure``; the file is then as it was.
  static func replace(_ path: String, by bytes: [UInt8]) throws(NewFileFailure) {
    guard let resolved = realpath(path, nil) else { throw NewFileFailure(path: path, code: errno) }
    defer { free(resolved) }
    let place = String(cString: resolved)
    var status = stat()
    guard stat(place, &status) == 0 else { throw NewFileFailure(path: path, code: errno) }
    // Who may not write a file shall not replace it by way of its folder either.
    guard access(place, W_OK) == 0 else { throw NewFileFailure(path: path, code: errno) }
    let unfinished = "\(folder(of: place)).swot-\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
    let file = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw NewFileFailure(path: path, code: errno) }
    defer { unlink(unfinished) }
    var code = write(bytes, into: file)
    // The owner can be kept by root alone, the group by its members.
    if fchown(file, status.st_uid, status.st_gid) != 0 { _ = fchown(file, .max, status.st_gid) }
    if code == 0, fchmod(file, status.st_mode & 0o7777) != 0 { code = errno }
    if code == 0, fsync(file) != 0, errno != EINVAL { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, rename(unfinished, place) != 0 { code = errno }
    if code != 0 { throw NewFileFailure(path: path, code: code) }
  }

  private static func write(_ bytes: [UInt8], into file: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(file, $0) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if written == 0 || errno != EINTR {
        return written == 0 ? EIO : errno
      }
    }
    return 0
  }

  /// The folder of a path, with its slash; empty for the current one.
  private static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }

  private static func numbered(_ path: String, _ number: Int) -> String {
    let name = path.dropFirst(folder(of: path).count)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return "\(path)-\(number)"
    }
    return "\(path[..<dot])-\(number)\(path[dot...])"
  }
}

/// A file that could not be written.
struct NewFileFailure: CommandFailure, Equatable {
  /// Where it should stand.
  let path: String
  /// The `errno` of the failed call.
  let code: Int32

  /// How the program ends for it.
  var status: ExitStatus {
    switch code {
    case ENOSPC, EDQUOT, EIO, EFBIG: .inputOutputError
    default: .cannotCreate
    }
  }

  /// What happened, and what to do.
  var description: String {
    code == EEXIST
      ? "'\(path)' is there already; name another file, or say --force"
      : "cannot write '\(path)': \(String(cString: strerror(code)))"
  }
}

/// `write`, under a name that ``NewFile/write(_:to:present:)`` doesn't hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
