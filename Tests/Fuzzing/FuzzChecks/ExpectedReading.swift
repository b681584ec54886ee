import PracticeCore
import ProgressStore

/// What journals say, read line by line without any of the shortcuts of the store.
struct ExpectedReading {
  /// All events but the beginnings of journals, in the order of files and lines.
  private(set) var events: [Event] = []
  /// Whether something says to be of a newer version.
  private(set) var claimsNewer = false
  /// The numbers of the lines of each journal that are damaged.
  private var damaged: [String: [Int]] = [:]
  /// The number of lines of each journal.
  private var lineCounts: [String: Int] = [:]
  /// Whether it is known of all lines who wrote them.
  private var isSure = true

  init(_ input: JournalInput) throws(BrokenPromise) {
    for (name, bytes) in input.journals.sorted(by: { $0.key < $1.key }) where name.first != "." {
      try read(bytes, of: name)
    }
  }

  private mutating func read(_ bytes: [UInt8], of name: String) throws(BrokenPromise) {
    var decoder = JournalDecoder()
    var writer = Self.writer(named: name)
    var number = 0
    var claims = 0
    for line in bytes.split(separator: 0x0A) {
      number += 1
      let decoded = line.withUnsafeBufferPointer { decoder.decode($0, writer: writer) }
      if line.withUnsafeBufferPointer({ JournalDecoder.claimsNewerVersion($0) }) { claims += 1 }
      switch decoded {
      case .event(let event, _):
        try checkCoding(of: event)
        if event.content == .journal {
          writer = event.id.writer
        } else {
          events.append(event)
        }
      case .newer: claimsNewer = true
      case .damaged:
        damaged[name, default: []].append(number)
        // The store guesses then who wrote the rest.
        if number == 1 { isSure = false }
      }
    }
    lineCounts[name] = number
    if claims > 0 { claimsNewer = true }
  }

  private static func writer(named name: String) -> String? {
    let letters = name.utf8.prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return (1...64).contains(letters.count) ? String(decoding: letters, as: UTF8.self) : nil
  }

  /// An event that was read comes back from what it is written as.
  private func checkCoding(of event: Event) throws(BrokenPromise) {
    if case .unknown = event.content { return }
    let line = JournalEncoder.lines(of: [event])
    try requireHarmless(
      String(decoding: line, as: UTF8.self), allowing: ["\n"], "a line of a journal")
    try require(line.last == 0x0A && !line.dropLast().contains(0x0A), "an event fills two lines")
    var decoder = JournalDecoder()
    let again = line.dropLast().withUnsafeBufferPointer {
      decoder.decode($0, writer: event.id.writer)
    }
    guard case .event(let second, _) = again else {
      throw BrokenPromise("\(event) can't be read again: \(again)")
    }
    try require(second == event, "\(event) comes back as \(second)")
  }

  /// Compares what the store found.
  func check(_ report: LoadReport) throws(BrokenPromise) {
    for line in report.damaged {
      let name = line.path.split(separator: "/").last.map(String.init) ?? ""
      try require(
        (1...(lineCounts[name] ?? 0)).contains(line.line), "\(name) has no line \(line.line)")
    }
    try require(report.unreadable.isEmpty, "a journal can't be read")
    guard isSure else { return }
    var found: [String: [Int]] = [:]
    for line in report.damaged {
      found[line.path.split(separator: "/").last.map(String.init) ?? "", default: []]
        .append(line.line)
    }
    try require(found == damaged, "damaged are \(damaged), found were \(found)")
    let identities = Set(events.map(\.id))
    try require(
      report.events >= identities.count, "\(identities.count) events, read were \(report.events)")
    // Within a damaged line whole events may be found.
    guard damaged.isEmpty, report.conflicts.isEmpty else { return }
    try require(
      report.events == identities.count, "\(identities.count) events, read were \(report.events)")
  }

  /// The events make one state, in whatever order and however often they come.
  func checkOrder() throws(BrokenPromise) {
    guard Set(events.map(\.id)).count == Set(events.map(\.key)).count else { return }
    let unique = events.reduce(into: [EventID: Event]()) { $0[$1.id] = $1 }.values
      .sorted { $0.position < $1.position }
    let state = LearnerState(replaying: unique)
    try require(
      state == LearnerState(replaying: unique.reversed()), "the order of events counts")
    var stepwise = LearnerState(replaying: Array(unique.prefix(unique.count / 2)))
    for event in unique.dropFirst(unique.count / 2) where !stepwise.apply(event) { return }
    try require(state == stepwise, "folding one by one gives another state")
  }
}

extension Event {
  /// By which two events with one identity are told apart.
  fileprivate var key: String { "\(id) \(time) \(content)" }
}
