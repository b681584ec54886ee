#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program with its arguments and variables.
///
/// Whoever measures memory must stay small: a child counts what its parent held when it was started.
struct Command {
  /// The path of the program.
  var path: String
  /// What follows its name.
  var arguments: [String]
  /// All its variables.
  var environment: [String: String]
  /// The folder that it is started in; the present one where nil.
  var folder: String?

  /// Describes a program that is to be run.
  init(
    _ path: String, _ arguments: [String] = [], environment: [String: String],
    folder: String? = nil
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }

  /// This very program in a role of its own, with the variables of this process.
  static func role(_ role: ChildRole, _ arguments: [String]) -> Command {
    Command(
      CommandLine.arguments[0], ["--role", role.rawValue] + arguments,
      environment: ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"])
  }

  /// What a run gave.
  struct Outcome {
    /// The exit status as shells show it.
    var status: Int32
    /// What it wrote to standard output.
    var output: String
    /// From the start to the end, in milliseconds.
    var milliseconds: Double
    /// The memory that it took at most, in bytes.
    var peakMemory: Int
  }

  /// Runs it to its end; standard error goes where this program's goes.
  func run() throws(BenchmarkFailure) -> Outcome {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw BenchmarkFailure("there is no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let stopwatch = Stopwatch()
    let id: pid_t
    do {
      id = try start(ownSession: false) { actions in
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
      }
    } catch {
      close(ends[1])
      throw error
    }
    close(ends[1])
    var output: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(ends[0], &bytes, bytes.count)
      if count <= 0 { break }
      output += bytes[..<count]
    }
    var (status, usage) = (Int32(0), rusage())
    wait4(id, &status, 0, &usage)
    return Outcome(
      status: status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f,
      output: String(decoding: output, as: UTF8.self), milliseconds: stopwatch.milliseconds,
      peakMemory: usage.peakMemory)
  }

  /// Runs a role of this program and reads the numbers that it prints, `name value` a line.
  func figures() throws(BenchmarkFailure) -> (values: [String: Double], peakMemory: Int) {
    let outcome = try run()
    guard outcome.status == 0 else {
      throw BenchmarkFailure("\(arguments.joined(separator: " ")): status \(outcome.status)")
    }
    var values: [String: Double] = [:]
    for line in outcome.output.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let value = Double(words[1]) { values[String(words[0])] = value }
    }
    return (values, outcome.peakMemory)
  }

  #if canImport(Darwin)
    typealias FileActions = posix_spawn_file_actions_t?
  #else
    typealias FileActions = posix_spawn_file_actions_t
  #endif

  /// Starts it.
  ///
  /// - Parameters:
  ///   - ownSession: Whether the first terminal that it opens becomes its own.
  ///   - redirect: Adds what is to be done with its descriptors.
  /// - Returns: Its process id.
  /// - Throws: ``BenchmarkFailure`` where it can't be started.
  func start(
    ownSession: Bool, _ redirect: (inout FileActions) -> Void
  ) throws(BenchmarkFailure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let setSession: Int32 = 0x400
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let setSession: Int32 = 0x80
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    redirect(&actions)
    // POSIX_SPAWN_SETSID, which the headers hide from Swift.
    if ownSession { posix_spawnattr_setflags(&attributes, Int16(setSession)) }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") }
    defer { for pointer in words + variables { free(pointer) } }
    words.append(nil)
    variables.append(nil)
    var id: pid_t = 0
    let present = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(present) }
    if let folder, chdir(folder) != 0 { throw BenchmarkFailure("there is no '\(folder)'") }
    defer { fchdir(present) }
    let error = posix_spawn(&id, path, &actions, &attributes, words, variables)
    guard error == 0 else {
      throw BenchmarkFailure("cannot run '\(path)': \(String(cString: strerror(error)))")
    }
    return id
  }
}

/// The path of a program, found as a shell would; nil where it isn't installed.
func installed(_ name: String) -> String? {
  ["/usr/local/bin", "/usr/bin", "/bin", "/opt/homebrew/bin"].map { "\($0)/\(name)" }
    .first { access($0, X_OK) == 0 }
}
