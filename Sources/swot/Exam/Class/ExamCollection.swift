import PracticeCore
import ProgressStore

/// The results of a class, compared with each other and with what was handed out.
struct ExamCollection {
  /// The files, in the order given.
  private(set) var files: [CollectedResult]

  /// Reads results.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - pack: What was handed out; nil where the results alone must do.
  init(_ paths: [String], pack: ExamPack?) {
    files = paths.map(CollectedResult.init)
    if let pack { compare(with: pack) }
    compareForms(pack)
    nameDuplicates()
  }

  /// Whether some file is worth nothing.
  var hasFatalProblems: Bool { files.contains { $0.problems.contains(where: \.isFatal) } }

  /// What is wrong, a line each.
  var problems: [String] {
    files.flatMap { file in file.problems.map { "\(file.path): \($0.text)" } }
  }

  /// All questions that were asked, in the order of the first form that asks each, with the title
  /// of its section where one was reported.
  var questions: [QuestionID] {
    var known = Set<QuestionID>()
    return files.flatMap { $0.result?.answers ?? [] }.map(\.question)
      .filter { known.insert($0).inserted }
  }

  /// The titles of all sections that were reported, in the order of the first result that has each.
  var sections: [String] {
    var known = Set<String>()
    return files.flatMap { $0.result?.outcome.score.sections ?? [] }.map(\.title)
      .filter { known.insert($0).inserted }
  }

  // MARK: - Comparing

  private mutating func compare(with pack: ExamPack) {
    for index in files.indices {
      guard let result = files[index].result else { continue }
      if result.exam != pack.blueprint.id {
        files[index].add("of exam '\(result.exam)', while the pack is '\(pack.blueprint.id)'")
      } else if pack.form.map({ $0.fingerprint == result.form }) ?? true,
        !files[index].problems.contains(where: \.isFatal), !result.follows(from: pack)
      {
        files[index].add(
          "altered: the score does not follow from the answers by the keys of the pack",
          isFatal: true)
      }
    }
  }

  /// Names the forms that differ from the one that was handed out or, where that isn't known, from
  /// the one that most have sat.
  private mutating func compareForms(_ pack: ExamPack?) {
    // Where each draws a form, all differ.
    if let pack, pack.form == nil { return }
    var counts: [String: Int] = [:]
    for file in files { if let form = file.result?.form { counts[form, default: 0] += 1 } }
    let most = counts.values.max()
    let common = files.lazy.compactMap(\.result?.form).first { counts[$0] == most }
    guard let expected = pack?.form?.fingerprint ?? common else { return }
    for index in files.indices {
      guard let form = files[index].result?.form, form != expected else { continue }
      files[index].add(
        pack == nil
          ? "another form than the others: \(form), not \(expected)"
          : "another form than the pack's: \(form), not \(expected)")
    }
  }

  private mutating func nameDuplicates() {
    var attempts: [AttemptID: Int] = [:]
    var names: [String: Int] = [:]
    // An altered copy never makes the genuine file the second one.
    let altered = Set(files.indices.filter { files[$0].problems.contains(where: \.isFatal) })
    for index in files.indices.filter({ !altered.contains($0) }) + altered.sorted() {
      guard let result = files[index].result else { continue }
      if let first = attempts[result.attempt] {
        files[index].add("the same attempt as '\(files[first].path)'")
        continue
      }
      attempts[result.attempt] = index
      guard let name = files[index].comparableName else {
        files[index].add("no name")
        continue
      }
      if let first = names[name] {
        files[index].add("the same name as in '\(files[first].path)'")
      } else {
        names[name] = index
      }
    }
  }
}
