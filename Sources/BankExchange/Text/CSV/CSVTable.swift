import QuestionBankFormat

/// A table of comma-separated values (RFC 4180) as it was read.
struct CSVTable {
  /// A cell.
  struct Cell {
    /// The text, without quotation marks.
    var text: String
    /// Where it begins, both from 1.
    var line: Int
    var column: Int
  }

  /// The rows that are not empty.
  private(set) var rows: [[Cell]] = []

  /// The most columns that are read.
  static let maximumColumns = 1_000

  /// Reads a table whose cells are parted by commas, semicolons or tabs: by what the first line has
  /// most of, or by what Excel's `sep=;` says.
  ///
  /// What is bad is reported, and reading goes on.
  init(_ source: SourceText, reportingTo report: inout ImportReport) {
    var lines = source.lines[...]
    var firstLine = 1
    var separator: UInt8?
    if let first = lines.first, first.utf8.count == 5, first.lowercased().hasPrefix("sep="),
      let named = first.utf8.last
    {
      separator = named
      lines = lines.dropFirst()
      firstLine = 2
    }
    var reader = CSVReader(
      separator: separator ?? Self.separator(of: lines.first ?? ""),
      rowLimit: ImportLimits.questions)
    for (index, line) in lines.enumerated() {
      reader.read(line, number: index + firstLine, reportingTo: &report)
      if reader.isFull { break }
    }
    reader.finish(reportingTo: &report)
    rows = reader.rows
  }

  private static func separator(of line: Substring) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ","), UInt8(ascii: ";"), 0x09:
        if !isQuoted { counts[byte, default: 0] += 1 }
      default: break
      }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most?.key ?? UInt8(ascii: ",")
  }
}

/// Reads rows, line by line.
private struct CSVReader {
  let separator: UInt8
  let rowLimit: Int
  private(set) var rows: [[CSVTable.Cell]] = []
  private var row: [CSVTable.Cell] = []
  /// The cell that goes on in the next line, within quotation marks.
  private var open: (cell: CSVTable.Cell, bytes: [UInt8])?

  init(separator: UInt8, rowLimit: Int) {
    self.separator = separator
    self.rowLimit = rowLimit
  }

  /// Whether no further row is read; the header is one more than there are questions.
  var isFull: Bool { rows.count > rowLimit + 1 }

  mutating func read(_ line: Substring, number: Int, reportingTo report: inout ImportReport) {
    var line = CSVLine(line, number: number)
    if var (cell, bytes) = open {
      bytes.append(0x0A)
      open = nil
      if readQuoted(cell, bytes, &line, &report) == false { return }
      cell.text = ""
    } else if line.isAtEnd {
      return
    }
    while row.count < CSVTable.maximumColumns {
      if !row.isEmpty || hasCell {
        hasCell = false
        if line.isAtEnd { return endRow() }
        line.skip()
      }
      if line.current == UInt8(ascii: "\"") {
        let cell = CSVTable.Cell(text: "", line: number, column: line.column)
        line.skip()
        if readQuoted(cell, [], &line, &report) == false { return }
      } else {
        let cell = CSVTable.Cell(text: "", line: number, column: line.column)
        append(cell, line.take { $0 != separator })
      }
    }
    report.report(
      .tooLarge, "more than \(CSVTable.maximumColumns) columns; the rest of the row is left out",
      at: report.location(line: number, column: line.column))
    endRow()
  }

  /// Whether the row has the cell that was just read.
  private var hasCell = false

  private mutating func append(_ cell: CSVTable.Cell, _ bytes: some Sequence<UInt8>) {
    var cell = cell
    cell.text = String(decoding: Array(bytes), as: UTF8.self)
    row.append(cell)
    hasCell = true
  }

  /// Reads on in a cell within quotation marks; false where it goes on in the next line.
  private mutating func readQuoted(
    _ cell: CSVTable.Cell, _ start: [UInt8], _ line: inout CSVLine, _ report: inout ImportReport
  ) -> Bool {
    var bytes = start
    while true {
      bytes += line.take { $0 != UInt8(ascii: "\"") }
      if line.isAtEnd {
        open = (cell, bytes)
        return false
      }
      line.skip()
      guard line.current == UInt8(ascii: "\"") else { break }
      bytes.append(UInt8(ascii: "\""))
      line.skip()
    }
    if !line.isAtEnd, line.current != separator {
      report.report(
        .syntax,
        "text behind the closing quotation mark; a quotation mark within a cell is written twice",
        at: report.location(line: line.number, column: line.column))
      bytes += line.take { $0 != separator }
    }
    append(cell, bytes)
    return true
  }

  private mutating func endRow() {
    if row.contains(where: { !$0.text.trimmed.isEmpty }) { rows.append(row) }
    row = []
    hasCell = false
  }

  mutating func finish(reportingTo report: inout ImportReport) {
    guard let (cell, bytes) = open else { return }
    report.report(
      .syntax, "the quotation mark that begins the cell is never closed",
      at: report.location(line: cell.line, column: cell.column))
    append(cell, bytes.prefix { $0 != 0x0A })
    endRow()
  }
}

/// A line while it is read, byte by byte.
private struct CSVLine {
  let number: Int
  private let bytes: Substring.UTF8View
  private var index: Substring.UTF8View.Index
  /// The column of the next character, from 1, in Unicode scalars.
  private(set) var column = 1

  init(_ line: Substring, number: Int) {
    self.number = number
    bytes = line.utf8
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }
  var current: UInt8? { isAtEnd ? nil : bytes[index] }

  mutating func skip() {
    guard !isAtEnd else { return }
    if bytes[index] & 0xC0 != 0x80 { column += 1 }
    index = bytes.index(after: index)
  }

  mutating func take(while isTaken: (UInt8) -> Bool) -> [UInt8] {
    var taken: [UInt8] = []
    while let byte = current, isTaken(byte) {
      taken.append(byte)
      skip()
    }
    return taken
  }
}
