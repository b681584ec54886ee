package import PracticeCore

/// Writes the form of an attempt as a file: JSON that a person can read, and a checksum.
///
/// ```
/// {
///   "format": "swot-exam-paper/1",
///   "fingerprint": "89c1f1e9a5a0d3b2",
///   "exam": {"id": "cloud-best-practices", …},
///   "seed": "7",
///   "items": […]
/// ,"sum":"9ad05e11"}
/// ```
///
/// Members stand in one order, and all of them do: the same paper gives the same bytes. The
/// checksum is the CRC-32C of all bytes before `,"sum"`, as in journals. Sections and the items of
/// questions are numbered from 1.
package enum ExamPaperEncoder {
  /// What a file of the kind says to be, without its version.
  static let format = "swot-exam-paper/"
  /// The version of the format that this program writes and reads.
  package static let version = 1

  /// The paper as a file.
  package static func bytes(of paper: ExamPaper) -> [UInt8] {
    var output = JSONOutput(reserving: 2048 + paper.items.count * 4096)
    output.raw("{\n  \"format\": ")
    output.string("\(format)\(version)")
    append(paper, to: &output)
    output.raw("\n")
    output.seal(from: 0)
    output.raw("\n")
    return output.bytes
  }

  /// Appends the members of a paper behind another member.
  static func append(_ paper: ExamPaper, to output: inout JSONOutput) {
    output.raw(",\n  \"fingerprint\": ")
    output.string(paper.fingerprint)
    output.raw(",\n  \"exam\": {")
    append(paper.blueprint, to: &output)
    output.raw("\n  },\n  \"seed\": ")
    // As text: not every reader of JSON keeps 64 bits.
    output.string(String(paper.seed))
    output.raw(",\n  \"items\": ")
    output.lines(paper.items, indent: "\n    ", end: "\n  ") { append($1, to: &$0) }
  }

  /// The hash of a file by which the beginning of an attempt knows its paper again: FNV-1a with 64
  /// bits over all bytes, 16 hex digits.
  package static func hash(of file: [UInt8]) -> String {
    var hash = FNV1a()
    hash.combine(contentsOf: file)
    return hash.digits
  }

  // MARK: - Rules

  private static func append(_ blueprint: Blueprint, to output: inout JSONOutput) {
    output.raw("\n    \"id\": ")
    output.string(blueprint.id)
    output.raw(",\n    \"title\": ")
    output.string(blueprint.title)
    output.raw(",\n    \"description\": ")
    output.optional(blueprint.description)
    output.raw(",\n    \"questions\": ")
    output.int(blueprint.questions)
    output.raw(",\n    \"unscored\": ")
    output.int(blueprint.unscored)
    output.raw(",\n    \"minutes\": ")
    output.int(blueprint.minutes)
    output.raw(",\n    \"scale\": ")
    append(blueprint.scale, to: &output)
    output.raw(",\n    \"scoring\": ")
    output.string(blueprint.scoring.rawValue)
    output.raw(",\n    \"navigation\": ")
    output.string(blueprint.navigation.rawValue)
    output.raw(",\n    \"clock\": ")
    output.string(blueprint.clock.rawValue)
    output.raw(",\n    \"sections\": ")
    output.lines(blueprint.sections, indent: "\n      ", end: "\n    ") { output, section in
      output.raw("{\"title\": ")
      output.string(section.title)
      output.raw(", \"weight\": ")
      output.double(section.weight)
      output.raw(", \"from\": ")
      output.list(section.from) { $0.string($1) }
      output.raw("}")
    }
  }

  private static func append(_ scale: ScoreScale, to output: inout JSONOutput) {
    switch scale {
    case .percent(let pass):
      output.raw("{\"percent\": ")
      output.double(pass)
    case .scaled(let from, let to, let pass, let cut):
      output.raw("{\"from\": ")
      output.int(from)
      output.raw(", \"to\": ")
      output.int(to)
      output.raw(", \"pass\": ")
      output.int(pass)
      output.raw(", \"cut\": ")
      output.double(cut)
    }
    output.raw("}")
  }

  // MARK: - Questions

  private static func append(_ item: ExamPaper.Item, to output: inout JSONOutput) {
    let question = item.question
    output.raw("{\n      \"question\": ")
    output.string(question.id.description)
    output.raw(",\n      \"revision\": ")
    output.string(question.revision.description)
    output.raw(",\n      \"order\": ")
    output.list(item.order) { $0.int($1) }
    output.raw(",\n      \"section\": ")
    output.int(item.section + 1)
    output.raw(",\n      \"scored\": ")
    output.bool(item.isScored)
    output.raw(",\n      \"new\": ")
    output.bool(item.isNew)
    output.raw(",\n      \"objective\": ")
    output.optional(question.objective)
    output.raw(",\n      \"objective_title\": ")
    output.optional(item.objectiveTitle)
    output.raw(",\n      \"facts\": ")
    output.list(question.facts) { $0.string($1) }
    output.raw(",\n      \"difficulty\": ")
    output.optional(question.difficulty?.rawValue)
    output.raw(",\n      \"cognitive\": ")
    output.optional(question.cognitiveLevel?.rawValue)
    output.raw(",\n      \"scenario\": ")
    output.optional(question.scenario)
    output.raw(",\n      \"scenario_text\": ")
    output.optional(item.scenario)
    output.raw(",\n      \"stem\": ")
    output.string(question.stem)
    append(question.format, to: &output)
    output.raw(",\n      \"takeaway\": ")
    output.optional(question.takeaway)
    output.raw(",\n      \"references\": ")
    output.list(question.references) { $0.string($1) }
    output.raw(",\n      \"pages\": ")
    output.lines(item.references, indent: "\n        ", end: "\n      ") { output, page in
      output.raw("{\"id\": ")
      output.string(page.id)
      output.raw(", \"title\": ")
      output.string(page.title)
      output.raw(", \"url\": ")
      output.string(page.url)
      output.raw("}")
    }
    output.raw(",\n      \"reviewed\": ")
    output.optional(question.reviewed?.description)
    output.raw(",\n      \"tags\": ")
    output.list(question.tags) { $0.string($1) }
    output.raw("\n    }")
  }

  /// Appends what can be answered, under the name of its kind.
  private static func append(_ format: AnswerFormat, to output: inout JSONOutput) {
    output.raw(",\n      \"kind\": ")
    output.string(format.kind.rawValue)
    func lines<Elements: Collection>(
      _ name: StaticString, _ elements: Elements,
      _ append: (inout JSONOutput, Elements.Element) -> Void
    ) {
      output.raw(",\n      \"")
      output.raw(name)
      output.raw("\": ")
      output.lines(elements, indent: "\n        ", end: "\n      ", append)
    }
    switch format {
    case .choices(let choices):
      lines("choices", choices) { output, choice in
        if choice.isRight { output.raw("{\"right\": ") } else { output.raw("{\"wrong\": ") }
        output.string(choice.text)
        output.raw(", \"why\": ")
        output.optional(choice.why)
        output.raw(", \"last\": ")
        output.bool(choice.staysLast)
        output.raw("}")
      }
    case .match(let pairs, let distractors):
      lines("match", pairs) { output, pair in
        output.raw("{\"prompt\": ")
        output.string(pair.prompt)
        output.raw(", \"answer\": ")
        output.string(pair.answer)
        output.raw(", \"why\": ")
        output.optional(pair.why)
        output.raw("}")
      }
      lines("distractors", distractors) { $0.string($1) }
    case .order(let steps): lines("steps", steps) { $0.string($1) }
    case .answer(let accepted): lines("accepted", accepted) { $0.string($1) }
    }
  }
}

extension JSONOutput {
  /// Appends a text or `null`.
  mutating func optional(_ text: String?) {
    if let text { string(text) } else { raw("null") }
  }

  /// Appends a list with a line for each element, each after `indent`; an empty one as `[]`.
  mutating func lines<Elements: Collection>(
    _ elements: Elements, indent: StaticString, end: StaticString,
    _ append: (inout JSONOutput, Elements.Element) -> Void
  ) {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(",") }
      isFirst = false
      raw(indent)
      append(&self, element)
    }
    if !isFirst { raw(end) }
    raw("]")
  }
}
