#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// From the start of a program to the last byte of its first screen, in a terminal of 80 × 24.
///
/// The screen counts as painted when the texts of its first and last rows have come and then
/// nothing for a tenth of a second; the time is that of the last byte. The programs that it is
/// compared with count as painted as soon as their texts have come, whatever they draw after that.
struct StartRows {
  /// The path of `swot`.
  let program: String
  /// An empty folder.
  let folder: String

  private static let rounds = 30

  /// A program and what its first screen shows.
  private struct Contestant {
    var name: String
    var command: Command
    var texts: [String]
    /// Whether the screen must have come to rest.
    var mustRest = false
    /// A file to remove before each run.
    var removing: String?
    var sample = Sample()
  }

  /// Measures all, one after the other in each round.
  func measure() throws(BenchmarkFailure) -> [Row] {
    try Material.make(.start, at: folder + "/swot")
    var swot = contestant(["--no-builtin-banks", "--bank", folder + "/swot/banks"])
    // Leaves the snapshot that every normal run leaves.
    _ = try paint(swot)
    var fresh = swot
    fresh.removing = folder + "/swot/data/snapshot.json"
    var shipped = contestant([])
    shipped.texts = ["AWS IAM", "help"]
    var others = try [newsboat(), tig()].compactMap(\.self)
    for _ in 0..<Self.rounds {
      // Each after another one, so that none always finds the processor as itself left it.
      swot.sample.add(try paint(swot))
      for index in others.indices {
        others[index].sample.add(try paint(others[index]))
        shipped.sample.add(try paint(shipped))
      }
      fresh.sample.add(try paint(fresh))
      _ = try paint(swot)
    }
    let what = "start to first full paint, 3 × 100 questions, 10,000 answers"
    return [
      row(what, swot.sample, others),
      row("the same without a snapshot", fresh.sample, others, isBound: false),
      row("the same, with the banks that Swot comes with", shipped.sample, others),
    ]
  }

  private func row(
    _ what: String, _ sample: Sample, _ others: [Contestant], isBound: Bool = true
  ) -> Row {
    let slowest = others.map(\.sample.median).max()
    let names = others.map { "\($0.name) \($0.sample.inMilliseconds)" }
    let missing = ["newsboat", "tig"].filter { name in !others.contains { $0.name == name } }
    var row = Row(
      what: what, figure: sample.inMilliseconds,
      reference: (names + missing.map { "\($0) not installed" }).joined(separator: ", "),
      bound: "the slower of the two", verdict: .notCompared)
    if let slowest {
      row.ratio = sample.median / slowest
      row.verdict = sample.median <= slowest ? .met : .missed
    }
    // Only after the file was deleted, or a journal was merged.
    if !isBound { (row.bound, row.verdict) = ("–", .none) }
    return row
  }

  private func paint(_ contestant: Contestant) throws(BenchmarkFailure) -> Double {
    if let file = contestant.removing { unlink(file) }
    let terminal = try PseudoTerminal(contestant.command, columns: 80, rows: 24)
    var painted: Double?
    while terminal.pump(painted == nil ? 5_000 : 100) {
      if painted == nil, terminal.has(contestant.texts) { painted = terminal.lastOutput }
    }
    guard let painted else {
      throw BenchmarkFailure(
        "'\(contestant.command.path)' did not paint: "
          + String(decoding: terminal.output.filter { $0 >= 0x20 && $0 < 0x7f }, as: UTF8.self))
    }
    let time = contestant.mustRest ? terminal.lastOutput : painted
    terminal.type("q")
    guard terminal.waitForEnd(milliseconds: 5_000) == 0 else {
      throw BenchmarkFailure("'\(contestant.command.path)' did not end well")
    }
    return time
  }

  // MARK: - The programs

  private func environment(home: String) -> [String: String] {
    [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home, "TERM": "xterm-256color",
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  private func contestant(_ arguments: [String]) -> Contestant {
    var variables = environment(home: folder + "/swot")
    variables["SWOT_DATA"] = folder + "/swot/data"
    variables["SWOT_CLOCK"] = "2026-11-23T09:00:00Z"
    return Contestant(
      name: "swot",
      command: Command(program, arguments, environment: variables),
      texts: ["Today", "Made-up questions on", "help"], mustRest: true)
  }

  /// newsboat with a feed of 200 items in its cache; nil where it isn't installed.
  private func newsboat() throws(BenchmarkFailure) -> Contestant? {
    guard let path = installed("newsboat") else { return nil }
    let home = folder + "/newsboat"
    try makeFolder(home)
    var text = MadeText(seed: 5)
    var feed = try OutputFile(home + "/feed.xml")
    try feed.write(
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Two hundred items</title>"
        + "<link>http://example.invalid/</link><description>.</description>")
    for number in 1...200 {
      try feed.write(
        "<item><title>Item \(number)</title><link>http://example.invalid/\(number)</link>"
          + "<guid>\(number)</guid><description>\(text.sentence(words: 150))</description>"
          + "<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate></item>")
    }
    try feed.write("</channel></rss>\n")
    try feed.close()
    var urls = try OutputFile(home + "/urls")
    try urls.write("file://\(home)/feed.xml\n")
    try urls.close()
    var settings = try OutputFile(home + "/config")
    try settings.write("auto-reload no\n")
    try settings.close()
    let arguments = ["-u", home + "/urls", "-c", home + "/cache.db", "-C", home + "/config"]
    let command = Command(path, arguments, environment: environment(home: home))
    var reload = command
    reload.arguments += ["-x", "reload"]
    guard try reload.run().status == 0 else { throw BenchmarkFailure("newsboat read no feed") }
    return Contestant(
      name: "newsboat", command: command, texts: ["Two hundred items", "q:Quit", "(200/200)"])
  }

  /// tig in a repository of 200 commits; nil where it isn't installed.
  private func tig() throws(BenchmarkFailure) -> Contestant? {
    guard let path = installed("tig"), installed("git") != nil else { return nil }
    let home = folder + "/tig"
    try makeFolder(home)
    var history = try OutputFile(home + "/history")
    for number in 1...200 {
      let message = "Commit number \(number)\n"
      try history.write(
        """
        commit refs/heads/main
        committer Somebody <somebody@example.invalid> \(1_795_000_000 + number * 60) +0000
        data \(message.utf8.count)
        \(message)

        """)
    }
    try history.close()
    let repository = home + "/repository"
    try makeFolder(repository)
    let variables = environment(home: home)
    let outcome = try Command(
      "/bin/sh",
      [
        "-c",
        "git init -q && git symbolic-ref HEAD refs/heads/main && git fast-import --quiet < ../history",
      ],
      environment: variables, folder: repository
    ).run()
    guard outcome.status == 0 else { throw BenchmarkFailure("git made no repository") }
    return Contestant(
      name: "tig",
      command: Command(path, environment: variables, folder: repository),
      texts: ["Commit number 200", "Commit number 179", "[main] "])
  }
}
