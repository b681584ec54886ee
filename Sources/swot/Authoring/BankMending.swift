import QuestionBankFormat

/// What `swot bank check --fix` does before it checks.
struct BankMending {
  /// What was done, a line each.
  private(set) var lines: [String] = []

  /// Mends the banks among `sources` and writes their files.
  ///
  /// - Parameters:
  ///   - sources: Banks and exams, as they were found.
  ///   - base: The commit, branch or tag whose ids come first, if any.
  /// - Returns: The sources as they are now.
  /// - Throws: ``GitFailure``, ``BankFormattingFailure``, or what writing throws.
  mutating func mend(_ sources: [BankSource], against base: String?) throws -> [BankSource] {
    try sources.map { source in
      guard case .bank(let path, let files) = source else { return source }
      var mended = files
      if let base {
        let (renumbered, changes) = try Self.renumber(files, at: path, against: base)
        mended = renumbered
        lines += changes.map { change in
          "\(Self.place(change.location)): question '\(change.old)' is now '\(change.new)': \(base) has another question with that id"
        }
      }
      let (fixed, fixes) = BankFixer.fix(bank: mended)
      lines += fixes.map { "\(Self.place($0.location)): \($0.message)" }
      for (old, new) in zip(files, fixed) where old != new {
        try BankFormatting.write(old, new)
      }
      return .bank(path: path, files: fixed)
    }
  }

  private static func place(_ location: SourceLocation) -> String {
    "\(location.file):\(location.line):\(location.column)"
  }

  private static func renumber(
    _ files: [SourceFile], at path: String, against base: String
  ) throws(GitFailure) -> (files: [SourceFile], changes: [BankRenumbering.Change]) {
    guard let first = files.first else { return (files, []) }
    // A bank in several files is its folder; another one stands alone in its file.
    let isFolder = files.contains { $0.name != path }
    let folder = isFolder ? path : Self.folder(of: first.name)
    let only = isFolder ? nil : String(first.name.dropFirst(folder.isEmpty ? 0 : folder.count + 1))
    let git = try GitFiles(base, in: folder)
    return BankRenumbering.renumber(
      bank: files, against: try git.files(named: only),
      since: try git.fork()?.files(named: only))
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
