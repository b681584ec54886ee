package import QuestionBankFormat

/// The text of a file that was written by another program.
package struct SourceText {
  /// The lines, without their ends.
  package private(set) var lines: [Substring]

  /// Decodes a file: UTF-8, or UTF-16 with a byte order mark, with line ends of any system.
  ///
  /// Bytes that are no text are reported and become `U+FFFD` each. Nil, with a report, where the
  /// file is larger than is read.
  package init?(_ file: SourceFile, reportingTo report: inout ImportReport) {
    let start = report.location(line: 1, column: 1)
    guard file.bytes.count <= ImportLimits.fileBytes else {
      report.report(
        .tooLarge,
        "the file has \(file.bytes.count) bytes; at most \(ImportLimits.fileBytes) are read",
        at: start)
      return nil
    }
    let bytes = file.bytes
    var text: String
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        isLittle
          ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
          : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
      }
      text = String(decoding: units, as: UTF16.self)
    } else {
      text = String(
        decoding: bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0), as: UTF8.self)
      if String(validating: bytes, as: UTF8.self) == nil {
        let place = Self.firstReplacement(in: text)
        report.report(
          .encoding, "not all bytes are UTF-8; save the file as UTF-8",
          at: report.location(line: place.line, column: place.column))
      }
    }
    text.makeContiguousUTF8()
    lines = Self.lines(of: text)
  }

  /// Parts a text at line feeds, carriage returns and both together.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    let utf8 = text.utf8
    var start = utf8.startIndex
    var index = start
    while index < utf8.endIndex {
      let byte = utf8[index]
      let next = utf8.index(after: index)
      if byte == 0x0A || byte == 0x0D {
        lines.append(text[start..<index])
        let isPair = byte == 0x0D && next < utf8.endIndex && utf8[next] == 0x0A
        start = isPair ? utf8.index(after: next) : next
        index = start
      } else {
        index = next
      }
    }
    lines.append(text[start...])
    return lines
  }

  private static func firstReplacement(in text: String) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      if scalar == "\u{FFFD}" { break }
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }
}

extension StringProtocol {
  /// The text without blanks and tabs at either end.
  var trimmed: SubSequence {
    var text = self[...]
    while let first = text.unicodeScalars.first, first == " " || first == "\t" {
      text = text[text.unicodeScalars.index(after: text.startIndex)...]
    }
    while let last = text.unicodeScalars.last, last == " " || last == "\t" {
      text = text[..<text.unicodeScalars.index(before: text.endIndex)]
    }
    return text
  }
}
