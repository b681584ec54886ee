package import QuestionBankFormat

/// What an input for the readers of banks is to be read as: its first byte says it.
package enum BankInput {
  /// `b`, or any other byte: a bank in one file.
  case bank(SourceFile)
  /// `f`: a bank in a folder.
  case folder([SourceFile])
  /// `e`: a blueprint.
  case blueprint(SourceFile)
  /// `n`: notes.
  case notes(SourceFile)
  /// `s`: settings or a theme.
  case settings(SourceFile)

  /// Takes an input apart.
  package init(_ input: some Collection<UInt8>) {
    let rest = Array(input.dropFirst())
    switch input.first {
    case UInt8(ascii: "f"): self = .folder(Self.files(in: rest))
    case UInt8(ascii: "e"): self = .blueprint(SourceFile(name: "exam.yaml", bytes: rest))
    case UInt8(ascii: "n"): self = .notes(SourceFile(name: "notes.md", bytes: rest))
    case UInt8(ascii: "s"): self = .settings(SourceFile(name: "config.yaml", bytes: rest))
    default: self = .bank(SourceFile(name: "bank.yaml", bytes: rest))
    }
  }

  /// The files of the input.
  package var files: [SourceFile] {
    switch self {
    case .folder(let files): files
    case .bank(let file), .blueprint(let file), .notes(let file), .settings(let file): [file]
    }
  }

  /// Up to four files, which a byte 0x1E (record separator) parts: the main file, two further
  /// ones, notes.
  private static func files(in bytes: [UInt8]) -> [SourceFile] {
    let names = ["bank.yaml", "more.yaml", "other.yaml", "notes/notes.md"]
    let parts = bytes.split(separator: 0x1E, maxSplits: 3, omittingEmptySubsequences: false)
    return zip(names, parts).map { SourceFile(name: $0, bytes: Array($1)) }
  }
}
