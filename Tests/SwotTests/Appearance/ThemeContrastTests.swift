import TerminalUI
import Testing

@testable import swot

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether the themes of the program can be read, as the Web Content Accessibility Guidelines 2.1
/// measure it: 4.5 and above is good for text, 7 for weak eyes.
@Suite struct ThemeContrastTests {
  private let black = Colour(0x000000, basic: 0)
  private let white = Colour(0xFFFFFF, basic: 15)

  /// The contrast of two colours, from 1 to 21.
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

  @Test func `the standard theme can be read on black and on white`() throws {
    let theme = try ThemeLibrary(Environment([:])).theme(named: "standard")
    for role in Role.allCases {
      guard let colour = theme[role].foreground else { continue }
      // No colour reaches 4.6 on both.
      #expect(contrast(colour, black) >= 4.4, "\(role)")
      #expect(contrast(colour, white) >= 4.4, "\(role)")
    }
  }

  @Test func `the light theme can be read on white`() throws {
    let theme = try ThemeLibrary(Environment([:])).theme(named: "light")
    for role in Role.allCases where role != .track {
      guard let colour = theme[role].foreground else { continue }
      #expect(contrast(colour, white) >= 4.5, "\(role)")
    }
  }

  @Test func `the high-contrast theme has strong colours for every role`() throws {
    let theme = try ThemeLibrary(Environment([:])).theme(named: "high-contrast")
    for role in Role.allCases {
      let foreground = try #require(theme[role].foreground, "\(role)")
      let background = try #require(theme[role].background, "\(role)")
      #expect(contrast(foreground, background) >= 7, "\(role)")
    }
  }
}
