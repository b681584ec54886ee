/// Where questions stand in a file.
package enum QuestionLines {
  /// The line, from 1, of the question's id; nil where the file has no such question.
  package static func line(of question: String, in file: SourceFile) -> Int? {
    guard !file.lastComponent.hasSuffix(".md"), let outline = FileOutline(file),
      let range = outline.questions.first(where: { $0.id == question })?.idRange
    else { return nil }
    return file.bytes[..<(file.startOfText + range.lowerBound)].count { $0 == 0x0a } + 1
  }
}
