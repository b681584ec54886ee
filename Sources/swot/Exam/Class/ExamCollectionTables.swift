import PracticeCore
import ProgressStore

/// The results of a class as tables and as JSON; "Exams in class" documents both.
struct ExamCollectionTables {
  /// One of the two tables.
  enum Table: String, CaseIterable {
    /// A row for each student.
    case students
    /// A row for each question, and two columns for each student.
    case responses
  }

  private let collection: ExamCollection

  /// What was answered to each question, by file.
  private let answers: [[QuestionID: ExamResultFile.Answer]]

  /// Makes the tables of a collection.
  init(_ collection: ExamCollection) {
    self.collection = collection
    answers = collection.files.map { file in
      var answers: [QuestionID: ExamResultFile.Answer] = [:]
      for answer in file.result?.answers ?? [] { answers[answer.question] = answer }
      return answers
    }
  }

  /// A table with its header.
  func rows(_ table: Table) -> [[CSVText.Cell]] {
    switch table {
    case .students: students
    case .responses: responses
    }
  }

  // MARK: - Students

  private var students: [[CSVText.Cell]] {
    let sections = collection.sections
    var header: [CSVText.Cell] = [
      "name", "exam", "attempt", "form", "date", "score", "passed", "right", "questions",
    ]
    header += sections.flatMap { title -> [CSVText.Cell] in
      [.text("\(title): right"), .text("\(title): questions")]
    }
    header += [
      "minutes", "minutes allowed", "extra minutes", "with pauses", "ended", "file", "problems",
    ]
    return [header] + collection.files.map { row(of: $0, sections) }
  }

  private func row(of file: CollectedResult, _ sections: [String]) -> [CSVText.Cell] {
    let problems = CSVText.Cell.text(file.problems.map(\.text).joined(separator: "; "))
    guard let result = file.result else {
      let empty = Array(repeating: CSVText.Cell.empty, count: 14 + 2 * sections.count)
      return empty + [.text(file.path), problems]
    }
    let (outcome, score) = (result.outcome, result.outcome.score)
    var row: [CSVText.Cell] = [
      .text(result.candidate ?? ""), .text(result.exam), .text(result.attempt.description),
      .text(result.form), .text(result.finishedAt.calendarDay.description), .int(score.scaled),
      Self.yes(score.isPassed), .int(score.right), .int(score.questions),
    ]
    for title in sections {
      let section = score.sections.first { $0.title == title }
      row.append(section.map { .int($0.right) } ?? .empty)
      row.append(section.map { .int($0.questions) } ?? .empty)
    }
    return row + [
      Self.minutes(outcome.spent), Self.minutes(result.allowed), Self.minutes(result.terms.extra),
      Self.yes(result.terms.withPauses), .text(outcome.reason.rawValue), .text(file.path), problems,
    ]
  }

  private static func minutes(_ milliseconds: Int64) -> CSVText.Cell {
    .tenths(Double(milliseconds) / 60_000)
  }

  private static func yes(_ value: Bool) -> CSVText.Cell { value ? "yes" : "no" }

  // MARK: - Responses

  /// What each student answered, where the file can be read.
  private var responses: [[CSVText.Cell]] {
    let results = zip(collection.files, answers).filter { $0.0.result != nil }
    let header =
      ["question"]
      + results.flatMap { file, _ -> [CSVText.Cell] in
        let name = Self.name(of: file)
        return [.text("\(name): response"), .text("\(name): right")]
      }
    return [header]
      + collection.questions.map { question in
        [.text(question.description)]
          + results.flatMap { _, answers -> [CSVText.Cell] in
            guard let answer = answers[question] else { return [.empty, .empty] }
            return [.text(Self.text(answer.response)), Self.yes(answer.isRight)]
          }
      }
  }

  /// What a column is called: the candidate's name, or the file's where there is none.
  private static func name(of file: CollectedResult) -> String {
    file.comparableName == nil ? file.path : file.result?.candidate ?? file.path
  }

  /// A response as text: numbers with blanks between, as written in the bank.
  private static func text(_ response: Response?) -> String {
    switch response {
    case .numbers(let numbers)?: numbers.map(String.init).joined(separator: " ")
    case .text(let text)?: text
    case nil: ""
    }
  }

  // MARK: - JSON

  /// Both tables in one document, format `swot-exam-collection/1`.
  var json: JSONValue {
    [
      "format": "swot-exam-collection/1",
      "students": .array(collection.files.map(Self.json)),
      "responses": .array(
        collection.questions.map { question in
          [
            "question": .string(question.description),
            "answers": .array(
              answers.map { answers in
                guard let answer = answers[question] else { return .null }
                return [
                  "response": .response(answer.response), "right": .bool(answer.isRight),
                  "ms": .int(answer.milliseconds), "flagged": .bool(answer.isFlagged),
                ]
              }),
          ]
        }),
    ]
  }

  private static func json(_ file: CollectedResult) -> JSONValue {
    let problems = JSONValue.array(file.problems.map { .string($0.text) })
    guard let result = file.result else {
      return ["file": .string(file.path), "usable": false, "problems": problems]
    }
    let outcome = result.outcome
    return [
      "file": .string(file.path), "usable": .bool(!file.problems.contains(where: \.isFatal)),
      "problems": problems, "name": .text(result.candidate), "exam": .string(result.exam),
      "title": .string(result.title), "attempt": .string(result.attempt.description),
      "form": .string(result.form), "seed": .string(String(result.seed)),
      "started": .string(result.startedAt.at.iso8601),
      "finished": .string(result.finishedAt.at.iso8601),
      "offset": .int(result.finishedAt.offsetMinutes), "score": .score(outcome.score),
      "scale": .scale(outcome.scale),
      "sections": .array(outcome.score.sections.map(JSONValue.section)),
      "new": .count(outcome.new), "seen_before": .count(outcome.seenBefore),
      "spent_ms": .int(Int(clamping: outcome.spent)),
      "allowed_ms": .int(Int(clamping: result.allowed)),
      "extra_ms": .int(Int(clamping: result.terms.extra)),
      "with_pauses": .bool(result.terms.withPauses), "pausable": .bool(result.isPausable),
      "reason": .string(outcome.reason.rawValue),
    ]
  }
}
