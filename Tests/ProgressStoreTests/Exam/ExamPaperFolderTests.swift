import FSRS
import PracticeCore
import ProgressStore
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct ExamPaperFolderTests {
  private let system = POSIXFileSystem()

  @Test func `a paper that is kept comes back by its hash`() throws {
    try withPlace { place in
      let folder = ExamPaperFolder(of: place.paths)
      let hash = try folder.keep(.example, of: .example)
      #expect(hash.count == 16 && hash.allSatisfy { "0123456789abcdef".contains($0) })
      #expect(try folder.paper(of: .example, hash: hash) == .example)
      let path = folder.path(of: .example)
      #expect(path == "\(place.paths.data)/exams/20261123-k3f9x2.json")
      #expect(try system.status(at: path)?.permissions == 0o600)
      #expect(try system.status(at: place.paths.exams)?.permissions == 0o700)
      #expect(try system.names(in: place.paths.exams) == ["20261123-k3f9x2.json"])
      #expect(throws: ExamPaperError.otherPaper(file: path)) {
        try folder.paper(of: .example, hash: "0000000000000000")
      }
    }
  }

  @Test func `what can't be read is said`() throws {
    try withPlace { place in
      let folder = ExamPaperFolder(of: place.paths)
      let path = folder.path(of: .example)
      #expect(throws: ExamPaperError.unreadable(SystemError("open", path, code: ENOENT))) {
        try folder.paper(of: .example, hash: "0")
      }
      let hash = try folder.keep(.example, of: .example)
      let bytes = try place.bytes(path)
      try place.put(bytes.dropLast(100) + [], at: path)
      #expect(throws: ExamPaperError.self) { try folder.paper(of: .example, hash: hash) }
      try place.remove(path)
      try place.put(bytes, at: "\(place.folder)/outside.json")
      try place.link(path, to: "\(place.folder)/outside.json")
      #expect(throws: ExamPaperError.unreadable(SystemError("open", path, code: ELOOP))) {
        try folder.paper(of: .example, hash: hash)
      }
    }
  }

  @Test func `a paper is never replaced by another`() throws {
    try withPlace { place in
      let folder = ExamPaperFolder(of: place.paths)
      let hash = try folder.keep(.example, of: .example)
      #expect(try folder.keep(.example, of: .example) == hash)
      var other = ExamPaper.example
      other.seed = 1
      #expect(throws: ExamPaperError.self) { try folder.keep(other, of: .example) }
      #expect(try folder.paper(of: .example, hash: hash) == .example)
    }
  }

  @Test func `what can't be read again isn't kept`() throws {
    try withPlace { place in
      var empty = ExamPaper.example
      empty.items = []
      #expect(throws: ExamPaperError.self) {
        try ExamPaperFolder(of: place.paths).keep(empty, of: .example)
      }
      let folder = try system.status(at: place.paths.exams)
      #expect(folder == nil)
    }
  }

  @Test func `what a killed process left behind is cleared away`() throws {
    try withPlace { place in
      try place.put([0x7B], at: "\(place.paths.exams)/.k3f9x2.tmp")
      try place.put([0x7B], at: "\(place.paths.exams)/.hidden")
      _ = try ExamPaperFolder(of: place.paths).keep(.example, of: .example)
      #expect(
        try system.names(in: place.paths.exams).sorted() == [".hidden", "20261123-k3f9x2.json"])
    }
  }

  @Test(arguments: [
    FaultyFileSystem.Fault.failure(ENOSPC), .failure(EIO), .shortWrite(7), .lie(EIO),
  ])
  func `whatever call fails, a paper is there whole or not at all`(
    fault: FaultyFileSystem.Fault
  ) throws {
    var kept = 0
    for number in 0..<60 {
      try withPlace { place in
        let disk = FaultyFileSystem()
        disk.plan { _, count, _ in count == number ? fault : nil }
        let hash = try? ExamPaperFolder(of: place.paths, fileSystem: disk)
          .keep(.example, of: .example)
        let sound = ExamPaperFolder(of: place.paths)
        if let hash {
          kept += 1
          #expect(try sound.paper(of: .example, hash: hash) == .example, "call \(number)")
        } else if try system.status(at: sound.path(of: .example)) != nil {
          let bytes = try place.bytes(sound.path(of: .example))
          #expect(bytes == ExamPaperEncoder.bytes(of: .example), "call \(number)")
        }
        // The next time it works.
        let again = try sound.keep(.example, of: .example)
        #expect(try sound.paper(of: .example, hash: again) == .example, "call \(number)")
        #expect(try system.names(in: place.paths.exams).count == 1, "call \(number)")
      }
    }
    #expect((1..<60).contains(kept))
  }
}
