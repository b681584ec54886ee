import PracticeCore

extension ExamReport {
  /// The report for programs, format `swot-exam-report/1`; "Reports of exams" documents its members.
  var json: JSONValue {
    let (start, outcome) = (exam.start, exam.outcome)
    return [
      "format": "swot-exam-report/1",
      "attempt": .string(start.attempt.description),
      "exam": .string(start.exam),
      "title": .string(start.title),
      "candidate": .text(start.candidate),
      // As text: not every reader of JSON keeps 64 bits.
      "seed": .string(String(start.seed)),
      "started": .string(exam.startedAt.at.iso8601),
      "finished": .string(exam.finishedAt.at.iso8601),
      "offset": .int(exam.finishedAt.offsetMinutes),
      "reason": .string(outcome.reason.rawValue),
      "spent_ms": .int(Int(clamping: outcome.spent)),
      "allowed_ms": .int(Int(clamping: start.allowed)),
      "extra_ms": .int(Int(clamping: start.terms.extra)),
      "with_pauses": .bool(start.terms.withPauses),
      "pausable": .bool(start.isPausable),
      "score": .score(outcome.score),
      "scale": .scale(outcome.scale),
      "sections": .array(outcome.score.sections.map(JSONValue.section)),
      "new": .count(outcome.new),
      "seen_before": .count(outcome.seenBefore),
      "changed_to_right": .int(changes.toRight),
      "changed_to_wrong": .int(changes.toWrong),
      "slowest": .array(slowest.map(JSONValue.int)),
      "study_next": .array(
        objectives.map { objective in
          [
            "objective": .string(objective.objective),
            "title": .text(objective.title),
            "right": .int(objective.count.right),
            "total": .int(objective.count.total),
          ]
        }),
      "attempts": .array(
        attempts.map { attempt in
          [
            "attempt": .string(attempt.id.description),
            "finished": .string(attempt.finishedAt.at.iso8601),
            "scaled": .int(attempt.score.scaled),
            "passed": .bool(attempt.score.isPassed),
            "scale": .scale(attempt.scale),
          ]
        }),
      "questions": .array(questions.map(\.json)),
    ]
  }
}

extension ReportedQuestion {
  fileprivate var json: JSONValue {
    let question = item.question
    return .object(
      [
        ("number", .int(number)),
        ("question", .string(question.id.description)),
        ("revision", .string(question.revision.description)),
        ("kind", .string(question.format.kind.rawValue)),
        ("section", .text(section)),
        ("objective", .text(question.objective.map { "\(question.id.bank)/\($0)" })),
        ("counted", .bool(item.isScored)),
        ("new", .bool(item.isNew)),
        ("verdict", .string(verdict.rawValue)),
        ("marks", .double(marks.value)),
        ("ms", .int(sheet.milliseconds)),
        ("flagged", .bool(sheet.isFlagged)),
        ("struck", .numbers(sheet.struck)),
        ("order", .numbers(item.order)),
        ("response", .response(sheet.response)),
        ("right_response", .response(question.rightResponse)),
        ("left_with", .array(sheet.leftWith.map(JSONValue.response))),
        ("scenario", .text(item.scenario)),
        ("stem", .string(question.stem)),
        itemsMember,
        ("takeaway", .text(question.takeaway)),
        (
          "references",
          .array(
            item.references.map { ["title": .string($0.title), "url": .string($0.url)] })
        ),
      ].map { JSONValue.Member(name: $0.0, value: $0.1) })
  }

  /// The items in the order written, so that the numbers of responses are theirs.
  private var itemsMember: (String, JSONValue) {
    switch item.question.format {
    case .choices(let choices):
      (
        "choices",
        .array(
          choices.map {
            ["text": .string($0.text), "right": .bool($0.isRight), "why": .text($0.why)]
          })
      )
    case .match(let pairs, let distractors):
      (
        "match",
        [
          "prompts": .array(
            pairs.map {
              [
                "prompt": .string($0.prompt), "answer": .string($0.answer), "why": .text($0.why),
              ]
            }),
          "answers": .array(item.question.matchAnswers.map(JSONValue.string)),
          "distractors": .array(distractors.map(JSONValue.string)),
        ]
      )
    case .order(let steps): ("steps", .array(steps.map(JSONValue.string)))
    case .answer(let accepted): ("accepted", .array(accepted.map(JSONValue.string)))
    }
  }
}

extension JSONValue {
  /// A text, or null.
  static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// A list of item numbers.
  static func numbers(_ numbers: ItemNumbers) -> JSONValue {
    .array(numbers.map(JSONValue.int))
  }

  /// A response as journals have it: numbers or a text; null for none.
  static func response(_ response: Response?) -> JSONValue {
    switch response {
    case .numbers(let numbers)?: .numbers(numbers)
    case .text(let text)?: .string(text)
    case nil: .null
    }
  }

  /// A count of right ones.
  static func count(_ count: ExamResult.Count) -> JSONValue {
    ["right": .int(count.right), "total": .int(count.total)]
  }

  /// A score that was reported, without its sections.
  static func score(_ score: ExamScore) -> JSONValue {
    [
      "scaled": .int(score.scaled), "passed": .bool(score.isPassed), "right": .int(score.right),
      "questions": .int(score.questions), "marks": .double(score.marks.value),
    ]
  }

  /// A section of a score that was reported.
  static func section(_ section: ExamScore.Section) -> JSONValue {
    [
      "title": .string(section.title), "right": .int(section.right),
      "questions": .int(section.questions), "marks": .double(section.marks.value),
      "meets": .bool(section.meetsStandard),
    ]
  }

  /// A scale.
  static func scale(_ scale: ScoreScale) -> JSONValue {
    switch scale {
    case .percent(let pass): ["percent": .double(pass)]
    case .scaled(let from, let to, let pass, let cut):
      ["from": .int(from), "to": .int(to), "pass": .int(pass), "cut": .double(cut)]
    }
  }
}
