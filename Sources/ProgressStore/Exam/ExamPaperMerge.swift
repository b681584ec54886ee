import PracticeCore

/// The union of the papers of other folders with those of a data folder.
///
/// Nothing is lost: where two files claim to be the paper of one attempt, both are kept, and the
/// one with which the attempt began, else the one that can be read, else ours stands in its place.
struct ExamPaperMerge {
  /// How many papers were missing here and are there now.
  private(set) var added = 0
  /// Attempts with different papers.
  private(set) var conflicts: [ExamPaperConflict] = []
  /// Files that are no papers, and were left behind.
  private(set) var damaged: [ExamPaperError] = []

  private let folder: ExamPaperFolder
  private let fileSystem: any FileSystem
  /// The hashes of the papers, by the beginnings of attempts.
  private let hashes: [AttemptID: Set<String>]

  /// How good a file is as the paper of an attempt.
  private enum Worth: Comparable {
    case none, sound, known
  }

  /// Merges the papers that stand beside the journals of `sources`, where these are folders.
  ///
  /// - Parameters:
  ///   - sources: Data folders, backups or anything else.
  ///   - paths: The data folder.
  ///   - fileSystem: Where all of it stands.
  ///   - events: All events, of which the beginnings of attempts count.
  /// - Throws: ``SystemError`` where something can't be written.
  init(
    _ sources: [String], into paths: ProgressPaths, fileSystem: any FileSystem,
    events: some Sequence<Event>
  ) throws(SystemError) {
    folder = ExamPaperFolder(of: paths, fileSystem: fileSystem)
    self.fileSystem = fileSystem
    var hashes: [AttemptID: Set<String>] = [:]
    for event in events {
      if case .exam(.start(let start)) = event.content {
        hashes[start.attempt, default: []].insert(start.paper)
      }
    }
    self.hashes = hashes
    for source in sources {
      let other = "\(source)/\(paths.exams.lastPathPart)"
      guard (try? fileSystem.isFolder(source)) == true,
        (try? fileSystem.isFolder(other)) == true, other != paths.exams
      else { continue }
      for name in (try? ExamPaperFolder.names(in: other, fileSystem)) ?? [] {
        guard let attempt = ExamPaperFolder.attempt(of: name) else { continue }
        try take("\(other)/\(name)", as: attempt)
      }
    }
  }

  private mutating func take(_ path: String, as attempt: AttemptID) throws(SystemError) {
    let bytes: [UInt8]
    do throws(ExamPaperError) {
      bytes = try folder.bytes(at: path)
      _ = try ExamPaperDecoder.paper(in: bytes, of: path)
    } catch {
      damaged.append(error)
      return
    }
    let own = folder.path(of: attempt)
    guard try fileSystem.status(at: own) != nil else {
      try folder.put(bytes, at: own)
      added += 1
      return
    }
    let ours = try? folder.bytes(at: own)
    if ours == bytes { return }
    if worth(of: bytes, as: attempt) <= worth(of: ours, as: attempt) {
      let aside = folder.asidePath(of: attempt, bytes)
      try folder.put(bytes, at: aside)
      conflicts.append(ExamPaperConflict(path: own, aside: aside))
      return
    }
    var aside = folder.asidePath(of: attempt, ours ?? [])
    if let ours {
      try folder.put(ours, at: aside)
    } else {
      // What it is nobody knows; as it is, it goes out of the way.
      aside += ".unreadable"
      try fileSystem.rename(own, to: aside)
    }
    try folder.put(bytes, at: own, isReplacing: true)
    // One that is damaged is no other paper.
    if worth(of: ours, as: attempt) == .none {
      added += 1
    } else {
      conflicts.append(ExamPaperConflict(path: own, aside: aside))
    }
  }

  private func worth(of bytes: [UInt8]?, as attempt: AttemptID) -> Worth {
    guard let bytes, (try? ExamPaperDecoder.paper(in: bytes, of: "")) != nil else { return .none }
    let isKnown = hashes[attempt]?.contains(ExamPaperEncoder.hash(of: bytes)) ?? false
    return isKnown ? .known : .sound
  }
}

/// Two different files that claim to be the paper of one attempt.
package struct ExamPaperConflict: Equatable, Sendable {
  /// The one that counts.
  package let path: String
  /// Where the other one is kept.
  package let aside: String

  /// Makes a conflict.
  package init(path: String, aside: String) {
    self.path = path
    self.aside = aside
  }
}
