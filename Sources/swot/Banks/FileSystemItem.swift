#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands at a path.
enum FileSystemItem: Equatable {
  case file
  case folder
  case symbolicLink
  /// A pipe, a device or a socket.
  case other

  /// Looks at `path`; nil where nothing is there or it can't be looked at.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - followingLinks: Whether to look at what a symbolic link leads to.
  init?(at path: String, followingLinks: Bool = true) {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .symbolicLink
    default: self = .other
    }
  }

  /// The names in a folder, without hidden ones, in byte order.
  ///
  /// - Throws: ``InputFileFailure`` where it can't be read.
  static func names(inFolder path: String) throws(InputFileFailure) -> [String] {
    guard let folder = opendir(path) else { throw InputFileFailure(path: path, code: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
