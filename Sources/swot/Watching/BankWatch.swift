import PracticeCore
import PracticeUI
import QuestionBankFormat

/// A bank that is read again whenever one of its files is saved.
struct BankWatch: Sendable {
  /// What the command was told.
  let path: String
  private let clock: Clock

  /// Watches the bank at `path`.
  ///
  /// - Throws: ``BankLibraryFailure`` where there is none.
  init(_ path: String, clock: Clock) throws(BankLibraryFailure) {
    self.path = path
    self.clock = clock
    let sources: [BankSource]
    do {
      sources = try BankSearch().sources(at: path)
    } catch {
      throw .unreadable(error)
    }
    let banks = sources.filter { source in
      switch source {
      case .bank, .other: true
      case .blueprint: false
      }
    }
    if banks.isEmpty { throw sources.isEmpty ? .nothingFound(path: path) : .noBank(path: path) }
  }

  /// The folders in which its files stand.
  var folders: [String] {
    guard FileSystemItem(at: path) != .folder else { return Self.withNotes(path) }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return Self.withNotes(folder.isEmpty ? "/" : folder)
  }

  private static func withNotes(_ folder: String) -> [String] {
    [folder] + (FileSystemItem(at: folder + "/notes") == .folder ? [folder + "/notes"] : [])
  }

  /// Reads the bank.
  ///
  /// - Parameter before: The bank as it was, to find out what has changed.
  /// - Returns: The bank with what is wrong with it.
  func look(since before: QuestionBank?) -> WatchedBank {
    let time = ClockText.timeOfDay(clock.now)
    let sources: [BankSource]
    do {
      sources = try BankSearch().sources(at: path)
    } catch {
      return WatchedBank(
        bank: nil,
        findings: [.init(isError: true, place: path, message: "\(error)")], time: time)
    }
    let source = sources.first { source in
      switch source {
      case .bank, .other: true
      case .blueprint: false
      }
    }
    let files: [SourceFile]
    switch source {
    case .bank(_, let found): files = found
    case .other(let file): files = [file]
    case .blueprint, nil: files = []
    }
    let bank = QuestionBankReader.read(files).bank
    let diagnostics =
      source.map { Authoring.diagnostics(of: [$0], asOf: clock.now.calendarDay) } ?? []
    let findings = diagnostics.map { diagnostic in
      let location = diagnostic.location
      let name = location.file.split(separator: "/").last.map(String.init) ?? location.file
      let hint = diagnostic.suggestion.map { "; did you mean '\($0)'?" } ?? ""
      return WatchedBank.Finding(
        isError: diagnostic.severity == .error,
        place: "\(name):\(location.line):\(location.column)", message: diagnostic.message + hint)
    }
    return WatchedBank(
      bank: bank, findings: findings.filter(\.isError) + findings.filter { !$0.isError },
      changed: WatchedBank.changedQuestion(from: before, to: bank), time: time)
  }
}
