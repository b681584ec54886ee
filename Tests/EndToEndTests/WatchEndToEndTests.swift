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

/// The preview of a bank in a terminal, while files are saved.
@Suite struct WatchEndToEndTests {
  private func text(_ stem: String, _ answer: String = "answer") -> String {
    """
    format: swot-bank/1
    id: x
    title: X
    questions:
      - id: Q-1
        stem: Always here?
        answer: [this]
      - id: Q-2
        stem: \(stem)
        \(answer): [that]

    """
  }

  @Test func `a save shows at once, in place or by another file, and so does an error`() throws {
    try withTemporaryFolder { home in
      let path = "\(home)/x.yaml"
      func save(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }
      try save(text("First?"))
      let terminal = try Terminal(["bank", "watch", path], home: home)
      try terminal.wait(for: "Always here?")
      try save(text("Saved in place?"))
      try terminal.wait(for: "Saved in place?")
      try Data(text("Put in its place?").utf8).write(to: URL(filePath: path + ".new"))
      #expect(rename(path + ".new", path) == 0)
      try terminal.wait(for: "Put in its place?")
      try save(text("Broken?", "anser"))
      try terminal.wait(for: "unknown key 'anser'")
      try save(text("Mended?"))
      try terminal.wait(for: "Mended?")
      terminal.type("k")
      try terminal.wait(for: "Always here?")
      terminal.type("q")
      #expect(terminal.status() == 0)
      terminal.expectRestored()
    }
  }
}
