import PracticeCore

/// Writes an exam to be handed out: a paper as ``ExamPaperEncoder`` has it, under a format of its
/// own, and the parts of the banks where each candidate draws a form.
///
/// The same pack gives the same bytes.
package enum ExamPackEncoder {
  /// The pack as a file.
  ///
  /// - Parameters:
  ///   - pack: The pack.
  ///   - file: Its path, for messages.
  /// - Returns: The file.
  /// - Throws: ``ExamPaperError`` where the pack is beyond what can be read again.
  package static func bytes(
    of pack: ExamPack, for file: String
  ) throws(ExamPaperError) -> [UInt8] {
    let paper = pack.questions
    var output = JSONOutput(reserving: 2048 + paper.items.count * 4096)
    output.raw("{\n  \"format\": ")
    output.string("\(ExamPack.format)\(ExamPack.version)")
    output.raw(",\n  \"own_forms\": ")
    output.bool(pack.form == nil)
    output.raw(",\n  \"banks\": ")
    output.lines(pack.banks, indent: "\n    ", end: "\n  ") { append($1, to: &$0) }
    ExamPaperEncoder.append(paper, to: &output)
    output.raw("\n")
    output.seal(from: 0)
    output.raw("\n")
    // What can't be read again must not be handed out.
    guard try ExamPackDecoder.pack(in: output.bytes, of: file) == pack else {
      throw .member(file: file, member: "banks", expected: "what can be written to a file")
    }
    return output.bytes
  }

  private static func append(_ bank: QuestionBank, to output: inout JSONOutput) {
    output.raw("{\"id\": ")
    output.string(bank.id)
    output.raw(", \"title\": ")
    output.string(bank.title)
    output.raw(", \"domains\": ")
    output.lines(bank.domains, indent: "\n      ", end: "\n    ") { output, domain in
      output.raw("{\"id\": ")
      output.string(domain.id)
      output.raw(", \"title\": ")
      output.string(domain.title)
      output.raw(", \"weight\": ")
      output.double(domain.weight)
      output.raw(", \"objectives\": ")
      output.lines(domain.objectives, indent: "\n        ", end: "\n      ") { output, objective in
        output.raw("{\"id\": ")
        output.string(objective.id)
        output.raw(", \"title\": ")
        output.string(objective.title)
        output.raw("}")
      }
      output.raw("}")
    }
    output.raw("}")
  }
}
