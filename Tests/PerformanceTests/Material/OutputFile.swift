#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why something could not be measured.
struct BenchmarkFailure: Error, CustomStringConvertible {
  /// What happened.
  let description: String

  /// Says what happened.
  init(_ description: String) { self.description = description }
}

/// A file that is written anew, piece by piece.
struct OutputFile {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Makes the file at `path`, in place of another.
  init(_ path: String) throws(BenchmarkFailure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw BenchmarkFailure("cannot write '\(path)'") }
  }

  /// Appends text.
  mutating func write(_ text: String) throws(BenchmarkFailure) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 20 { try flush() }
  }

  /// Appends bytes.
  mutating func write(bytes: [UInt8]) throws(BenchmarkFailure) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 20 { try flush() }
  }

  /// Writes what is left and closes the file.
  mutating func close() throws(BenchmarkFailure) {
    try flush()
    closeDescriptor(descriptor)
  }

  private mutating func flush() throws(BenchmarkFailure) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeBytes(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw BenchmarkFailure("cannot write '\(path)'") }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

// Under names that the methods above don't hide.
private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
private func writeBytes(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}

/// Makes a folder, where there is none.
func makeFolder(_ path: String) throws(BenchmarkFailure) {
  guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
    throw BenchmarkFailure("cannot make the folder '\(path)'")
  }
}
