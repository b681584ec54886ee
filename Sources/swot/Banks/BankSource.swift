import QuestionBankFormat

/// The files of one bank, or one blueprint, as they were found.
enum BankSource: Equatable, Sendable {
  /// A bank: its path (a file, or the folder of one in several files) and its files.
  case bank(path: String, files: [SourceFile])
  /// A blueprint.
  case blueprint(SourceFile)
  /// A file that is neither, nor a part of one.
  case other(SourceFile)

  /// The banks and blueprints inside the program, in byte order of their paths.
  static var builtin: [BankSource] {
    var sources: [BankSource] = []
    // The folder of a bank in several files is taken whole; kinds are looked up elsewhere only.
    let files = BuiltinFiles.below("QuestionBanks/")
    let mainFile = "/" + QuestionBankReader.mainFileName
    let banks = Set(files.lazy.map(\.name).filter { $0.hasSuffix(mainFile) }.map(folder(of:)))
    for file in files {
      let folder = folder(of: file.name)
      let bank = banks.contains(folder) ? folder : Self.folder(of: folder)
      if banks.contains(bank) {
        if case .bank(bank, let files) = sources.last {
          sources[sources.count - 1] = .bank(path: bank, files: files + [file])
        } else {
          sources.append(.bank(path: bank, files: [file]))
        }
      } else if case .exam = FileKind(file) {
        sources.append(.blueprint(file))
      }
    }
    return sources
  }

  /// The path up to the last slash.
  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }

  /// Where it was found.
  var path: String {
    switch self {
    case .bank(let path, _): path
    case .blueprint(let file), .other(let file): file.name
    }
  }
}

/// Finds banks and blueprints among files.
///
/// A file that holds `format: swot-bank/1` is a bank; together with the other YAML files of its
/// folder and `notes/*.md` where it is named `bank.yaml`.
struct BankSearch {
  /// Whether symbolic links are followed; not in the learner's data folder, where they could lead
  /// anywhere.
  var followsLinks = true

  /// The most folders inside one another that are searched.
  private static let maximumDepth = 16

  /// What `path` names: a bank, the bank that it is a part of, a blueprint, or all of these in a
  /// folder.
  ///
  /// - Throws: ``InputFileFailure`` where something isn't there or can't be read.
  func sources(at path: String) throws(InputFileFailure) -> [BankSource] {
    if item(at: path) == .folder { return try sources(inFolder: path, depth: 0) }
    let folder = Self.folder(of: path)
    if path.hasSuffix(".md"), folder.hasSuffix("notes/") {
      let outer = Self.folder(of: String(folder.dropLast()))
      if item(at: outer + QuestionBankReader.mainFileName) == .file {
        return [try bank(inFolder: outer)]
      }
    }
    let file = try Self.read(path)
    let isMain = file.lastComponent == QuestionBankReader.mainFileName
    switch FileKind(file) {
    case .exam: return [.blueprint(file)]
    case .bank where !isMain: return [.bank(path: path, files: [file])]
    case .bank: return [try bank(inFolder: folder)]
    case .questions where item(at: folder + QuestionBankReader.mainFileName) == .file:
      return [try bank(inFolder: folder)]
    case .questions, .other: return [.other(file)]
    }
  }

  /// The folder that holds `path`, with its slash; empty for the current one.
  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  private static func read(_ path: String) throws(InputFileFailure) -> SourceFile {
    SourceFile(name: path, bytes: try InputFile.read(path))
  }

  private func item(at path: String) -> FileSystemItem? {
    FileSystemItem(at: path, followingLinks: followsLinks)
  }

  private func sources(
    inFolder folder: String, depth: Int
  ) throws(InputFileFailure) -> [BankSource] {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let names = try FileSystemItem.names(inFolder: folder)
    if names.contains(QuestionBankReader.mainFileName),
      item(at: prefix + QuestionBankReader.mainFileName) == .file
    {
      return [try bank(inFolder: prefix)]
    }
    var sources: [BankSource] = []
    for name in names {
      let path = prefix + name
      switch item(at: path) {
      case .folder where depth < Self.maximumDepth:
        sources += try self.sources(inFolder: path, depth: depth + 1)
      case .file where name.hasSuffix(".yaml"):
        let file = try Self.read(path)
        switch FileKind(file) {
        case .bank: sources.append(.bank(path: path, files: [file]))
        case .exam: sources.append(.blueprint(file))
        case .questions: sources.append(.other(file))
        case .other: continue
        }
      default: continue
      }
    }
    return sources
  }

  /// The bank whose `bank.yaml` stands in `folder`, which is empty or ends in a slash.
  private func bank(inFolder folder: String) throws(InputFileFailure) -> BankSource {
    var files: [SourceFile] = []
    for name in try FileSystemItem.names(inFolder: folder.isEmpty ? "." : folder)
    where name.hasSuffix(".yaml") && item(at: folder + name) == .file {
      files.append(try Self.read(folder + name))
    }
    let notes = folder + "notes/"
    if item(at: notes) == .folder {
      for name in try FileSystemItem.names(inFolder: notes)
      where name.hasSuffix(".md") && item(at: notes + name) == .file {
        files.append(try Self.read(notes + name))
      }
    }
    return .bank(path: folder.count > 1 ? String(folder.dropLast()) : folder + ".", files: files)
  }
}
