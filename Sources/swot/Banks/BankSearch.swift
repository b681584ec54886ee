import QuestionBankFormat

/// Finds banks and blueprints among files.
///
/// A file that holds `format: swot-bank/1` is a bank; together with the other YAML files of its
/// folder and `notes/*.md` where it is named `bank.yaml`.
struct BankSearch: Sendable {
  /// Whether symbolic links are followed; not in the learner's data folder, where they could lead
  /// anywhere.
  var followsLinks = true

  /// The most folders inside one another that are searched.
  private static let maximumDepth = 16

  /// Something that was found and not read yet, as far as that can be put off.
  enum Place: Equatable, Sendable {
    /// What has been read.
    case read(BankSource)
    /// A folder, empty or ending in a slash, with a `bank.yaml`.
    case bank(inFolder: String)
    /// A YAML file in a folder that was searched: it may be anything.
    case file(String)
  }

  /// What `path` names: a bank, the bank that it is a part of, a blueprint, or all of these in a
  /// folder.
  ///
  /// - Throws: ``InputFileFailure`` where something isn't there or can't be read.
  func sources(at path: String) throws(InputFileFailure) -> [BankSource] {
    var sources: [BankSource] = []
    for place in try places(at: path) {
      if let source = try source(at: place) { sources.append(source) }
    }
    return sources
  }

  /// What the place holds; nil for a file of something else.
  ///
  /// - Throws: ``InputFileFailure`` where it can't be read.
  func source(at place: Place) throws(InputFileFailure) -> BankSource? {
    switch place {
    case .read(let source): return source
    case .bank(let folder): return try bank(inFolder: folder)
    case .file(let path):
      let file = try Self.read(path)
      switch FileKind(file) {
      case .bank: return .bank(path: path, files: [file])
      case .exam: return .blueprint(file)
      case .questions: return .other(file)
      case .other: return nil
      }
    }
  }

  /// Where there is what `path` names; files in folders are only looked for.
  ///
  /// - Throws: ``InputFileFailure`` where something isn't there or can't be read.
  func places(at path: String) throws(InputFileFailure) -> [Place] {
    if item(at: path) == .folder { return try places(inFolder: path, depth: 0) }
    let folder = Self.folder(of: path)
    if path.hasSuffix(".md"), folder.hasSuffix("notes/") {
      let outer = Self.folder(of: String(folder.dropLast()))
      if item(at: outer + QuestionBankReader.mainFileName) == .file {
        return [.bank(inFolder: outer)]
      }
    }
    let file = try Self.read(path)
    let isMain = file.lastComponent == QuestionBankReader.mainFileName
    switch FileKind(file) {
    case .exam: return [.read(.blueprint(file))]
    case .bank where !isMain: return [.read(.bank(path: path, files: [file]))]
    case .bank: return [.bank(inFolder: folder)]
    case .questions where item(at: folder + QuestionBankReader.mainFileName) == .file:
      return [.bank(inFolder: folder)]
    case .questions, .other: return [.read(.other(file))]
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

  private func places(
    inFolder folder: String, depth: Int
  ) throws(InputFileFailure) -> [Place] {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let names = try FileSystemItem.names(inFolder: folder)
    if names.contains(QuestionBankReader.mainFileName),
      item(at: prefix + QuestionBankReader.mainFileName) == .file
    {
      return [.bank(inFolder: prefix)]
    }
    var places: [Place] = []
    for name in names {
      let path = prefix + name
      switch item(at: path) {
      case .folder where depth < Self.maximumDepth:
        places += try self.places(inFolder: path, depth: depth + 1)
      case .file where name.hasSuffix(".yaml"): places.append(.file(path))
      default: continue
      }
    }
    return places
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
