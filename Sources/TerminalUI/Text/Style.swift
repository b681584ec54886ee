/// How a piece of text is to stand out: its role, and emphasis within the role.
package struct Style: Hashable, Sendable {
  /// What the text is.
  package var role: Role
  /// How much it stands out from other text of its role.
  package var emphasis: Emphasis

  /// Makes a style.
  package init(_ role: Role = .body, _ emphasis: Emphasis = []) {
    self.role = role
    self.emphasis = emphasis
  }

  /// The same style with further emphasis.
  package func adding(_ emphasis: Emphasis) -> Style {
    Style(role, self.emphasis.union(emphasis))
  }
}

/// Ways to stand out that every theme keeps.
package struct Emphasis: OptionSet, Hashable, Sendable {
  /// One bit for each way.
  package let rawValue: UInt8

  /// Makes a set from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Strong, as in `**strong**`.
  package static let bold = Emphasis(rawValue: 1)
  /// Stressed, as in `*stressed*`.
  package static let italic = Emphasis(rawValue: 2)
  /// Underlined.
  package static let underline = Emphasis(rawValue: 4)
  /// Foreground and background exchanged.
  package static let reverse = Emphasis(rawValue: 8)
}

extension Style {
  /// `Role.body`.
  package static let body = Style(.body)
  /// `Role.muted`.
  package static let muted = Style(.muted)
  /// `Role.heading`.
  package static let heading = Style(.heading)
  /// `Role.accent`.
  package static let accent = Style(.accent)
  /// `Role.selection`.
  package static let selection = Style(.selection)
  /// `Role.chosen`.
  package static let chosen = Style(.chosen)
  /// `Role.right`.
  package static let right = Style(.right)
  /// `Role.wrong`.
  package static let wrong = Style(.wrong)
  /// `Role.warning`.
  package static let warning = Style(.warning)
  /// `Role.code`.
  package static let code = Style(.code)
  /// `Role.link`.
  package static let link = Style(.link)
  /// `Role.key`.
  package static let key = Style(.key)
  /// `Role.rule`.
  package static let rule = Style(.rule)
  /// `Role.struck`.
  package static let struck = Style(.struck)
  /// `Role.bar`.
  package static let bar = Style(.bar)
  /// `Role.track`.
  package static let track = Style(.track)
  /// `Role.field`.
  package static let field = Style(.field)
}
