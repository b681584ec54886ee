package import PracticeCore

/// The right to write into an attempt, which one copy of the program has at a time.
///
/// Each attempt that is being sat has a file on this machine, beside those of the writers. Its lock
/// is the right; its content says who has it. A copy that no longer reacts is replaced: the new one
/// puts a file of its own in the place of the old one. Whoever wakes up later finds by ``isOurs``,
/// which is asked before each write, that it was replaced.
///
/// ```swift
/// switch AttemptHold.take(attempt, in: paths, as: me) {
/// case .held(let hold): … if hold.isOurs { append(…) } … hold.release()
/// case .elsewhere(let holder): … show it, ask, and then AttemptHold.takeOver(…)
/// }
/// ```
///
/// Where the state folder can't be written, or its file system knows no locks, an attempt can be
/// sat all the same; then nothing keeps two copies apart.
package final class AttemptHold {
  /// What came of the wish to sit an attempt.
  package enum Taken {
    /// It is ours.
    case held(AttemptHold)
    /// Another copy has it: this one; nil where its file doesn't (yet) say.
    case elsewhere(AttemptHolder?)
  }

  /// The attempt.
  package let attempt: AttemptID
  private let fileSystem: any FileSystem
  private var standing: Standing
  private var holder: AttemptHolder

  private enum Standing {
    case locked(OpenFile)
    /// Nothing could be locked.
    case unlocked
    case released
  }

  private init(
    _ attempt: AttemptID, _ standing: Standing, holder: AttemptHolder,
    fileSystem: any FileSystem
  ) {
    self.attempt = attempt
    self.standing = standing
    self.holder = holder
    self.fileSystem = fileSystem
  }

  deinit { release() }

  // MARK: - Taking

  /// Takes an attempt that no other copy has.
  ///
  /// - Parameters:
  ///   - attempt: The attempt.
  ///   - paths: The learner's folders.
  ///   - fileSystem: Where they stand.
  ///   - holder: Who takes it.
  /// - Returns: The right to it, or who has it.
  package static func take(
    _ attempt: AttemptID, in paths: ProgressPaths,
    fileSystem: any FileSystem = POSIXFileSystem(), as holder: AttemptHolder
  ) -> Taken {
    take(find(attempt, in: paths, fileSystem: fileSystem, as: holder))
  }

  /// Takes an attempt away from the copy that has it.
  ///
  /// That copy is asked to end (SIGTERM), which lets the attempt go in an orderly way. One that
  /// still has it after two seconds, because it is stopped or hangs, is replaced.
  ///
  /// Of several copies that do this at once one has the attempt in the end; the others are told
  /// so here or by ``isOurs``.
  ///
  /// - Parameters:
  ///   - attempt: The attempt.
  ///   - paths: The learner's folders.
  ///   - fileSystem: Where they stand.
  ///   - processes: The processes of the machine.
  ///   - holder: Who takes it.
  /// - Returns: The right to it; who has it, where another copy was quicker or no file can be
  ///   made.
  package static func takeOver(
    _ attempt: AttemptID, in paths: ProgressPaths,
    fileSystem: any FileSystem = POSIXFileSystem(),
    processes: some ProcessTable = POSIXProcessTable(), as holder: AttemptHolder
  ) -> Taken {
    func find() -> Found { Self.find(attempt, in: paths, fileSystem: fileSystem, as: holder) }
    var found = find()
    guard case .locked(var old, let oldFile) = found else { return take(found) }
    // Asks again in case that it was just writing who it is.
    for _ in 0..<Self.tries where old == nil {
      processes.wait(milliseconds: 1)
      found = find()
      guard case .locked(let other, oldFile) = found else { return take(found) }
      old = other
    }
    if let process = old?.process, process != holder.process, processes.isRunning(process) {
      processes.terminate(process)
      for _ in 0..<Self.patience / Self.step {
        processes.wait(milliseconds: Self.step)
        found = find()
        guard case .locked(_, oldFile) = found else { return take(found) }
      }
    }
    for _ in 0..<Self.tries {
      found = find()
      guard case .locked(_, oldFile) = found else { return take(found) }
      if let hold = replace(attempt, in: paths, fileSystem: fileSystem, as: holder) {
        return .held(hold)
      }
    }
    return take(found)
  }

  /// How long a copy may take to end, and how often that is looked at, in milliseconds.
  private static let (patience, step) = (2000, 20)
  /// How often something is tried that fails only where another copy comes in between.
  private static let tries = 20

  private enum Found {
    case held(AttemptHold)
    /// Another copy has the lock of the file of that number.
    case locked(AttemptHolder?, file: UInt64)
  }

  private static func take(_ found: Found) -> Taken {
    switch found {
    case .held(let hold): .held(hold)
    case .locked(let other, _): .elsewhere(other)
    }
  }

  /// Takes the lock, or finds who has it.
  private static func find(
    _ attempt: AttemptID, in paths: ProgressPaths, fileSystem: any FileSystem,
    as holder: AttemptHolder
  ) -> Found {
    let path = path(of: attempt, in: paths)
    func hold(_ standing: Standing) -> AttemptHold {
      AttemptHold(attempt, standing, holder: holder, fileSystem: fileSystem)
    }
    do throws(SystemError) {
      try fileSystem.makeFolders(folder(of: paths))
      for _ in 0..<tries {
        let file = try fileSystem.openRegular(path, .lock)
        switch lock(file, fileSystem) {
        case .ours:
          let hold = hold(.locked(file))
          hold.write()
          return .held(hold)
        case .others(let other, let number):
          fileSystem.close(file)
          return .locked(other, file: number)
        case .unknown:
          fileSystem.close(file)
          return .held(hold(.unlocked))
        case .gone: fileSystem.close(file)
        }
      }
      return .locked(nil, file: 0)
    } catch {
      // Where no file is, nobody has the attempt. Where one is that can't be opened, somebody may.
      let isFree = (try? fileSystem.status(at: path)) == .some(nil)
      return isFree ? .held(hold(.unlocked)) : .locked(nil, file: 0)
    }
  }

  /// What an open lock file says.
  private enum Lock {
    /// It is locked by us now, and in its place.
    case ours
    /// Another copy has locked it.
    case others(AttemptHolder?, file: UInt64)
    /// It was removed or replaced since it was opened.
    case gone
    /// The file system knows no locks.
    case unknown
  }

  private static func lock(_ file: OpenFile, _ fileSystem: any FileSystem) -> Lock {
    do throws(SystemError) {
      let isLocked = try fileSystem.tryLock(file)
      let own = try fileSystem.status(of: file)
      if own.links == 0 { return .gone }
      if isLocked {
        return try fileSystem.status(at: file.path)?.number == own.number ? .ours : .gone
      }
      let content = try? fileSystem.contents(of: file, from: 0, to: longestContent)
      return .others(content.flatMap { AttemptHolder($0) }, file: own.number)
    } catch {
      return error.isForWantOfLocks ? .unknown : .others(nil, file: 0)
    }
  }

  /// More than a holder has to say, in bytes.
  private static let longestContent = 4096

  /// Puts a file of our own, locked, in the place of one that another copy has locked.
  private static func replace(
    _ attempt: AttemptID, in paths: ProgressPaths, fileSystem: any FileSystem,
    as holder: AttemptHolder
  ) -> AttemptHold? {
    removeUnfinished(of: attempt, in: paths, fileSystem: fileSystem)
    let lot = String(UInt64.random(in: 0 ... .max), radix: 36)
    let new = "\(folder(of: paths))/.\(attempt).\(lot)"
    guard let file = try? fileSystem.open(new, .create) else { return nil }
    let path = path(of: attempt, in: paths)
    do throws(SystemError) {
      guard try fileSystem.tryLock(file) else { throw SystemError("lock", new, code: 0) }
      try? fileSystem.writeAll(holder.bytes, to: file)
      try fileSystem.rename(new, to: path)
    } catch {
      fileSystem.close(file)
      try? fileSystem.removeFile(new)
      return nil
    }
    // By the name that it has now.
    let place = OpenFile(descriptor: file.descriptor, path: path)
    let hold = AttemptHold(attempt, .locked(place), holder: holder, fileSystem: fileSystem)
    return hold.isOurs ? hold : nil
  }

  /// Removes files of copies that were killed while they replaced another.
  private static func removeUnfinished(
    of attempt: AttemptID, in paths: ProgressPaths, fileSystem: any FileSystem
  ) {
    let folder = folder(of: paths)
    for name in (try? fileSystem.names(in: folder)) ?? [] where name.hasPrefix(".\(attempt).") {
      guard let file = try? fileSystem.openRegular("\(folder)/\(name)", .append) else { continue }
      if (try? fileSystem.tryLock(file)) == true { try? fileSystem.removeFile(file.path) }
      fileSystem.close(file)
    }
  }

  /// The folder of the attempts of one data folder that are sat on this machine.
  static func folder(of paths: ProgressPaths) -> String { "\(paths.holds)/\(paths.folderHash)" }

  private static func path(of attempt: AttemptID, in paths: ProgressPaths) -> String {
    "\(folder(of: paths))/\(attempt).lock"
  }

  // MARK: - Holding

  /// Whether the attempt is still ours: to be asked before each write into it.
  ///
  /// Two calls of the system.
  package var isOurs: Bool {
    switch standing {
    case .unlocked: return true
    case .released: return false
    case .locked(let file):
      guard let own = try? fileSystem.status(of: file), own.links > 0 else { return false }
      do throws(SystemError) {
        return try fileSystem.status(at: file.path)?.number == own.number
      } catch {
        // A file that was replaced has lost its only name.
        return true
      }
    }
  }

  /// Whether other copies can see that the attempt is taken.
  package var isLocked: Bool { if case .locked = standing { true } else { false } }

  /// Remembers, for other copies to show, that a key was pressed; writes once in two seconds.
  package func noteKey(at now: Timestamp) {
    guard isLocked, now.milliseconds(since: holder.lastKey).magnitude >= Self.keyInterval
    else {
      return
    }
    holder.lastKey = now
    write()
  }

  /// The least time between two notes of a key, in milliseconds.
  private static let keyInterval: UInt64 = 2000

  /// Says in the file who has it; best effort, and not flushed: after a crash nobody has it.
  private func write() {
    guard case .locked(let file) = standing else { return }
    try? fileSystem.setLength(of: file, to: 0)
    try? fileSystem.writeAll(holder.bytes, to: file)
  }

  /// Lets the attempt go; another copy can take it at once.
  package func release() {
    defer { standing = .released }
    guard case .locked(let file) = standing else { return }
    // Should another copy put its file there just now, then that goes, and the other copy finds
    // that it has lost the attempt: at no time do two have it.
    if isOurs { try? fileSystem.removeFile(file.path) }
    fileSystem.close(file)
  }
}
