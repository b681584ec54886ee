import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The page "What Swot promises about your data".
@Suite struct DataPromisesTests {
  @Test func `every suite and target that the page names is there`() throws {
    let tests = URL(filePath: #filePath).appending(path: "../../..").standardized
    let root = tests.deletingLastPathComponent()
    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }
    let page = try text("Sources/swot/Documentation.docc/Data-promises.md")
    let names = Set(page.split(separator: "`").filter { $0.hasSuffix("Tests") })
    #expect(names.count > 10)
    var sources = ""
    for path in try FileManager.default.subpathsOfDirectory(atPath: tests.path)
    where path.hasSuffix("Tests.swift") {
      sources += try text("Tests/\(path)")
    }
    for name in names { #expect(sources.contains("struct \(name) {"), "\(name)") }
    let makefile = try text("Makefile")
    for target in ["test", "torture", "fuzz"] {
      #expect(page.contains("`make \(target)") && makefile.contains("\n\(target):"))
    }
  }
}
