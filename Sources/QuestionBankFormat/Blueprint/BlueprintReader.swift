package import PracticeCore

/// The keys of a blueprint.
enum BlueprintKey: String, YAMLKey {
  case format, id, title, description, questions, unscored, minutes, scale, pass
  case scoring, navigation, clock, sections
}

/// The keys of a blueprint's `scale` where it is a mapping.
enum ScaleKey: String, YAMLKey { case from, to, pass, cut }

/// The keys of a section of a blueprint.
enum SectionKey: String, YAMLKey { case title, weight, from }

/// Reads the recipes of exams.
package enum BlueprintReader {
  /// Reads the blueprint in `file`.
  ///
  /// Where `banks` are given, a section that draws from a bank, domain or objective which is not
  /// among them is an error, and one that can't be filled from them a warning. The blueprint is nil where something that must be there is missing or
  /// wrong; diagnostics come by line and column.
  package static func read(
    _ file: SourceFile, banks: [QuestionBank]? = nil
  ) -> (blueprint: Blueprint?, diagnostics: [Diagnostic]) {
    let diagnostics = DiagnosticCollector()
    var draft = BlueprintDraft(sources: banks.map(BlueprintSources.init))
    do {
      try draft.read(file, reportingTo: diagnostics)
      if let banks, diagnostics.errorCount == 0 {
        draft.checkSections(drawingFrom: banks, of: file, reportingTo: diagnostics)
      }
    } catch {
      // Reported by whoever stopped.
    }
    return (diagnostics.errorCount == 0 ? draft.blueprint : nil, diagnostics.finish())
  }
}
