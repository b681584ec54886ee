import FSRS
import PracticeCore

extension EventContentReader {
  /// What an event of an exam says.
  func exam(_ type: String, names: inout InternedNames) throws(UnreadableMember) -> ExamEvent {
    let attempt = try attempt()
    switch type {
    case "exam-start": return .start(try start(attempt))
    case "exam-response":
      return .response(
        attempt, sitting: try sitting(), try record(&names), left: try time("left"))
    case "exam-pause": return .pause(attempt, sitting: try sitting(), left: try time("left"))
    case "exam-continue": return .resume(attempt, sitting: try sitting(), end: try end())
    default: return .finish(try finish(attempt, names: &names))
    }
  }

  private func attempt() throws(UnreadableMember) -> AttemptID {
    guard let attempt = AttemptID(try text("attempt")) else { throw UnreadableMember("attempt") }
    return attempt
  }

  private func sitting() throws(UnreadableMember) -> Int {
    let sitting = try count("sitting")
    guard sitting > 0 else { throw UnreadableMember("sitting") }
    return sitting
  }

  private func start(_ attempt: AttemptID) throws(UnreadableMember) -> ExamStart {
    guard let seed = UInt64(try text("seed")) else { throw UnreadableMember("seed") }
    return ExamStart(
      attempt: attempt, exam: try text("exam"), title: try text("title"), seed: seed,
      questions: try count("questions"), allowed: try time("allowed"),
      terms: ExamTerms(extra: try time("extra"), withPauses: try bool("with_pauses")),
      isPausable: try bool("pausable"), end: try end(), paper: try text("paper"),
      candidate: isNull("candidate") ? nil : try text("candidate"))
  }

  /// When the time is up, by both clocks.
  private func end() throws(UnreadableMember) -> ClockReading {
    guard let deadline = Timestamp(iso8601: try text("deadline")) else {
      throw UnreadableMember("deadline")
    }
    guard let clock = node["clock"]?.int, clock.magnitude <= JournalLimits.runningClock else {
      throw UnreadableMember("clock")
    }
    return ClockReading(wall: deadline, running: Int64(clock), boot: try text("boot"))
  }

  private func record(
    _ names: inout InternedNames
  ) throws(UnreadableMember) -> ExamAttempt.Record {
    ExamAttempt.Record(
      question: try question(&names), response: isNull("response") ? nil : try response(),
      isFlagged: try bool("flagged"), struck: try numbers("struck"),
      milliseconds: Int(try time("ms")), isLeft: try bool("leaves"),
      next: isNull("next") ? nil : try questionID("next"))
  }

  private func questionID(_ name: StaticString) throws(UnreadableMember) -> QuestionID {
    guard let question = QuestionID(try text(name)) else {
      throw UnreadableMember(name.description)
    }
    return question
  }

  private func finish(
    _ attempt: AttemptID, names: inout InternedNames
  ) throws(UnreadableMember) -> ExamFinish {
    guard let answers = node["answers"]?.array else { throw UnreadableMember("answers") }
    var evidence: [ExamEvidence] = []
    for answer in answers {
      evidence.append(try EventContentReader(node: answer).evidence(&names))
    }
    return ExamFinish(outcome: try outcome(attempt), answers: evidence)
  }

  private func evidence(_ names: inout InternedNames) throws(UnreadableMember) -> ExamEvidence {
    ExamEvidence(
      question: try question(&names), revision: Revision(recorded: try text("revision")),
      response: isNull("response") ? nil : try response(), isRight: try bool("correct"),
      isFlagged: try bool("flagged"), rating: try rating(), milliseconds: Int(try time("ms")))
  }

  /// What came of an attempt.
  func outcome(_ attempt: AttemptID) throws(UnreadableMember) -> ExamOutcome {
    guard let reason = ExamOutcome.Reason(rawValue: try text("reason")) else {
      throw UnreadableMember("reason")
    }
    guard let score = node["score"] else { throw UnreadableMember("score") }
    guard let scale = node["scale"] else { throw UnreadableMember("scale") }
    return ExamOutcome(
      attempt: attempt, reason: reason, spent: try time("spent"),
      score: try EventContentReader(node: score).score(),
      scale: try EventContentReader(node: scale).scale(), new: try rightOfTotal("new"),
      seenBefore: try rightOfTotal("seen_before"))
  }

  private func score() throws(UnreadableMember) -> ExamScore {
    guard let sections = node["sections"]?.array else { throw UnreadableMember("sections") }
    var read: [ExamScore.Section] = []
    for section in sections {
      let reader = EventContentReader(node: section)
      read.append(
        .init(
          title: try reader.text("title"), right: try reader.count("right"),
          questions: try reader.count("questions"), marks: try reader.marks(),
          meetsStandard: try reader.bool("meets")))
    }
    return ExamScore(
      sections: read, right: try count("right"), questions: try count("questions"),
      marks: try marks(), isPassed: try bool("passed"), scaled: try scoreNumber("scaled"))
  }

  private func scale() throws(UnreadableMember) -> ScoreScale {
    if let percent = node["percent"]?.double {
      guard (0...100).contains(percent) else { throw UnreadableMember("percent") }
      return .percent(pass: percent)
    }
    guard let cut = node["cut"]?.double, (0...1).contains(cut) else {
      throw UnreadableMember("cut")
    }
    return .scaled(
      from: try scoreNumber("from"), to: try scoreNumber("to"), pass: try scoreNumber("pass"),
      cut: cut)
  }

  private func rightOfTotal(
    _ name: StaticString
  ) throws(UnreadableMember) -> ExamResult.Count {
    guard let member = node[name] else { throw UnreadableMember(name.description) }
    let reader = EventContentReader(node: member)
    return ExamResult.Count(right: try reader.count("right"), total: try reader.count("total"))
  }

  private func marks() throws(UnreadableMember) -> Marks {
    guard let units = node["marks"]?.int, (0...JournalLimits.marks).contains(units) else {
      throw UnreadableMember("marks")
    }
    return Marks(units: units)
  }

  private func scoreNumber(_ name: StaticString) throws(UnreadableMember) -> Int {
    guard let number = node[name]?.int, number.magnitude <= JournalLimits.scoreNumber else {
      throw UnreadableMember(name.description)
    }
    return number
  }

  private func count(_ name: StaticString) throws(UnreadableMember) -> Int {
    guard let number = node[name]?.int, (0...JournalLimits.examCount).contains(number) else {
      throw UnreadableMember(name.description)
    }
    return number
  }

  private func time(_ name: StaticString) throws(UnreadableMember) -> Int64 {
    guard let number = node[name]?.int, (0...JournalLimits.milliseconds).contains(number) else {
      throw UnreadableMember(name.description)
    }
    return Int64(number)
  }

  private func bool(_ name: StaticString) throws(UnreadableMember) -> Bool {
    guard let value = node[name]?.bool else { throw UnreadableMember(name.description) }
    return value
  }
}
