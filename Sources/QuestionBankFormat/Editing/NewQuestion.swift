package import PracticeCore

/// Puts a new question into a bank's file and leaves everything else in it as it is.
package enum NewQuestion {
  /// What came of it.
  package struct Insertion: Equatable, Sendable {
    /// The file with the question.
    package var file: SourceFile
    /// The line, from 1, at which its stem stands.
    package var line: Int
  }

  /// The number, among `files`, of the file into which a question for `objective` belongs: where the
  /// last question on the objective stands, or on another objective of its domain, or else the last
  /// one with questions.
  package static func place(
    for objective: String?, of bank: QuestionBank, in files: [SourceFile]
  ) -> Int? {
    let outlines = files.map { file in
      file.lastComponent.hasSuffix(".md") ? nil : FileOutline(file)
    }
    func last(where isNear: (String) -> Bool) -> Int? {
      outlines.lastIndex { outline in
        outline?.questions.contains { $0.objective.map(isNear) ?? false } ?? false
      }
    }
    if let objective {
      if let index = last(where: { $0 == objective }) { return index }
      let domain = bank.domains.first { $0.objectives.contains { $0.id == objective } }
      let others = Set(domain?.objectives.map(\.id) ?? [])
      if let index = last(where: { others.contains($0) }) { return index }
    }
    return outlines.lastIndex { !($0?.questions.isEmpty ?? true) }
      ?? outlines.firstIndex { $0 != nil }
  }

  /// Puts `question` behind the last one of `file` on its objective, or behind the last one.
  ///
  /// Nil where the file's questions stand in brackets, or it can't be read.
  package static func insert(_ question: Question, into file: SourceFile) -> Insertion? {
    guard let outline = FileOutline(file), !outline.isFlow || outline.questions.isEmpty else {
      return nil
    }
    let entry = BankWriter.text(of: question)
    let edit: TextEdit
    if outline.questions.isEmpty {
      edit = firstQuestion(entry, outline, file)
    } else {
      let index =
        outline.questions.lastIndex { $0.objective != nil && $0.objective == question.objective }
        ?? outline.questions.count - 1
      let neighbour = outline.questions[index]
      edit = behind(neighbour, entry, file)
    }
    let changed = file.applying([edit])
    let before = changed.bytes[..<(file.startOfText + edit.range.lowerBound)]
    let lines = edit.text.split(separator: "\n", omittingEmptySubsequences: false)
    let stem = lines.firstIndex { $0.drop { $0 == " " }.hasPrefix("stem:") } ?? 0
    return Insertion(file: changed, line: before.count { $0 == 0x0a } + 1 + stem)
  }

  private static func firstQuestion(
    _ entry: String, _ outline: FileOutline, _ file: SourceFile
  ) -> TextEdit {
    if let range = outline.emptyQuestions {
      return TextEdit(range: range, text: "questions:\n" + entry)
    }
    let bytes = file.bytes[file.startOfText...]
    let isOpen = bytes.last.map { $0 != 0x0a } ?? false
    return TextEdit(
      range: bytes.count..<bytes.count,
      text: (isOpen ? "\n" : "") + (bytes.isEmpty ? "" : "\n") + "questions:\n\(entry)\n")
  }

  private static func behind(
    _ neighbour: FileOutline.QuestionOutline, _ entry: String, _ file: SourceFile
  ) -> TextEdit {
    let bytes = Array(file.bytes[file.startOfText...])
    func endOfLine(_ offset: Int) -> Int { bytes[offset...].firstIndex(of: 0x0a) ?? bytes.count }
    var end = endOfLine(neighbour.end)
    // Comments that are indented like the question's keys are its own.
    var next = end + 1
    while next < bytes.count {
      let line = bytes[next..<endOfLine(next)]
      let indent = line.prefix { $0 == 0x20 }.count
      guard line.dropFirst(indent).first == UInt8(ascii: "#"), indent > neighbour.dashColumn else {
        break
      }
      end = line.endIndex
      next = end + 1
    }
    // The layout indents by two; the file may do otherwise.
    let shift = neighbour.dashColumn - 2
    let lines = entry.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.isEmpty { return "" }
      return shift < 0
        ? String(line.dropFirst(-shift)) : String(repeating: " ", count: shift) + line
    }
    return TextEdit(range: end..<end, text: "\n\n" + lines.joined(separator: "\n"))
  }
}
