import FSRS
import PracticeCore

/// Writes snapshots.
///
/// They are JSON like everything in the folder, but nobody needs to read one: floating-point
/// numbers are the hex digits of their bits, so that they come back exactly and quickly, and what
/// stands in lists has no names.
enum SnapshotEncoder {
  /// The version of the snapshot.
  ///
  /// It rises with every change of the format *and* with every change of what events are folded to:
  /// an old snapshot must not outlive the rules that it was made by.
  static let version = 6

  /// The snapshot as a file.
  static func bytes(of snapshot: Snapshot) -> [UInt8] {
    var output = JSONOutput(reserving: 1024 + snapshot.state.questions.count * 200)
    output.raw("{\"v\":")
    output.int(version)
    output.raw(",\"events\":")
    output.int(snapshot.events)
    output.raw(",\"journals\":")
    output.list(snapshot.journals) { append($1, to: &$0) }
    output.raw(",\"highest\":")
    output.list(snapshot.highest.sorted { $0.key < $1.key }) { output, highest in
      output.raw("[")
      output.string(highest.key)
      output.raw(",")
      output.int(highest.value)
      output.raw("]")
    }
    output.raw(",\"conflicts\":")
    output.list(snapshot.conflicts) { output, conflict in
      output.raw("[")
      append(conflict.id, to: &output)
      output.raw(",")
      output.string(conflict.file)
      output.raw(",")
      output.int(conflict.line)
      output.raw("]")
    }
    append(snapshot.state, to: &output)
    output.seal(from: 0)
    output.raw("\n")
    return output.bytes
  }

  private static func append(_ journal: JournalSummary, to output: inout JSONOutput) {
    output.raw("[")
    output.string(journal.file)
    output.raw(",")
    output.string(journal.writer ?? "")
    for number in [journal.bytes, journal.lines, journal.tornBytes, journal.furtherDamaged] {
      output.raw(",")
      output.int(number)
    }
    output.raw(",")
    output.bool(journal.lacksLineFeed)
    output.raw(",")
    if let last = journal.last {
      output.raw("[")
      output.int(last.offset)
      output.raw(",")
      output.int(last.sequence)
      output.raw(",\"")
      output.checksum(last.sum)
      output.raw("\"]")
    } else {
      output.raw("null")
    }
    output.raw(",")
    output.list(journal.damaged) { output, damaged in
      output.raw("[")
      output.int(damaged.line)
      output.raw(",")
      output.string(damaged.damage.name)
      output.raw("]")
    }
    output.raw("]")
  }

  private static func append(_ state: LearnerState, to output: inout JSONOutput) {
    // What replay depends on is written as the events that would say it.
    output.raw(",\"settings\":{")
    JournalEncoder.append(members: .settings(state.settings), to: &output)
    output.raw("},\"goal\":{")
    JournalEncoder.append(members: .goal(state.goal), to: &output)
    output.raw("},\"parameters\":{")
    JournalEncoder.append(members: .parameters(state.parameters), to: &output)
    output.raw("},\"weights\":")
    output.list(state.ownWeights.sorted { $0.key < $1.key }) { output, entry in
      output.raw("{")
      JournalEncoder.append(
        members: .parameters(ModelParameters(model: entry.key, weights: entry.value)), to: &output)
      output.raw("}")
    }
    output.raw(",\"latest\":[")
    append(state.latest.settings, to: &output)
    output.raw(",")
    append(state.latest.goal, to: &output)
    output.raw(",")
    append(state.latest.parameters, to: &output)
    output.raw("],\"awaited\":")
    output.list(state.awaited.sorted()) { append($1, to: &$0) }
    output.raw(",\"days\":")
    output.list(state.days.sorted { $0.key < $1.key }) { output, day in
      let activity = day.value
      output.list(
        [
          day.key.daysSince1970, activity.answers, activity.right, activity.introduced,
          activity.reviewed, activity.repeated, activity.milliseconds, activity.recalled,
          activity.expectedMillionths,
        ]
      ) { $0.int($1) }
    }
    output.raw(",\"questions\":")
    output.list(state.questions) { output, entry in
      append(entry.value, of: entry.key, to: &output)
    }
    output.raw(",\"attempts\":")
    output.list(state.attempts) { output, entry in
      append(entry.value, of: entry.key, to: &output)
    }
  }

  private static func append(
    _ progress: QuestionProgress, of question: QuestionID, to output: inout JSONOutput
  ) {
    output.raw("[")
    output.string(question.description)
    output.raw(",")
    if let memory = progress.memory {
      output.raw("[")
      output.bits(memory.stability)
      output.raw(",")
      if let fast = memory.fastStability { output.bits(fast) } else { output.raw("null") }
      output.raw(",")
      output.bits(memory.difficulty)
      output.raw("]")
    } else {
      output.raw("null")
    }
    output.raw(",")
    append(progress.lastReview, to: &output)
    output.raw(",")
    output.optional(progress.due?.daysSince1970)
    for number in [
      progress.repetitions, progress.lapses, progress.answers, progress.rightAnswers,
      progress.reports,
    ] {
      output.raw(",")
      output.int(number)
    }
    output.raw(",")
    if let answer = progress.lastAnswer {
      output.raw("[")
      append(answer.time, to: &output)
      output.raw(",")
      output.string(answer.revision.description)
      output.raw(",")
      output.bool(answer.isRight)
      output.raw("]")
    } else {
      output.raw("null")
    }
    output.raw(",")
    output.bool(progress.isSuspended)
    output.raw(",")
    output.bool(progress.isFlagged)
    output.raw(",")
    output.optional(progress.buriedOn?.daysSince1970)
    output.raw(",")
    if let note = progress.note { output.string(note) } else { output.raw("null") }
    output.raw(",")
    append(progress.latest, to: &output)
    output.raw(",")
    output.optional(progress.lastExam.map { Int($0.milliseconds) })
    output.raw("]")
  }

  static func append(_ time: LocalTime?, to output: inout JSONOutput) {
    guard let time else { return output.raw("null") }
    output.raw("[")
    output.int(Int(time.at.milliseconds))
    output.raw(",")
    output.int(time.offsetMinutes)
    output.raw("]")
  }

  static func append(_ position: EventPosition?, to output: inout JSONOutput) {
    guard let position else { return output.raw("null") }
    output.raw("[")
    output.int(Int(position.at.milliseconds))
    output.raw(",")
    append(position.id, to: &output)
    output.raw("]")
  }

  static func append(_ id: EventID, to output: inout JSONOutput) {
    output.raw("[")
    output.string(id.writer)
    output.raw(",")
    output.int(id.sequence)
    output.raw("]")
  }
}

extension JSONOutput {
  /// Appends the bits of a number as sixteen hex digits.
  fileprivate mutating func bits(_ value: Double) {
    raw("\"")
    checksum(UInt32(truncatingIfNeeded: value.bitPattern >> 32))
    checksum(UInt32(truncatingIfNeeded: value.bitPattern))
    raw("\"")
  }
}
