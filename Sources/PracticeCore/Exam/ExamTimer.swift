/// What a machine's two clocks show at one moment.
package struct ClockReading: Equatable, Sendable {
  /// The clock that people set, and that time servers correct.
  package var wall: Timestamp
  /// Milliseconds on a clock that nobody sets and that runs on during sleep.
  package var running: Int64
  /// What names the boot of the machine from which ``running`` counts; empty where nobody knows.
  package var boot: String

  /// Makes a reading.
  package init(wall: Timestamp, running: Int64, boot: String) {
    self.wall = wall
    self.running = running
    self.boot = boot
  }

  /// A reading of a machine with a single clock, which never boots.
  package init(wallOnly wall: Timestamp) {
    self.init(wall: wall, running: wall.milliseconds, boot: "")
  }

  /// The reading `milliseconds` later on both clocks.
  package func advanced(byMilliseconds milliseconds: Int64) -> ClockReading {
    let (sum, overflow) = running.addingReportingOverflow(milliseconds)
    return ClockReading(
      wall: wall.advanced(byMilliseconds: milliseconds),
      running: overflow ? (milliseconds < 0 ? .min : .max) : sum, boot: boot)
  }

  /// Milliseconds from this moment to `other`.
  ///
  /// By the clock that nobody sets; after a reboot that counts anew, and the wall rules.
  func milliseconds(to other: ClockReading) -> Int64 {
    if boot != other.boot || boot.isEmpty { return other.wall.milliseconds(since: wall) }
    return Timestamp(milliseconds: other.running)
      .milliseconds(since: Timestamp(milliseconds: running))
  }
}

/// The time of one sitting: what is left of it, and where it stands still.
///
/// A running timer ends at an instant. Sleep, suspension and a set clock neither give time nor take
/// it.
package enum ExamTimer: Equatable, Sendable {
  /// It runs, and the time is up at that moment.
  case running(until: ClockReading)
  /// It stands still, with so many milliseconds left.
  case paused(left: Int64)

  /// Starts a timer of `milliseconds` at the moment `now`.
  package init(milliseconds: Int64, at now: ClockReading) {
    self = .running(until: now.advanced(byMilliseconds: milliseconds))
  }

  /// The milliseconds left at the moment `now`; none once the time is up.
  package func left(at now: ClockReading) -> Int64 {
    switch self {
    case .running(let end): max(0, now.milliseconds(to: end))
    case .paused(let left): max(0, left)
    }
  }

  /// Whether the time is up at the moment `now`.
  package func isUp(at now: ClockReading) -> Bool { left(at: now) == 0 }

  /// The milliseconds since the time was up; 0 before.
  package func overdue(at now: ClockReading) -> Int64 {
    guard case .running(let end) = self else { return 0 }
    return max(0, end.milliseconds(to: now))
  }

  /// The timer, standing still from the moment `now` on.
  package func paused(at now: ClockReading) -> ExamTimer { .paused(left: left(at: now)) }

  /// The timer, with no more than so many milliseconds left at the moment `now`.
  ///
  /// After a reboot the wall rules, and may have been set back since.
  package func limited(to milliseconds: Int64, at now: ClockReading) -> ExamTimer {
    left(at: now) <= milliseconds ? self : ExamTimer(milliseconds: milliseconds, at: now)
  }

  /// The timer, running on from the moment `now`.
  package func continued(at now: ClockReading) -> ExamTimer {
    guard case .paused(let left) = self else { return self }
    return ExamTimer(milliseconds: left, at: now)
  }
}

/// How much time is left, as candidates are told once each.
package enum ExamNotice: Equatable, Sendable {
  /// Half of the time.
  case halfTime
  /// So many minutes.
  case minutes(Int)

  /// The minutes that are told; at the last but one a hidden clock comes back.
  package static let toldMinutes = [30, 10, 5, 1]
  /// From how many minutes on the clock can't be hidden.
  package static let clockReturns = 5

  /// The notice that became due when the time left went from `before` down to `after`; of several
  /// the last.
  ///
  /// - Parameters:
  ///   - before: milliseconds that were left when it was asked last.
  ///   - after: milliseconds left now.
  ///   - allowed: the milliseconds of the whole sitting; what isn't below them is no news.
  /// - Returns: the notice; nil where none became due.
  package static func due(
    from before: Int64, to after: Int64, allowed: Int64
  ) -> ExamNotice? {
    var due: (left: Int64, notice: ExamNotice)?
    let moments =
      [(allowed / 2, ExamNotice.halfTime)]
      + toldMinutes.map { (Int64($0) * 60_000, ExamNotice.minutes($0)) }
    for (left, notice) in moments where left < allowed && after <= left && left < before {
      // Where half time falls on a full minute, the minutes say more.
      if due.map({ left <= $0.left }) ?? true { due = (left, notice) }
    }
    return due?.notice
  }
}
