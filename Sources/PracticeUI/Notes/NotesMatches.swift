import TerminalUI

/// Where the rows of a text hold what is searched for, also across the ends of rows.
struct NotesMatches: Equatable, Sendable {
  /// A part of a match that stands in one row.
  struct Piece: Equatable, Sendable {
    /// The row.
    var row: Int
    /// The columns in it.
    var columns: Range<Int>
  }

  /// The matches, each in one piece or more, from top to bottom.
  private(set) var matches: [[Piece]] = []

  /// Finds `query` as a whole, or, where that stands nowhere, each of its words, unless only the
  /// whole is wanted; without case and accents.
  init(of query: String, in rows: [Line], onlyWhole: Bool = false) {
    let words = query.split(whereSeparator: \.isWhitespace).map { $0.map(Self.folded) }
    if words.isEmpty { return }
    let text = Self.glyphs(of: rows)
    matches = Self.find(Array(words.joined(separator: [[0x20]])), in: text)
    if matches.isEmpty && words.count > 1 && !onlyWhole {
      matches = words.flatMap { Self.find($0, in: text) }
        .sorted { ($0[0].row, $0[0].columns.lowerBound) < ($1[0].row, $1[0].columns.lowerBound) }
    }
  }

  /// A character of the text, and where it stands; a blank between two rows stands nowhere.
  private struct Glyph {
    var folded: [UInt8]
    var row: Int
    var columns: Range<Int>
  }

  private static func folded(_ character: Character) -> [UInt8] {
    var bytes: [UInt8] = []
    TextSearch.fold(String(character), into: &bytes)
    return bytes
  }

  private static func glyphs(of rows: [Line]) -> [Glyph] {
    var glyphs: [Glyph] = []
    for (row, line) in rows.enumerated() {
      var column = 0
      var begun = false
      for character in line.text {
        let width = ColumnWidth.of(String(character))
        // The indent of a row is a part of no phrase.
        if begun || character != " " {
          begun = true
          glyphs.append(
            Glyph(folded: folded(character), row: row, columns: column..<column + width))
        }
        column += width
      }
      // Words that meet at the end of a row are parted by a blank; a blank row parts paragraphs.
      glyphs.append(Glyph(folded: [begun ? 0x20 : 0x0A], row: row, columns: column..<column))
    }
    return glyphs
  }

  private static func find(_ phrase: [[UInt8]], in text: [Glyph]) -> [[Piece]] {
    guard let first = phrase.first, phrase.count <= text.count else { return [] }
    var found: [[Piece]] = []
    var start = 0
    while start + phrase.count <= text.count {
      let isMatch =
        text[start].folded == first
        && phrase.indices.allSatisfy { text[start + $0].folded == phrase[$0] }
      if isMatch {
        found.append(pieces(of: text[start..<start + phrase.count]))
        start += phrase.count
      } else {
        start += 1
      }
    }
    return found
  }

  private static func pieces(of glyphs: ArraySlice<Glyph>) -> [Piece] {
    var pieces: [Piece] = []
    for glyph in glyphs where !glyph.columns.isEmpty {
      if let last = pieces.last, last.row == glyph.row {
        pieces[pieces.count - 1].columns = last.columns.lowerBound..<glyph.columns.upperBound
      } else {
        pieces.append(Piece(row: glyph.row, columns: glyph.columns))
      }
    }
    return pieces
  }
}
