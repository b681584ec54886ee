import PracticeCore
import ProgressStore
import TestSupport
import Testing

@testable import swot

/// The forms that the built-in exams draw.
@Suite struct ShippedFormsTests {
  @Test func `every form of every built-in exam can be kept and read again`() throws {
    let library = try BankLibrary()
    let catalog = QuestionCatalog(banks: library.banks.map(\.bank))
    #expect(!library.blueprints.isEmpty)
    for blueprint in library.blueprints.map(\.blueprint) {
      let draw = try ExamDraw(blueprint, from: catalog)
      for seed in UInt64(1)...3 {
        let paper = ExamPaper(
          try draw.form(seed: seed), by: blueprint, seed: seed, from: catalog,
          isNew: { _ in true })
        #expect(paper.items.count == blueprint.questions)
        let bytes = ExamPaperEncoder.bytes(of: paper)
        let read = try ExamPaperDecoder.paper(in: bytes, of: "exam.json")
        #expect(read == paper, "\(blueprint.id), seed \(seed)")
        #expect(read.fingerprint == paper.fingerprint)
        // What is written while somebody waits for the exam to begin.
        #expect(bytes.count < 1_000_000, "\(blueprint.id), seed \(seed)")
      }
    }
  }
}
