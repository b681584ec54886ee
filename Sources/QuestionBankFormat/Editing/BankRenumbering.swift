import PracticeCore

/// Gives a new id to questions whose id another branch took first.
///
/// Ids never change once learners have seen them. Two branches that each add a question take the
/// same next id, though; then the one that is not in the other branch gets the next free id.
package enum BankRenumbering {
  /// A question that gets another id.
  package struct Change: Equatable, Sendable {
    /// Where the old id stood.
    package var location: SourceLocation
    /// The old id.
    package var old: String
    /// The new id.
    package var new: String
  }

  /// A question of some version of a bank: its id and all else of it, as text.
  private struct Version {
    var file: Int
    var id: String
    var idRange: Range<Int>
    var text: String
  }

  /// Gives new ids to questions of a bank.
  ///
  /// - Parameters:
  ///   - files: The files of the bank, as they are now.
  ///   - other: Its files in the other branch.
  ///   - fork: Its files where both branches began; nil where that isn't known.
  /// - Returns: The files, all of them and in their order, and what was changed.
  package static func renumber(
    bank files: [SourceFile], against other: [SourceFile], since fork: [SourceFile]?
  ) -> (files: [SourceFile], changes: [Change]) {
    let now = versions(in: files)
    let theirs = Dictionary(
      versions(in: other).map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    let before = fork.map { Set(versions(in: $0).map(\.id)) }
    var taken = now.map(\.id) + theirs.keys.sorted() + (before?.sorted() ?? [])
    let pattern = IdentifierPattern(of: taken)
    var renamed: [(version: Version, new: String)] = []
    for (id, group) in Dictionary(grouping: now.indices, by: { now[$0].id }) where !id.isEmpty {
      guard let their = theirs[id] else {
        // New in this branch, perhaps twice: the first one keeps it.
        renamed += group.dropFirst().map { (now[$0], "") }
        continue
      }
      let keeper: Int?
      if group.count == 1, before?.contains(id) ?? true {
        // The same question, perhaps edited.
        keeper = group[0]
      } else if group.count == 1 {
        keeper = now[group[0]].text == their ? group[0] : nil
      } else {
        keeper = group.max { likeness(now[$0].text, their) < likeness(now[$1].text, their) }
      }
      renamed += group.filter { $0 != keeper }.map { (now[$0], "") }
    }
    renamed.sort {
      ($0.version.file, $0.version.idRange.lowerBound)
        < ($1.version.file, $1.version.idRange.lowerBound)
    }
    for index in renamed.indices {
      let own = IdentifierPattern(of: [renamed[index].version.id])
      let new = (own.prefix == "Q-" ? pattern : own).next(after: taken)
      renamed[index].new = new
      taken.append(new)
    }
    let changed = files.enumerated().map { index, file in
      file.applying(
        renamed.filter { $0.version.file == index }.map {
          TextEdit(range: $0.version.idRange, text: LaidOutText.inline($0.new, inFlow: true))
        })
    }
    let changes = renamed.map { version, new in
      let file = files[version.file]
      let place = file.bytes.withUnsafeBytes { bytes in
        var finder = PlaceFinder(bytes, startOfText: file.startOfText)
        return finder.place(at: file.startOfText + version.idRange.lowerBound)
      }
      return Change(
        location: SourceLocation(file: file.name, place), old: version.id, new: new)
    }
    return (changed, changes)
  }

  /// How many lines of two texts are the same.
  private static func likeness(_ left: String, _ right: String) -> Int {
    if left == right { return .max }
    let lines = Set(right.split(separator: "\n"))
    return left.split(separator: "\n").count { lines.contains($0) }
  }

  private static func versions(in files: [SourceFile]) -> [Version] {
    files.enumerated().flatMap { index, file -> [Version] in
      guard !file.lastComponent.hasSuffix(".md"), let outline = FileOutline(file) else { return [] }
      let bytes = file.bytes[file.startOfText...]
      return outline.questions.compactMap { question in
        guard let id = question.idRange else { return nil }
        // Without the id; how it is indented and wrapped doesn't count.
        let start = bytes.startIndex
        let text =
          bytes[(start + question.start)..<(start + id.lowerBound)]
          + bytes[(start + id.upperBound)..<(start + question.end)]
        let words = String(decoding: text, as: UTF8.self).split(separator: "\n").map {
          $0.split(separator: " ").joined(separator: " ")
        }
        return Version(
          file: index, id: question.id, idRange: id,
          text: words.filter { !$0.isEmpty }.joined(separator: "\n"))
      }
    }
  }
}
