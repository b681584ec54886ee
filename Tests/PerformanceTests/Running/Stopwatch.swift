#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures time, in nanoseconds of a clock that only runs forwards.
struct Stopwatch {
  private let start = Stopwatch.now
  private let processorStart = Stopwatch.processorTime

  /// Nanoseconds since it was made.
  var nanoseconds: Int { Self.now - start }

  /// Milliseconds that this process had a processor since it was made: what was left of the time
  /// went to others.
  var processorMilliseconds: Double { Double(Self.processorTime - processorStart) / 1e6 }

  /// Milliseconds since it was made.
  var milliseconds: Double { Double(nanoseconds) / 1e6 }

  /// A number that is another one at every start: nanoseconds since the machine was started.
  static var start: Int { now }

  private static var now: Int { time(of: CLOCK_MONOTONIC) }

  private static var processorTime: Int { time(of: CLOCK_PROCESS_CPUTIME_ID) }

  private static func time(of clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

extension rusage {
  /// The memory taken at most, in bytes.
  var peakMemory: Int {
    #if canImport(Darwin)
      ru_maxrss
    #else
      ru_maxrss * 1024
    #endif
  }
}
