import PracticeCore
import ProgressStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What `swot doctor` finds out about the learner's answers: journals, backups, rescued files.
struct DataExamination {
  private let paths: ProgressPaths
  private let now: LocalTime
  private let places: [String]
  private let fileSystem = POSIXFileSystem()

  /// The age of the newest backup from which a new one is due, in days.
  private static let oldBackup = 14

  /// Takes the folders.
  ///
  /// - Parameters:
  ///   - paths: The folders.
  ///   - now: What time it is.
  ///   - places: Folders into which answers were put that could not be saved.
  init(_ paths: ProgressPaths, now: LocalTime, places: [String] = []) {
    self.paths = paths
    self.now = now
    self.places = places
  }

  /// What was found; nothing is changed.
  ///
  /// - Parameter banks: The ids of all banks that there are; nil where it isn't asked which.
  /// - Returns: Findings of journals, rescued answers, banks that are missing, and backups.
  func findings(banks: Set<String>?) -> [Finding] {
    let read: ReadProgress
    do {
      read = try ProgressFolder.read(paths)
    } catch {
      return [Self.finding(error)] + unsaved + backups(answersUntil: nil)
    }
    let latest = read.state.questions.values.compactMap { $0.lastAnswer?.time }
      .max { $0.at < $1.at }
    return journals(read.report) + exams(read.state) + copies + unsaved + clock(latest)
      + missingBanks(read.state, banks) + backups(answersUntil: latest)
  }

  // MARK: - Journals

  private static func finding(_ error: ProgressError) -> Finding {
    switch error {
    case .newerVersion:
      .problem("Journals", "\(error)", mend: "install the newest version of swot on this machine")
    default: .problem("Journals", "\(error)", mend: "see: swot progress verify")
    }
  }

  private func journals(_ report: LoadReport) -> [Finding] {
    var findings = report.unreadable.map { failure -> Finding in
      .problem(
        "Journals", "\(failure)",
        mend: failure.isLink
          ? "put the file itself there, or: swot progress merge PATH"
          : "chmod u+rw '\(failure.path)'")
    }
    findings += report.unsaved.map { file -> Finding in
      .problem(
        "Journals", "answers of an earlier session could not be saved: they are in '\(file)'",
        mend: "the next swot study saves them, once the data folder takes them")
    }
    if let first = report.damaged.first {
      let count = report.damaged.count
      findings.append(
        .problem(
          "Journals",
          "\(counted(count, "damaged line")) \(count == 1 ? "is" : "are") left out, the first at "
            + "\(first.path):\(first.line)",
          mend: "get them back from a backup: swot progress restore",
          "see all: swot progress verify"))
    }
    if let first = report.conflicts.first {
      findings.append(
        .problem(
          "Journals",
          "\(counted(report.conflicts.count, "event")) with the identity of another, the first at "
            + "\(first.file):\(first.line): two machines have written as one",
          mend: "give each machine a state folder of its own (XDG_STATE_HOME)",
          "see all: swot progress verify"))
    }
    if findings.isEmpty {
      findings.append(
        .ok(
          "Journals",
          report.journals == 0
            ? "none yet"
            : "\(report.journals), with \(counted(report.events, "event"))"))
    }
    return findings
  }

  /// Exams that have begun and whose form can't be read.
  private func exams(_ learner: LearnerState) -> [Finding] {
    let papers = ExamPaperFolder(of: paths)
    return learner.openAttempts.compactMap(\.start).compactMap { start in
      do throws(ExamPaperError) {
        _ = try papers.paper(of: start.attempt, hash: start.paper)
        return nil
      } catch {
        return .problem(
          "Exams", "'\(start.title)' can't be taken up again: \(error)",
          mend: "get its form back from a backup: swot progress restore")
      }
    }
  }

  /// Copies that file syncers make where two machines have changed one file.
  private var copies: [Finding] {
    let names = (try? fileSystem.names(in: paths.journals)) ?? []
    let copies = names.filter { name in
      let name = name.lowercased()
      return name.hasSuffix(".jsonl")
        && (name.contains("conflict") || name.contains("(") || name.contains(" copy"))
    }
    guard let first = copies.min() else { return [] }
    return [
      .note(
        "Syncing",
        "\(copies.count == 1 ? "a copy" : "\(copies.count) copies") made by a file syncer, such as "
          + "'\(first)': each event counts once",
        mend: "nothing is lost; so that it doesn't happen again, sync no state folder")
    ]
  }

  /// Answers that a full disk kept out of the journal, where no start takes them in by itself.
  private var unsaved: [Finding] {
    var seen = Set<String>()
    return places.filter { $0 != paths.state && seen.insert($0).inserted }.flatMap {
      folder -> [Finding] in
      let names = (try? fileSystem.names(in: folder)) ?? []
      return names.filter { $0.hasPrefix("swot-unsaved-") && $0.hasSuffix(".jsonl") }.sorted()
        .filter { Self.isOwn("\(folder)/\($0)") }
        .map { name in
          .note(
            "Unsaved", "answers that could not be saved are in '\(folder)/\(name)'",
            mend: "swot progress merge '\(folder)/\(name)', then remove it")
        }
    }
  }

  /// Whether a file is the learner's: in a folder for everybody, anybody can put one.
  private static func isOwn(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_uid == getuid()
      && status.st_mode & S_IFMT == S_IFREG
  }

  /// Events of the future: a clock was wrong, here or on another machine.
  private func clock(_ latest: LocalTime?) -> [Finding] {
    guard let latest, latest.at > now.at.advanced(byMilliseconds: 24 * 3_600_000) else {
      return []
    }
    return [
      .problem(
        "Clock",
        "your newest answer is of \(latest.at.iso8601WithoutZeroFraction), which is yet to come",
        mend: "set the clock of this machine, or of the one where that was answered: "
          + "sudo timedatectl set-ntp true")
    ]
  }

  private func missingBanks(_ learner: LearnerState, _ banks: Set<String>?) -> [Finding] {
    guard let banks else { return [] }
    let missing = Set(learner.questions.keys.map { String($0.bank) }).subtracting(banks).sorted()
    guard let first = missing.first else { return [] }
    let others = missing.count == 1 ? "" : " and \(counted(missing.count - 1, "other"))"
    return [
      .note(
        "Banks", "you have answers to '\(first)'\(others), which is not here",
        mend: "swot bank add PATH, or name it with --bank; your answers are kept")
    ]
  }

  // MARK: - Backups

  private func backups(answersUntil latest: LocalTime?) -> [Finding] {
    let all: [Backup]
    do {
      all = try BackupFolder(of: paths).all()
    } catch {
      return [.problem("Backups", "\(error)", mend: "move what stands there away")]
    }
    guard let newest = all.last else {
      return latest == nil
        ? [] : [.note("Backups", "there are none", mend: "swot progress backup")]
    }
    let text = "\(all.count), the newest of \(newest.day)"
    let age = now.studyDay.daysSince1970 - newest.day.daysSince1970
    if let latest, latest.studyDay > newest.day, age > Self.oldBackup {
      return [.note("Backups", "\(text), older than your answers", mend: "swot progress backup")]
    }
    return [.ok("Backups", text)]
  }
}
