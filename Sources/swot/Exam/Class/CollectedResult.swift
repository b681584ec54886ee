import PracticeCore
import ProgressStore

/// A file that was handed in.
struct CollectedResult {
  /// Its path, as the command was told.
  let path: String
  /// What it holds; nil where that can't be read.
  let result: ExamResultFile?
  /// What is wrong with it, in words; empty where nothing is.
  private(set) var problems: [Problem] = []

  /// Something that is wrong with a file.
  struct Problem: Equatable {
    /// What.
    var text: String
    /// Whether the file is worth nothing for it: it can't be read, or isn't what was written.
    var isFatal: Bool
  }

  /// Reads a file, and looks whether it fits in itself.
  init(path: String) {
    self.path = path
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(path)
    } catch {
      result = nil
      problems = [Problem(text: "\(error)", isFatal: true)]
      return
    }
    do {
      let read = try ExamResultDecoder.result(in: bytes)
      result = read.result
      if !read.isUnchanged {
        add("altered: it does not match its checksum", isFatal: true)
      } else if !read.result.isConsistent {
        add("altered: the score does not follow from the answers", isFatal: true)
      }
    } catch {
      result = nil
      problems = [Problem(text: "\(error)", isFatal: true)]
    }
  }

  /// Adds something that is wrong.
  mutating func add(_ text: String, isFatal: Bool = false) {
    problems.append(Problem(text: text, isFatal: isFatal))
  }

  /// What the candidate is called, for comparing: without case and surplus blanks; nil where nobody
  /// gave a name.
  var comparableName: String? {
    let name = (result?.candidate ?? "").lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return name.isEmpty ? nil : name
  }
}
