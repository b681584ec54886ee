/// How many colours a terminal shows.
package enum ColourDepth: Int, Hashable, Comparable, Sendable {
  /// None: attributes such as bold and reverse must do.
  case monochrome
  /// The 8 colours of old.
  case eight
  /// Those and their bright variants.
  case sixteen
  /// The palette of xterm: 16 colours, a cube of 216, 24 greys.
  case indexed
  /// All that 24 bits can say.
  case trueColour

  /// Fewer colours before more.
  package static func < (first: ColourDepth, second: ColourDepth) -> Bool {
    first.rawValue < second.rawValue
  }
}

/// How text of one role looks.
package struct Appearance: Hashable, Sendable {
  /// The colour of the text; the terminal's own where nil.
  package var foreground: Colour?
  /// The colour behind the text; the terminal's own where nil.
  package var background: Colour?
  /// Attributes, always there.
  package var emphasis: Emphasis
  /// Attributes that take the place of the colours where there are none.
  package var monochrome: Emphasis

  /// Makes an appearance.
  package init(
    foreground: Colour? = nil, background: Colour? = nil, emphasis: Emphasis = [],
    monochrome: Emphasis = []
  ) {
    self.foreground = foreground
    self.background = background
    self.emphasis = emphasis
    self.monochrome = monochrome
  }
}

/// How everything looks: an appearance for each role.
package struct Theme: Hashable, Sendable {
  /// Its name in the settings.
  package let name: String
  private var appearances: [Appearance]

  /// Makes a theme; roles that are not named look like the terminal's own text.
  package init(name: String, _ appearances: [Role: Appearance]) {
    self.name = name
    self.appearances = Role.allCases.map { appearances[$0] ?? Appearance() }
  }

  /// Everything looks like the terminal's own text, but for what has to be told apart.
  ///
  /// For the time before a theme has been read, and for tests.
  package static let bare = Theme(
    name: "bare",
    [
      .heading: Appearance(emphasis: .bold), .selection: Appearance(emphasis: .reverse),
      .key: Appearance(emphasis: .bold), .field: Appearance(emphasis: .underline),
    ])

  /// How text of a role looks.
  package subscript(_ role: Role) -> Appearance {
    get { appearances[Int(role.rawValue)] }
    set { appearances[Int(role.rawValue)] = newValue }
  }
}
