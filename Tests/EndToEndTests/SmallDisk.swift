import TestSupport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A disk of a few kilobytes with the learner's data on it, seen by one program alone.
///
/// It is a tmpfs in a mount namespace, which root has and, on most systems, everybody in a user
/// namespace of their own.
final class SmallDisk {
  /// Why there can be none on this machine; nil where there can.
  static let obstacle: String? = {
    let path = "/tmp/swot-test-mount-\(getpid())"
    mkdir(path, 0o700)
    defer { rmdir(path) }
    let arguments = unshare + ["/bin/sh", "-c", "mount -t tmpfs -o size=64k none \(path)"]
    guard
      let child = try? ChildProcess(
        "/usr/bin/env", arguments, environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"],
        standard: [("/dev/null", O_RDONLY), ("/dev/null", O_WRONLY), ("/dev/null", O_WRONLY)]),
      child.status(within: 10_000) == 0
    else { return "a disk can be mounted neither as root nor in a user namespace" }
    return nil
  }()

  /// The command that gives a program mounts of its own.
  static let unshare = getuid() == 0 ? ["unshare", "-m"] : ["unshare", "-rm"]

  /// The terminal in which the program runs.
  let terminal: Terminal
  /// What the shell says when the program has ended, before the status.
  static let ending = "status: "
  private let home: LearnerHome

  /// Mounts a disk as the data folder and starts a line of shell, with `swot` for the program and
  /// its bank.
  ///
  /// The disk stays until the shell, which asks for a line at the end, is gone.
  ///
  /// - Parameters:
  ///   - home: The learner's home; the data folder is made.
  ///   - command: What to run.
  ///   - prepare: What to do before, in shell.
  /// - Throws: `Program.Failure`.
  init(
    in home: LearnerHome, _ command: String = "swot study", prepare: String = ":"
  ) throws {
    self.home = home
    try FileManager.default.createDirectory(
      atPath: home.data, withIntermediateDirectories: true)
    let program = command.replacing("swot", with: try Program.path)
    let script = """
      mount -t tmpfs -o size=64k,mode=700 none '\(home.data)' || exit
      \(prepare)
      \(program) \(home.bank.joined(separator: " "))
      echo "\(Self.ending)$?"; read line
      """
    terminal = try Terminal(
      Self.unshare + ["/bin/sh", "-c", script], home: home.path, program: "/usr/bin/env",
      environment: ["SWOT_DATA": home.data])
  }

  /// The data folder, as it is reached from outside.
  var data: String { "/proc/\(terminal.program.id)/root\(home.data)" }

  /// The learner's home with the disk in it.
  func outside() throws -> LearnerHome { try LearnerHome(in: home.path, data: data) }

  /// Fills the disk to its last byte.
  func fill() throws {
    let path = data + "/.filling"
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    try require(file >= 0, "open \(path)")
    defer { close(file) }
    for size in [4096, 1] {
      let bytes = [UInt8](repeating: 0x78, count: size)
      while write(file, bytes, size) == size {}
    }
    try require(errno == ENOSPC, "fill \(path)")
  }

  /// Makes room again.
  func empty() throws { try require(unlink(data + "/.filling") == 0, "empty the disk") }

  /// Mounts the disk anew, such as with `ro`, or takes it away.
  func mount(_ command: String) throws {
    let namespaces = getuid() == 0 ? ["-m"] : ["-U", "-m", "--preserve-credentials"]
    let child = try ChildProcess(
      "/usr/bin/env",
      ["nsenter", "-t", "\(terminal.program.id)"] + namespaces
        + ["/bin/sh", "-c", "\(command) '\(home.data)'"],
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"],
      standard: [("/dev/null", O_RDONLY), ("/dev/null", O_WRONLY), ("/dev/null", O_WRONLY)])
    guard child.status(within: 10_000) == 0 else {
      throw Program.Failure(description: "cannot \(command)")
    }
  }

  private func require(_ condition: Bool, _ what: String) throws {
    if condition { return }
    throw Program.Failure(description: "cannot \(what): \(String(cString: strerror(errno)))")
  }
}
