import ArgumentParser
import Testing

@testable import swot

@Suite struct VersionTests {
  @Test func `the version is a semantic one`() {
    #expect(Swot.configuration.version.split(separator: ".").count == 3)
  }
}
