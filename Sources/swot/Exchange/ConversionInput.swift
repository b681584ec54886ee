import BankExchange
import PracticeCore
import QuestionBankFormat

/// A bank that is to be converted, as it was read.
struct ConversionInput {
  /// Its format.
  let format: ExchangeFormat
  /// The bank; nil where it can't be read at all.
  private(set) var bank: QuestionBank?
  /// Where its parts stand; nil for a bank of another format.
  private(set) var places: BankPlaces?
  /// Where the questions of a bank of another format begin, by their ids.
  private(set) var questionLocations: [QuestionID: SourceLocation] = [:]
  /// What is wrong with it.
  private(set) var diagnostics: [Diagnostic] = []
  /// What has no place in a bank.
  private(set) var losses: [ExchangeLoss] = []
  /// How many questions were found.
  private(set) var questionCount = 0
  /// The files that were read.
  private(set) var files: [SourceFile] = []

  /// Reads a bank.
  ///
  /// - Parameters:
  ///   - path: A file, the folder of a bank, `-` for standard input, or the id of a bank.
  ///   - format: Its format; guessed where nil.
  ///   - options: The id and the title of a bank of another format.
  ///   - library: The banks among which an id is looked up.
  /// - Throws: ``ConversionFailure``, ``BankLibraryFailure`` or ``InputFileFailure``.
  init(
    _ path: String, _ format: ExchangeFormat?, options: ImportOptions,
    library: () throws -> BankLibrary
  ) throws {
    let guess = format ?? Self.guess(path)
    guard let guess else { throw ConversionFailure.unclear(path: path, option: "--from") }
    self.format = guess
    if guess == .swot {
      try readBank(path, library)
    } else {
      guard let importer = guess.importer else { throw ConversionFailure.onlyWritten(guess) }
      let bytes = try InputFile.read(
        path == "-" ? "/dev/stdin" : path, atMost: ImportLimits.fileBytes + 1)
      let file = SourceFile(name: path == "-" ? "stdin" : path, bytes: bytes)
      files = [file]
      let result = importer.read(file, options: options)
      bank = result.bank
      diagnostics = result.diagnostics
      losses = result.losses
      questionCount = result.questionCount
      for (question, location) in zip(result.bank?.questions ?? [], result.questionLocations) {
        questionLocations[question.id] = location
      }
    }
  }

  /// The format of a name: its ending tells it, or it is a folder or an id.
  private static func guess(_ path: String) -> ExchangeFormat? {
    if FileSystemItem(at: path) == .folder { return .swot }
    if let format = ExchangeFormat(guessedFrom: path) { return format }
    let isName = Identifier.isValid(path) && !path.contains(".")
    return isName && FileSystemItem(at: path) == nil ? .swot : nil
  }

  private mutating func readBank(_ path: String, _ library: () throws -> BankLibrary) throws {
    if path == "-" {
      let bytes = try InputFile.read("/dev/stdin", atMost: ImportLimits.fileBytes + 1)
      return read([SourceFile(name: "stdin", bytes: bytes)])
    }
    if !BankLibrary.isPath(path), FileSystemItem(at: path) == nil {
      let loaded = try library().bank(withID: path)
      // Built-in banks have no path of their own.
      if loaded.isBuiltin { return try read(builtin: path) }
      return try read(sourceAt: loaded.path)
    }
    try read(sourceAt: path)
  }

  private mutating func read(builtin id: String) throws {
    for case .bank(_, let files) in BankSource.builtin
    where QuestionBankReader.read(files).bank?.id == id {
      return read(files)
    }
    throw BankLibraryFailure.noBank(path: id)
  }

  private mutating func read(sourceAt path: String) throws {
    let sources: [BankSource]
    do {
      sources = try BankSearch().sources(at: path)
    } catch {
      throw BankLibraryFailure.unreadable(error)
    }
    var banks: [[SourceFile]] = []
    for source in sources {
      switch source {
      case .bank(_, let files): banks.append(files)
      case .other(let file): banks.append([file])
      case .blueprint: continue
      }
    }
    guard let files = banks.first else { throw BankLibraryFailure.noBank(path: path) }
    if banks.count > 1 { throw ConversionFailure.severalBanks(path: path) }
    read(files)
  }

  private mutating func read(_ files: [SourceFile]) {
    self.files = files
    let outcome = QuestionBankReader.check(files, notingPlaces: true)
    bank = outcome.bank
    places = outcome.places
    // What a bank lacks is not what a conversion is asked about.
    diagnostics = outcome.diagnostics.filter { $0.severity == .error }
    questionCount = outcome.questionCount
  }
}

/// Why a bank is not converted.
enum ConversionFailure: CommandFailure, Equatable {
  /// The name of a file doesn't tell its format.
  case unclear(path: String, option: String)
  /// The format can be written and not read.
  case onlyWritten(ExchangeFormat)
  /// A folder holds more than one bank.
  case severalBanks(path: String)
  /// A file that is no text would go to a terminal.
  case terminal

  var status: ExitStatus { .usage }

  var description: String {
    switch self {
    case .unclear(let path, let option):
      let formats = ExchangeFormat.allCases.map(\.rawValue).joined(separator: ", ")
      return "the name '\(path)' does not tell its format: say \(option), one of \(formats)"
    case .onlyWritten(let format): return "\(format.title) can be written, but not read"
    case .severalBanks(let path): return "there are several banks in '\(path)': name one of them"
    case .terminal: return "the file is no text for a terminal: name a file"
    }
  }
}
