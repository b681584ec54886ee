package import QuestionBankFormat

/// Reads Moodle XML, as Moodle 2 to 5 export it.
///
/// Read are multiple choice, true or false, matching, short answers and ordering; questions of
/// other types are listed. Categories become domains and objectives, HTML becomes plain text.
package struct MoodleXMLImporter: BankImporter {
  /// Makes an importer.
  package init() {}

  package func read(_ file: SourceFile, options: ImportOptions) -> BankImport {
    var reading = MoodleXMLReading(file, options: options)
    return reading.run()
  }
}

/// One file of Moodle XML on its way to a bank.
private struct MoodleXMLReading {
  private let file: SourceFile
  private var assembly: BankAssembly
  private var category: [String] = []

  init(_ file: SourceFile, options: ImportOptions) {
    self.file = file
    assembly = BankAssembly(file, options: options)
  }

  mutating func run() -> BankImport {
    guard file.bytes.count <= ImportLimits.fileBytes else {
      assembly.report.report(
        .tooLarge,
        "the file has more than \(ImportLimits.fileBytes) bytes, the most that is read; "
          + "export fewer categories at a time",
        at: assembly.report.location(line: 1, column: 1))
      return assembly.finish()
    }
    let (root, problem) = XMLReader.readBeginning(of: file)
    if let problem { assembly.report.report(.syntax, problem.message, at: problem.location) }
    if let root { read(root) }
    return assembly.finish()
  }

  private mutating func read(_ root: XMLElement) {
    guard root.name == "quiz" else {
      let isQTI = QTIImporter.knows(root.name)
      return assembly.report.report(
        .syntax,
        "this is no Moodle XML: its outermost element is '\(root.name)', not 'quiz'"
          + (isQTI ? "; it is QTI (--from qti-2.1)" : ""), at: root.location)
    }
    for element in root.elements where element.isWhole {
      guard element.name == "question" else {
        assembly.report.report(
          .syntax, "the element '\(element.name)' stands where 'question' should",
          at: element.location)
        continue
      }
      if assembly.isFull { break }
      if element.attribute("type") == "category" {
        let path = element.first(at: "category", "text")?.text ?? ""
        category = MoodleCategory.names(ofPath: path)
      } else {
        var question = MoodleXMLQuestion(element, in: category)
        question.read(into: &assembly)
      }
    }
  }
}
