import ArgumentParser
import PracticeCore
import ProgressStore
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes files on an attempt into the current folder, beside whatever is there.
enum ExamDocuments {
  /// Writes a page to be read or printed.
  ///
  /// - Parameters:
  ///   - exam: The attempt.
  ///   - attempts: What is known of the learner's attempts.
  /// - Returns: What came of it, in words for the learner.
  static func writePage(
    on exam: FinishedExam, among attempts: some Sequence<ExamProgress>
  ) -> String {
    let name = "swot-exam-\(slug(exam.start.exam))-\(exam.finishedAt.calendarDay).html"
    return write(ExamReportPage(ExamReport(exam, among: attempts)).page.bytes, to: name)
  }

  /// Writes a result to be handed in.
  ///
  /// - Parameter exam: The attempt.
  /// - Returns: What came of it, in words for the learner.
  static func writeResult(of exam: FinishedExam) -> String {
    write(result(of: exam), to: resultName(of: exam))
  }

  /// A result to be handed in, as a file.
  static func result(of exam: FinishedExam) -> [UInt8] {
    ExamResultEncoder.bytes(of: ExamResultFile(exam, program: Swot.configuration.version))
  }

  /// What that file is called: by the candidate's name or, where nobody asked for it, by the exam's.
  static func resultName(of exam: FinishedExam) -> String {
    let name = slug(exam.start.candidate ?? "")
    return "exam-\(name.isEmpty ? slug(exam.start.exam) : name)-\(exam.finishedAt.calendarDay).json"
  }

  private static func write(_ bytes: [UInt8], to name: String) -> String {
    do {
      let path = try NewFile.write(bytes, to: name, present: .numbered)
      // The name first: of a long path a narrow screen shows the beginning alone.
      return "Wrote \(path)" + (currentFolder.map { " in \(DisplayText.sanitized($0))" } ?? "")
    } catch {
      return "No file was written: \(DisplayText.sanitized("\(error)"))"
    }
  }

  /// The current folder; nil where there is no telling.
  private static var currentFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// A text as a part of a file's name: lower-case ASCII letters, digits and single hyphens, 40 at
  /// most; empty where nothing is left of it.
  static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in DisplayText.sanitized(text, charset: .ascii).unicodeScalars.prefix(400) {
      if ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
        || ("A"..."Z").contains(scalar)
      {
        slug += String(scalar).lowercased()
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    slug = String(slug.prefix(40))
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }
}
