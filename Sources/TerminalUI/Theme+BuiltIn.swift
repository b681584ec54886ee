extension Theme {
  /// The themes that come with the program; the first is the default.
  package static let builtIn: [Theme] = [.standard, .highContrast, .plain]

  /// One blue accent; its colours stand out from black and from white alike.
  ///
  /// Among the basic colours, blue is not readable on black; there the accent is cyan.
  package static let standard = Theme(
    name: "standard",
    [
      .muted: Appearance(foreground: Colour(0x767676, basic: nil)),
      .heading: Appearance(emphasis: .bold),
      .accent: Appearance(foreground: Colour(0x1F75D6, basic: 6), monochrome: .bold),
      .selection: Appearance(
        foreground: Colour(0x1F75D6, basic: 6), emphasis: .bold, monochrome: .reverse),
      .chosen: Appearance(emphasis: .bold),
      .right: Appearance(foreground: Colour(0x178439, basic: 2), monochrome: .bold),
      .wrong: Appearance(foreground: Colour(0xDD3B3B, basic: 1), monochrome: .underline),
      .warning: Appearance(
        foreground: Colour(0x9A6A00, basic: 5), emphasis: .bold, monochrome: .reverse),
      .code: Appearance(foreground: Colour(0x008080, basic: nil)),
      .link: Appearance(foreground: Colour(0x1F75D6, basic: 6), emphasis: .underline),
      .key: Appearance(foreground: Colour(0x1F75D6, basic: 6), monochrome: .bold),
      .rule: Appearance(foreground: Colour(0x767676, basic: nil)),
      .struck: Appearance(foreground: Colour(0x767676, basic: nil)),
      .bar: Appearance(foreground: Colour(0x1F75D6, basic: 6)),
      .track: Appearance(foreground: Colour(0x767676, basic: nil)),
      .field: Appearance(emphasis: .underline),
    ])

  /// White on black with strong signs, for weak eyes and bad screens.
  package static let highContrast: Theme = {
    let black = Colour(0x000000, basic: 0)
    func on(_ rgb: UInt32, _ basic: UInt8, _ emphasis: Emphasis = []) -> Appearance {
      Appearance(
        foreground: Colour(rgb, basic: basic), background: black, emphasis: emphasis,
        monochrome: emphasis)
    }
    var theme = Theme(name: "high-contrast", [:])
    for role in Role.allCases { theme[role] = on(0xFFFFFF, 15) }
    theme[.heading] = on(0xFFFFFF, 15, .bold)
    theme[.accent] = on(0xFFFF00, 11, .bold)
    theme[.selection] = Appearance(
      foreground: black, background: Colour(0xFFFF00, basic: 11), emphasis: .bold,
      monochrome: .reverse)
    theme[.chosen] = on(0xFFFFFF, 15, .bold)
    theme[.right] = on(0x00FF87, 10, .bold)
    theme[.wrong] = on(0xFF8787, 9, [.bold, .underline])
    theme[.warning] = Appearance(
      foreground: black, background: Colour(0xFFFFFF, basic: 15), emphasis: .bold,
      monochrome: .reverse)
    theme[.code] = on(0x00FFFF, 14)
    theme[.link] = on(0x00FFFF, 14, .underline)
    theme[.key] = on(0xFFFF00, 11, .bold)
    theme[.bar] = on(0xFFFF00, 11)
    theme[.field] = on(0xFFFFFF, 15, .underline)
    return theme
  }()

  /// No colours, only attributes.
  package static let plain: Theme = {
    var theme = Theme.standard.withoutColours(named: "plain")
    theme[.wrong].emphasis = .underline
    return theme
  }()

  /// The theme with each colour replaced by the attributes that stand in for it.
  package func withoutColours(named name: String) -> Theme {
    var theme = Theme(name: name, [:])
    for role in Role.allCases {
      theme[role] = Appearance(emphasis: self[role].emphasis.union(self[role].monochrome))
    }
    return theme
  }
}
