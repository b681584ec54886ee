package import QuestionBankFormat

/// Reads a spreadsheet of questions: comma-separated values, or values parted by semicolons or tabs.
///
/// The first row names the columns, in any order; a row is a question.
package struct CSVImporter: BankImporter {
  /// Makes an importer.
  package init() {}

  package func read(_ file: SourceFile, options: ImportOptions) -> BankImport {
    var assembly = BankAssembly(file, options: options)
    guard let source = SourceText(file, reportingTo: &assembly.report) else {
      return assembly.finish()
    }
    let table = CSVTable(source, reportingTo: &assembly.report)
    guard let header = table.rows.first else { return assembly.finish() }
    var columns: [Int: CSVColumn] = [:]
    for (index, cell) in header.enumerated() {
      let name = TextBlock.line(ImportedText.cleaned(cell.text).text)
      let location = assembly.report.location(line: cell.line, column: cell.column)
      guard !name.isEmpty else { continue }
      if let column = CSVColumn(name), !columns.values.contains(column) {
        columns[index] = column
      } else if CSVColumn(name) != nil {
        assembly.report.report(
          .value, "there is a column '\(name.prefix(60))' already; this one is left out",
          at: location)
      } else {
        let nearest = NearestName.find(name, among: CSVColumn.names)
        assembly.report.lose(
          .other,
          "the column '\(name.prefix(60))' is left out"
            + (nearest.map { "; did you mean '\($0)'?" } ?? ""), at: location)
      }
    }
    for needed in [CSVColumn.single(.stem), .item(1)] where !columns.values.contains(needed) {
      assembly.report.report(
        .syntax, "the first row names no column '\(needed.name)'",
        at: assembly.report.location(line: header[0].line, column: 1))
      return assembly.finish()
    }
    for row in table.rows.dropFirst() {
      if assembly.isFull { break }
      CSVRow(row, columns).read(into: &assembly)
    }
    return assembly.finish()
  }
}
