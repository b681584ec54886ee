import FSRS
import TerminalUI
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

/// The program in terminals that change their size all the time, are of odd types, or are none.
///
/// `SWOT_HOSTILE=full`, which `make hostile` sets, takes all sizes and many more keys: minutes.
@Suite(.serialized) struct HostileTerminalTests {
  private static let isFull =
    ProcessInfo.processInfo.environment["SWOT_HOSTILE"] == "full"

  /// All keys that do something somewhere, and much that is none.
  private static let keys: [[UInt8]] =
    [
      "1", "2", "9", "j", "k", " ", "\r", "\r", "c", "u", "g", "x", "f", "n", "o", "!", "s", "z",
      "?", "/", "\t", "q", "b", "e", ",", "p", "i", "[", "y", "\u{3}", "\u{c}", "\u{1a}", "\u{1b}",
      "\u{1b}[A", "\u{1b}OB", "\u{1b}[5~", "\u{1b}[6~", "\u{1b}[H", "\u{1b}[F", "\u{1b}[1;2B",
      "\u{1b}[Z", "\u{7f}", "é", "漢", "\u{202e}", "\u{9b}2J", "\u{1b}[200~a\rb\u{1b}[201~",
      "\u{1b}[<0;5;5M", "\u{1b}[M !!", "\u{1b}[", "\u{1b}O", "\u{1b}]0;x\u{7}",
    ].map { Array($0.utf8) } + [[0xff], [0xc3], [0x00], [0xe2, 0x82], [0x9b, 0x41]]

  /// Values of `LC_ALL`, most of which name no locale.
  private static let locales: [String?] = [
    "C", "C.UTF-8", "POSIX", "en_US.UTF-8", "de_DE.ISO-8859-1", "xx_YY.bad", "\u{1b}[31m",
    "../../../etc", "", nil,
  ]

  /// All sizes from 1×1 to 400×120, in an order that the seed gives.
  private static func sizes(_ random: inout SplitMix64) -> [Size] {
    (1...120).flatMap { rows in (1...400).map { Size(columns: $0, rows: rows) } }
      .shuffled(using: &random)
  }

  /// Checks that the journals are whole, and that every answer in them is one.
  private func verify(_ home: String) throws {
    let outcome = try Program.run(["progress", "verify", "--format", "json"], home: home)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains(#""damaged":[]"#))
  }

  // MARK: - Sizes

  @Test(arguments: ["study", "home", "notes"])
  func `a running program takes every size`(command: String) throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      var random = SplitMix64(seed: 3)
      let terminal = try Terminal([command] + bank, home: home)
      try terminal.wait(for: "a screen") { $0.isAlternate && !$0.text.allSatisfy(\.isWhitespace) }
      let count = !Self.isFull ? 40 : command == "study" ? 48_000 : 4_800
      for size in Self.sizes(&random).prefix(count) {
        let before = terminal.screen.erasures
        terminal.resize(to: size)
        // The frame before is whole then, and this one has begun.
        try terminal.wait(for: "a frame of \(size)") { $0.erasures > before }
      }
      terminal.resize(to: Size(columns: 80, rows: 24))
      terminal.type("\u{c}")
      try terminal.wait(for: "? help")
      terminal.program.signal(SIGTERM)
      #expect(terminal.status() == 143)
      terminal.expectRestored()
      try verify(home)
    }
  }

  @Test(arguments: [
    (1, 1), (1, 120), (400, 1), (400, 120), (2, 2), (39, 12), (40, 11), (40, 12), (80, 24), (0, 0),
    (0, 24), (65_535, 1), (1, 65_535), (65_535, 65_535),
  ])
  func `a program starts in every size`(columns: Int, rows: Int) throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home)
      let terminal = try Terminal(
        ["study"] + bank, home: home, size: Size(columns: columns, rows: rows),
        emulated: Size(columns: min(columns, 400), rows: min(rows, 120)))
      try terminal.wait(for: "the screen") { $0.isAlternate }
      // Not the size that is taken where none is known, which would change nothing.
      terminal.resize(to: Size(columns: 81, rows: 25))
      try terminal.wait(for: "What is right here?")
      terminal.type("1\r")
      try terminal.wait(for: "Right.")
      terminal.program.signal(SIGTERM)
      #expect(terminal.status() == 143)
      terminal.expectRestored()
    }
  }

  @Test(arguments: isFull ? [1, 2, 3, 4, 5] : [1] as [UInt64])
  func `a resize between any two keys loses nothing`(seed: UInt64) throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home, questions: 40)
      var random = SplitMix64(seed: seed)
      // The first start asks its questions; after that `swot` opens the home screen.
      _ = try Program.run(["quiz", "--count", "1"] + bank, input: "1\n", home: home)
      var starts = 0
      var terminal: Terminal?
      for _ in 0..<(Self.isFull ? 2_000 : 200) {
        if let ended = terminal?.program.status(within: 0) {
          #expect(ended == 0)
          _ = terminal?.status()
          terminal?.expectRestored()
          terminal = nil
        }
        if terminal == nil {
          starts += 1
          let command = [[], ["study"], ["quiz"], ["notes"]].randomElement(using: &random) ?? []
          terminal = try Terminal(command + bank, home: home, isCooked: false)
          try terminal?.wait(for: "a screen") { $0.isAlternate }
        }
        let size = Size(
          columns: Int.random(in: 1...(Bool.random(using: &random) ? 100 : 400), using: &random),
          rows: Int.random(in: 1...(Bool.random(using: &random) ? 40 : 120), using: &random))
        let before = terminal?.screen.erasures ?? 0
        terminal?.type(Self.keys.randomElement(using: &random) ?? [])
        terminal?.resize(to: size)
        guard Bool.random(using: &random) else { continue }
        try terminal?.wait(for: "a frame of \(size)") { screen in
          screen.erasures > before || terminal?.program.status(within: 0) != nil
        }
      }
      terminal?.program.signal(SIGTERM)
      if let status = terminal?.status() { #expect([0, 143].contains(status)) }
      terminal?.expectRestored()
      #expect(starts > 0)
      try verify(home)
    }
  }

  // MARK: - Types and locales

  @Test(arguments: [
    "vt100", "vt220", "linux", "screen", "screen-256color", "tmux", "tmux-256color", "xterm",
    "xterm-256color", "xterm-direct", "rxvt", "ansi", "xterm-kitty", "dumb", "unknown", "lpr", "",
    "/etc/passwd", "../../etc/passwd", "x\u{1b}[2Jy", String(repeating: "x", count: 10_000), nil,
  ])
  func `terminals of every type show screens or lines`(type: String?) throws {
    try withTemporaryFolder { home in
      for locale in Self.isFull || type == "xterm-256color" ? Self.locales : ["C", "C.UTF-8"] {
        let bank = try PlainBank.write(to: home, questions: 1, stem: "Was heißt “schön”? 漢 😀")
        let terminal = try Terminal(
          ["quiz"] + bank, home: home, size: Size(columns: 100, rows: 30),
          environment: ["TERM": type, "LC_ALL": locale, "LANG": nil])
        try terminal.wait(for: "This one.")
        if terminal.screen.isAlternate || terminal.received.contains(0x1b) {
          terminal.type("1\r")
          try terminal.wait(for: "Right.")
          terminal.type("\u{3}")
          try terminal.wait(for: "1 of 1 right")
          terminal.type("q")
        } else {
          terminal.type("1\n")
        }
        #expect(terminal.status() == 0)
        terminal.expectRestored()
        if locale == "C" { #expect(terminal.received.allSatisfy { $0 < 0x80 }) }
      }
    }
  }

  // MARK: - Standard descriptors

  @Test(
    arguments: isFull
      ? [["study"], ["quiz"], [], ["notes"], ["stats"], ["doctor"], ["bank", "list"]]
      : [["study"], []])
  func `whatever the standard descriptors are, nothing crashes or hangs`(
    command: [String]
  ) throws {
    try withTemporaryFolder { home in
      let bank = try PlainBank.write(to: home, questions: 1)
      let file = "\(home)/file"
      try Data("1\n:q\n".utf8).write(to: URL(filePath: file))
      let inputs: [Terminal.Standard] = [
        .terminal, .closed, .file("/dev/null", flags: O_RDONLY), .file(file, flags: O_RDONLY),
        .file(home, flags: O_RDONLY), .file("/dev/null", flags: O_WRONLY),
      ]
      let outputs: [Terminal.Standard] = [
        .terminal, .closed, .file("/dev/null", flags: O_WRONLY),
        .file("/dev/full", flags: O_WRONLY),
        .file("\(home)/output", flags: O_WRONLY | O_CREAT), .file("/dev/null", flags: O_RDONLY),
      ]
      for input in inputs {
        for output in outputs {
          for errors in outputs.prefix(Self.isFull ? 6 : 2) {
            let terminal = try Terminal(
              command + bank, home: home, standard: [input, output, errors])
            // Only who can type and see is asked for keys.
            if terminal.status(within: input == .terminal ? 150 : Terminal.patience) == nil {
              terminal.program.signal(SIGTERM)
            }
            let status = try #require(
              terminal.status(), "\(command) hangs with \(input), \(output), \(errors)")
            #expect(
              [0, 1, 74, 143].contains(status),
              "\(command) ends with \(status) with \(input), \(output), \(errors)")
            terminal.expectRestored()
          }
        }
      }
      let journals = home + "/.local/share/swot/journals"
      for name in (try? FileManager.default.contentsOfDirectory(atPath: journals)) ?? [] {
        let bytes = try Data(contentsOf: URL(filePath: "\(journals)/\(name)"))
        #expect(bytes.starts(with: Data(#"{"v":1,"seq":0,"#.utf8)))
      }
      try verify(home)
    }
  }
}
