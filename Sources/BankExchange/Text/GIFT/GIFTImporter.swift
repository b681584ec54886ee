package import QuestionBankFormat

/// Reads Moodle's GIFT format, as liberally as Moodle does.
///
/// Categories become domains and objectives.
/// Records are parted by blank lines; one that is bad is reported and the next one is read.
package struct GIFTImporter: BankImporter {
  /// Makes an importer.
  package init() {}

  package func read(_ file: SourceFile, options: ImportOptions) -> BankImport {
    var assembly = BankAssembly(file, options: options)
    guard let source = SourceText(file, reportingTo: &assembly.report) else {
      return assembly.finish()
    }
    var category: [String] = []
    var lines: [GIFTLine] = []
    func end() {
      guard !lines.isEmpty else { return }
      var record = GIFTRecord(lines, category: category)
      record.read(into: &assembly)
      lines = []
    }
    for (index, line) in source.lines.enumerated() {
      let text = line.trimmed
      if text.isEmpty {
        end()
        if assembly.isFull { break }
      } else if text.hasPrefix("$CATEGORY:") {
        end()
        category = MoodleCategory.names(ofPath: String(text.dropFirst(10).trimmed))
      } else {
        let indent = line[..<text.startIndex].unicodeScalars.count
        lines.append(GIFTLine(text: text, number: index + 1, column: indent + 1))
      }
    }
    end()
    return assembly.finish()
  }
}

/// A line of a record, without blanks at either end.
struct GIFTLine {
  let text: Substring
  let number: Int
  /// The column at which it begins, from 1.
  let column: Int
}
