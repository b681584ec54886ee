#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The processes of the machine on which this program runs.
package struct POSIXProcessTable: ProcessTable {
  /// Makes the table; there is only one.
  package init() {}

  package var current: ProcessIdentity? { Self.process(getpid()) }

  package func isRunning(_ process: ProcessIdentity) -> Bool {
    Self.process(process.id) == process
  }

  package func terminate(_ process: ProcessIdentity) {
    // To nobody to whom the number may have gone since.
    if isRunning(process), process.id != getpid() { kill(process.id, SIGTERM) }
  }

  package func wait(milliseconds: Int) { usleep(UInt32(clamping: milliseconds * 1000)) }

  /// The process of that number; nil where there is none, or nothing tells when it was started.
  package static func process(_ id: Int32) -> ProcessIdentity? {
    start(of: id).flatMap { ProcessIdentity(id: id, start: $0) }
  }

  #if canImport(Darwin)
    private static func start(of id: Int32) -> String? {
      var info = proc_bsdinfo()
      let size = Int32(MemoryLayout<proc_bsdinfo>.size)
      guard proc_pidinfo(id, PROC_PIDTBSDINFO, 0, &info, size) == size else { return nil }
      // An instant, so that no boot need be named.
      return "\(info.pbi_start_tvsec).\(info.pbi_start_tvusec)"
    }
  #else
    private static func start(of id: Int32) -> String? {
      guard let status = contents(of: "/proc/\(id)/stat"),
        let boot = contents(of: "/proc/sys/kernel/random/boot_id")
      else { return nil }
      // proc_pid_stat(5): the second field is the program's name in parentheses, which may hold
      // spaces and parentheses itself; field 22 is the start in ticks since the boot.
      guard let end = status.lastIndex(of: ")") else { return nil }
      let fields = status[status.index(after: end)...].split(separator: " ")
      guard fields.count > 19 else { return nil }
      return "\(boot.split(whereSeparator: \.isWhitespace).joined()):\(fields[19])"
    }

    /// A file of the kernel's, whose size nobody knows before.
    private static func contents(of path: String) -> String? {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(descriptor, &bytes, bytes.count)
      return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }
  #endif
}
