#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Notices when files in some folders are written, by whatever way editors write them: in place, or
/// by putting another file in the place of the old one.
///
/// On Linux the system says so at once (inotify(7)); elsewhere, and where it doesn't, the files are
/// looked at.
final class FolderWatch {
  private let folders: [String]
  private var descriptor: Int32 = -1
  private var signature: [String]

  /// How often files are looked at where the system says nothing, in milliseconds.
  private static let interval: Int32 = 50
  /// How often they are looked at all the same: folders in the network are silent.
  private static let patience: Int32 = 500
  /// How long nothing may come before what was written is taken for whole, in milliseconds.
  private static let calm: Int32 = 15

  /// Begins to watch the files in `folders`.
  init(_ folders: [String]) {
    self.folders = folders
    signature = Self.signature(of: folders)
    open()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Waits for a change, `patience` milliseconds at most; whether there was one.
  func wait() -> Bool {
    if descriptor >= 0 {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&entry, 1, Self.patience) > 0 {
        // Editors do several things in a row.
        repeat { drain() } while poll(&entry, 1, Self.calm) > 0
      }
    } else {
      _ = poll(nil, 0, Self.interval)
    }
    let now = Self.signature(of: folders)
    guard now != signature else { return false }
    signature = now
    return true
  }

  private func drain() {
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    while bytes.withUnsafeMutableBytes({ read(descriptor, $0.baseAddress, $0.count) }) > 0 {}
    // A folder may have been put in the place of another one.
    addFolders()
  }

  private func open() {
    #if canImport(Darwin)
    #else
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      addFolders()
    #endif
  }

  private func addFolders() {
    #if canImport(Darwin)
    #else
      guard descriptor >= 0 else { return }
      let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF
          | IN_MOVE_SELF)
      for folder in folders { _ = inotify_add_watch(descriptor, folder, events) }
    #endif
  }

  /// What tells the files in the folders apart from earlier ones.
  private static func signature(of folders: [String]) -> [String] {
    folders.flatMap { folder -> [String] in
      let names = (try? FileSystemItem.names(inFolder: folder)) ?? []
      return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }.map { name in
        var status = stat()
        guard stat("\(folder)/\(name)", &status) == 0 else { return name }
        #if canImport(Darwin)
          let time = status.st_mtimespec
        #else
          let time = status.st_mtim
        #endif
        return
          "\(folder)/\(name) \(status.st_ino) \(status.st_size) \(time.tv_sec) \(time.tv_nsec)"
      }
    }
  }
}
