/// The calls of the operating system that progress needs, one system call each.
///
/// They are a protocol so that tests can make any one of them fail. Interrupted calls are repeated
/// by the implementation; short reads and writes are not hidden.
package protocol FileSystem {
  /// Opens a file; never follows a symbolic link in the last part of the path and never waits.
  ///
  /// A file that is made has mode 0600.
  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> OpenFile
  /// Closes a file; errors of closing say nothing that ``syncData(_:)`` hasn't said.
  func close(_ file: OpenFile)
  /// Reads at most `buffer.count` bytes at `offset`; 0 at the end.
  func read(
    _ file: OpenFile, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int
  /// Writes at the end of a file and says how many bytes, which may be fewer than asked for.
  func write(_ bytes: UnsafeRawBufferPointer, to file: OpenFile) throws(SystemError) -> Int
  /// Puts the content of a file onto the disk, with what it takes to read it back.
  func syncData(_ file: OpenFile) throws(SystemError)
  /// Puts a file or folder with all its attributes onto the disk.
  func sync(_ file: OpenFile) throws(SystemError)
  /// Cuts a file, or lengthens it with zeros.
  func setLength(of file: OpenFile, to length: Int) throws(SystemError)
  /// Takes the exclusive lock of an open file; false where another holds it.
  func tryLock(_ file: OpenFile) throws(SystemError) -> Bool
  /// What an open file is.
  func status(of file: OpenFile) throws(SystemError) -> FileStatus
  /// What stands at a path, itself where it is a symbolic link; nil for nothing.
  func status(at path: String) throws(SystemError) -> FileStatus?
  /// The names in a folder, without `.` and `..`, in no order.
  func names(in folder: String) throws(SystemError) -> [String]
  /// Makes a folder of mode 0700; nothing happens where something of that name exists.
  func makeFolder(_ path: String) throws(SystemError)
  /// Sets the permissions, such as 0o600.
  func setPermissions(of path: String, to mode: Int) throws(SystemError)
  /// Gives a file or folder another name, in place of a file of that name.
  func rename(_ path: String, to newPath: String) throws(SystemError)
  /// Gives a file a second name; never replaces.
  func link(_ path: String, to newPath: String) throws(SystemError)
  /// Removes a file or a symbolic link.
  func removeFile(_ path: String) throws(SystemError)
  /// Removes an empty folder.
  func removeFolder(_ path: String) throws(SystemError)
}

/// How a file is opened.
package enum OpenMode: Equatable, Sendable {
  /// For reading.
  case read
  /// A folder, so that it can be synced.
  case folder
  /// An existing file, for reading and for writing at its end.
  case append
  /// A new file, for reading and for writing at its end; an error where one exists.
  case create
  /// A file for locking, for reading and for writing at its end, made where there is none.
  case lock
}

/// A file that is open.
package struct OpenFile: Hashable, Sendable {
  /// The number by which the system knows it.
  package let descriptor: Int32
  /// The path by which it was opened.
  package let path: String

  /// Takes a descriptor.
  package init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }
}

/// What a file is.
package struct FileStatus: Equatable, Sendable {
  /// The kinds of file that make a difference.
  package enum Kind: Sendable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case symbolicLink
    /// A device, a pipe or a socket.
    case other
  }

  /// What kind of file it is.
  package var kind: Kind
  /// The size in bytes.
  package var size: Int
  /// The permission bits, such as 0o600.
  package var permissions: Int
  /// The number of the file in its file system.
  package var number: UInt64
  /// How many names it has; 0 for a file that was removed while open.
  package var links: Int

  /// Makes a status.
  package init(kind: Kind, size: Int, permissions: Int, number: UInt64, links: Int) {
    self.kind = kind
    self.size = size
    self.permissions = permissions
    self.number = number
    self.links = links
  }
}
