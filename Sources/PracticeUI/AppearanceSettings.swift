/// How the program looks and listens: what `config.yaml` holds.
package struct AppearanceSettings: Equatable, Sendable {
  /// Which signs are drawn.
  package enum SymbolSet: String, CaseIterable, Sendable {
    /// Those that the terminal can show.
    case auto
    /// Those of Unicode.
    case unicode
    /// ASCII alone.
    case ascii
  }

  /// The name of the theme.
  package var theme: String
  /// Which signs are drawn.
  package var symbols: SymbolSet
  /// Whether the mouse is listened to.
  package var mouse: Bool
  /// Whether study and practice run in plain lines by themselves, from the next start on.
  package var plain: Bool

  /// Makes settings; the defaults are those of a new learner.
  package init(
    theme: String = "standard", symbols: SymbolSet = .auto, mouse: Bool = false,
    plain: Bool = false
  ) {
    self.theme = theme
    self.symbols = symbols
    self.mouse = mouse
    self.plain = plain
  }
}
