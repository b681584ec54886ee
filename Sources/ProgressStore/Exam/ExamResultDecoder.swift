import PracticeCore

/// Reads what ``ExamResultEncoder`` writes, and trusts nothing of it.
package enum ExamResultDecoder {
  /// The result in a file, and whether its bytes are those that its checksum was made of.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The result, each of its questions once; texts that somebody typed may hold any
  ///   character.
  /// - Throws: ``ExamResultProblem``.
  package static func result(
    in bytes: [UInt8]
  ) throws(ExamResultProblem) -> (result: ExamResultFile, isUnchanged: Bool) {
    let document: SealedDocument
    do throws(SealedDocument.Problem) {
      document = try SealedDocument(
        bytes, format: ExamResultFile.format, version: ExamResultFile.version)
    } catch {
      throw ExamResultProblem(error)
    }
    do throws(ExamPaperReader.Problem) {
      let result = try ExamPaperReader(document.root).result()
      return (result, document.isUnchanged)
    } catch {
      // Where the bytes are not what was written, that is what happened.
      if !document.isUnchanged { throw .damaged }
      throw .member(error.member, expected: error.expected)
    }
  }
}

/// Why a file is no result of an exam.
package enum ExamResultProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// It is larger than any.
  case tooLarge
  /// It isn't JSON, from that place on.
  case notJSON(line: Int, column: Int)
  /// It is JSON of another kind, or no JSON at all.
  case otherFormat
  /// It is of a newer version of the format.
  case newer(version: Int)
  /// It was changed since it was written, so that it can't be read any more.
  case damaged
  /// A member is missing or has a value that it can't have.
  case member(String, expected: String)

  init(_ problem: SealedDocument.Problem) {
    switch problem {
    case .tooLarge: self = .tooLarge
    case .notJSON(let line, let column): self = .notJSON(line: line, column: column)
    case .otherFormat: self = .otherFormat
    case .newer(let version): self = .newer(version: version)
    }
  }

  /// What is wrong, without the name of the file.
  package var description: String {
    switch self {
    case .tooLarge: "it is larger than any result (\(ExamPaperLimits.bytes >> 20) MB are read)"
    case .notJSON(let line, let column): "cut off or damaged at line \(line), column \(column)"
    case .otherFormat: "it is no result of an exam written by swot"
    case .newer(let version):
      "written by a newer version of swot (format \(version), this program reads "
        + "\(ExamResultFile.version))"
    case .damaged: "damaged: it was changed since it was written"
    case .member(let member, let expected): "'\(member.printable)' is not \(expected)"
    }
  }
}

extension ExamPaperReader {
  fileprivate func result() throws(Problem) -> ExamResultFile {
    guard let attempt = AttemptID(try text("attempt")) else { throw wrong("attempt", "a name") }
    guard let seed = UInt64(try text("seed")) else { throw wrong("seed", "a number of 64 bits") }
    let offset = try number("offset", -1440...1440)
    var answers: [ExamResultFile.Answer] = []
    var names = Set<QuestionID>()
    for element in try elements("answers", atMost: ExamPaperLimits.items) {
      let answer = try element.answer()
      guard names.insert(answer.question).inserted else {
        throw element.wrong("question", "the only one of its name")
      }
      answers.append(answer)
    }
    let outcome: ExamOutcome
    do throws(UnreadableMember) {
      outcome = try EventContentReader(node: node).outcome(attempt)
    } catch {
      throw Problem(member: error.name, expected: "what a result has there")
    }
    return ExamResultFile(
      program: try text("program"), attempt: attempt, exam: try text("exam"),
      title: try anyText("title"),
      candidate: node["candidate"]?.isNull ?? true ? nil : try anyText("candidate"), seed: seed,
      form: try text("form"),
      startedAt: LocalTime(at: try instant("started"), offsetMinutes: offset),
      finishedAt: LocalTime(at: try instant("finished"), offsetMinutes: offset),
      allowed: Int64(try number("allowed", 0...JournalLimits.milliseconds)),
      terms: ExamTerms(
        extra: Int64(try number("extra", 0...Int(ExamTerms.longestExtra))),
        withPauses: try bool("with_pauses")),
      isPausable: try bool("pausable"), outcome: outcome, answers: answers)
  }

  private func answer() throws(Problem) -> ExamResultFile.Answer {
    guard let question = QuestionID(try text("question")) else {
      throw wrong("question", "the full name of a question")
    }
    var response: Response?
    switch node["response"] {
    case .string(let text)?: response = .text(text)
    case .array?: response = .numbers(try itemNumbers("response"))
    case .null?: response = nil
    default: throw wrong("response", "a list of numbers, a text or null")
    }
    return ExamResultFile.Answer(
      question: question, revision: Revision(recorded: try text("revision")),
      section: try number("section", 1...ExamPaperLimits.entries) - 1,
      isScored: try bool("scored"), order: try itemNumbers("order"), response: response,
      isRight: try bool("correct"),
      marks: Marks(units: try number("marks", 0...Marks.unitsPerMark)),
      isFlagged: try bool("flagged"), struck: try itemNumbers("struck"),
      isSeen: try bool("seen"), milliseconds: try number("ms", 0...JournalLimits.milliseconds))
  }

  /// A text that somebody typed, with whatever it holds.
  private func anyText(_ name: StaticString) throws(Problem) -> String {
    guard let text = node[name]?.string else { throw wrong(name, "a text") }
    return text
  }

  private func itemNumbers(_ name: StaticString) throws(Problem) -> ItemNumbers {
    guard let values = node[name]?.array?.map(\.int), !values.contains(nil),
      let numbers = ItemNumbers(values.compactMap(\.self))
    else { throw wrong(name, "a list of at most \(ItemNumbers.capacity) small numbers") }
    return numbers
  }

  private func instant(_ name: StaticString) throws(Problem) -> Timestamp {
    guard let instant = Timestamp(iso8601: try text(name)) else { throw wrong(name, "a time") }
    return instant
  }
}
