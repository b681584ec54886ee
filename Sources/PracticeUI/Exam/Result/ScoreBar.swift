import PracticeCore
import TerminalUI

/// A score on its scale, with the score that passes: `100 ──────┼───●──── 1000`.
struct ScoreBar: Equatable, Sendable {
  /// The row of the scale.
  let scale: Line
  /// The row below it, with the score that passes under its mark.
  let label: Line

  /// Draws a score in `columns`; on less than 20 of them too, but not to scale.
  ///
  /// The point never stands on the pass mark: whoever passed sees it on the right of it.
  init(_ score: ExamScore, on scale: ScoreScale, columns: Int, symbols: Symbols) {
    let range = scale.range
    let unit = ExamResultWording.unit(of: scale)
    let lead = "\(range.lowerBound) "
    let tail = " \(range.upperBound)\(unit)"
    let track = max(5, columns - lead.utf8.count - tail.utf8.count)
    func place(_ value: Int) -> Int {
      let length = max(1, range.upperBound - range.lowerBound)
      let share = Double(value - range.lowerBound) / Double(length)
      return Int((min(1, max(0, share)) * Double(track - 1)).rounded())
    }
    // Room is kept on either side of the pass mark.
    let pass = min(track - 2, max(1, place(scale.passingScore)))
    let point =
      score.isPassed
      ? max(pass + 1, place(score.scaled)) : min(pass - 1, place(score.scaled))
    var line = Line(lead)
    for column in 0..<track {
      switch column {
      case point: line.append(symbols.point, Style(.accent, .bold))
      case pass: line.append(symbols.crossing)
      default: line.append(symbols.rule, .rule)
      }
    }
    self.scale = line.appending(tail)
    let text = "pass \(scale.passingScore)\(unit)"
    let centre = lead.utf8.count + pass - text.utf8.count / 2
    let start = min(max(0, centre), max(0, columns - text.utf8.count))
    label = Line(String(repeating: " ", count: start) + text)
  }
}
