import BankExchange
import PracticeCore
import Testing

@Suite struct StableIdentifiersTests {
  @Test(arguments: [
    ("IAM-Q-014", "IAM-Q-014"), ("a.b_c", "a.b_c"), ("Root user?", "Root-user"), ("-x-", "x"),
    ("a/b\\c", "a-b-c"), ("1", "1"),
  ])
  func `a name becomes an id`(name: String, id: String) {
    #expect(StableIdentifiers.identifier(from: name) == id)
  }

  @Test func `names of which letters are lost stay apart`() throws {
    let first = try #require(StableIdentifiers.identifier(from: "Größe 1"))
    let other = try #require(StableIdentifiers.identifier(from: "Grüße 1"))
    #expect(first != other)
    #expect(Identifier.isValid(first) && Identifier.isValid(other))
    #expect(StableIdentifiers.identifier(from: "日本") == nil)
  }

  @Test func `ids are valid, unique and the same every time`() {
    func ids() -> [String] {
      var identifiers = StableIdentifiers()
      let wishes = [nil, "x", "x", "x-2", "…", nil, String(repeating: "a", count: 100), "é"]
      let long = String(repeating: "a", count: 100)
      return (wishes + [long]).map { identifiers.take($0, content: ["stem"]) }
    }
    let taken = ids()
    #expect(taken == ids())
    #expect(Set(taken).count == taken.count)
    #expect(taken.allSatisfy { Identifier.isValid($0) && $0.utf8.count <= 100 })
    #expect(Array(taken[1...3]) == ["x", "x-2", "x-2-2"])
  }
}
