import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct NewFileTests {
  private func content(_ path: String) throws -> String {
    String(decoding: try InputFile.read(path), as: UTF8.self)
  }

  @Test func `a file that is there stays as it is`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/page.html"
      let written = try NewFile.write(Array("one".utf8), to: path)
      #expect(written == path)
      let failure = #expect(throws: NewFileFailure.self) {
        try NewFile.write(Array("two".utf8), to: path)
      }
      #expect(failure?.status == .cannotCreate)
      #expect(failure?.description.contains("is there already") == true)
      let found = try content(path)
      #expect(found == "one")
    }
  }

  @Test func `a number keeps files apart`() throws {
    try withTemporaryFolder { folder in
      for name in ["page.html", "no-ending", ".hidden"] {
        let paths = try (1...3).map {
          try NewFile.write(Array("\($0)".utf8), to: "\(folder)/\(name)", present: .numbered)
        }
        let contents = try paths.map(content)
        #expect(contents == ["1", "2", "3"])
        let ending = name == "page.html" ? ".html" : ""
        #expect(paths[2].hasSuffix("-3\(ending)"))
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.count == 9, "nothing else is left: \(names)")
    }
  }

  @Test func `a file is replaced where that is asked for`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/pack.json"
      try NewFile.write(Array("one".utf8), to: path)
      try NewFile.write(Array("two".utf8), to: path, present: .replaced)
      let found = try content(path)
      #expect(found == "two")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names == ["pack.json"])
    }
  }

  @Test func `a folder that isn't there is said`() throws {
    try withTemporaryFolder { folder in
      let failure = #expect(throws: NewFileFailure.self) {
        try NewFile.write([], to: "\(folder)/missing/page.html")
      }
      #expect(failure?.status == .cannotCreate)
      #expect(failure?.description.contains("missing/page.html") == true)
    }
  }
}
