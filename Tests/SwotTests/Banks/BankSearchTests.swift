import QuestionBankFormat
import TestSupport
import Testing

@testable import swot

@Suite struct BankSearchTests {
  /// What a search found, with paths from the folder on.
  private func found(_ path: String, in folder: String, followsLinks: Bool = true) throws
    -> [String]
  {
    try BankSearch(followsLinks: followsLinks).sources(at: "\(folder)/\(path)").map { source in
      func short(_ path: String) -> String { path.replacing("\(folder)/", with: "") }
      return switch source {
      case .bank(let path, let files):
        "bank \(short(path)): \(files.map { short($0.name) }.joined(separator: " "))"
      case .blueprint(let file): "exam \(short(file.name))"
      case .other(let file): "other \(short(file.name))"
      }
    }
  }

  private static let files = [
    "all/one.yaml": BankFiles.bank("one"),
    "all/settings.yaml": "theme: dark\n",
    "all/.hidden.yaml": BankFiles.bank("hidden"),
    "all/readme.txt": BankFiles.bank("text"),
    "all/short.yaml": BankFiles.exam("short", from: "one"),
    "all/two/bank.yaml": BankFiles.bank("two"),
    "all/two/z.yaml": BankFiles.part(question: "Z"),
    "all/two/a.yaml": BankFiles.part(question: "A"),
    "all/two/notes/n.md": "## Notes\n\nText.\n",
    "all/two/notes/m.txt": "no notes",
    "stray/part.yaml": BankFiles.part(question: "S"),
  ]

  @Test func `a path is a bank, a part of one, an exam, or a folder of these`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(Self.files, in: folder)
      let two = "bank all/two: all/two/a.yaml all/two/bank.yaml all/two/z.yaml all/two/notes/n.md"
      for path in [
        "all/two", "all/two/", "all/two/bank.yaml", "all/two/a.yaml", "all/two/notes/n.md",
      ] {
        #expect(try found(path, in: folder) == [two], "\(path)")
      }
      #expect(try found("all/one.yaml", in: folder) == ["bank all/one.yaml: all/one.yaml"])
      #expect(try found("all/short.yaml", in: folder) == ["exam all/short.yaml"])
      #expect(
        try found("all", in: folder)
          == ["bank all/one.yaml: all/one.yaml", "exam all/short.yaml", two])
      #expect(try found("stray", in: folder) == ["other stray/part.yaml"])
      #expect(try found("stray/part.yaml", in: folder) == ["other stray/part.yaml"])
      #expect(try found("all/settings.yaml", in: folder) == ["other all/settings.yaml"])
    }
  }

  @Test func `what isn't there is said`() throws {
    try withTemporaryFolder { folder in
      _ = #expect(throws: InputFileFailure.self) {
        try BankSearch().sources(at: "\(folder)/nothing.yaml")
      }
      let inEmptyFolder = try BankSearch().sources(at: folder)
      #expect(inEmptyFolder == [])
    }
  }

  @Test func `links are followed only where that is asked for`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(
        ["outside/bank.yaml": BankFiles.bank("out"), "in/own.yaml": BankFiles.bank("own")],
        in: folder)
      try BankFiles.link("\(folder)/in/link", to: "\(folder)/outside")
      try BankFiles.link("\(folder)/in/link.yaml", to: "\(folder)/outside/bank.yaml")
      try BankFiles.link("\(folder)/in/loop", to: "\(folder)/in")
      #expect(
        try found("in", in: folder, followsLinks: false) == ["bank in/own.yaml: in/own.yaml"])
      #expect(
        try found("in/link", in: folder) == ["bank in/link: in/link/bank.yaml"])
      // A loop ends at a depth that no folder of banks has.
      #expect(try found("in", in: folder).count > 3)
    }
  }

  @Test func `built-in banks are found as they stand in the repository`() {
    let paths = BankSource.builtin.map(\.path)
    #expect(paths.contains("QuestionBanks/aws-iam"))
    #expect(paths.contains("QuestionBanks/exams/cloud-best-practices-short.yaml"))
    #expect(paths.count == Set(paths).count)
  }
}
