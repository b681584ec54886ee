import FSRS
import Foundation
import PracticeCore

/// A log of reviews, as `swot schedule` takes it, of a learner who forgets much faster than the
/// defaults of the memory models say: fitted parameters are better by far.
package enum FadingLog {
  /// How many reviews it has: 300 cards, each reviewed four times.
  package static let reviews = 1200

  /// Writes the log.
  ///
  /// - Parameter path: Where.
  /// - Throws: Where it can't be written.
  package static func write(to path: String) throws {
    var random = SplitMix64(seed: 4)
    var lines: [(time: Int64, text: String)] = []
    for card in 0..<300 {
      var time = Timestamp(milliseconds: 1_767_261_600_000 + Int64(card) * 3_600_000)
      for number in 0..<4 {
        let recalled = number == 0 || random.number(below: 10) < 4
        lines.append(
          (
            time.milliseconds,
            #"{"card":"q\#(card)","time":"\#(time.iso8601)","rating":\#(recalled ? 3 : 1)}"#
          ))
        time = time.advanced(byMilliseconds: Int64(1 + random.number(below: 6)) * 86_400_000)
      }
    }
    let text = lines.sorted { $0.time < $1.time }.map(\.text).joined(separator: "\n")
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
