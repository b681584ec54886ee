import PracticeCore
import Synchronization

@testable import swot

/// A clock that goes only when it is told to.
final class TestClock: Sendable {
  private let time: Mutex<Timestamp>

  /// Makes a clock that shows an instant.
  init(_ start: Timestamp = Timestamp(milliseconds: 1_795_424_400_000)) { time = Mutex(start) }

  /// The clock as the program takes it, an hour east of UTC.
  var clock: Clock { Clock(rules: .fixed(offsetMinutes: 60)) { self.now } }

  /// What it shows.
  var now: Timestamp { time.withLock { $0 } }

  /// Lets time pass.
  func advance(seconds: Int) {
    time.withLock { $0 = $0.advanced(byMilliseconds: Int64(seconds) * 1000) }
  }
}
