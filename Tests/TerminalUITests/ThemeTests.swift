import TerminalUI
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct ThemeTests {
  /// The contrast of two colours from 1 to 21, by the Web Content Accessibility Guidelines 2.1.
  private func contrast(_ first: Colour, _ second: Colour) -> Double {
    func luminance(_ colour: Colour) -> Double {
      func linear(_ value: UInt8) -> Double {
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green)
        + 0.0722 * linear(colour.blue)
    }
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private let black = Colour(0x000000, basic: 0)
  private let white = Colour(0xFFFFFF, basic: 15)

  @Test func `the standard theme can be read on black and on white`() {
    for role in Role.allCases {
      guard let colour = Theme.standard[role].foreground else { continue }
      #expect(contrast(colour, black) >= 4.2, "\(role)")
      #expect(contrast(colour, white) >= 4.2, "\(role)")
    }
  }

  @Test func `the high-contrast theme has a background for everything, and keeps its name`() {
    for role in Role.allCases {
      let appearance = Theme.highContrast[role]
      guard let foreground = appearance.foreground, let background = appearance.background else {
        Issue.record("\(role) has no colours")
        continue
      }
      #expect(contrast(foreground, background) >= 7, "\(role)")
    }
  }

  @Test func `without colours the meanings still differ`() {
    for theme in Theme.builtIn {
      func attributes(_ role: Role) -> Emphasis {
        theme[role].emphasis.union(theme[role].monochrome)
      }
      #expect(attributes(.selection).contains(.reverse), "\(theme.name)")
      #expect(attributes(.right) != attributes(.wrong), "\(theme.name)")
      #expect(attributes(.key) != attributes(.body), "\(theme.name)")
    }
  }

  @Test func `colours have stand-ins at every depth`() {
    let orange = Colour(0xFF8700, basic: 11)
    #expect(orange.number(at: .trueColour) == 0xFF8700)
    #expect(orange.number(at: .indexed) == 208)
    #expect(orange.number(at: .sixteen) == 11)
    #expect(orange.number(at: .eight) == 3)
    #expect(orange.number(at: .monochrome) == nil)
    #expect(Colour(0x767676, basic: nil).number(at: .indexed) == 243)
    #expect(Colour(0x767676, basic: nil).number(at: .sixteen) == nil)
    #expect(Colour(0x000000, basic: 0).number(at: .indexed) == 16)
    #expect(Colour(0xFFFFFF, basic: 0).number(at: .indexed) == 231)
  }

  @Test func `each built-in theme has a name of its own`() {
    #expect(Set(Theme.builtIn.map(\.name)).count == Theme.builtIn.count)
  }
}
