import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far a fit is: told by the threads that do it.
final class FitProgress: Sendable {
  // In billionths: there are no atomic floating-point numbers.
  private let done = Atomic<Int>(0)
  private let told = Atomic<Int>(0)
  private let isWanted: @Sendable () -> Bool
  private let tell: @Sendable (_ percent: Int) -> Void

  private static let whole = 1_000_000_000.0

  /// Makes the progress of a fit that begins.
  ///
  /// - Parameters:
  ///   - isWanted: Whether somebody still waits for it; asked on the threads that do it.
  ///   - tell: What is called with each new percent, on the thread that made it.
  init(
    isWanted: @escaping @Sendable () -> Bool = { true },
    tell: @escaping @Sendable (_ percent: Int) -> Void = { _ in }
  ) {
    self.isWanted = isWanted
    self.tell = tell
  }

  /// How much is done, 0 to 100.
  private var percent: Int {
    min(100, Int(Double(done.load(ordering: .relaxed)) * 100 / Self.whole + 0.001))
  }

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
    return isWanted()
  }

  /// Progress in a line on standard error, where that is a terminal.
  static func onTerminal() -> FitProgress {
    guard isatty(StandardStream.error.rawValue) == 1 else { return FitProgress() }
    return FitProgress(tell: { percent in
      try? StandardStream.error.write(Array("\rFitting: \(percent) % ".utf8))
    })
  }

  /// Takes the line of ``onTerminal()`` away.
  static func clearTerminal() {
    guard isatty(StandardStream.error.rawValue) == 1 else { return }
    try? StandardStream.error.write(Array("\r               \r".utf8))
  }
}
