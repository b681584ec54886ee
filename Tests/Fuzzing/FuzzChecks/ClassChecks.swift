import PracticeCore
import ProgressStore

/// What must hold for every file that is read as an exam that was handed out, or as a result.
enum ClassChecks {
  /// Takes a pack whose checksum is right and whose content may be anything.
  ///
  /// - Parameter body: The file without its checksum.
  /// - Throws: ``BrokenPromise``.
  static func checkPack(_ body: [UInt8]) throws(BrokenPromise) {
    let file = JournalInput.summed(body) + [0x0A]
    let pack: ExamPack
    do throws(ExamPaperError) {
      pack = try ExamPackDecoder.pack(in: file, of: "pack.json")
    } catch {
      try requireHarmless(error.description, "a message")
      return try require(error.description.contains("pack.json"), "the message is \(error)")
    }
    let questions = pack.questions
    try PaperChecks.checkTexts(of: questions)
    try PaperChecks.checkQuestions(of: questions)
    if let form = pack.form { return try PaperChecks.sit(form) }
    // Too few questions, or banks that aren't there, are said and nothing worse.
    let catalog = QuestionCatalog(banks: pack.banks)
    guard let form = try? ExamDraw(pack.blueprint, from: catalog).form(seed: 7) else { return }
    let paper = ExamPaper(form, by: pack.blueprint, seed: 7, from: catalog) { _ in true }
    try require(paper.items.count == pack.blueprint.questions, "a form of \(paper.items.count)")
    try PaperChecks.sit(paper)
  }

  /// Takes a result whose checksum is right and whose content may be anything.
  ///
  /// - Parameter body: The file without its checksum.
  /// - Throws: ``BrokenPromise``.
  static func checkResult(_ body: [UInt8]) throws(BrokenPromise) {
    let file = JournalInput.summed(body) + [0x0A]
    let result: ExamResultFile
    do throws(ExamResultProblem) {
      result = try ExamResultDecoder.result(in: file).result
    } catch {
      return try requireHarmless(error.description, "a message")
    }
    _ = result.isConsistent
    let again = ExamResultEncoder.bytes(of: result)
    try requireHarmless(
      String(decoding: again, as: UTF8.self), allowing: ["\n"], "a result that was written")
    let read = try? ExamResultDecoder.result(in: again)
    try require(read?.result == result, "what was written is read as something else")
    try require(read?.isUnchanged == true, "what was written has a wrong checksum")
  }
}
