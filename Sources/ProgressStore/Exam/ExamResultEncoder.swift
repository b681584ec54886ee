import PracticeCore

/// Writes what came of an attempt as a file: JSON that a person can read, and a checksum.
///
/// ```
/// {
///   "format": "swot-exam-result/1",
///   "attempt": "20261123-k3m9xp",
///   …
///   "answers": […]
/// ,"sum":"9ad05e11"}
/// ```
///
/// Names, times and numbers are spelt as in journals.
package enum ExamResultEncoder {
  /// The result as a file.
  package static func bytes(of result: ExamResultFile) -> [UInt8] {
    var output = JSONOutput(reserving: 2048 + result.answers.count * 256)
    output.raw("{\n  \"format\": ")
    output.string("\(ExamResultFile.format)\(ExamResultFile.version)")
    output.raw(",\n  \"program\": ")
    output.string(result.program)
    output.raw(",\n  \"attempt\": ")
    output.string(result.attempt.description)
    output.raw(",\n  \"exam\": ")
    output.string(result.exam)
    output.raw(",\n  \"title\": ")
    output.string(result.title)
    output.raw(",\n  \"candidate\": ")
    output.optional(result.candidate)
    output.raw(",\n  \"seed\": ")
    output.string(String(result.seed))
    output.raw(",\n  \"form\": ")
    output.string(result.form)
    output.raw(",\n  \"started\": ")
    output.string(result.startedAt.at.iso8601)
    output.raw(",\n  \"finished\": ")
    output.string(result.finishedAt.at.iso8601)
    output.raw(",\n  \"offset\": ")
    output.int(result.finishedAt.offsetMinutes)
    output.raw(",\n  \"allowed\": ")
    output.int(Int(result.allowed))
    output.raw(",\n  \"extra\": ")
    output.int(Int(result.terms.extra))
    output.raw(",\n  \"with_pauses\": ")
    output.bool(result.terms.withPauses)
    output.raw(",\n  \"pausable\": ")
    output.bool(result.isPausable)
    output.raw("\n  ")
    JournalEncoder.append(result.outcome, to: &output)
    output.raw(",\n  \"answers\": ")
    output.lines(result.answers, indent: "\n    ", end: "\n  ") { append($1, to: &$0) }
    output.raw("\n")
    output.seal(from: 0)
    output.raw("\n")
    return output.bytes
  }

  private static func append(_ answer: ExamResultFile.Answer, to output: inout JSONOutput) {
    output.raw("{\"question\":")
    output.string(answer.question.description)
    output.raw(",\"revision\":")
    output.string(answer.revision.description)
    output.raw(",\"section\":")
    output.int(answer.section + 1)
    output.raw(",\"scored\":")
    output.bool(answer.isScored)
    output.raw(",\"order\":")
    output.list(answer.order) { $0.int($1) }
    output.raw(",\"response\":")
    JournalEncoder.append(answer.response, to: &output)
    output.raw(",\"correct\":")
    output.bool(answer.isRight)
    output.raw(",\"marks\":")
    output.int(answer.marks.units)
    output.raw(",\"flagged\":")
    output.bool(answer.isFlagged)
    output.raw(",\"struck\":")
    output.list(answer.struck) { $0.int($1) }
    output.raw(",\"seen\":")
    output.bool(answer.isSeen)
    output.raw(",\"ms\":")
    output.int(answer.milliseconds)
    output.raw("}")
  }
}
