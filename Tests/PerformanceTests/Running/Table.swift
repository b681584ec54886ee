/// One line of the table of all that was measured.
struct Row {
  /// How a figure stands to its bound.
  enum Verdict: String {
    case met
    case missed = "MISSED"
    /// What it would be compared with can't be had here.
    case notCompared = "not compared"
    /// A figure without a bound, for better understanding.
    case none = "–"
  }

  /// What was measured.
  var what: String
  /// Our figure.
  var figure: String
  /// What it is compared with, measured in the same run.
  var reference = "–"
  /// Our figure as a multiple of the reference, or of the bound where there is no reference.
  var ratio: Double?
  /// What is allowed.
  var bound: String
  /// Whether that was met.
  var verdict: Verdict
}

/// The table, in Markdown.
struct Table {
  private let rows: [Row]

  /// Takes the rows.
  init(_ rows: [Row]) { self.rows = rows }

  /// The lines of the table, with columns of even width.
  var lines: [String] {
    let head = ["what", "Swot", "beside it", "ratio", "bound", "verdict"]
    let cells =
      [head]
      + rows.map { row in
        [
          row.what, row.figure, row.reference, row.ratio.map { decimal($0) } ?? "–", row.bound,
          row.verdict.rawValue,
        ]
      }
    let widths = head.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      "| "
        + zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: " | ") + " |"
    }
    let rule =
      "| " + widths.map { String(repeating: "-", count: $0) }.joined(separator: " | ") + " |"
    return [line(cells[0]), rule] + cells.dropFirst().map(line)
  }

  /// How many bounds were missed.
  var missed: Int { rows.count { $0.verdict == .missed } }
}
