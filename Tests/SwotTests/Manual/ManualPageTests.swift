import Testing

@testable import swot

@Suite struct ManualPageTests {
  private let page: String

  init() throws {
    page = ManualPage(program: try .ofProgram(), version: "1.2.3").source
  }

  @Test func `every command and each of its options has a place`() throws {
    var missing: [String] = []
    func look(at command: CommandDescription, names: [String]) {
      let names = names + [command.commandName]
      if !page.contains(".SS \"swot \(names.joined(separator: " "))\"") {
        missing.append(names.joined(separator: " "))
      }
      for argument in command.visibleArguments {
        for name in argument.names ?? [] {
          let spelling = name.spelling.split(separator: "-", omittingEmptySubsequences: false)
            .joined(separator: "\\-")
          if !page.contains(spelling) { missing.append(name.spelling) }
        }
      }
      for command in command.visibleSubcommands { look(at: command, names: names) }
    }
    let program = try CommandDescription.ofProgram()
    #expect(!program.visibleSubcommands.isEmpty)
    for command in program.visibleSubcommands { look(at: command, names: []) }
    #expect(missing.isEmpty)
  }

  @Test func `hidden commands stay out`() {
    #expect(!page.contains("swot manual"))
  }

  @Test(arguments: swot.ExitStatus.allCases)
  func `every exit status is explained`(_ status: swot.ExitStatus) {
    #expect(page.contains("\\fB\(status.rawValue)\\fR\n"))
  }

  @Test func `no line of text is taken for a request`() {
    let requests: Set<Substring> = [
      ".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi", ".br",
    ]
    for line in page.split(separator: "\n") where line.hasPrefix(".") {
      #expect(requests.contains(line.prefix { $0 != " " }))
    }
    #expect(!page.split(separator: "\n").contains { $0.hasPrefix("'") })
  }
}
