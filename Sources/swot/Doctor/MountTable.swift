#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which file systems are where, as Linux tells it in `/proc/self/mountinfo` (proc(5)).
struct MountTable {
  private var mounts: [(point: String, type: String)] = []

  /// Reads the lines of a table; those of another form are left out.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      // Any number of optional fields ends with a dash, and the type comes next.
      guard fields.count > 6, let dash = fields[6...].firstIndex(of: "-"),
        fields.indices.contains(dash + 1)
      else { continue }
      mounts.append((Self.unescaped(fields[4]), String(fields[dash + 1])))
    }
  }

  /// That of this process; nil on other systems.
  static var ofProcess: MountTable? {
    guard let file = fopen("/proc/self/mountinfo", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 {
      bytes += piece[..<count]
    }
    return MountTable(String(decoding: bytes, as: UTF8.self))
  }

  /// The type of the file system that a path lies on, links on the way followed; nil where that
  /// isn't known.
  func type(ofPath path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return type(ofAbsolutePath: String(cString: resolved))
  }

  /// The type of the file system of an absolute path without links: that of the mount nearest above,
  /// of several in one place the last.
  func type(ofAbsolutePath path: String) -> String? {
    mounts.enumerated().filter { _, mount in
      mount.point == "/" || path == mount.point || path.hasPrefix(mount.point + "/")
    }.max { ($0.element.point.utf8.count, $0.offset) < ($1.element.point.utf8.count, $1.offset) }?
    .element.type
  }

  /// A name in which blanks and the like are written as three octal digits.
  private static func unescaped(_ field: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
