import ProgressStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What `swot doctor` finds out about the learner's folders and the disk that they lie on.
struct FolderExamination {
  private let paths: ProgressPaths
  private let report: (String) -> FileSystemReport?
  private let canAccess: (String, Int32) -> Bool

  /// The free space below which no more answers may be taken for safe, in bytes: years of them.
  private static let leastSpace: UInt64 = 50_000_000
  /// The free space below which something else may soon fill the disk, in bytes.
  private static let littleSpace: UInt64 = 500_000_000

  /// Takes the folders.
  ///
  /// - Parameters:
  ///   - paths: The folders.
  ///   - report: What the system says of the disk of a path.
  ///   - canAccess: Whether the user may do that with a path, as access(2) asks it.
  init(
    _ paths: ProgressPaths,
    report: @escaping (String) -> FileSystemReport? = { FileSystemReport(at: $0) },
    canAccess: @escaping (String, Int32) -> Bool = { access($0, $1) == 0 }
  ) {
    self.paths = paths
    self.report = report
    self.canAccess = canAccess
  }

  /// What was found; nothing is changed.
  var findings: [Finding] {
    [folder("Data folder", paths.data), folder("State folder", paths.state)]
      + disk + syncing + rights
  }

  // MARK: - Folders

  private func folder(_ subject: String, _ path: String) -> Finding {
    let elsewhere =
      subject == "Data folder"
      ? "choose another folder with --data or SWOT_DATA"
      : "choose another folder with XDG_STATE_HOME"
    guard let item = FileSystemItem(at: path) else {
      if FileSystemItem(at: path, followingLinks: false) != nil {
        return .problem(
          subject, "'\(path)' is a link that leads nowhere", mend: "rm '\(path)'", elsewhere)
      }
      let parent = nearestExisting(path)
      return canAccess(parent, W_OK)
        ? .ok(subject, "'\(path)' will be made when there is something to write")
        : .problem(
          subject, "'\(path)' can't be made: '\(parent)' can't be written", mend: elsewhere,
          "or, to own it: sudo chown \"$USER\" '\(parent)'")
    }
    guard item == .folder else {
      return .problem(subject, "'\(path)' is no folder", mend: "move it away, or \(elsewhere)")
    }
    if report(path)?.isReadOnly == true {
      return .problem(
        subject, "'\(path)' lies on a disk that can only be read: no answer could be saved",
        mend: elsewhere, "or, where the disk allows it: sudo mount -o remount,rw its mount point")
    }
    guard canAccess(path, R_OK | W_OK | X_OK) else {
      return .problem(
        subject, "'\(path)' can't be written: no answer could be saved",
        mend: "chmod u+rwx '\(path)'", "or \(elsewhere)")
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

  // MARK: - The disk

  private var disk: [Finding] {
    guard let found = report(nearestExisting(paths.data)) else { return [] }
    return [space(found)] + trust(found)
  }

  private func space(_ found: FileSystemReport) -> Finding {
    let free = "free some space on the disk of '\(paths.data)': see df -h"
    if found.isOutOfFiles {
      return .problem(
        "Disk", "no further file can be made on it, whatever space is left",
        mend: "remove files that are not needed: see df -i")
    }
    let text = "\(Self.megabytes(found.free)) free of \(Self.megabytes(found.size))"
    if found.free < Self.leastSpace {
      return .problem("Disk", "\(text): answers may not be saved for long", mend: free)
    }
    if found.free < Self.littleSpace { return .note("Disk", "\(text): nearly full", mend: free) }
    return .ok("Disk", text)
  }

  private static func megabytes(_ bytes: UInt64) -> String {
    bytes < 10_000_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes / 1_000_000_000) GB"
  }

  /// How far a file system keeps what Swot promises.
  private func trust(_ found: FileSystemReport) -> [Finding] {
    let merge = "keep the data on this machine, and join machines with: swot progress merge"
    switch found.kind {
    case .local: return []
    case .memory:
      return [
        .note(
          "Disk", "the data folder is in memory: all of it is gone at the next start",
          mend: "choose another folder with --data or SWOT_DATA")
      ]
    case .container:
      return [
        .note(
          "Disk", "the data folder is inside of a container, and gone with it",
          mend: "mount a volume, and name it with --data or SWOT_DATA")
      ]
    case .network(let name):
      return [
        .note(
          "Disk",
          "the data folder is on another machine (\(name)): an answer is as safe as its server, "
            + "and locks may not hold", mend: merge)
      ]
    case .userSpace:
      return [
        .note(
          "Disk",
          "the data folder is on a file system made by a program (FUSE), which may save later than "
            + "it says", mend: merge)
      ]
    }
  }

  // MARK: - File syncers

  /// Folders by whose names syncers are known.
  private static let syncers = [
    "Dropbox", "OneDrive", "Google Drive", "GoogleDrive", "Nextcloud", "ownCloud", "Syncthing",
    "pCloudDrive", "MEGA", "iCloud Drive", "Mobile Documents",
  ]

  private func syncer(of path: String) -> String? {
    path.split(separator: "/").lazy.compactMap { part in
      Self.syncers.first { part == $0 || part.hasPrefix("\($0) ") || part.hasPrefix("\($0)-") }
    }.first
  }

  private var syncing: [Finding] {
    if let syncer = syncer(of: paths.state) {
      return [
        .problem(
          "Syncing",
          "the state folder is synced (\(syncer)): two machines would write into one journal",
          mend: "unset XDG_STATE_HOME, so that it stays on this machine")
      ]
    }
    return syncer(of: paths.data).map {
      [
        .ok(
          "Syncing", "the data folder is synced (\($0)): each machine writes a journal of its own")
      ]
    } ?? []
  }

  // MARK: - Rights

  private var rights: [Finding] {
    let wide = FolderRights(paths: paths).tooWide()
    guard let first = wide.first else { return [] }
    let others = wide.count == 1 ? "" : " and \(wide.count - 1) more"
    return [
      .note(
        "Rights", "others can read or write '\(first)'\(others)",
        mend: "the next swot study mends it; or now: chmod -R go= '\(paths.data)'")
    ]
  }
}
