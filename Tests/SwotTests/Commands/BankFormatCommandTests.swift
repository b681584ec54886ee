import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct BankFormatCommandTests {
  private static let loose = """
    id: x   # the id
    format: swot-bank/1
    title: 'X'
    questions:
    - stem: Which one?
      id: Q-1
      answer: [this]

    """
  private static let laidOut = """
    format: swot-bank/1
    id: x # the id
    title: X

    questions:
      - id: Q-1
        stem: Which one?
        answer: [this]

    """

  private func text(_ path: String) throws -> String {
    String(decoding: try InputFile.read(path), as: UTF8.self)
  }

  private func run(
    _ arguments: String..., in folder: String
  ) throws -> (status: Int32, output: String, errors: String) {
    let outcome = try Program.run(["bank", "format"] + arguments, home: folder)
    return (
      outcome.status, outcome.output.replacing(folder, with: ""),
      outcome.errors.replacing(folder, with: "")
    )
  }

  @Test func `a bank is formatted where it stands, with its rights and through a link`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/x.yaml"
      try BankFiles.write(["x.yaml": Self.loose], in: folder)
      #expect(chmod(path, 0o640) == 0)
      try BankFiles.link("\(folder)/link.yaml", to: "x.yaml")
      let first = try run("\(folder)/link.yaml", in: folder)
      #expect(first == (0, "Formatted /link.yaml.\n", ""))
      let found = try text(path)
      #expect(found == Self.laidOut)
      #expect(FileSystemItem(at: "\(folder)/link.yaml", followingLinks: false) == .symbolicLink)
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == 0o640)
      let second = try run(path, in: folder)
      #expect(second == (0, "", ""))
    }
  }

  @Test func `a check lists what would change, and changes nothing`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(["a/x.yaml": Self.loose, "a/y.yaml": Self.laidOut], in: folder)
      let loose = try run("--check", "\(folder)/a", in: folder)
      #expect(loose == (1, "/a/x.yaml\n", ""))
      let even = try run("--check", "\(folder)/a/y.yaml", in: folder)
      #expect(even == (0, "", ""))
      let found = try text("\(folder)/a/x.yaml")
      #expect(found == Self.loose)
    }
  }

  @Test func `a difference looks as usual, and changes nothing`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(["x.yaml": Self.loose], in: folder)
      let outcome = try run("--diff", "\(folder)/x.yaml", in: folder)
      #expect(outcome.status == 0 && outcome.errors == "")
      #expect(
        outcome.output == """
          --- /x.yaml
          +++ /x.yaml
          @@ -1,7 +1,8 @@
          -id: x   # the id
           format: swot-bank/1
          -title: 'X'
          +id: x # the id
          +title: X
          +
           questions:
          -- stem: Which one?
          -  id: Q-1
          -  answer: [this]
          +  - id: Q-1
          +    stem: Which one?
          +    answer: [this]

          """)
      let found = try text("\(folder)/x.yaml")
      #expect(found == Self.loose)
    }
  }

  @Test func `a file with errors is left alone, and said to be`() throws {
    try withTemporaryFolder { folder in
      let bad = Self.loose.replacing("answer", with: "anser")
      try BankFiles.write(["a/x.yaml": bad, "b/x.yaml": Self.loose], in: folder)
      let outcome = try run(folder, in: folder)
      #expect(outcome.status == 65)
      #expect(outcome.output == "Formatted /b/x.yaml.\n")
      #expect(outcome.errors.contains("/a/x.yaml:7:3: error: unknown key 'anser'"))
      #expect(outcome.errors.hasSuffix("swot: '/a/x.yaml' has errors and is left alone\n"))
      let found = try text("\(folder)/a/x.yaml")
      #expect(found == bad)
    }
  }

  @Test func `of a bank in several files only the one that is named is formatted`() throws {
    try withTemporaryFolder { folder in
      let part = "questions:\n- {id: Q-2, stem: Which one?, answer: [this]}\n"
      try BankFiles.write(
        ["b/bank.yaml": Self.loose, "b/one.yaml": part, "b/notes/n.md": "# N\n"], in: folder)
      let one = try run("\(folder)/b/one.yaml", in: folder)
      #expect(one == (0, "Formatted /b/one.yaml.\n", ""))
      let all = try run("\(folder)/b", in: folder)
      #expect(all == (0, "Formatted /b/bank.yaml.\n", ""))
    }
  }

  @Test func `a file that may not be written is left as it is`() throws {
    // Nothing is forbidden to root.
    guard getuid() != 0 else { return }
    try withTemporaryFolder { folder in
      try BankFiles.write(["x.yaml": Self.loose], in: folder)
      #expect(chmod("\(folder)/x.yaml", 0o444) == 0)
      let outcome = try run("\(folder)/x.yaml", in: folder)
      #expect(outcome.status == 73 && outcome.errors.contains("Permission denied"))
    }
  }

  @Test func `differences are told in hunks`() {
    let lines = (1...20).map { "line \($0)" }
    var changed = lines
    changed[2] = "other"
    changed.remove(at: 15)
    func text(_ lines: [String]) -> String { lines.joined(separator: "\n") }
    #expect(UnifiedDiff("a\n", "a\n", name: "x").lines.isEmpty)
    #expect(
      UnifiedDiff(text(lines), text(changed) + "\n", name: "x").lines == [
        "--- x", "+++ x", "@@ -1,6 +1,6 @@", " line 1", " line 2", "-line 3", "+other", " line 4",
        " line 5", " line 6", "@@ -13,8 +13,7 @@", " line 13", " line 14", " line 15", "-line 16",
        " line 17", " line 18", " line 19", "-line 20", "\\ No newline at end of file", "+line 20",
      ])
  }
}
