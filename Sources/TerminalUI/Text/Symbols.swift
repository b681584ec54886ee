/// The signs that this program draws itself, in the two sets that terminals can show.
///
/// Every sign takes one column, unless its comment says otherwise, so that a screen is laid out
/// the same in both sets.
package struct Symbols: Hashable, Sendable {
  /// The characters that these signs come from.
  package let charset: Charset

  /// Before the marked row: `▸` or `>`.
  package let mark: String
  /// A filled part of a progress bar: `▰` or `#`.
  package let barFilled: String
  /// An empty part of a progress bar: `▱` or `.`.
  package let barEmpty: String
  /// A piece of a line across the screen: `─` or `-`.
  package let rule: String
  /// A piece of a line down the screen: `│` or `|`.
  package let verticalRule: String
  /// A mark across a scale, such as the pass mark: `┼` or `+`.
  package let crossing: String
  /// A point on a scale: `●` or `*`.
  package let point: String
  /// Right: `✓` or `+`.
  package let right: String
  /// Wrong: `✗` or `x`.
  package let wrong: String
  /// Flagged: `⚑` or `!`.
  package let flag: String
  /// Open, not answered: `○` or `o`.
  package let open: String
  /// Answered: `·` or `-`.
  package let answered: String
  /// Parts remarks that stand side by side: `·` or `-`.
  package let separator: String
  /// Begins the items of a list: `•` or `*`.
  package let bullet: String
  /// Rows hidden above: `▲` or `^`.
  package let above: String
  /// Rows hidden below: `▼` or `v`.
  package let below: String
  /// Something was cut: `…` or `~`.
  package let ellipsis: String
  /// The arrow keys, and movements: `←` or `<`.
  package let left: String
  /// The arrow keys, and movements: `→` or `>`.
  package let rightwards: String
  /// The arrow keys, and movements: `↑` or `^`.
  package let up: String
  /// The arrow keys, and movements: `↓` or `v`.
  package let down: String
  /// From … to, between numbers: `–` or `-`.
  package let range: String
  /// Heights of a small chart, from the lowest to the highest: eight steps.
  package let levels: [String]
  /// Densities of a calendar, from nothing to most: `·░▒▓█` or `.:+*#`.
  package let shades: [String]

  /// A box that is not ticked, three columns: `[ ]`.
  package let boxEmpty = "[ ]"
  /// A box that is ticked, three columns: `[x]`.
  package let boxTicked = "[x]"
  /// The box of a choice struck out, three columns: `[-]`.
  package let boxStruck = "[-]"
  /// A single choice not chosen, three columns: `( )`.
  package let radioEmpty = "( )"
  /// A single choice chosen, three columns: `(x)`.
  package let radioChosen = "(x)"
  /// A single choice struck out, three columns: `(-)`.
  package let radioStruck = "(-)"

  /// The signs for terminals that speak UTF-8.
  package static let unicode = Symbols(
    charset: .unicode, mark: "▸", barFilled: "▰", barEmpty: "▱", rule: "─", verticalRule: "│",
    crossing: "┼", point: "●", right: "✓", wrong: "✗", flag: "⚑", open: "○", answered: "·",
    separator: "·", bullet: "•", above: "▲", below: "▼", ellipsis: "…", left: "←",
    rightwards: "→", up: "↑", down: "↓", range: "–",
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], shades: ["·", "░", "▒", "▓", "█"])

  /// The signs for all other terminals.
  package static let ascii = Symbols(
    charset: .ascii, mark: ">", barFilled: "#", barEmpty: ".", rule: "-", verticalRule: "|",
    crossing: "+", point: "*", right: "+", wrong: "x", flag: "!", open: "o", answered: "-",
    separator: "-", bullet: "*", above: "^", below: "v", ellipsis: "~", left: "<",
    rightwards: ">", up: "^", down: "v", range: "-",
    levels: ["_", ".", ",", "-", "=", "+", "*", "#"], shades: [".", ":", "+", "*", "#"])

  /// The signs of that character set.
  package static func of(_ charset: Charset) -> Symbols {
    switch charset {
    case .unicode: unicode
    case .ascii: ascii
    }
  }

  /// Makes text from outside fit to be shown in one row beside these signs.
  package func display(_ text: String) -> String {
    DisplayText.sanitized(text, charset: charset)
  }

  /// A small chart of values from 0 to 1, one column each; what is outside counts as the nearest.
  package func sparkline(_ values: [Double]) -> String {
    values.map { levels[Symbols.step(of: $0, in: levels.count)] }.joined()
  }

  /// The density for a value from 0 to 1: the emptiest only for nothing at all.
  package func shade(_ value: Double) -> String {
    guard value > 0 else { return shades[0] }
    return shades[1 + Symbols.step(of: value, in: shades.count - 1)]
  }

  private static func step(of value: Double, in steps: Int) -> Int {
    guard value > 0 else { return 0 }
    return value >= 1 ? steps - 1 : min(steps - 1, Int(value * Double(steps)))
  }
}
