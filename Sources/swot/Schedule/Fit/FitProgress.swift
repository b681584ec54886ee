import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far a fit is, and whether it is still wanted: told by the threads that do it, asked by those
/// that wait for it.
final class FitProgress: Sendable {
  // In billionths: there are no atomic floating-point numbers.
  private let done = Atomic<Int>(0)
  private let told = Atomic<Int>(0)
  private let isCancelled = Atomic<Bool>(false)
  private let isDone = Atomic<Bool>(false)
  /// What is called with each new percent, on the thread that made it.
  private let tell: @Sendable (Int) -> Void

  private static let whole = 1_000_000_000.0

  /// Makes the progress of a fit that begins.
  init(tell: @escaping @Sendable (Int) -> Void = { _ in }) { self.tell = tell }

  /// How much is done, 0 to 100.
  var percent: Int {
    min(100, Int(Double(done.load(ordering: .relaxed)) * 100 / Self.whole + 0.001))
  }

  /// Whether there is a result.
  var isFinished: Bool { isDone.load(ordering: .acquiring) }

  /// Says that there is a result.
  func finish() { isDone.store(true, ordering: .releasing) }

  /// Has the fit end soon, without a result.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// Takes a further share of the work as done, 0 to 1; whether the rest is still wanted.
  func add(_ further: Double) -> Bool {
    done.wrappingAdd(Int(further * Self.whole), ordering: .relaxed)
    let percent = percent
    let before = told.load(ordering: .relaxed)
    if percent > before,
      told.compareExchange(
        expected: before, desired: percent, successOrdering: .relaxed, failureOrdering: .relaxed
      ).exchanged
    {
      tell(percent)
    }
    return !isCancelled.load(ordering: .relaxed)
  }

  /// Progress in a line on standard error, where that is a terminal.
  static func onTerminal() -> FitProgress {
    guard isatty(StandardStream.error.rawValue) == 1 else { return FitProgress() }
    return FitProgress { percent in
      try? StandardStream.error.write(Array("\rFitting: \(percent) % ".utf8))
    }
  }

  /// Takes the line of ``onTerminal()`` away.
  static func clearTerminal() {
    guard isatty(StandardStream.error.rawValue) == 1 else { return }
    try? StandardStream.error.write(Array("\r               \r".utf8))
  }
}
