#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What this program does in a process of its own, so that its time and memory can be told apart.
enum ChildRole: String {
  /// Writes what is to be measured with.
  case generate
  /// Has libyaml alone read a file.
  case events
  /// Reads a bank.
  case read
  /// Draws forms of an exam.
  case draw
  /// Folds the journals of a data folder.
  case fold
  /// Keeps a snapshot of them.
  case snapshot
  /// Computes the statistics of a data folder.
  case statistics
  /// Folds reviews with the memory model.
  case reviews
  /// Writes a log of a simulated learner.
  case simulate
  /// Fits the memory model to a log.
  case fit
  /// Says how parameters predict the last fifth of a log.
  case loss
  /// Saves answers.
  case save
  /// Types keys.
  case keys

  /// Plays the role and prints `name value` for each figure.
  func play(_ arguments: [String]) throws {
    switch self {
    case .generate: try Material(arguments).write()
    case .events: try BankRows.readEvents(arguments)
    case .read: try BankRows.readBank(arguments)
    case .draw: try ExamRows.draw()
    case .fold: try JournalRows.fold(arguments)
    case .snapshot: try JournalRows.keepSnapshot(arguments)
    case .statistics: try StandingRows.compute(arguments)
    case .reviews: ReviewRows.review()
    case .simulate: try MadeReviews(arguments).write()
    case .fit: try FitRows.fit(arguments)
    case .loss: try FitRows.printLoss(arguments)
    case .save: try SavingRows.save(arguments)
    case .keys: try KeyRows.typeKeys(arguments)
    }
  }
}

/// Reads a file whole.
func contents(of path: String) throws(BenchmarkFailure) -> [UInt8] {
  guard let file = fopen(path, "r") else { throw BenchmarkFailure("cannot read '\(path)'") }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let size = ftell(file)
  rewind(file)
  return [UInt8](unsafeUninitializedCapacity: max(0, size)) { buffer, count in
    count = fread(buffer.baseAddress, 1, buffer.count, file)
  }
}
