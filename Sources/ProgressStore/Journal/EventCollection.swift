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
  /// Different events with one identity, of which all are in ``events``.
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
    /// Places of the events by their numbers; nil as long as nobody asked.
    var places: [Int: [Int]]?
    /// Checksums of events that gave way to another of the same number and instant.
    var displaced: [Int: [UInt32]] = [:]
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
      if current.places != nil {
        current.places?[event.id.sequence, default: []].append(events.count)
      }
      events.append(event)
      sums.append(line.sum)
      return .new
    }
    return insertLate(line, of: file)
  }

  /// Adds an event whose number is not higher than all before it.
  private mutating func insertLate(_ line: ReadLine, of file: String) -> Insertion {
    let event = line.event
    var places = current.places ?? placesOfCurrentWriter()
    // Out of `current` while it changes, so that it is not copied.
    current.places = nil
    defer { current.places = places }
    let same = places[event.id.sequence] ?? []
    let displaced = current.displaced[event.id.sequence] ?? []
    if displaced.contains(line.sum)
      || same.contains(where: { sums[$0] == line.sum && events[$0] == event })
    {
      return .duplicate
    }
    if !same.isEmpty {
      conflicts.append(EventConflict(id: event.id, file: file, line: line.number))
    }
    if let twin = same.first(where: { events[$0].time.at == event.time.at }) {
      // No order tells the two apart, and only one can be folded: the same one on every machine.
      current.displaced[event.id.sequence, default: []].append(max(line.sum, sums[twin]))
      if line.sum < sums[twin] {
        events[twin] = event
        sums[twin] = line.sum
      }
      return .conflict
    }
    places[event.id.sequence, default: []].append(events.count)
    events.append(event)
    sums.append(line.sum)
    return same.isEmpty ? .new : .conflict
  }

  private func placesOfCurrentWriter() -> [Int: [Int]] {
    var places: [Int: [Int]] = [:]
    for (place, event) in events.enumerated() where event.id.writer == currentWriter {
      places[event.id.sequence, default: []].append(place)
    }
    return places
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
