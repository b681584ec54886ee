/// Tells, scalar by scalar, which start a cell, which belong to the cell before, and which show
/// nothing.
///
/// Terminals and ncurses place scalars, not grapheme clusters, and disagree about clusters. So text
/// is walked by scalars, and what they disagree about is left out: joined emoji show their first
/// part, skin tones and variation selectors show nothing. Drawing, measuring and wrapping all use
/// this one walk, so they agree.
struct GlyphWalk {
  /// What becomes of a scalar.
  enum Placement: Equatable {
    /// It starts a cell of that width, 1 or 2.
    case cell(width: Int)
    /// It is drawn in the cell before.
    case combining
    /// It is drawn on a blank of its own, because there is no cell before.
    case orphan
    /// It shows nothing.
    case nothing
  }

  private var hasBase = false
  private var baseIsPictograph = false
  private var isJoined = false

  /// What becomes of `scalar` after those before.
  mutating func place(_ scalar: Unicode.Scalar) -> Placement {
    let value = scalar.value
    if value < 0x300 {
      hasBase = true
      baseIsPictograph = false
      isJoined = false
      return .cell(width: 1)
    }
    let wasJoined = isJoined
    isJoined = false
    if GlyphWalk.isInvisible(value) {
      isJoined = value == 0x200D
      return .nothing
    }
    let isPictograph = GlyphWalk.isPictograph(value)
    if baseIsPictograph {
      let isSkinTone = value >= 0x1F3FB && value <= 0x1F3FF
      if isSkinTone || (wasJoined && isPictograph) { return .nothing }
    }
    let width = ColumnWidth.of(scalar)
    if width == 0 {
      if hasBase { return .combining }
      hasBase = true
      return .orphan
    }
    hasBase = true
    baseIsPictograph = isPictograph
    return .cell(width: width)
  }

  /// Joiners, zero-width spaces, byte order marks and variation selectors.
  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0x200B...0x200D, 0x2060...0x2064, 0xFEFF, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// The blocks whose scalars can be joined to one emoji; no letters are among them.
  private static func isPictograph(_ value: UInt32) -> Bool {
    (value >= 0x2190 && value <= 0x2BFF) || (value >= 0x1F000 && value <= 0x1FAFF)
  }
}
