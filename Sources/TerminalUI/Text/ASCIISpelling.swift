/// The nearest ASCII spelling of scalars, for terminals that show nothing else.
enum ASCIISpelling {
  /// The spelling of `scalar`: empty for marks on the letter before, `?` for the unknown.
  static func of(_ scalar: Unicode.Scalar) -> String {
    let value = scalar.value
    if value < 0x80 { return String(scalar) }
    if let spelling = signs[scalar] { return spelling }
    if value >= 0xC0, value < 0xC0 + UInt32(latin.count) { return latin[Int(value - 0xC0)] }
    // Full-width forms are the printable ASCII characters once more, in the same order.
    if value >= 0xFF01, value <= 0xFF5E, let plain = Unicode.Scalar(value - 0xFF01 + 0x21) {
      return String(plain)
    }
    var walk = GlyphWalk()
    _ = walk.place("a")
    switch walk.place(scalar) {
    case .combining, .nothing: return ""
    case .cell, .orphan: return "?"
    }
  }

  /// Letters from U+00C0 to U+017F, in order.
  private static let latin: [String] = {
    let spellings = """
      A A A A A A AE C E E E E I I I I D N O O O O O x O U U U U Y Th ss \
      a a a a a a ae c e e e e i i i i d n o o o o o / o u u u u y th y \
      A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g H h H h \
      I i I i I i I i I i IJ ij J j K k k L l L l L l L l L l N n N n N n 'n N n \
      O o O o O o OE oe R r R r R r S s S s S s S s T t T t T t U u U u U u U u U u U u \
      W w Y y Y Z z Z z Z z s
      """
    return spellings.split(separator: " ").map(String.init)
  }()

  /// Everything else that questions are likely to hold.
  private static let signs: [Unicode.Scalar: String] = [
    "\u{A0}": " ", "¡": "!", "¢": "c", "£": "GBP", "¥": "JPY", "¦": "|", "§": "S", "¨": "\"",
    "©": "(c)", "ª": "a", "«": "\"", "¬": "not", "\u{AD}": "", "®": "(R)", "¯": "-", "°": "deg",
    "±": "+/-", "²": "2", "³": "3", "´": "'", "µ": "u", "¶": "P", "·": "-", "¸": ",", "¹": "1",
    "º": "o", "»": "\"", "¼": "1/4", "½": "1/2", "¾": "3/4", "¿": "?", "ƒ": "f", "ˆ": "^",
    "˜": "~", "Δ": "Delta", "Ω": "Ohm", "α": "alpha", "β": "beta", "λ": "lambda", "μ": "u",
    "π": "pi", "σ": "sigma", "Ș": "S", "ș": "s", "Ț": "T", "ț": "t", "ẞ": "SS",
    "\u{2000}": " ", "\u{2001}": " ", "\u{2002}": " ", "\u{2003}": " ", "\u{2004}": " ",
    "\u{2005}": " ", "\u{2006}": " ", "\u{2007}": " ", "\u{2008}": " ", "\u{2009}": " ",
    "\u{200A}": " ", "\u{202F}": " ", "\u{205F}": " ", "\u{3000}": " ",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "--", "―": "--", "‖": "||",
    "‘": "'", "’": "'", "‚": ",", "‛": "'", "“": "\"", "”": "\"", "„": "\"", "‟": "\"",
    "†": "+", "‡": "++", "•": "*", "‣": ">", "…": "...", "‰": "o/oo", "′": "'", "″": "\"",
    "‹": "<", "›": ">", "⁄": "/", "€": "EUR", "™": "(TM)", "№": "No.",
    "←": "<-", "↑": "^", "→": "->", "↓": "v", "↔": "<->", "⇐": "<=", "⇒": "=>", "⇔": "<=>",
    "−": "-", "∕": "/", "∗": "*", "∙": "-", "√": "sqrt", "∞": "inf", "∈": "in", "∧": "and",
    "∨": "or", "∼": "~", "≈": "~=", "≠": "!=", "≡": "==", "≤": "<=", "≥": ">=", "≪": "<<",
    "≫": ">>", "⋅": "-", "⋯": "...", "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+",
    "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "═": "=", "║": "|", "█": "#", "▓": "#",
    "▒": "+", "░": ".", "■": "#", "□": "o", "▪": "*", "▫": "o", "▰": "#", "▱": ".", "▲": "^",
    "▶": ">", "▸": ">", "►": ">", "▼": "v", "◀": "<", "◂": "<", "◆": "*", "◇": "o", "○": "o",
    "●": "*", "◦": "o", "★": "*", "☆": "*", "☐": "[ ]", "☑": "[x]", "☒": "[x]", "⚑": "!",
    "⚠": "!", "✓": "+", "✔": "+", "✕": "x", "✗": "x", "✘": "x", "❌": "x", "✅": "+",
    "➔": "->", "➜": "->", "ﬁ": "fi", "ﬂ": "fl",
  ]
}
