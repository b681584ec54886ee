/// The lines of a file, to show the one that a diagnostic speaks of.
///
/// A line is looked up within one block of the file; for each block it is known how many lines
/// begin before it. So a file of nothing but line feeds takes no memory to speak of.
package struct SourceLines {
  private let file: SourceFile
  /// For each block, the number of line feeds before it.
  private let feedsBefore: [Int]

  private static let blockSize = 1 << 12

  /// Finds the lines of `file` in one pass.
  package init(_ file: SourceFile) {
    self.file = file
    feedsBefore = file.bytes.withUnsafeBytes { bytes in
      var counts: [Int] = []
      var count = 0
      for start in stride(from: 0, to: bytes.count, by: Self.blockSize) {
        counts.append(count)
        count += Self.feeds(in: bytes[start..<min(bytes.count, start + Self.blockSize)])
      }
      return counts
    }
  }

  private static func feeds(in bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    var count = 0
    for byte in UnsafeRawBufferPointer(rebasing: bytes) where byte == 0x0a { count &+= 1 }
    return count
  }

  /// The index of the first byte of a line, counted from 1; nil where there is no such line.
  private func start(ofLine line: Int) -> Int? {
    guard line > 1 else { return line == 1 ? file.startOfText : nil }
    // It begins behind the line feed with this number, from 1: in the last block with fewer before.
    let wanted = line - 1
    var (low, high) = (0, feedsBefore.count)
    while low < high {
      let middle = (low + high) / 2
      if feedsBefore[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    var missing = wanted - feedsBefore[low - 1]
    return file.bytes.withUnsafeBytes { bytes in
      let start = (low - 1) * Self.blockSize
      for index in start..<min(bytes.count, start + Self.blockSize) where bytes[index] == 0x0a {
        missing -= 1
        if missing == 0 { return index + 1 }
      }
      return nil
    }
  }

  /// A piece of a line around a column.
  package struct Excerpt: Equatable {
    /// What stands before the column.
    package var before: String
    /// What stands at the column and behind it.
    package var after: String
    /// Whether more stands before.
    package var isCutBefore: Bool
    /// Whether more stands behind.
    package var isCutAfter: Bool

    /// Makes an excerpt.
    package init(before: String, after: String, isCutBefore: Bool, isCutAfter: Bool) {
      self.before = before
      self.after = after
      self.isCutBefore = isCutBefore
      self.isCutAfter = isCutAfter
    }
  }

  /// Lines that are read further than this are no text for people.
  private static let farthestColumn = 10_000

  /// At most `width` scalars before and after a place, both counted from 1; nil where there is no
  /// such line, or its column is beyond 10,000.
  ///
  /// Bytes that are no UTF-8 show as U+FFFD, one for each column that a diagnostic counts.
  package func excerpt(line: Int, column: Int, width: Int) -> Excerpt? {
    guard (1...Self.farthestColumn).contains(column), let start = start(ofLine: line) else {
      return nil
    }
    // No scalar takes more than four bytes; one more may be the carriage return of the line's end.
    let bytes = file.bytes[start...].prefix(4 * (column + width + 1) + 1)
    var end = bytes.firstIndex(of: 0x0a) ?? bytes.endIndex
    let isWhole = end < bytes.endIndex || end == file.bytes.count
    if isWhole, end > start, file.bytes[end - 1] == 0x0d { end -= 1 }
    let reach = min(end, start + 4 * (column + width + 1))
    let scalars = String(decoding: file.bytes[start..<reach], as: UTF8.self).unicodeScalars
    let before = scalars.prefix(column - 1)
    let after = scalars.dropFirst(column - 1)
    return Excerpt(
      before: String(before.suffix(width)), after: String(after.prefix(width)),
      isCutBefore: before.count > width, isCutAfter: after.count > width)
  }

  // MARK: - Words

  /// Where a word of a text stands in the file.
  ///
  /// - Parameters:
  ///   - word: The word's bytes, as they are in the text.
  ///   - occurrence: How many words with the same bytes come before it in the text.
  ///   - start: Where the text begins in the file.
  ///   - length: How many bytes behind that are looked at.
  /// - Returns: The place; nil where the word isn't written there as it is, but with escapes.
  func location(
    ofWord word: [UInt8], occurrence: Int, from start: SourceLocation, within length: Int
  ) -> SourceLocation? {
    guard let first = word.first, let lineStart = self.start(ofLine: start.line) else { return nil }
    return file.bytes.withUnsafeBytes { bytes in
      var (line, column, index) = (start.line, 1, lineStart)
      var missing = occurrence
      var limit = bytes.count
      while index < min(limit, bytes.count) {
        if line == start.line, column == start.column, limit == bytes.count {
          limit = min(bytes.count, index + length)
        }
        let byte = bytes[index]
        if byte == first, line > start.line || column >= start.column,
          Self.isWord(word, at: index, of: bytes)
        {
          if missing == 0 { return SourceLocation(file: start.file, line: line, column: column) }
          missing -= 1
        }
        if byte == 0x0a {
          line += 1
          column = 1
        } else if byte & 0xc0 != 0x80 {
          column += 1
        }
        index += 1
        if index < bytes.count, bytes[index] & 0xc0 == 0x80 {
          // The rest of a character is at the column of its first byte.
          while index < bytes.count, bytes[index] & 0xc0 == 0x80 { index += 1 }
        }
      }
      return nil
    }
  }

  private static func isWord(
    _ word: [UInt8], at index: Int, of bytes: UnsafeRawBufferPointer
  ) -> Bool {
    let end = index + word.count
    guard end <= bytes.count, bytes[index..<end].elementsEqual(word) else { return false }
    func isPart(_ byte: UInt8) -> Bool {
      byte >= 0x80 || Word.isLower(byte) || Word.isUpper(byte) || Word.isDigit(byte)
    }
    return !(index > 0 && isPart(bytes[index - 1])) && !(end < bytes.count && isPart(bytes[end]))
  }
}
