// Measures all that Swot promises of its speed and prints one table: `make bench`.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

func complain(_ error: any Error) -> Never {
  say("\(CommandLine.arguments[0]): \(error)")
  exit(1)
}

/// Writes a line on standard error.
func say(_ text: String) {
  let line = text + "\n"
  _ = line.withCString { write(STDERR_FILENO, $0, line.utf8.count) }
}

let arguments = Array(CommandLine.arguments.dropFirst())
do {
  if arguments.first == "--role" {
    guard arguments.count > 1, let role = ChildRole(rawValue: arguments[1]) else {
      throw BenchmarkFailure("there is no such role")
    }
    try role.play(Array(arguments.dropFirst(2)))
  } else {
    exit(try Benchmarks(arguments).run() ? 0 : 1)
  }
} catch {
  complain(error)
}
