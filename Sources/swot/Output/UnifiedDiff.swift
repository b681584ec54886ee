/// The difference between two texts as `diff -u` shows it.
struct UnifiedDiff {
  /// The lines, without line feeds; none where the texts are equal.
  private(set) var lines: [String] = []

  /// How many lines are shown around a change.
  private static let context = 3
  /// Beyond this many lines that differ, one block of changes is shown: finding the least takes too
  /// long.
  private static let mostLines = 20_000

  private enum Line {
    case kept(String)
    case removed(String)
    case added(String)
  }

  /// Compares `old` and `new`, the texts of the file `name`.
  init(_ old: String, _ new: String, name: String) {
    guard old != new else { return }
    let (before, after) = (Self.lines(of: old), Self.lines(of: new))
    let all = Self.compare(before, after)
    lines = ["--- \(name)", "+++ \(name)"]
    for hunk in Self.hunks(of: all) { append(hunk, of: all) }
  }

  /// The lines of a text; a last one without a line feed says so, as `diff` does.
  private static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" {
      lines.removeLast()
    } else if let last = lines.indices.last {
      lines[last] += "\n\\ No newline at end of file"
    }
    return lines
  }

  private static func compare(_ before: [String], _ after: [String]) -> [Line] {
    // What both begin and end with is most of it.
    var start = 0
    while start < min(before.count, after.count), before[start] == after[start] { start += 1 }
    var end = 0
    while end < min(before.count, after.count) - start,
      before[before.count - 1 - end] == after[after.count - 1 - end]
    { end += 1 }
    let (old, new) = (before[start..<(before.count - end)], after[start..<(after.count - end)])
    var result = before[..<start].map { Line.kept($0) }
    if old.count + new.count > mostLines {
      result += old.map { .removed($0) } + new.map { .added($0) }
    } else {
      let difference = Array(new).difference(from: Array(old))
      let removed = offsets(of: difference.removals)
      let added = offsets(of: difference.insertions)
      var (from, to) = (0, 0)
      while from < old.count || to < new.count {
        if removed.contains(from) {
          result.append(.removed(old[old.startIndex + from]))
          from += 1
        } else if added.contains(to) {
          result.append(.added(new[new.startIndex + to]))
          to += 1
        } else {
          result.append(.kept(old[old.startIndex + from]))
          from += 1
          to += 1
        }
      }
    }
    return result + before[(before.count - end)...].map { .kept($0) }
  }

  private static func offsets(of changes: [CollectionDifference<String>.Change]) -> Set<Int> {
    Set(
      changes.map { change in
        switch change {
        case .remove(let offset, _, _), .insert(let offset, _, _): offset
        }
      })
  }

  /// The ranges of lines that are shown: changes with what is around them.
  private static func hunks(of lines: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if case .kept = line { continue }
      let range = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = hunks.last, range.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private mutating func append(_ hunk: Range<Int>, of all: [Line]) {
    func count(_ range: Range<Int>) -> (old: Int, new: Int) {
      all[range].reduce(into: (0, 0)) { counts, line in
        switch line {
        case .kept: counts = (counts.0 + 1, counts.1 + 1)
        case .removed: counts.0 += 1
        case .added: counts.1 += 1
        }
      }
    }
    func range(_ start: Int, _ count: Int) -> String {
      "\(count == 0 ? start : start + 1),\(count)"
    }
    let (before, within) = (count(0..<hunk.lowerBound), count(hunk))
    lines.append("@@ -\(range(before.old, within.old)) +\(range(before.new, within.new)) @@")
    for line in all[hunk] {
      let text =
        switch line {
        case .kept(let text): " \(text)"
        case .removed(let text): "-\(text)"
        case .added(let text): "+\(text)"
        }
      lines += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
