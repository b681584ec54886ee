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

  /// Its files.
  var files: [SourceFile] {
    switch self {
    case .bank(_, let files): files
    case .blueprint(let file), .other(let file): [file]
    }
  }

  /// Where it was found.
  var path: String {
    switch self {
    case .bank(let path, _): path
    case .blueprint(let file), .other(let file): file.name
    }
  }
}
