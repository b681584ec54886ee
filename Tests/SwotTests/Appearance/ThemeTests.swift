import QuestionBankFormat
import TerminalUI
import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct ThemeTests {
  private func read(_ text: String) -> (Theme?, [String]) {
    let (theme, diagnostics) = ThemeFile.read(
      SourceFile(name: "mine.yaml", text: text), name: "mine")
    return (
      theme, diagnostics.map { "\($0.location.line):\($0.location.column): \($0.message)" }
    )
  }

  private static let builtin = ["standard", "high-contrast", "light", "plain"]

  @Test(arguments: Self.builtin)
  func `a theme that comes with the program has no error`(name: String) throws {
    #expect(try ThemeLibrary(Environment([:])).theme(named: name).name == name)
  }

  @Test func `themes that were read ahead are the same, and the user's are read when wanted`()
    throws
  {
    try withTemporaryFolder { home in
      let folder = home + "/.config/swot/themes"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let file = URL(filePath: folder + "/mine.yaml")
      let text = "format: swot-theme/1\nroles: {accent: {emphasis: bold}}\n"
      try Data(text.utf8).write(to: file)
      var library = ThemeLibrary(Environment(["HOME": home]))
      let (light, mine) = (try library.theme(named: "light"), try library.theme(named: "mine"))
      library.prepare("light")
      #expect(try library.theme(named: "light") == light)
      library.prepare("mine")
      try Data(text.replacing("bold", with: "underline").utf8).write(to: file)
      #expect(try library.theme(named: "mine") != mine)
    }
  }

  @Test(arguments: Self.builtin)
  func `every theme marks the selected row without colours`(name: String) throws {
    let theme = try ThemeLibrary(Environment([:])).theme(named: name)
    let selection = theme[.selection]
    #expect(selection.emphasis.union(selection.monochrome).contains(.reverse))
  }

  @Test func `colours, stand-ins and emphasis are read`() {
    let (theme, problems) = read(
      """
      format: swot-theme/1
      roles:
        accent: {foreground: {rgb: 1F75d6, basic: bright-cyan}, emphasis: [bold, underline]}
        code: {background: {rgb: "000000"}, monochrome: reverse}
      """)
    #expect(problems == [])
    #expect(
      theme
        == Theme(
          name: "mine",
          [
            .accent: Appearance(
              foreground: Colour(0x1F75D6, basic: 14), emphasis: [.bold, .underline]),
            .code: Appearance(background: Colour(0, basic: nil), monochrome: .reverse),
          ]))
  }

  @Test(arguments: [
    ("roles: {}\n", "1:1: a theme needs the key 'format', with the value 'swot-theme/1'"),
    (
      "format: swot-theme/2\n",
      "1:9: unknown format 'swot-theme/2'; a theme begins with 'format: swot-theme/1'"
    ),
    (
      "format: swot-theme/1\nroles: {acent: {emphasis: bold}}\n",
      "2:9: unknown key 'acent'; did you mean 'accent'?"
    ),
    (
      "format: swot-theme/1\nroles: {accent: {foreground: {rgb: blue}}}\n",
      "2:36: 'rgb' is 'blue'; six hexadecimal digits are expected, such as '1F75D6'"
    ),
    (
      "format: swot-theme/1\nroles: {accent: {foreground: {basic: bleu}}}\n",
      "2:38: 'basic' is 'bleu'; did you mean 'blue'?"
    ),
  ])
  func `what is wrong is said with its place`(text: String, problem: String) {
    #expect(read(text).1.first == problem)
  }

  @Test func `the user's themes go before those of the program`() throws {
    try withTemporaryFolder { folder in
      let themes = folder + "/swot/themes"
      try FileManager.default.createDirectory(
        atPath: themes, withIntermediateDirectories: true)
      for (name, text) in [
        ("plain", "format: swot-theme/1\n"), ("night", "format: swot-theme/1\n"),
        ("broken", "roles: [\n"), (".hidden", ""), ("no theme", ""),
      ] {
        try Data(text.utf8).write(to: URL(filePath: "\(themes)/\(name).yaml"))
      }
      let library = ThemeLibrary(Environment(["XDG_CONFIG_HOME": folder]))
      #expect(
        library.names == ["standard", "broken", "high-contrast", "light", "night", "plain"])
      #expect(try library.theme(named: "plain") == Theme(name: "plain", [:]))
      #expect(throws: ThemeProblem.unknown(name: "nihgt", nearest: "night")) {
        try library.theme(named: "nihgt")
      }
      let problem = #expect(throws: ThemeProblem.self) { try library.theme(named: "broken") }
      #expect(
        problem?.description.hasPrefix("The theme is not shown: \(themes)/broken.yaml:") == true)
    }
  }
}
