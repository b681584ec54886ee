import FSRS
import PracticeCore
import PracticeUI
import TerminalUI
import TestSupport
import Testing

@Suite struct NotesTextTests {
  @Test(arguments: [80, 76, 40, 24], [Charset.unicode, .ascii])
  func `every kind of block is laid out`(columns: Int, charset: Charset) {
    let lines = NotesText.lines(
      of: Self.section, columns: columns, symbols: Symbols.of(charset))
    expectSnapshot(Self.picture(lines, columns: columns), named: "blocks-\(columns)-\(charset)")
  }

  @Test func `no row is wider than asked for and no word is lost`() {
    withEvery(seed: 0..<200) { seed, random in
      let section = Self.randomSection(&random)
      let columns = 20 + Int(random.next() % 70)
      let lines = NotesText.lines(of: section, columns: columns, symbols: .unicode)
      #expect(
        lines.allSatisfy { $0.width <= min(columns, NotesText.maximumColumns) }, "seed \(seed)")
      let shown = lines.map(\.text).joined().filter { $0.isLetter || $0.isNumber }
      for word in Self.words(of: section) {
        #expect(shown.contains(word.filter { $0.isLetter || $0.isNumber }), "seed \(seed)")
      }
    }
  }

  @Test func `what could harm a terminal becomes visible`() {
    let section = NotesSection(
      objective: nil, title: "\u{1B}[2J", blocks: [.code(["a\tb\u{7}"]), .paragraph([])])
    let text = NotesText.lines(of: section, columns: 40, symbols: .unicode).map(\.text)
    #expect(text == ["\u{FFFD}[2J", "", "  a   b\u{FFFD}", "", ""])
  }

  @Test func `the same address has one footnote`() {
    let link = NotesInline.link(text: "page", url: "https://example.org")
    let section = NotesSection(
      objective: nil, title: "",
      blocks: [
        .paragraph([link, .text(" and "), link]),
        .paragraph([.link(text: "https://swift.org", url: "https://swift.org")]),
      ])
    let text = NotesText.lines(of: section, columns: 40, symbols: .unicode).map(\.text)
    #expect(
      text == ["page[1] and page[1]", "", "https://swift.org", "", "[1] https://example.org"])
  }

  /// The rows between edges, so that the blanks at their ends can be seen, and their styles.
  private static func picture(_ lines: [Line], columns: Int) -> String {
    var buffer = Buffer(size: Size(columns: columns, rows: lines.count))
    for (row, line) in lines.enumerated() {
      buffer.draw(line, at: Position(column: 0, row: row))
    }
    return buffer.description
  }

  private static func randomSection(_ random: inout SplitMix64) -> NotesSection {
    func text(_ random: inout SplitMix64) -> [NotesInline] {
      (0..<Int(random.next() % 12)).map { _ in
        let word = String(random.next() % 1_000_000, radix: 36) + " "
        switch random.next() % 4 {
        case 0: return NotesInline.strong(word)
        case 1: return NotesInline.code(word)
        default: return NotesInline.text(word)
        }
      }
    }
    let columns = 1 + Int(random.next() % 6)
    let rows = (0..<Int(random.next() % 4)).map { _ in (0..<columns).map { _ in text(&random) } }
    let header = (0..<columns).map { _ in text(&random) }
    let items = (0..<Int(random.next() % 12)).map { _ in text(&random) }
    return NotesSection(
      objective: nil, title: "T",
      blocks: [
        .paragraph(text(&random)), .list(isOrdered: random.next() % 2 == 0, items: items),
        .table(header: header, rows: rows.isEmpty ? [header] : rows),
      ])
  }

  private static func words(of section: NotesSection) -> [String] {
    section.blocks.flatMap { block -> [[NotesInline]] in
      switch block {
      case .paragraph(let text), .heading(_, let text): [text]
      case .list(_, let items): items
      case .table(_, let rows): rows.flatMap { $0 }
      case .code: []
      }
    }.flatMap { $0 }.map { run in
      switch run {
      case .text(let text), .strong(let text), .code(let text), .emphasis(let text),
        .link(let text, _):
        text
      }
    }
  }

  static let section = NotesSection(
    objective: "CON-PID", title: "Process 1 and how a container stops",
    blocks: [
      .paragraph([
        .text("Inside its namespace the first process of a container has number 1; on the host "),
        .text("it has some ordinary number. "), .strong("Signals."),
        .text(" Docker sends its "), .emphasis("stop signal"), .text(" to process 1 with "),
        .code("docker stop --time 10 web"), .text("; see "),
        .link(
          text: "the reference of docker stop",
          url: "https://docs.docker.com/reference/cli/docker/container/stop/"),
        .text(" and the "),
        .link(
          text: "Pod lifecycle",
          url: "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#termination"),
        .text("."),
      ]),
      .heading(level: 1, text: [.text("How Kubernetes ends a Pod")]),
      .list(
        isOrdered: true,
        items: [
          [.text("The grace period (30 seconds by default) begins.")],
          [.text("Process 1 gets SIGTERM, or the image's "), .code("STOPSIGNAL"), .text(".")],
          [.text("At the end of the grace period SIGKILL ends what is left, whatever it does.")],
        ]),
      .list(
        isOrdered: false,
        items: [
          [.strong("Orphans."), .text(" Process 1 must collect the status of 子プロセス.")],
          [.text("A zombie needs no memory.")],
        ]),
      .code(["CMD [\"java\", \"-jar\", \"app.jar\"]      java is process 1", "", "  indented"]),
      .table(
        header: [[.text("Exit code")], [.text("Meaning")]],
        rows: [
          [[.text("143 = 128 + 15")], [.text("ended by SIGTERM, as it should be")]],
          [[.text("137 = 128 + 9")], [.text("killed")]],
        ]),
      .table(
        header: [
          [.text("Limit")], [.text("Reaches member root?")], [.text("Reaches management?")],
        ],
        rows: [
          [[.text("Service control policy")], [.text("yes, every principal")], [.text("no")]],
          [[.text("IAM policy, boundary")], [.text("no")], [.text("no, not for root")]],
        ]),
      .table(
        header: ["Service", "Keeps", "Scales", "Latency", "Good for"].map { [.text($0)] },
        rows: [
          ["DynamoDB", "items", "without limit", "single milliseconds", "known access patterns"],
          ["Aurora", "tables", "to 128 TiB", "milliseconds", "transactions and joins"],
        ].map { $0.map { [.text($0)] } }),
    ])
}
