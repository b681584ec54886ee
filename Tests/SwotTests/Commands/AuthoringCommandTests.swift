import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `swot bank new`, `edit`, `schema` and `check --fix`.
@Suite struct AuthoringCommandTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try InputFile.read(path), as: UTF8.self)
  }

  private func run(_ arguments: String..., in folder: String) throws -> Program.Outcome {
    try Program.run(["bank"] + arguments, home: folder)
  }

  @Test func `a new bank, its questions of every kind and its exam are sound`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/capitals.yaml"
      let made = try run("new", "bank", "capitals", "--output", path, "--title", "No", in: folder)
      #expect(made.status == 0 && made.output == "\(path):5\n" && made.errors == "")
      for kind in ["match", "order", "answer", "choices"] {
        let added = try run("new", "question", path, "--kind", kind, in: folder)
        let id = try lastID(path)
        #expect(added.status == 0 && added.errors == "New: capitals/\(id)\n")
      }
      let exam = try run(
        "new", "exam", "capitals-mock", "--from", path, "--output", "\(folder)/m.exam.yaml",
        in: folder)
      #expect(exam.status == 0)
      let text = try text(path)
      #expect(text.hasPrefix("# yaml-language-server: $schema=swot-bank.schema.json\n"))
      #expect(text.contains("title: \"No\"") && text.contains("reviewed: 2026-11-23"))
      #expect(
        text.split(separator: "\n").filter { $0.contains("id: Q-") }.map { $0.suffix(5) } == [
          "Q-001", "Q-002", "Q-003", "Q-004", "Q-005",
        ])
      let schema = try self.text("\(folder)/swot-bank.schema.json")
      let printed = try run("schema", in: folder)
      #expect(printed.output == schema)
      let check = try run("check", folder, in: folder)
      #expect(check.status == 0 && !check.errors.contains("error"), "\(check.errors)")
      let format = try run("format", "--check", folder, in: folder)
      #expect(format.status == 0 && format.output == "", "\(format.output)")
      // Nothing that is there is replaced.
      let again = try run("new", "bank", "capitals", "--output", path, in: folder)
      #expect(again.status == 73)
      let kept = try self.text(path)
      #expect(kept == text)
    }
  }

  private func lastID(_ path: String) throws -> String {
    let line = try text(path).split(separator: "\n").last { $0.contains("- id: Q-") }
    return line.map { String($0.suffix(5)) } ?? ""
  }

  @Test func `what is no bank of one's own can't be edited`() throws {
    try withTemporaryFolder { folder in
      let builtin = try run("edit", "aws-iam/IAM-Q-001", in: folder)
      #expect(builtin.status == 73 && builtin.errors.contains("comes with the program"))
      try BankFiles.write(["x.yaml": BankFiles.bank("x")], in: folder)
      let unknown = try run("edit", "--bank", "\(folder)/x.yaml", "x/Q-002", in: folder)
      #expect(unknown.status == 66 && unknown.errors.contains("did you mean 'x/Q-001'"))
      let known = try run("edit", "--bank", "\(folder)/x.yaml", "x/Q-001", in: folder)
      #expect(known.status == 0 && known.output == "\(folder)/x.yaml:5\n")
      let objective = try run("new", "question", "\(folder)/x.yaml", "--objective", "O", in: folder)
      #expect(objective.status == 66)
    }
  }

  @Test func `a check mends slips and says so`() throws {
    try withTemporaryFolder { folder in
      let bad = BankFiles.bank("x").replacing("answer", with: "anser")
      try BankFiles.write(["x.yaml": bad], in: folder)
      let outcome = try run("check", "--fix", "\(folder)/x.yaml", in: folder)
      #expect(outcome.status == 0)
      #expect(
        outcome.errors.hasPrefix("fixed: \(folder)/x.yaml:7:5: key 'anser' is now 'answer'\n"))
      let found = try text("\(folder)/x.yaml")
      #expect(found == BankFiles.bank("x"))
    }
  }

  @Test func `a question whose id another branch took first gets a new one`() throws {
    try withTemporaryFolder { folder in
      func git(_ arguments: String...) throws {
        let outcome = try Program.run(
          at: "/usr/bin/env",
          [
            "git", "-C", folder, "-c", "user.name=A", "-c", "user.email=a@example.com", "-c",
            "init.defaultBranch=main",
          ] + arguments, home: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
      }
      func question(_ id: String, _ stem: String) -> String {
        "  - id: \(id)\n    stem: \(stem)\n    answer: [this]\n"
      }
      let path = "\(folder)/my bank.yaml"
      func write(_ text: String) throws { try BankFiles.write(["my bank.yaml": text], in: folder) }
      try write(BankFiles.bank("x"))
      let away = try run("check", "--fix", "--base", "main", path, in: folder)
      #expect(away.status == 66 && away.errors.contains("no git repository"))
      try git("init", "-q")
      try git("add", "my bank.yaml")
      try git("commit", "-qm", "one")
      try git("branch", "topic")
      try write(BankFiles.bank("x") + question("Q-002", "Theirs?"))
      try git("commit", "-qam", "theirs")
      try git("checkout", "-q", "topic")
      try write(BankFiles.bank("x") + question("Q-002", "Ours?"))
      try git("commit", "-qam", "ours")
      let unknown = try run("check", "--fix", "--base", "--output=x", path, in: folder)
      #expect(unknown.status != 0)
      let strange = try run("check", "--fix", "--base", "nowhere", path, in: folder)
      #expect(strange.status == 66 && strange.errors.contains("'nowhere'"))
      let outcome = try run("check", "--fix", "--base", "main", path, in: folder)
      #expect(outcome.status == 0)
      #expect(
        outcome.errors.hasPrefix(
          "fixed: \(path):8:9: question 'Q-002' is now 'Q-003': main has another question with that id\n"
        ), "\(outcome.errors)")
      let found = try text(path)
      #expect(found == BankFiles.bank("x") + question("Q-003", "Ours?"))
      let again = try run("check", "--fix", "--base", "main", path, in: folder)
      #expect(!again.errors.contains("fixed:"))
    }
  }

  @Test func `editors are called so that they open at the line`() {
    func arguments(_ command: String, _ path: String = "a b.yaml") -> [String]? {
      TextEditor(Environment(["EDITOR": command]))?.arguments(path: path, line: 7)
    }
    #expect(arguments("vim") == ["+7", "a b.yaml"])
    #expect(arguments("/usr/bin/nano -w", "-x.yaml") == ["+7", "./-x.yaml"])
    #expect(arguments("code") == ["--wait", "--goto", "a b.yaml:7"])
    #expect(arguments("code --wait -n") == ["--goto", "a b.yaml:7"])
    #expect(arguments("unknown") == ["a b.yaml"])
    #expect(TextEditor(Environment([:])) == nil)
    #expect(TextEditor(Environment(["VISUAL": "a", "EDITOR": "b"]))?.command == "a")
  }
}
