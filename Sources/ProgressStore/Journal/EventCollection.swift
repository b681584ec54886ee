package import PracticeCore

/// Two different events that claim to be the same.
package struct EventConflict: Equatable, Hashable, Sendable {
  /// The identity that both have.
  package let id: EventID
  /// The journal in which the second was found.
  package let file: String
  /// The number of its line.
  package let line: Int
}

/// The set of all events that were read: the same event twice is one.
///
/// Most journals hold each event once and in order. As long as that is so, nothing is looked up.
struct EventCollection {
  /// The events, without the beginnings of journals.
  private(set) var events: [Event] = []
  /// Different events with one identity: the first of them, where they are very many.
  private(set) var conflicts: [EventConflict] = []
  private var sums: [UInt32] = []
  private var tracks: [String: Track] = [:]
  /// The track of the writer whose line came last, taken out of `tracks` for speed.
  private var current = Track()
  private var currentWriter = ""

  /// What is known of one writer's events.
  private struct Track {
    /// The highest number so far.
    var highest = -1
    /// All its events, findable; nil as long as they came in order.
    var index: EventIndex?
  }

  /// What became of an event.
  enum Insertion {
    /// It is new.
    case new
    /// It is the beginning of a journal, which is not kept.
    case beginning
    /// It was here already.
    case duplicate
    /// Another event has its identity.
    case conflict
  }

  /// The highest number of each writer.
  var highest: [String: Int] {
    var highest = tracks.mapValues(\.highest)
    if !currentWriter.isEmpty { highest[currentWriter] = current.highest }
    return highest
  }

  /// Prepares for about so many events.
  mutating func reserve(_ count: Int) {
    events.reserveCapacity(count)
    sums.reserveCapacity(count)
  }

  /// Adds an event, unless it is here.
  @discardableResult
  mutating func insert(_ line: ReadLine, of file: String) -> Insertion {
    let event = line.event
    select(event.id.writer)
    // A beginning says who writes, and nothing of the learner: two of them don't contradict.
    if event.content == .journal {
      current.highest = max(current.highest, event.id.sequence)
      return .beginning
    }
    if event.id.sequence > current.highest {
      current.highest = event.id.sequence
      current.index?.add(event, sum: line.sum, place: events.count)
      append(event, line.sum)
      return .new
    }
    return insertLate(line, of: file)
  }

  /// Adds an event whose number is not higher than all before it.
  private mutating func insertLate(_ line: ReadLine, of file: String) -> Insertion {
    let event = line.event
    var index = current.index ?? indexOfCurrentWriter()
    // Out of `current` while it changes, so that it is not copied.
    current.index = nil
    defer { current.index = index }
    if index.contains(event, sum: line.sum) { return .duplicate }
    let isNew = !index.contains(number: event.id.sequence)
    if !isNew { addConflict(EventConflict(id: event.id, file: file, line: line.number)) }
    if let twin = index.place(of: event) {
      // No order tells the two apart, and only one can be folded: the same one on every machine.
      index.add(event, sum: line.sum, place: twin)
      if line.sum < sums[twin] {
        events[twin] = event
        sums[twin] = line.sum
      }
      return .conflict
    }
    index.add(event, sum: line.sum, place: events.count)
    append(event, line.sum)
    return isNew ? .new : .conflict
  }

  private mutating func append(_ event: Event, _ sum: UInt32) {
    events.append(event)
    sums.append(sum)
  }

  private mutating func addConflict(_ conflict: EventConflict) {
    if conflicts.count < JournalLimits.findings { conflicts.append(conflict) }
  }

  private func indexOfCurrentWriter() -> EventIndex {
    var index = EventIndex()
    for (place, event) in events.enumerated() where event.id.writer == currentWriter {
      index.add(event, sum: sums[place], place: place)
    }
    return index
  }

  private mutating func select(_ writer: String) {
    if writer == currentWriter { return }
    if !currentWriter.isEmpty { tracks[currentWriter] = current }
    current = tracks.removeValue(forKey: writer) ?? Track()
    currentWriter = writer
  }

  /// Gives the events away, so that they need not be copied.
  mutating func takeEvents() -> [Event] {
    defer { (events, sums) = ([], []) }
    return events
  }
}

/// The events of one writer by number, checksum and instant.
private struct EventIndex {
  private struct Line: Hashable {
    var number: Int
    var sum: UInt32
  }

  private struct Instant: Hashable {
    var number: Int
    var at: Timestamp
  }

  private var numbers: Set<Int> = []
  private var lines: Set<Line> = []
  private var places: [Instant: Int] = [:]

  func contains(number: Int) -> Bool { numbers.contains(number) }

  /// Whether this very event is there: a line with its number and its checksum.
  func contains(_ event: Event, sum: UInt32) -> Bool {
    lines.contains(Line(number: event.id.sequence, sum: sum))
  }

  /// Where the event of that number and instant is.
  func place(of event: Event) -> Int? {
    places[Instant(number: event.id.sequence, at: event.time.at)]
  }

  mutating func add(_ event: Event, sum: UInt32, place: Int) {
    numbers.insert(event.id.sequence)
    lines.insert(Line(number: event.id.sequence, sum: sum))
    places[Instant(number: event.id.sequence, at: event.time.at)] = place
  }
}
