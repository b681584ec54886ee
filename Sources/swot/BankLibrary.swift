import PracticeCore
import QuestionBankFormat

/// The banks and blueprints that a command can use.
///
/// They come from the program itself, from the learner's own folder, and from paths that a command
/// was given, in this order. What a path names stands for what the learner added with the same id:
/// it may be the very file, or a newer draft of it.
struct BankLibrary: Sendable {
  /// A bank and where it was found.
  struct LoadedBank: Equatable, Sendable {
    let bank: QuestionBank
    /// The file, or the folder of a bank in several files; for built-in banks the path in the
    /// repository.
    let path: String
    let isBuiltin: Bool
    /// Whether it lies in the learner's own folder.
    var isLearners = false
  }

  /// A blueprint and where it was found.
  struct LoadedBlueprint: Equatable, Sendable {
    let blueprint: Blueprint
    /// The file; for built-in ones the path in the repository.
    let path: String
    let isBuiltin: Bool
    /// Whether it lies in the learner's own folder.
    var isLearners = false
  }

  /// The banks, in the order in which they were found.
  private(set) var banks: [LoadedBank] = []
  /// The blueprints, in the order in which they were found.
  private(set) var blueprints: [LoadedBlueprint] = []
  /// What in the learner's own folder cannot be used, in words: it must not keep them from the
  /// rest.
  private(set) var problems: [String] = []

  /// Loads banks.
  ///
  /// They are read on all cores; what is wrong is found in the order of the banks all the same.
  ///
  /// - Parameters:
  ///   - paths: Banks, blueprints, or folders of them.
  ///   - learnerBanks: The folder with the banks that the learner added, if it is to be used; it
  ///     need not be there.
  ///   - hasBuiltinBanks: Whether to load those inside the program.
  ///   - work: What else this thread can do until it takes part in the reading.
  /// - Throws: ``BankLibraryFailure`` where a path can't be used, or two banks have one id.
  init(
    paths: [String] = [], learnerBanks: String? = nil, hasBuiltinBanks: Bool = true,
    meanwhile work: () -> Void = {}
  ) throws(BankLibraryFailure) {
    var origins: [Origin] = []
    if hasBuiltinBanks { origins.append(Origin(.program, BankSource.builtin.map { .read($0) })) }
    if let learnerBanks { origins.append(learnerOrigin(learnerBanks)) }
    for path in paths { origins.append(Origin(.path(path), searching: path)) }
    let reading = Self.reading(origins)
    work()
    var read = reading.results()[...]
    for origin in origins {
      try add(read.prefix(origin.places.count), of: origin)
      read = read.dropFirst(origin.places.count)
    }
  }

  // MARK: - Adding

  /// Where banks come from, with what was found there.
  private struct Origin {
    enum Kind: Equatable {
      case program, learner
      case path(String)
    }

    let kind: Kind
    let search: BankSearch
    var places: [BankSearch.Place] = []
    var failure: InputFileFailure?

    init(_ kind: Kind, _ places: [BankSearch.Place]) {
      self.kind = kind
      search = BankSearch()
      self.places = places
    }

    init(_ kind: Kind, searching path: String, _ search: BankSearch = BankSearch()) {
      self.kind = kind
      self.search = search
      do {
        places = try search.places(at: path)
      } catch {
        failure = error
      }
    }
  }

  private struct Task: Sendable {
    let search: BankSearch
    let place: BankSearch.Place
  }

  /// Starts to read all that was found.
  private static func reading(_ origins: [Origin]) -> ConcurrentMap<Task, ReadSource> {
    let tasks = origins.flatMap { origin in
      origin.places.map { Task(search: origin.search, place: $0) }
    }
    // What is small is read before a thread has started.
    let isSmall = tasks.reduce(0) { $0 + $1.place.size } < 50_000
    let cores = isSmall ? 1 : ConcurrentMap<Task, ReadSource>.coresOfMachine
    return ConcurrentMap(tasks, cores: cores, weight: \.place.size) { $0.search.read($0.place) }
  }

  /// Adds all that `path` names, and returns the ids of its banks and its blueprints.
  ///
  /// - Throws: ``BankLibraryFailure`` where nothing is there, something has an error, or an id is
  ///   taken.
  @discardableResult
  mutating func add(
    _ path: String
  ) throws(BankLibraryFailure) -> (banks: [String], blueprints: [String]) {
    let origin = Origin(.path(path), searching: path)
    return try add(Self.reading([origin]).results()[...], of: origin)
  }

  /// Looks for the learner's own banks, in which no mistake must keep them from the rest.
  private mutating func learnerOrigin(_ folder: String) -> Origin {
    switch FileSystemItem(at: folder, followingLinks: false) {
    case .folder:
      return Origin(.learner, searching: folder, BankSearch(followsLinks: false))
    case .symbolicLink:
      problems.append("'\(folder)' is a symbolic link, which is not followed: name it with --bank")
    default: break
    }
    return Origin(.learner, [])
  }

  /// Adds what was found at a place, and returns the ids of its banks and its blueprints.
  @discardableResult
  private mutating func add(
    _ read: ArraySlice<ReadSource>, of origin: Origin
  ) throws(BankLibraryFailure) -> (banks: [String], blueprints: [String]) {
    if let failure = origin.failure {
      guard origin.kind == .learner else { throw .unreadable(failure) }
      problems.append(failure.description)
    }
    var added: (banks: [String], blueprints: [String]) = ([], [])
    for source in read {
      do {
        switch try add(source, of: origin.kind) {
        case .bank(let id): added.banks.append(id)
        case .blueprint(let id): added.blueprints.append(id)
        case nil: break
        }
      } catch {
        guard origin.kind == .learner else { throw error }
        switch error {
        case .damaged(let path, _, _):
          problems.append("'\(path)' has errors and is left out; see: swot bank check '\(path)'")
        case .unreadable: problems.append(error.description)
        default: throw error
        }
      }
    }
    if case .path(let path) = origin.kind, added.banks.isEmpty && added.blueprints.isEmpty {
      throw .nothingFound(path: path)
    }
    return added
  }

  private enum Added {
    case bank(String)
    case blueprint(String)
  }

  private mutating func add(
    _ source: ReadSource, of kind: Origin.Kind
  ) throws(BankLibraryFailure) -> Added? {
    let isBuiltin = kind == .program
    let isLearners = kind == .learner
    let isNamed = !isBuiltin && !isLearners
    switch source {
    case .bank(let path, let files, let bank, let diagnostics):
      guard let bank, !diagnostics.hasErrors else {
        throw .damaged(path: path, files: files, diagnostics)
      }
      if isNamed { banks.removeAll { $0.isLearners && $0.bank.id == bank.id } }
      if let first = banks.first(where: { $0.bank.id == bank.id }) {
        throw .twice(
          what: "banks", id: bank.id, first: place(first.path, first.isBuiltin),
          second: place(path, isBuiltin))
      }
      banks.append(
        LoadedBank(bank: bank, path: path, isBuiltin: isBuiltin, isLearners: isLearners))
      return .bank(bank.id)
    case .blueprint(let file, let blueprint, let diagnostics):
      guard let blueprint else {
        throw .damaged(path: file.name, files: [file], diagnostics)
      }
      if isNamed { blueprints.removeAll { $0.isLearners && $0.blueprint.id == blueprint.id } }
      if let first = blueprints.first(where: { $0.blueprint.id == blueprint.id }) {
        throw .twice(
          what: "exams", id: blueprint.id, first: place(first.path, first.isBuiltin),
          second: place(file.name, isBuiltin))
      }
      blueprints.append(
        LoadedBlueprint(
          blueprint: blueprint, path: file.name, isBuiltin: isBuiltin, isLearners: isLearners))
      return .blueprint(blueprint.id)
    case .other: return nil
    case .unreadable(let failure): throw .unreadable(failure)
    }
  }

  private func place(_ path: String, _ isBuiltin: Bool) -> String {
    isBuiltin ? "'\(path)' (built in)" : "'\(path)'"
  }

  /// Says on standard error what of the learner's own banks can't be used.
  func reportProblems() throws(WriteFailure) {
    for problem in problems { try StandardStream.error.writeLine("swot: \(problem)") }
  }

  // MARK: - Finding

  /// Whether `name`, as a command was given it, is a path rather than an id.
  static func isPath(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: "/")) || name.hasSuffix(".yaml")
  }

  /// The banks that a command was given by id or path, in that order, each once; all banks where
  /// it was given none.
  ///
  /// Banks at paths are added to the library.
  ///
  /// - Throws: ``BankLibraryFailure`` where there is no such bank.
  mutating func banks(named names: [String]) throws(BankLibraryFailure) -> [LoadedBank] {
    guard !names.isEmpty else { return banks }
    var ids: [String] = []
    for name in names {
      let found = Self.isPath(name) ? try add(name).banks : [name]
      if found.isEmpty { throw .noBank(path: name) }
      for id in found where !ids.contains(id) { ids.append(id) }
    }
    var found: [LoadedBank] = []
    for id in ids { found.append(try bank(withID: id)) }
    return found
  }

  /// The bank with the id `id`.
  ///
  /// - Throws: ``BankLibraryFailure`` where there is none.
  func bank(withID id: String) throws(BankLibraryFailure) -> LoadedBank {
    if let bank = banks.first(where: { $0.bank.id == id }) { return bank }
    throw .unknown(what: "bank", id: id, known: banks.map(\.bank.id))
  }

  /// The blueprint that a command was given by id or path; one at a path is added to the library.
  ///
  /// - Throws: ``BankLibraryFailure`` where there is none, or several at that path.
  mutating func blueprint(named name: String) throws(BankLibraryFailure) -> LoadedBlueprint {
    var id = name
    if Self.isPath(name) {
      let found = try add(name).blueprints
      guard let first = found.first, found.count == 1 else {
        throw found.isEmpty ? .noBlueprint(path: name) : .severalBlueprints(path: name, ids: found)
      }
      id = first
    }
    if let found = blueprints.first(where: { $0.blueprint.id == id }) { return found }
    throw .unknown(what: "exam", id: id, known: blueprints.map(\.blueprint.id))
  }
}

extension BankSearch.Place {
  /// How much there is to read, as far as that is known.
  fileprivate var size: Int {
    switch self {
    case .read(.bank(_, let files)): files.reduce(0) { $0 + $1.bytes.count }
    case .read(.blueprint(let file)), .read(.other(let file)): file.bytes.count
    // Larger than most that is in one file.
    case .bank: 1 << 17
    case .file: 1 << 16
    }
  }
}
