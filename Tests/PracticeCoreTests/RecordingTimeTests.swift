import FSRS
import TestSupport
import Testing

@testable import PracticeCore

/// When something is recorded whose order counts, whatever the clock says.
@Suite struct RecordingTimeTests {
  private static let question = QuestionID(bank: "bank", question: "q1")
  private static let contents: [EventContent] = [
    .settings(StudySettings(newPerDay: 3)), .goal(ExamGoal(exam: "mock")),
    .parameters(ModelParameters(model: "fsrs7")), .mark(.suspend, question: question),
    .mark(.unsuspend, question: question), .mark(.reset, question: question),
    .mark(.flag, question: question), .mark(.unflag, question: question),
    .note(question: question, text: "see RFC 9110"),
  ]

  @Test(arguments: contents)
  func `a choice holds over an earlier one whose time lies ahead`(content: EventContent) {
    let ahead: [EventContent] = [
      .settings(StudySettings()), .goal(ExamGoal()), .parameters(ModelParameters()),
      .answer(StudyFixtures.record(Self.question, .good)), .mark(.suspend, question: Self.question),
      .mark(.unflag, question: Self.question), .note(question: Self.question, text: "old"),
    ]
    let events = ahead.enumerated().map { StudyFixtures.event($0.offset, day: 400, $0.element) }
    var learner = LearnerState(replaying: events)
    let now = LocalTime(at: StudyFixtures.morning.at, offsetMinutes: -300)
    let time = learner.time(toRecord: content, at: now)
    #expect(time.offsetMinutes == -300)
    // Another machine, whose name sorts first and whose numbers begin anew.
    let event = Event(id: EventID(writer: "a", sequence: 1), time: time, content: content)
    let replayed = LearnerState(replaying: [event] + events)
    if learner.apply(event) { #expect(learner == replayed) }
    let alone = LearnerState(
      replaying: events.map { event in
        var event = event
        event.time = StudyFixtures.time(
          day: -400, milliseconds: event.time.at.milliseconds % 86_400_000)
        return event
      } + [Event(id: event.id, time: now, content: content)])
    #expect(replayed.settings == alone.settings && replayed.goal == alone.goal)
    #expect(replayed.parameters == alone.parameters)
    let (progress, expected) = (replayed[Self.question], alone[Self.question])
    #expect(progress.isSuspended == expected.isSuspended)
    #expect(progress.isFlagged == expected.isFlagged && progress.note == expected.note)
    #expect(progress.isNew == expected.isNew)
  }

  @Test func `what has a time of its own keeps it, and so does all with a clock that runs on`() {
    let contents: [EventContent] = [
      .answer(StudyFixtures.record(Self.question, .good)), .mark(.bury, question: Self.question),
      .undo(of: EventID(writer: "w", sequence: 1)), .report(question: Self.question, text: "wrong"),
      .rate(of: EventID(writer: "w", sequence: 1), rating: .hard),
    ]
    let all = contents + Self.contents
    let learner = LearnerState(
      replaying: all.enumerated().map { StudyFixtures.event($0.offset, day: 400, $0.element) })
    for content in contents {
      #expect(
        learner.time(toRecord: content, at: StudyFixtures.morning) == StudyFixtures.morning)
    }
    let later = StudyFixtures.time(day: 401)
    for content in all {
      #expect(learner.time(toRecord: content, at: later) == later)
      #expect(LearnerState().time(toRecord: content, at: later) == later)
    }
  }
}
