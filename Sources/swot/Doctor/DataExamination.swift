import PracticeCore
import ProgressStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What `swot doctor` finds out about the learner's folders.
struct DataExamination {
  private let paths: ProgressPaths
  private let now: LocalTime

  /// The free space below which a warning is due, in bytes: years of answers.
  private static let leastSpace: UInt64 = 50_000_000

  /// Takes the folders.
  init(_ paths: ProgressPaths, now: LocalTime) {
    self.paths = paths
    self.now = now
  }

  /// What was found; nothing is changed.
  var findings: [Finding] {
    [folder("Data folder", paths.data), folder("State folder", paths.state), space].compactMap {
      $0
    }
      + rights + journals + backups
  }

  private func folder(_ subject: String, _ path: String) -> Finding {
    guard let item = FileSystemItem(at: path) else {
      let parent = nearestExisting(path)
      return access(parent, W_OK) == 0
        ? .ok(subject, "'\(path)' will be made when there is something to write")
        : .problem(
          subject, "'\(path)' can't be made: '\(parent)' can't be written",
          mend: "choose another folder with --data or SWOT_DATA",
          "or, to own it: sudo chown \"$USER\" '\(parent)'")
    }
    guard item == .folder else {
      return .problem(
        subject, "'\(path)' is no folder",
        mend: "move it away, or choose another folder with --data or SWOT_DATA")
    }
    guard access(path, R_OK | W_OK | X_OK) == 0 else {
      return .problem(
        subject, "'\(path)' can't be written: no answer could be saved",
        mend: "chmod u+rwx '\(path)'", "or choose another folder with --data or SWOT_DATA")
    }
    return .ok(subject, "'\(path)'")
  }

  private func nearestExisting(_ path: String) -> String {
    var path = path
    while FileSystemItem(at: path) == nil, let slash = path.lastIndex(of: "/") {
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
    return FileSystemItem(at: path) == nil ? "." : path
  }

  private var space: Finding? {
    var status = statvfs()
    guard statvfs(nearestExisting(paths.data), &status) == 0 else { return nil }
    let free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
    let text = "\(free / 1_000_000) MB free"
    guard free < Self.leastSpace else { return .ok("Disk", text) }
    return .problem(
      "Disk", "\(text): answers may not be saved for long",
      mend: "free some space on the disk of '\(paths.data)'")
  }

  private var rights: [Finding] {
    let wide = FolderRights(paths: paths).tooWide()
    guard let first = wide.first else { return [] }
    let others = wide.count == 1 ? "" : " and \(wide.count - 1) more"
    return [
      .note(
        "Rights", "others can read or write '\(first)'\(others)",
        mend: "the next swot study mends it; or: chmod -R go= '\(paths.data)'")
    ]
  }

  private var journals: [Finding] {
    let read: ReadProgress
    do {
      read = try ProgressFolder.read(paths)
    } catch {
      return [.problem("Journals", "\(error)", mend: "see: swot progress verify")]
    }
    let report = read.report
    var findings = report.unreadable.map { failure -> Finding in
      .problem("Journals", "\(failure)", mend: "mend its rights: chmod u+rw '\(failure.path)'")
    }
    findings += report.unsaved.map { file -> Finding in
      .problem(
        "Journals", "answers of an earlier session could not be saved: they are in '\(file)'",
        mend: "the next swot study saves them, once the data folder takes them")
    }
    if !report.damaged.isEmpty {
      findings.append(
        .problem(
          "Journals", "\(report.damaged.count) damaged lines are left out",
          mend: "see which: swot progress verify",
          "get them back from a backup: swot progress restore"))
    }
    if !report.conflicts.isEmpty {
      findings.append(
        .problem(
          "Journals", "\(report.conflicts.count) events have the identity of another",
          mend: "see which: swot progress verify"))
    }
    if findings.isEmpty {
      findings.append(
        .ok("Journals", "\(report.journals), with \(report.events) events"))
    }
    return findings + future(read.state)
  }

  private var backups: [Finding] {
    let all: [Backup]
    do {
      all = try BackupFolder(of: paths).all()
    } catch {
      return [.problem("Backups", "\(error)", mend: "move what stands there away")]
    }
    guard let newest = all.last else { return [] }
    return [.ok("Backups", "\(all.count), the newest of \(newest.day)")]
  }

  /// Events of the future: a clock was wrong, here or on another machine.
  private func future(_ learner: LearnerState) -> [Finding] {
    let latest = learner.questions.values.compactMap { $0.lastAnswer?.time.at }.max()
    guard let latest, latest > now.at.advanced(byMilliseconds: 24 * 3_600_000) else { return [] }
    return [
      .problem(
        "Clock",
        "your newest answer is of \(latest.iso8601WithoutZeroFraction), which is yet to come",
        mend: "set the clock of this machine, or of the one where that was answered")
    ]
  }
}
