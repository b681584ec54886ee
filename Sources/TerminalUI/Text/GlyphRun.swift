/// A line taken apart into what takes a place of its own, for wrapping.
struct GlyphRun {
  /// A cell's worth of text: a scalar with what belongs to it.
  private struct Glyph {
    /// Its scalars, as offsets into `scalars`: from `start` up to `end`.
    var start: Int
    var end: Int
    var width: Int
    /// The index of its style.
    var style: Int
    var first: Unicode.Scalar
    var isBlank: Bool
  }

  private var scalars: [Unicode.Scalar] = []
  private var glyphs: [Glyph] = []
  private let styles: [Style]

  init(_ line: Line) {
    styles = line.spans.map(\.style)
    for (style, span) in line.spans.enumerated() {
      var walk = GlyphWalk()
      let spanStart = glyphs.count
      for scalar in span.text.unicodeScalars {
        let offset = scalars.count
        scalars.append(scalar)
        let width: Int
        switch walk.place(scalar) {
        case .cell(let columns): width = columns
        case .orphan: width = 1
        case .combining, .nothing:
          if glyphs.count > spanStart {
            glyphs[glyphs.count - 1].end = offset + 1
            // A blank with a mark on it is something to see.
            glyphs[glyphs.count - 1].isBlank = false
            continue
          }
          width = 0
        }
        glyphs.append(
          Glyph(
            start: offset, end: offset + 1, width: width, style: style,
            first: scalar, isBlank: GlyphRun.isBlank(scalar)))
      }
    }
  }

  /// The number of places.
  var count: Int { glyphs.count }

  /// The text of some places with their styles.
  func line(_ range: Range<Int>) -> Line {
    var line = Line()
    var text = String.UnicodeScalarView()
    var style: Int?
    for glyph in glyphs[range] {
      if glyph.style != style {
        if let style { line.append(String(text), styles[style]) }
        text = String.UnicodeScalarView()
        style = glyph.style
      }
      text.append(contentsOf: scalars[glyph.start..<glyph.end])
    }
    if let style { line.append(String(text), styles[style]) }
    return line
  }

  /// How far a row from `start` reaches that is filled without regard to words; at least one place.
  func end(from start: Int, columns: Int) -> Int {
    var end = start
    var used = 0
    while end < glyphs.count, used + glyphs[end].width <= columns || end == start {
      used += glyphs[end].width
      end += 1
    }
    return end
  }

  /// The row that begins at `start`: its text without blanks at the end, and where the next begins.
  func row(
    from start: Int, columns: Int
  ) -> (content: Range<Int>, next: Int, isBlank: Bool) {
    var end = start
    var used = 0
    var breakAt: Int?
    var hasText = false
    // Blanks may stand past the edge: they vanish at the break.
    while end < glyphs.count, glyphs[end].isBlank || used + glyphs[end].width <= columns {
      used += glyphs[end].width
      hasText = hasText || !glyphs[end].isBlank
      end += 1
      if hasText && end < glyphs.count && canBreak(before: end) { breakAt = end }
    }
    let next: Int
    if end == glyphs.count {
      next = end
    } else if let breakAt {
      next = breakAt
    } else if !hasText && end > start {
      next = end
    } else {
      next = breakInWord(from: start, to: max(end, start + 1))
    }
    var textEnd = next
    while textEnd > start && glyphs[textEnd - 1].isBlank { textEnd -= 1 }
    return (start..<textEnd, next, textEnd == start)
  }

  /// Whether a row may end before the place at `index`, which is neither the first nor the end.
  private func canBreak(before index: Int) -> Bool {
    let before = glyphs[index - 1]
    let after = glyphs[index]
    if after.isBlank { return false }
    if before.isBlank {
      // A per cent sign stays with its number.
      return
        !(after.first == "%" && index >= 2
        && glyphs[index - 2].first.properties.numericType != nil)
    }
    if before.width == 2 || after.width == 2 {
      return !GlyphRun.noRowBeginsWith.contains(after.first)
        && !GlyphRun.noRowEndsWith.contains(before.first)
    }
    if before.first == "-" && index >= 2 {
      let left = glyphs[index - 2].first.properties.isAlphabetic
      return left && after.first.properties.isAlphabetic
    }
    return before.first == "\u{2014}"
  }

  /// Where to break a word that doesn't fit: after punctuation in its second half, or where the
  /// row is full.
  private func breakInWord(from start: Int, to end: Int) -> Int {
    var cut = end
    while cut > start + (end - start) / 2 + 1 {
      if GlyphRun.joints.contains(glyphs[cut - 1].first) { return cut }
      cut -= 1
    }
    return end
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Where addresses and resource names are best broken.
  private static let joints: Set<Unicode.Scalar> = ["/", "-", "_", ".", ":", ",", "=", "&", "?"]
  /// East Asian punctuation that closes or separates.
  private static let noRowBeginsWith: Set<Unicode.Scalar> = [
    "、", "。", "，", "．", "！", "？", "：", "；", "）", "」", "』", "】", "〕", "〉", "》", "ー", "々",
    ".", ",", "!", "?", ":", ";", ")", "]", "}", "\u{2019}", "\u{201D}",
  ]
  /// East Asian punctuation that opens.
  private static let noRowEndsWith: Set<Unicode.Scalar> = [
    "（", "「", "『", "【", "〔", "〈", "《", "(", "[", "{", "\u{2018}", "\u{201C}",
  ]
}
