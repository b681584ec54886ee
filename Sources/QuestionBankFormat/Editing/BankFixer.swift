import PracticeCore

/// Mends what is surely a slip: names that are misspelt so that only one can be meant, and what is
/// said twice.
package enum BankFixer {
  /// Something that was mended.
  package struct Fix: Equatable, Sendable {
    /// Where it stood.
    package var location: SourceLocation
    /// What was done: lower case, without a full stop.
    package var message: String
  }

  private static let rules: Set<String> = [
    Rule.unknownKey.rawValue, Rule.unknownObjective.rawValue, Rule.unknownReference.rawValue,
    Rule.unknownScenario.rawValue, Rule.invalidValue.rawValue,
  ]

  /// How often files are read again: a key that is known again may show what is in it.
  private static let rounds = 4

  /// Mends the files of a bank.
  ///
  /// Nothing else in them changes. A mend that would make another error is taken back. The files
  /// are all of them, in the order given.
  package static func fix(bank files: [SourceFile]) -> (files: [SourceFile], fixes: [Fix]) {
    var files = files
    var fixes: [Fix] = []
    for _ in 0..<rounds {
      let outcome = QuestionBankReader.check(files)
      let candidates = suggestions(outcome, files) + doubles(in: files)
      let accepted = accept(candidates, files, errors: outcome.diagnostics)
      guard !accepted.isEmpty else { break }
      files = apply(accepted, to: files)
      fixes += accepted.map(\.fix)
    }
    return (files, fixes)
  }

  private struct Candidate {
    var file: String
    var edit: TextEdit
    var fix: Fix
  }

  private static func apply(_ candidates: [Candidate], to files: [SourceFile]) -> [SourceFile] {
    files.map { file in
      file.applying(candidates.filter { $0.file == file.name }.map(\.edit))
    }
  }

  /// Errors that a mended key must not make: it then stands where another one has its place.
  private static let clashes: Set<String> = [
    Rule.duplicateKey.rawValue, Rule.answerKind.rawValue, Rule.misplacedKey.rawValue,
    Rule.rightOrWrong.rawValue,
  ]

  /// Those of `candidates` that clash with nothing: all at once where that is so, else one by one.
  ///
  /// A key that is known again may show errors in its value, which the next round looks at.
  private static func accept(
    _ candidates: [Candidate], _ files: [SourceFile], errors before: [Diagnostic]
  ) -> [Candidate] {
    func clashCount(_ diagnostics: [Diagnostic]) -> Int {
      diagnostics.count { clashes.contains($0.rule) }
    }
    func clashCount(with accepted: [Candidate]) -> Int {
      clashCount(QuestionBankReader.check(apply(accepted, to: files)).diagnostics)
    }
    var count = clashCount(before)
    if candidates.isEmpty || clashCount(with: candidates) <= count { return candidates }
    var accepted: [Candidate] = []
    // Each takes a reading of all files.
    for candidate in candidates.prefix(100) {
      let now = clashCount(with: accepted + [candidate])
      guard now <= count else { continue }
      accepted.append(candidate)
      count = now
    }
    return accepted
  }

  /// The names that were probably meant, where there is one only.
  private static func suggestions(
    _ outcome: QuestionBankReader.Outcome, _ files: [SourceFile]
  ) -> [Candidate] {
    var outlines: [String: FileOutline] = [:]
    return outcome.diagnostics.compactMap { diagnostic in
      guard rules.contains(diagnostic.rule), let suggestion = diagnostic.suggestion,
        let file = files.first(where: { $0.name == diagnostic.location.file })
      else { return nil }
      if outlines[file.name] == nil { outlines[file.name] = FileOutline(file) }
      let place = Place(line: diagnostic.location.line, column: diagnostic.location.column)
      guard let range = outlines[file.name]?.scalars[place] else { return nil }
      let bytes = file.bytes[file.startOfText...].dropFirst(range.lowerBound).prefix(range.count)
      let written = String(decoding: bytes, as: UTF8.self)
      let name = written.filter { $0 != "\"" && $0 != "'" }
      guard isOnlyOne(suggestion, for: name, rule: diagnostic.rule, outcome.bank) else {
        return nil
      }
      return Candidate(
        file: file.name,
        edit: TextEdit(range: range, text: LaidOutText.inline(suggestion, inFlow: true)),
        fix: Fix(
          location: diagnostic.location,
          message: "\(what(diagnostic.rule)) '\(name)' is now '\(suggestion)'"))
    }
  }

  private static func what(_ rule: String) -> String {
    switch rule {
    case Rule.unknownKey.rawValue: "key"
    case Rule.unknownObjective.rawValue: "objective"
    case Rule.unknownReference.rawValue: "reference"
    case Rule.unknownScenario.rawValue: "scenario"
    default: "value"
    }
  }

  /// Whether no other name is as near as `suggestion`.
  private static func isOnlyOne(
    _ suggestion: String, for name: String, rule: String, _ bank: QuestionBank?
  ) -> Bool {
    let names: [String]
    switch rule {
    case Rule.unknownObjective.rawValue:
      names = bank?.domains.flatMap { $0.objectives.map(\.id) } ?? []
    case Rule.unknownReference.rawValue: names = bank?.references.map(\.id) ?? []
    case Rule.unknownScenario.rawValue: names = bank.map { Array($0.scenarios.keys) } ?? []
    default: return true
    }
    var edits = EditDistance(to: Array(name.lowercased().utf8))
    guard let distance = edits.distance(from: suggestion, upTo: 4) else { return false }
    return !names.contains { other in
      other != suggestion && edits.distance(from: other, upTo: distance) != nil
    }
  }

  /// References that a question names twice.
  private static func doubles(in files: [SourceFile]) -> [Candidate] {
    files.filter { !$0.lastComponent.hasSuffix(".md") }.flatMap { file -> [Candidate] in
      guard let outline = FileOutline(file) else { return [] }
      let bytes = Array(file.bytes[file.startOfText...])
      return outline.questions.flatMap { question -> [Candidate] in
        var seen = Set<String>()
        var candidates: [Candidate] = []
        for (index, reference) in question.references.enumerated()
        where !seen.insert(reference.text).inserted {
          let before = question.references[index - 1].range.upperBound
          // Only where nothing but the comma or the dash is between, so that no comment is lost.
          let gap = bytes[before..<reference.range.lowerBound]
          let marks = question.hasFlowReferences ? ", \n" : "- \n"
          guard gap.allSatisfy({ marks.utf8.contains($0) }) else { continue }
          candidates.append(
            Candidate(
              file: file.name, edit: TextEdit(range: before..<reference.range.upperBound, text: ""),
              fix: Fix(
                location: SourceLocation(
                  file: file.name, place(of: reference.range.lowerBound, in: file)),
                message: "reference '\(reference.text)', named twice, stands there once")))
        }
        // Neighbours would overlap; the next round takes the others.
        return Array(candidates.prefix(1))
      }
    }
  }

  private static func place(of offset: Int, in file: SourceFile) -> Place {
    file.bytes.withUnsafeBytes { bytes in
      var finder = PlaceFinder(bytes, startOfText: file.startOfText)
      return finder.place(at: file.startOfText + offset)
    }
  }
}
