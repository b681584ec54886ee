#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A call of the operating system that failed.
package struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was tried, as it reads after "cannot": `open`, `write to`.
  package let action: String
  /// On what file or folder.
  package let path: String
  /// The `errno` of the call.
  package let code: Int32

  /// Makes an error.
  package init(_ action: String, _ path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// The reason in the system's words, such as `No space left on device`.
  package var reason: String {
    isLink
      ? "it is a symbolic link, which is not followed" : String(cString: strerror(code))
  }

  /// Whether a symbolic link stands where none is followed.
  package var isLink: Bool { code == ELOOP }

  /// What could not be done, and why.
  package var description: String { "cannot \(action) '\(path.printable)': \(reason)" }

  /// The code for something that stands where something shall be made.
  static let alreadyThere = EEXIST

  /// Whether nothing stands at the path.
  package var isNotFound: Bool { code == ENOENT || code == ENOTDIR }
  /// Whether a file can't be locked because its file system, or a server, knows no locks.
  var isForWantOfLocks: Bool {
    action == "lock" && [ENOLCK, ENOSYS, ENOTSUP, EOPNOTSUPP, EINVAL].contains(code)
  }
  /// Whether something stands at the path already.
  package var isAlreadyThere: Bool { code == EEXIST }
}

extension String {
  /// The text with everything that could steer a terminal or reorder a line replaced by `?`.
  ///
  /// File names come from anybody.
  package var printable: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
        .privateUse:
        text += "?"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
