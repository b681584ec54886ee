import TerminalUI
import Testing

@Suite struct ThemeTests {
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

  @Test func `roles without an appearance look like the terminal's own text`() {
    var theme = Theme(name: "mine", [.right: Appearance(emphasis: .bold)])
    #expect(theme[.right].emphasis == .bold)
    #expect(theme[.wrong] == Appearance())
    theme[.wrong].emphasis = .underline
    #expect(theme[.wrong].emphasis == .underline)
  }
}
