import QuestionBankFormat
import TerminalUI

/// A theme as a YAML file describes it.
enum ThemeFile {
  /// The format that this program reads.
  static let format = "swot-theme/1"

  private enum Key: String, CaseIterable, Hashable { case format, title, roles }

  private enum RoleKey: String, CaseIterable, Hashable {
    case body, muted, heading, accent, selection, chosen, right, wrong, warning, code, link, key
    case rule, struck, bar, track, field

    var role: Role {
      switch self {
      case .body: .body
      case .muted: .muted
      case .heading: .heading
      case .accent: .accent
      case .selection: .selection
      case .chosen: .chosen
      case .right: .right
      case .wrong: .wrong
      case .warning: .warning
      case .code: .code
      case .link: .link
      case .key: .key
      case .rule: .rule
      case .struck: .struck
      case .bar: .bar
      case .track: .track
      case .field: .field
      }
    }
  }

  private enum AppearanceKey: String, CaseIterable, Hashable {
    case foreground, background, emphasis, monochrome
  }

  private enum ColourKey: String, CaseIterable, Hashable { case rgb, basic }

  private enum EmphasisName: String, CaseIterable {
    case bold, italic, underline, reverse

    var emphasis: Emphasis {
      switch self {
      case .bold: .bold
      case .italic: .italic
      case .underline: .underline
      case .reverse: .reverse
      }
    }
  }

  /// The sixteen colours that terminals have had of old, in the order of their numbers.
  private enum BasicColour: String, CaseIterable {
    case black, red, green, yellow, blue, magenta, cyan, white
    case brightBlack = "bright-black"
    case brightRed = "bright-red"
    case brightGreen = "bright-green"
    case brightYellow = "bright-yellow"
    case brightBlue = "bright-blue"
    case brightMagenta = "bright-magenta"
    case brightCyan = "bright-cyan"
    case brightWhite = "bright-white"

    var number: UInt8 { UInt8(Self.allCases.firstIndex(of: self) ?? 0) }
  }

  /// Reads a theme.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - name: What the theme is called.
  /// - Returns: The theme, nil where the file holds none, and what is wrong in it; what is wrong
  ///   looks like the terminal's own text.
  static func read(
    _ file: SourceFile, name: String
  ) -> (theme: Theme?, diagnostics: [Diagnostic]) {
    var reader = SettingsReader()
    guard let root = reader.read(file) else { return (nil, reader.diagnostics) }
    let values = reader.values(of: root, "a theme", by: Key.self)
    guard let stated = reader.text(values[.format], "'format'") else {
      reader.report(
        .missingKey, "a theme needs the key 'format', with the value '\(format)'",
        at: root.location)
      return (nil, reader.diagnostics)
    }
    guard stated == format else {
      reader.report(
        .unknownFormat, "unknown format '\(stated)'; a theme begins with 'format: \(format)'",
        at: values[.format]?.location ?? root.location)
      return (nil, reader.diagnostics)
    }
    _ = reader.text(values[.title], "'title'")
    var appearances: [Role: Appearance] = [:]
    if let roles = values[.roles] {
      for (key, node) in reader.values(of: roles, "'roles'", by: RoleKey.self) {
        appearances[key.role] = appearance(node, key.rawValue, &reader)
      }
    }
    return (Theme(name: name, appearances), reader.diagnostics)
  }

  private static func appearance(
    _ node: SourceNode, _ owner: String, _ reader: inout SettingsReader
  ) -> Appearance {
    let values = reader.values(of: node, "'\(owner)'", by: AppearanceKey.self)
    return Appearance(
      foreground: colour(values[.foreground], &reader),
      background: colour(values[.background], &reader),
      emphasis: emphasis(values[.emphasis], "'emphasis'", &reader),
      monochrome: emphasis(values[.monochrome], "'monochrome'", &reader))
  }

  private static func colour(_ node: SourceNode?, _ reader: inout SettingsReader) -> Colour? {
    guard let node else { return nil }
    let values = reader.values(of: node, "a colour", by: ColourKey.self)
    let basic = reader.oneOf(values[.basic], "'basic'", BasicColour.self)
    guard let rgb = values[.rgb] else {
      reader.report(
        .missingKey, "a colour needs the key 'rgb', such as '1F75D6'", at: node.location)
      return nil
    }
    guard let text = reader.text(rgb, "'rgb'") else { return nil }
    guard text.utf8.count == 6, text.allSatisfy(\.isHexDigit), let value = UInt32(text, radix: 16)
    else {
      reader.report(
        .invalidValue, "'rgb' is '\(text)'; six hexadecimal digits are expected, such as '1F75D6'",
        at: rgb.location)
      return nil
    }
    return Colour(value, basic: basic?.number)
  }

  private static func emphasis(
    _ node: SourceNode?, _ owner: String, _ reader: inout SettingsReader
  ) -> Emphasis {
    var emphasis: Emphasis = []
    for item in reader.items(node) {
      if let name = reader.oneOf(item, owner, EmphasisName.self) { emphasis.insert(name.emphasis) }
    }
    return emphasis
  }
}
