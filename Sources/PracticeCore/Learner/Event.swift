/// Something that happened, as one line of a journal records it.
package struct Event: Equatable, Sendable {
  /// Who wrote it, and as its how-manieth line.
  package var id: EventID
  /// When it happened, with the learner's distance from UTC.
  package var time: LocalTime
  /// What happened.
  package var content: EventContent

  /// Makes an event.
  package init(id: EventID, time: LocalTime, content: EventContent) {
    self.id = id
    self.time = time
    self.content = content
  }

  /// The place of the event in the one order in which all machines fold events.
  package var position: EventPosition { EventPosition(at: time.at, id: id) }
}

/// The identity of an event, whatever file it stands in.
package struct EventID: Hashable, Comparable, Sendable {
  /// The writer: a short random name that no two processes share at one time.
  package var writer: String
  /// The number of the line in the writer's journal, from 0.
  package var sequence: Int

  /// Makes an identity.
  package init(writer: String, sequence: Int) {
    self.writer = writer
    self.sequence = sequence
  }

  package static func < (left: EventID, right: EventID) -> Bool {
    left.writer == right.writer
      ? left.sequence < right.sequence : left.writer < right.writer
  }
}

/// The key by which events are sorted before they are folded: time, then writer, then number.
package struct EventPosition: Hashable, Comparable, Sendable {
  /// When the event happened.
  package var at: Timestamp
  /// Its identity.
  package var id: EventID

  /// Makes a position.
  package init(at: Timestamp, id: EventID) {
    self.at = at
    self.id = id
  }

  package static func < (left: EventPosition, right: EventPosition) -> Bool {
    left.at == right.at ? left.id < right.id : left.at < right.at
  }
}
