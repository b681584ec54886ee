import TestSupport
import Testing

@testable import swot

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct FolderWatchTests {
  /// Waits for a change as often as it takes.
  private func changes(_ watch: FolderWatch) -> Bool {
    for _ in 0..<20 where watch.wait() { return true }
    return false
  }

  @Test func `a file that is written, replaced or taken away is noticed`() throws {
    try withTemporaryFolder { folder in
      try BankFiles.write(["x.yaml": "one"], in: folder)
      let watch = FolderWatch([folder])
      try Data("in place".utf8).write(to: URL(filePath: "\(folder)/x.yaml"))
      #expect(changes(watch))
      try BankFiles.write(["new.tmp": "by another name"], in: folder)
      #expect(rename("\(folder)/new.tmp", "\(folder)/x.yaml") == 0)
      #expect(changes(watch))
      try FileManager.default.removeItem(atPath: "\(folder)/x.yaml")
      #expect(changes(watch))
      // What belongs to no bank is nobody's business.
      try BankFiles.write(["other.txt": "x"], in: folder)
      #expect(!watch.wait())
    }
  }

  @Test func `a folder in the place of another one is watched too`() throws {
    try withTemporaryFolder { outer in
      let folder = "\(outer)/bank"
      try BankFiles.write(["bank/x.yaml": "one", "other/x.yaml": "two, longer"], in: outer)
      let watch = FolderWatch([folder])
      #expect(rename(folder, "\(outer)/old") == 0)
      #expect(rename("\(outer)/other", folder) == 0)
      #expect(changes(watch))
      try Data("three, still longer".utf8).write(to: URL(filePath: "\(folder)/x.yaml"))
      #expect(changes(watch))
    }
  }
}
