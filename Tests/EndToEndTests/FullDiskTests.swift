import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The file that holds what could not be saved, by what the screen says at the end.
private func rescued(_ text: String) throws -> String {
  let start = try #require(text.firstRange(of: "they are in '")).upperBound
  return String(text[start...].prefix { $0 != "'" })
}

/// A disk that takes no more: what the learner is told, and that nothing is lost.
@Suite(.enabled(if: SmallDisk.obstacle == nil, "\(SmallDisk.obstacle ?? "")"))
struct FullDiskTests {
  @Test func `what can't be saved is kept, and saved when there is room`() throws {
    try withTemporaryFolder { folder in
      let disk = try SmallDisk(in: LearnerHome(in: folder))
      let terminal = disk.terminal
      try terminal.wait(for: "What is right here?")
      try disk.fill()
      try terminal.answer()
      try terminal.wait(for: "Not saved: No space left on device")
      try terminal.goOn()
      try terminal.answer()
      #expect(terminal.screen.flow.contains("Kept in memory, trying again."))
      #expect(try disk.outside().answers().isEmpty)
      try disk.empty()
      try terminal.wait(for: "the warning to go") { !$0.text.contains("Not saved") }
      try disk.outside().expectAnswers(2)
      try terminal.goOn()
      try terminal.answer()
      try disk.outside().expectAnswers(3)
      terminal.type("\u{3}")
      try terminal.wait(for: "3 of 3 right")
      terminal.type("q")
      try terminal.wait(for: SmallDisk.ending + "0")
    }
  }

  @Test func `at leaving it is said what could not be saved and where it is`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder, questions: 40)
      let disk = try SmallDisk(in: home, "swot study --new 40")
      let terminal = disk.terminal
      try terminal.answer()
      try disk.fill()
      // What is left of the journal's last block takes some answers; the last of them in part.
      var answered = 1
      while !terminal.screen.text.contains("Not saved") {
        try terminal.goOn()
        try terminal.answer()
        answered += 1
        try #require(answered < 35)
      }
      try terminal.goOn()
      try terminal.answer()
      answered += 1
      terminal.type("q")
      try terminal.wait(for: "\(answered) of \(answered) right")
      terminal.type("q")
      try terminal.wait(for: "not saved yet")
      terminal.type("y")
      try terminal.wait(for: SmallDisk.ending + "74")
      let text = terminal.screen.lines.joined()
      #expect(text.contains("2 entries could not be saved: cannot write to"))
      #expect(text.contains("No space left on device"))
      let path = try rescued(text)
      try disk.outside().expectAnswers(answered - 2)
      try disk.empty()
      let merged = try disk.outside().run(["progress", "merge", path])
      #expect(merged.status == 0)
      #expect(merged.output == "Added 2 events; 0 were there already.\n")
      try disk.outside().expectAnswers(answered)
    }
  }

  @Test func `in plain lines too`() throws {
    try withTemporaryFolder { folder in
      let disk = try SmallDisk(in: LearnerHome(in: folder), "swot study --plain")
      let terminal = disk.terminal
      try terminal.wait(for: "Choose one.")
      try disk.fill()
      terminal.type("1\n")
      try terminal.wait(for: "not saved yet: No space left on device")
      terminal.type(":q\n")
      try terminal.wait(for: SmallDisk.ending + "74")
      let path = try rescued(terminal.screen.lines.joined())
      try disk.empty()
      #expect(try disk.outside().run(["progress", "merge", path]).status == 0)
      try disk.outside().expectAnswers(1)
    }
  }

  @Test func `a folder that can't be written is said so, and saving goes on when it can be`() throws
  {
    try withTemporaryFolder { folder in
      let disk = try SmallDisk(in: LearnerHome(in: folder))
      let terminal = disk.terminal
      try terminal.wait(for: "What is right here?")
      try disk.mount("mount -o remount,bind,ro")
      try terminal.answer()
      try terminal.wait(for: "Not saved: Read-only file system")
      try disk.mount("mount -o remount,bind,rw")
      try terminal.wait(for: "the warning to go") { !$0.text.contains("Not saved") }
      try disk.outside().expectAnswers(1)
    }
  }

  @Test func `a folder that can't be written at the start is an error that says what to do`() throws
  {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      let disk = try SmallDisk(
        in: home, prepare: "mount -o remount,bind,ro '\(home.data)'")
      try disk.terminal.wait(for: SmallDisk.ending + "73")
      let text = disk.terminal.screen.lines.joined()
      #expect(text.contains("Read-only file system; choose another folder with --data"))
      #expect(!disk.terminal.screen.isAlternate)
    }
  }

  @Test func `a disk that is taken away in mid-session loses nothing`() throws {
    try withTemporaryFolder { folder in
      let disk = try SmallDisk(in: LearnerHome(in: folder))
      let terminal = disk.terminal
      try terminal.answer()
      try disk.mount("umount -l")
      try terminal.goOn()
      try terminal.answer()
      #expect(!terminal.screen.text.contains("Not saved"))
      try disk.outside().expectAnswers(2)
    }
  }

  @Test func `a full disk is no reason not to start`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      let disk = try SmallDisk(
        in: home, prepare: "head -c 1000000 /dev/zero > '\(home.data)/.filling' 2> /dev/null")
      try disk.terminal.answer()
      try disk.terminal.wait(for: "Not saved: No space left on device")
      try disk.empty()
      try disk.terminal.wait(for: "the warning to go") { !$0.text.contains("Not saved") }
      try disk.outside().expectAnswers(1)
    }
  }
}

/// A data folder that vanishes.
@Suite struct VanishingFolderTests {
  @Test func `a data folder that is deleted in mid-session comes back with everything`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      let terminal = try home.start()
      try terminal.answer()
      try FileManager.default.removeItem(atPath: home.data)
      try terminal.goOn()
      try terminal.answer()
      #expect(!terminal.screen.text.contains("Not saved"))
      try home.expectAnswers(2)
      terminal.type("q")
      try terminal.wait(for: "2 of 2 right")
      terminal.type("q")
      #expect(terminal.status() == 0)
      try home.expectAnswers(2)
    }
  }

  @Test func `a file in the place of the data folder is said, and the answers go elsewhere`() throws
  {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      let terminal = try home.start()
      try terminal.answer()
      try FileManager.default.removeItem(atPath: home.data)
      try Data("in the way".utf8).write(to: URL(filePath: home.data))
      try terminal.goOn()
      try terminal.answer()
      try terminal.wait(for: "Not saved: ")
      terminal.type("q")
      try terminal.wait(for: "2 of 2 right")
      terminal.type("q")
      try terminal.wait(for: "not saved yet")
      terminal.type("y")
      #expect(terminal.status() == 74)
      terminal.expectRestored()
      // What was written before the folder vanished is there too.
      try FileManager.default.removeItem(atPath: home.data)
      let path = try rescued(terminal.screen.lines.joined())
      #expect(try home.run(["progress", "merge", path]).status == 0)
      try home.expectAnswers(2)
    }
  }
}

extension VirtualScreen {
  /// All that is seen as one line, however it is broken between words.
  fileprivate var flow: String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
