import ArgumentParser
import Testing

@testable import swot

@Suite struct HomeCommandTests {
  @Test func `nothing typed means what the parser makes of nothing`() throws {
    let parsed = try HomeCommand.parse([])
    let command = HomeCommand.withoutArguments
    #expect(command.plain == parsed.plain && command.words == parsed.words)
    #expect(command.options.data == parsed.options.data)
    #expect(command.options.banks == parsed.options.banks)
    #expect(command.options.noBuiltinBanks == parsed.options.noBuiltinBanks)
    let root = try #require(try Swot.parseAsRoot([]) as? HomeCommand)
    #expect(root.words == command.words)
  }
}
