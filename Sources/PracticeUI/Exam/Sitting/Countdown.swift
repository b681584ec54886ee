import PracticeCore

/// The time that is left of an exam, as a clock shows it.
///
/// A second is shown until it is over, so that the clock stands at 0:00:00 only when the time is up.
struct Countdown: Equatable, Sendable {
  /// The seconds shown.
  let seconds: Int64
  /// The milliseconds until another second is shown; 0 where the time is up.
  let millisecondsToNext: Int

  /// Shows `left` milliseconds.
  init(_ left: Int64) {
    seconds = left > 0 ? (left - 1) / 1000 + 1 : 0
    millisecondsToNext = left > 0 ? Int((left - 1) % 1000) + 1 : 0
  }

  /// The time as `1:02:51`.
  var text: String {
    "\(seconds / 3600):\(Self.twoDigits(seconds / 60 % 60)):\(Self.twoDigits(seconds % 60))"
  }

  private static func twoDigits(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension ExamNotice {
  /// The milliseconds until the next moment at which candidates are told how much time is left, or
  /// at which it is up.
  ///
  /// - Parameters:
  ///   - left: the milliseconds left.
  ///   - allowed: the milliseconds of the whole sitting.
  /// - Returns: the milliseconds; at most `left`.
  static func next(from left: Int64, allowed: Int64) -> Int {
    let moments = [allowed / 2] + toldMinutes.map { Int64($0) * 60_000 }
    return Int(left - (moments.filter { $0 < left }.max() ?? 0))
  }
}
