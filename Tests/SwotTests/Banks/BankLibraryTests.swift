import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

@testable import swot

@Suite struct BankLibraryTests {
  private func failure(_ body: () throws -> Void) -> BankLibraryFailure? {
    do {
      try body()
      return nil
    } catch {
      return error as? BankLibraryFailure
    }
  }

  @Test func `the built-in banks and exams are without an error and in place`() throws {
    let library = try BankLibrary()
    #expect(library.banks.map(\.bank.id) == ["aws-architecture", "aws-iam", "gcp-containers"])
    #expect(library.banks.allSatisfy { $0.isBuiltin && $0.bank.questions.count >= 12 })
    #expect(library.blueprints.map(\.blueprint.id).contains("cloud-best-practices-short"))
    #expect(library.problems.isEmpty)
  }

  @Test func `banks come from the program, the learner's folder and paths, in this order`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(
        [
          "own/mine/bank.yaml": BankFiles.bank("mine"),
          "own/x.exam.yaml": BankFiles.exam("x", from: "mine"),
          "given.yaml": BankFiles.bank("given"),
        ], in: folder)
      let library = try BankLibrary(
        paths: ["\(folder)/given.yaml"], learnerBanks: "\(folder)/own")
      #expect(library.banks.map(\.bank.id).suffix(2) == ["mine", "given"])
      #expect(
        library.banks.map(\.path).suffix(2) == ["\(folder)/own/mine", "\(folder)/given.yaml"])
      #expect(library.blueprints.last?.blueprint.id == "x")
      let alone = try BankLibrary(paths: ["\(folder)/given.yaml"], hasBuiltinBanks: false)
      #expect(alone.banks.map(\.bank.id) == ["given"])
    }
  }

  @Test func `a learner's folder that isn't there is an empty one`() throws {
    let library = try BankLibrary(learnerBanks: "/nonexistent/banks", hasBuiltinBanks: false)
    #expect(library.banks.isEmpty && library.problems.isEmpty)
  }

  @Test func `a damaged bank of the learner's own is left out and named`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(
        ["a.yaml": "format: swot-bank/1\nid: a\n", "b.yaml": BankFiles.bank("b")], in: folder)
      let library = try BankLibrary(learnerBanks: folder, hasBuiltinBanks: false)
      #expect(library.banks.map(\.bank.id) == ["b"])
      #expect(
        library.problems
          == [
            "'\(folder)/a.yaml' has errors and is left out; see: swot bank check '\(folder)/a.yaml'"
          ])
    }
  }

  @Test func `the learner's folder is not followed out of itself`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(["real/b.yaml": BankFiles.bank("b")], in: folder)
      try BankFiles.link("\(folder)/banks", to: "\(folder)/real")
      let library = try BankLibrary(learnerBanks: "\(folder)/banks", hasBuiltinBanks: false)
      #expect(library.banks.isEmpty)
      #expect(library.problems.count == 1)
    }
  }

  @Test func `a damaged bank at a path ends the program with status 65`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(["a.yaml": "format: swot-bank/1\nid: a\n"], in: folder)
      let failure = failure { _ = try BankLibrary(paths: ["\(folder)/a.yaml"]) }
      #expect(failure?.status == .badData)
      #expect(failure?.description == "'\(folder)/a.yaml' has errors")
    }
  }

  @Test func `two banks with one id are an error that names both files`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(
        ["a.yaml": BankFiles.bank("same"), "b.yaml": BankFiles.bank("same")], in: folder)
      let failure = failure { _ = try BankLibrary(paths: [folder]) }
      #expect(failure?.status == .badData)
      #expect(
        failure?.description
          == "two banks have the id 'same': '\(folder)/a.yaml' and '\(folder)/b.yaml'; leave one out, or use --no-builtin-banks"
      )
    }
  }

  @Test func `what a path names stands for what the learner added`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(
        [
          "own/mine/bank.yaml": BankFiles.bank("mine"),
          "own/x.exam.yaml": BankFiles.exam("x", from: "mine"),
          "draft/mine.yaml": BankFiles.bank("mine"),
          "draft/x.yaml": BankFiles.exam("x", from: "mine"),
        ], in: folder)
      var library = try BankLibrary(learnerBanks: "\(folder)/own", hasBuiltinBanks: false)
      let draft = "\(folder)/draft/mine.yaml"
      #expect(try library.banks(named: [draft]).map(\.path) == [draft])
      #expect(library.banks.map(\.path) == [draft])
      let exam = "\(folder)/draft/x.yaml"
      #expect(try library.blueprint(named: exam).path == exam)
      #expect(library.blueprints.map(\.path) == [exam])
      // Two paths still quarrel.
      #expect(failure { _ = try library.banks(named: ["\(folder)/own/mine"]) }?.status == .badData)
    }
  }

  @Test func `a path without a bank is not found`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(
        ["notes.yaml": "a: b\n", "x.yaml": BankFiles.exam("x", from: "b")], in: folder)
      for path in ["\(folder)/notes.yaml", "\(folder)/missing.yaml"] {
        #expect(failure { _ = try BankLibrary(paths: [path]) }?.status == .inputNotFound, "\(path)")
      }
      var library = try BankLibrary(hasBuiltinBanks: false)
      #expect(
        failure { _ = try library.banks(named: ["\(folder)/x.yaml"]) }?.status == .inputNotFound)
    }
  }

  @Test func `banks are named by id or path, each once`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(["b.yaml": BankFiles.bank("b")], in: folder)
      var library = try BankLibrary()
      let names = ["gcp-containers", "\(folder)/b.yaml", "aws-iam", "b"]
      #expect(
        try library.banks(named: names).map(\.bank.id) == ["gcp-containers", "b", "aws-iam"])
      let all = try library.banks(named: [])
      #expect(all.count == 4)
    }
  }

  @Test func `an unknown name suggests the nearest`() throws {
    var library = try BankLibrary()
    let bank = failure { _ = try library.banks(named: ["aws-ami"]) }
    #expect(bank?.status == .inputNotFound)
    #expect(bank?.description == "there is no bank 'aws-ami'; did you mean 'aws-iam'?")
    let exam = failure { _ = try library.blueprint(named: "cloud-best-practices-shrt") }
    #expect(
      exam?.description
        == "there is no exam 'cloud-best-practices-shrt'; did you mean 'cloud-best-practices-short'?"
    )
    let far = failure { _ = try library.banks(named: ["chemistry"]) }
    #expect(
      far?.description
        == "there is no bank 'chemistry'; there are: aws-architecture, aws-iam, gcp-containers")
  }

  @Test func `an exam is named by id or path`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(
        [
          "x.yaml": BankFiles.exam("x", from: "aws-iam"),
          "two/a.yaml": BankFiles.exam("a", from: "aws-iam"),
          "two/b.yaml": BankFiles.exam("b", from: "aws-iam"),
          "one/bank.yaml": BankFiles.bank("one"),
        ], in: folder)
      var library = try BankLibrary()
      #expect(try library.blueprint(named: "\(folder)/x.yaml").blueprint.id == "x")
      #expect(try library.blueprint(named: "x").path == "\(folder)/x.yaml")
      #expect(
        failure { _ = try library.blueprint(named: "\(folder)/two") }?.status == .usage)
      #expect(
        failure { _ = try library.blueprint(named: "\(folder)/one") }?.status
          == .inputNotFound)
    }
  }
}
