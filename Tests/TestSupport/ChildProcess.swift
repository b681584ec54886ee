#if canImport(Glibc)
  package import Glibc
#elseif canImport(Musl)
  package import Musl
#else
  package import Darwin
#endif

/// A program that a test started.
package final class ChildProcess {
  /// Its process id.
  package let id: pid_t
  private var ended: Int32?

  /// Starts a program in a session of its own: the first terminal that it opens is its own too.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: What follows its name.
  ///   - environment: All its variables.
  ///   - standard: What is opened, and how, as descriptors 0, 1, 2 and on; those of the first three
  ///     that are missing, and all that are nil, are closed.
  /// - Throws: `Program.Failure`.
  package init(
    _ path: String, _ arguments: [String], environment: [String: String],
    standard: [(path: String, flags: Int32)?]
  ) throws {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for index in 0..<max(3, standard.count) {
      let descriptor = Int32(index)
      if index < standard.count, let (path, flags) = standard[index] {
        posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o600)
      } else {
        posix_spawn_file_actions_addclose(&actions, descriptor)
      }
    }
    // POSIX_SPAWN_SETSID, which the headers hide from Swift, and the usual signals.
    #if canImport(Darwin)
      let setSession: Int32 = 0x400
    #else
      let setSession: Int32 = 0x80
    #endif
    posix_spawnattr_setflags(
      &attributes, Int16(setSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") }
    defer { for pointer in words + variables { free(pointer) } }
    words.append(nil)
    variables.append(nil)
    var id: pid_t = 0
    let error = posix_spawn(&id, path, &actions, &attributes, words, variables)
    guard error == 0 else {
      throw Program.Failure(description: "cannot run \(path): \(String(cString: strerror(error)))")
    }
    self.id = id
  }

  deinit {
    guard status(within: 0) == nil else { return }
    signal(SIGKILL)
    _ = status(within: 5000)
  }

  /// Sends a signal; nothing happens where it has ended.
  package func signal(_ number: Int32) {
    if status(within: 0) == nil { kill(id, number) }
  }

  /// How it ended, as shells show it; nil where it still runs after that many milliseconds.
  package func status(within milliseconds: Int) -> Int32? {
    var waited = 0
    while ended == nil {
      var raw: Int32 = 0
      let result = waitpid(id, &raw, WNOHANG)
      if result == id {
        // The low seven bits are the signal, the next byte the status.
        ended = raw & 0x7f == 0 ? (raw >> 8) & 0xff : 128 + (raw & 0x7f)
      } else if waited >= milliseconds {
        return nil
      } else {
        usleep(1000)
        waited += 1
      }
    }
    return ended
  }
}
