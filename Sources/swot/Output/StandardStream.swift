import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output or standard error, written without a buffer of our own.
enum StandardStream: Int32 {
  /// What the command was asked for.
  case output = 1
  /// Diagnostics and progress.
  case error = 2

  /// Writes all of `bytes`.
  ///
  /// - Throws: ``WriteFailure`` where the stream takes no more.
  func write(_ bytes: [UInt8]) throws(WriteFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(rawValue, $0) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw WriteFailure(stream: self, code: errno)
      }
    }
  }

  /// Writes `text` as one line, without anything in it that could steer a terminal.
  func writeLine(_ text: String) throws(WriteFailure) {
    try write(Array((DisplayText.sanitized(text) + "\n").utf8))
  }
}

/// A standard stream that takes no more, such as one that leads to a full disk.
struct WriteFailure: Error, CustomStringConvertible {
  /// The stream.
  let stream: StandardStream
  /// The `errno` of the failed call.
  let code: Int32

  /// What happened.
  var description: String {
    "cannot write to standard \(stream): \(String(cString: strerror(code)))"
  }
}

/// `write`, under a name that ``StandardStream/write(_:)`` doesn't hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
