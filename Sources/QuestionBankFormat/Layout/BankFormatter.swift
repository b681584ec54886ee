/// Brings the files of banks and blueprints into one layout.
///
/// The layout depends on what a file says alone: the order of keys, wrapping, quotes and indentation.
/// Every comment is kept, and every blank line that separates. What a file means never changes: it is
/// read again, and where it would mean something else it is left as it is.
package enum BankFormatter {
  /// What became of a file.
  package enum Outcome: Equatable, Sendable {
    /// It has the layout already.
    case unchanged
    /// It gets the layout: its new text.
    case changed(SourceFile)
    /// It has errors and is left alone.
    case damaged
    /// In the layout it would mean something else, which is an error of this program; it is left
    /// alone.
    case refused
  }

  /// Formats the files of a bank; notes are left out.
  ///
  /// A file with errors is left alone, also where other files of its bank have none. The outcomes
  /// are in the order of the files.
  package static func format(
    bank files: [SourceFile]
  ) -> (outcomes: [(file: SourceFile, outcome: Outcome)], diagnostics: [Diagnostic]) {
    let before = QuestionBankReader.check(files)
    let diagnostics = before.diagnostics
    let damaged = Set(
      diagnostics.lazy.filter { $0.severity == .error }.map(\.location.file))
    // Where reading stopped early, nothing is known of the rest.
    let isCutShort = diagnostics.contains { $0.rule == Rule.tooManyDiagnostics.rawValue }
    let count = files.count { !$0.lastComponent.hasSuffix(".md") }
    var changed = files
    var outcomes: [(file: SourceFile, outcome: Outcome)] = []
    for (index, file) in files.enumerated() where !file.lastComponent.hasSuffix(".md") {
      guard !damaged.contains(file.name), !isCutShort, before.bank != nil else {
        outcomes.append((file, .damaged))
        continue
      }
      let isMain = count == 1 || file.isMainFile
      let outcome = laidOut(file, as: isMain ? BankModel.bank : BankModel.part)
      outcomes.append((file, outcome))
      if case .changed(let new) = outcome { changed[index] = new }
    }
    guard changed != files, !hasMeaning(changed, of: before) else { return (outcomes, diagnostics) }
    // Something is wrong with the layout of at least one file.
    for index in outcomes.indices {
      guard case .changed(let new) = outcomes[index].outcome else { continue }
      let one = files.map { $0.name == new.name ? new : $0 }
      if !hasMeaning(one, of: before) { outcomes[index].outcome = .refused }
    }
    return (outcomes, diagnostics)
  }

  /// Formats a blueprint.
  package static func format(
    blueprint file: SourceFile
  ) -> (outcome: Outcome, diagnostics: [Diagnostic]) {
    let (blueprint, diagnostics) = BlueprintReader.read(file)
    guard let blueprint else { return (.damaged, diagnostics) }
    let outcome = laidOut(file, as: BlueprintModel.blueprint)
    if case .changed(let new) = outcome, BlueprintReader.read(new).blueprint != blueprint {
      return (.refused, diagnostics)
    }
    return (outcome, diagnostics)
  }

  // MARK: - Layout

  /// What becomes of a file without errors, as far as its own text tells.
  private static func laidOut(_ file: SourceFile, as model: MappingModel) -> Outcome {
    guard let root = root(of: file, as: model) else { return .refused }
    let text = LayoutPrinter.print(root)
    let new = SourceFile(name: file.name, text: text)
    if new.bytes == file.bytes { return .unchanged }
    guard let again = self.root(of: new, as: model),
      again.comments.sorted() == root.comments.sorted(),
      LayoutPrinter.print(again) == text
    else { return .refused }
    return .changed(new)
  }

  /// What the file holds, in the layout's order; nil where it can't be told.
  private static func root(of file: SourceFile, as model: MappingModel) -> LayoutNode? {
    guard let text = try? CheckedText(file, reportingTo: DiagnosticCollector()),
      text.replacement == nil
    else { return nil }
    let root = try? text.withBytes(of: file) { bytes throws(ReadingStopped) in
      LayoutReader.read(bytes, isASCII: text.isASCII, as: model)
    }
    guard let root = root.flatMap({ $0 }) else { return nil }
    return model.name == BlueprintModel.blueprint.name ? root : FileLayout.separated(root)
  }

  // MARK: - Meaning

  /// Whether files are read as the bank that others were read as, with as much to complain of.
  private static func hasMeaning(
    _ files: [SourceFile], of before: QuestionBankReader.Outcome
  ) -> Bool {
    let after = QuestionBankReader.check(files)
    func complaints(_ outcome: QuestionBankReader.Outcome) -> [String] {
      outcome.diagnostics.map { "\($0.rule) \($0.message)" }.sorted()
    }
    return after.bank == before.bank && after.questionCount == before.questionCount
      && complaints(after) == complaints(before)
  }
}

extension LayoutNode {
  /// All comments.
  var comments: [String] {
    var comments: [String] = []
    func collect(_ trivia: [Trivia]) {
      for case .comment(let text) in trivia { comments.append(text) }
    }
    switch content {
    case .list(let items, _):
      for item in items {
        collect(item.lead)
        if let comment = item.comment { comments.append(comment) }
        comments += item.value.comments
      }
    case .mapping(let entries, _):
      for entry in entries {
        collect(entry.lead)
        if let comment = entry.comment { comments.append(comment) }
        comments += entry.value.comments
      }
    case .text, .nothing: break
    }
    collect(end)
    return comments
  }
}
