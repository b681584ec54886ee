/// One place of the screen: a scalar with at most four marks on it, and its style.
///
/// Plain numbers without storage elsewhere, so that a frame is one block of memory.
package struct Cell: Hashable, Sendable {
  /// What stands here; a blank in the right half of a wide character.
  package private(set) var base: Unicode.Scalar
  /// Up to four combining scalars, from the first; 0 where there is none.
  package private(set) var marks: (UInt32, UInt32, UInt32, UInt32)
  /// How it looks.
  package var style: Style
  /// 1; 2 in the left half of a wide character and 0 in its right half.
  package let width: UInt8

  init(base: Unicode.Scalar, width: UInt8, style: Style) {
    self.base = base
    self.marks = (0, 0, 0, 0)
    self.style = style
    self.width = width
  }

  /// A blank.
  package static func blank(_ style: Style = .body) -> Cell {
    Cell(base: " ", width: 1, style: style)
  }

  /// What stands right of a wide character: nothing of its own.
  static func rightHalf(_ style: Style) -> Cell {
    Cell(base: " ", width: 0, style: style)
  }

  /// Adds a combining scalar; a fifth is left out.
  mutating func combine(_ scalar: Unicode.Scalar) {
    if marks.0 == 0 {
      marks.0 = scalar.value
    } else if marks.1 == 0 {
      marks.1 = scalar.value
    } else if marks.2 == 0 {
      marks.2 = scalar.value
    } else if marks.3 == 0 {
      marks.3 = scalar.value
    }
  }

  /// Whether it shows nothing but its background.
  package var isBlank: Bool { base == " " && marks.0 == 0 }

  /// What it shows, as text; nothing in the right half of a wide character.
  package var text: String {
    if width == 0 { return "" }
    var scalars = String.UnicodeScalarView()
    scalars.append(base)
    for value in [marks.0, marks.1, marks.2, marks.3] where value != 0 {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  /// Whether both show the same.
  package static func == (first: Cell, second: Cell) -> Bool {
    first.base == second.base && first.marks == second.marks && first.style == second.style
      && first.width == second.width
  }

  /// Feeds everything that `==` compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(base)
    hasher.combine(marks.0)
    hasher.combine(marks.1)
    hasher.combine(marks.2)
    hasher.combine(marks.3)
    hasher.combine(style)
    hasher.combine(width)
  }
}
