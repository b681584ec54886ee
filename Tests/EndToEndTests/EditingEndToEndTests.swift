import TestSupport
import Testing

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

/// Questions edited from the list of all questions, in a terminal.
@Suite struct EditingEndToEndTests {
  /// An editor that shows where it was opened, and replaces what is typed as `OLD/NEW`.
  private static let editor = """
    #!/bin/sh
    echo "opened at $1"
    read -r change
    sed -i "s/$change/" "$2"

    """

  @Test func `e opens the editor at the line, and what was saved is shown after it`() throws {
    try withTemporaryFolder { folder in
      let home = try LearnerHome(in: folder)
      // The name of one that is told the line as +N.
      let editor = "\(folder)/nano"
      try Data(Self.editor.utf8).write(to: URL(filePath: editor))
      #expect(chmod(editor, 0o755) == 0)
      let terminal = try home.start([], environment: ["EDITOR": editor])
      for text in ["Which subjects", "Which exam", "When is the exam?"] {
        try terminal.wait(for: text)
        terminal.type("\r")
      }
      try terminal.wait(for: "Today")
      terminal.type("b")
      try terminal.wait(for: "What is right here? 1")
      terminal.type("e")
      // The first question's id stands there.
      try terminal.wait(for: "opened at +11")
      #expect(terminal.screen.text.contains("All questions") == false)
      terminal.type("here? 1/here and now?\n")
      try terminal.wait(for: "Read again")
      try terminal.wait(for: "What is right here and now?")
      #expect(!terminal.screen.text.contains("opened at"))
      terminal.type("e")
      try terminal.wait(for: "opened at +11")
      terminal.type("right: This/rihgt: This\n")
      try terminal.wait(for: "unknown key 'rihgt'")
      terminal.type("\r")
      try terminal.wait(for: "This one.")
      terminal.type("e")
      try terminal.wait(for: "opened at")
      terminal.type("rihgt: This one/right: That one\n")
      try terminal.wait(for: "That one.")
      terminal.type("q")
      try terminal.wait(for: "All questions")
      terminal.type("q")
      try terminal.wait(for: "Today")
      terminal.type("q")
      #expect(terminal.status() == 0)
      terminal.expectRestored()
    }
  }

  @Test func `what can't be edited says so, and nothing is opened`() throws {
    try withTemporaryFolder { home in
      let terminal = try Terminal([], home: home, environment: ["EDITOR": "false"])
      for text in ["Which subjects", "Which exam", "When is the exam?"] {
        try terminal.wait(for: text)
        terminal.type("\r")
      }
      try terminal.wait(for: "Today")
      terminal.type("b")
      try terminal.wait(for: "All questions")
      terminal.type("e")
      try terminal.wait(for: "Built-in banks can't be edited")
      terminal.type("qq")
      #expect(terminal.status() == 0)
      terminal.expectRestored()
    }
  }
}
