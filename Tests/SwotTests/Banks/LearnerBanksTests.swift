import ProgressStore
import QuestionBankFormat
import TestSupport
import Testing

@testable import swot

@Suite struct LearnerBanksTests {
  @Test func `a file becomes the main file of a folder`() throws {
    try withTemporaryFolder { folder in
      let banks = LearnerBanks(path: "\(folder)/data/banks")
      try banks.keep([SourceFile(name: "x/my.yaml", text: "one")], asBank: "mine")
      try banks.keep([SourceFile(name: "x/my.yaml", text: "two")], asBank: "mine")
      #expect(try BankFiles.below(folder) == ["data/banks/mine/bank.yaml"])
      #expect(try InputFile.read("\(folder)/data/banks/mine/bank.yaml") == Array("two".utf8))
    }
  }

  @Test func `a bank in several files keeps their names`() throws {
    try withTemporaryFolder { folder in
      let banks = LearnerBanks(path: folder)
      try banks.keep(
        ["b/bank.yaml", "b/part.yaml", "b/notes/n.md"].map { SourceFile(name: $0, text: $0) },
        asBank: "b")
      try banks.keep(SourceFile(name: "b/x.yaml", text: "x"), asExam: "b")
      #expect(
        try BankFiles.below(folder)
          == ["b.exam.yaml", "b/bank.yaml", "b/notes/n.md", "b/part.yaml"])
      let rights = try POSIXFileSystem().status(at: "\(folder)/b/notes/n.md")?.permissions
      #expect(rights == 0o600)
      #expect(try POSIXFileSystem().status(at: "\(folder)/b")?.permissions == 0o700)
    }
  }

  @Test(
    arguments: [
      ("look at", "/banks"), ("create folder", "/.new-b"), ("create folder", "/notes"),
      ("open", "/bank.yaml"), ("open", "/n.md"), ("write to", "/bank.yaml"), ("write to", "/n.md"),
      ("sync", "/bank.yaml"), ("sync", "/notes"), ("sync", "/.new-b"), ("look at", "/b"),
      ("rename", "/b"), ("rename", "/.new-b"), ("sync", "/banks"), ("remove", "/.old-b"),
      ("remove", "/n.md"),
    ])
  func `whatever fails, the old bank or the new one is there, whole`(
    action: String, name: String
  ) throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/banks"
      let old = [SourceFile(name: "bank.yaml", text: "old"), SourceFile(name: "n.md", text: "old")]
      let new = [SourceFile(name: "bank.yaml", text: "new"), SourceFile(name: "n.md", text: "new")]
      try LearnerBanks(path: path).keep(old, asBank: "b")
      let failing = LearnerBanks(
        path: path, fileSystem: FailingFileSystem(action: action, name: name))
      do throws(LearnerBanksFailure) {
        try failing.keep(new, asBank: "b")
        #expect(action == "remove")
      } catch {
        #expect(error.description.hasPrefix("cannot \(action) "))
      }
      let main = String(decoding: try InputFile.read("\(path)/b/bank.yaml"), as: UTF8.self)
      let note = String(decoding: try InputFile.read("\(path)/b/notes/n.md"), as: UTF8.self)
      #expect(main == note)
      // What was kept shows only in the one step at the end.
      #expect(main == (action == "remove" || name == "/banks" && action == "sync" ? "new" : "old"))
      let visible = try BankFiles.below(path).filter { !$0.hasPrefix(".") }
      #expect(visible == ["b/bank.yaml", "b/notes/n.md"])
    }
  }
}

/// A file system of which one kind of call fails on files of one name, whatever process number
/// stands behind the name.
private struct FailingFileSystem: FileSystem {
  let action: String
  let name: String
  private let real = POSIXFileSystem()

  init(action: String, name: String) {
    self.action = action
    self.name = name
  }

  private func next(_ action: String, _ path: String) throws(SystemError) {
    let last = path.split(separator: "/").last ?? ""
    let stem = last.hasPrefix(".") ? last.prefix { !$0.isNumber }.dropLast() : last
    if action == self.action, "/" + stem == name { throw SystemError(action, path, code: 28) }
  }

  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> OpenFile {
    try next("open", path)
    return try real.open(path, mode)
  }
  func close(_ file: OpenFile) { real.close(file) }
  func read(
    _ file: OpenFile, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int { try real.read(file, at: offset, into: buffer) }
  func write(_ bytes: UnsafeRawBufferPointer, to file: OpenFile) throws(SystemError) -> Int {
    try next("write to", file.path)
    return try real.write(bytes, to: file)
  }
  func syncData(_ file: OpenFile) throws(SystemError) { try real.syncData(file) }
  func sync(_ file: OpenFile) throws(SystemError) {
    try next("sync", file.path)
    try real.sync(file)
  }
  func setLength(of file: OpenFile, to length: Int) throws(SystemError) {
    try real.setLength(of: file, to: length)
  }
  func tryLock(_ file: OpenFile) throws(SystemError) -> Bool { try real.tryLock(file) }
  func status(of file: OpenFile) throws(SystemError) -> FileStatus { try real.status(of: file) }
  func status(at path: String) throws(SystemError) -> FileStatus? {
    try next("look at", path)
    return try real.status(at: path)
  }
  func names(in folder: String) throws(SystemError) -> [String] { try real.names(in: folder) }
  func makeFolder(_ path: String) throws(SystemError) {
    try next("create folder", path)
    try real.makeFolder(path)
  }
  func setPermissions(of path: String, to mode: Int) throws(SystemError) {
    try real.setPermissions(of: path, to: mode)
  }
  func rename(_ path: String, to newPath: String) throws(SystemError) {
    try next("rename", path)
    try real.rename(path, to: newPath)
  }
  func link(_ path: String, to newPath: String) throws(SystemError) {
    try real.link(path, to: newPath)
  }
  func removeFile(_ path: String) throws(SystemError) {
    try next("remove", path)
    try real.removeFile(path)
  }
  func removeFolder(_ path: String) throws(SystemError) {
    try next("remove", path)
    try real.removeFolder(path)
  }
}
