import PracticeCore

/// A blueprint while it is being read.
struct BlueprintDraft {
  /// The blueprint, once it has been read without an error.
  private(set) var blueprint: Blueprint?

  private let sources: BlueprintSources?
  /// Where the titles of the sections stand.
  private var sectionPlaces: [Place] = []
  private var scale: ScaleDraft?
  private var pass: YAMLCursor.Number<Double>?

  private static let keys = KeyTable<BlueprintKey>()
  private static let scaleKeys = KeyTable<ScaleKey>()
  private static let sectionKeys = KeyTable<SectionKey>()

  init(sources: BlueprintSources?) { self.sources = sources }

  /// What `scale` says.
  private enum ScaleDraft {
    case percent(Place)
    case scaled(ScoreScale)
    /// Something wrong, which has been reported.
    case unusable
  }

  /// Reads `file`.
  mutating func read(
    _ file: SourceFile, reportingTo diagnostics: DiagnosticCollector
  ) throws(ReadingStopped) {
    if let line = FormatLine(file), case .exam(let version) = FileKind(format: line.value),
      version > FileKind.examVersion
    {
      Self.reportNewer(
        version, at: SourceLocation(file: file.name, line.place), to: diagnostics)
      throw .file
    }
    let checked = try CheckedText(file, reportingTo: diagnostics)
    try checked.withBytes(of: file) { bytes throws(ReadingStopped) in
      var cursor = YAMLCursor(bytes, of: file.name, checked: checked, reportingTo: diagnostics)
      guard try cursor.openDocument() else { return }
      try readRoot(&cursor)
      try cursor.closeDocument()
    }
  }

  private static func reportNewer(
    _ version: Int, at location: SourceLocation, to diagnostics: DiagnosticCollector
  ) {
    diagnostics.report(
      .newerFormat,
      "written for swot-exam/\(version); this program reads swot-exam/\(FileKind.examVersion)",
      at: location)
  }

  private mutating func readRoot(_ cursor: inout YAMLCursor) throws(ReadingStopped) {
    guard var mapping = try cursor.openMapping("a blueprint", of: Self.keys) else { return }
    var id: String?
    var title: String?
    var description: String?
    var questions: YAMLCursor.Number<Int>?
    var unscored: YAMLCursor.Number<Int>?
    var minutes: YAMLCursor.Number<Int>?
    var passPlace = mapping.place
    var scoring: ScoringRule?
    var navigation: ExamNavigation?
    var clock: ExamClock?
    var sections: [BlueprintSection] = []
    while let key = try cursor.nextKey(in: &mapping) {
      switch key {
      case .format: try readFormat(&cursor)
      case .id: id = try cursor.id("'id'")?.value
      case .title: title = try cursor.requiredText("'title'")?.value
      case .description: description = try cursor.optionalText("'description'")?.value
      case .questions: questions = try wholeNumber(&cursor, "'questions'", atLeast: 1)
      case .unscored: unscored = try wholeNumber(&cursor, "'unscored'", atLeast: 0)
      case .minutes: minutes = try wholeNumber(&cursor, "'minutes'", atLeast: 1)
      case .scale: scale = try readScale(&cursor)
      case .pass:
        passPlace = mapping.keyPlace
        pass = try cursor.number("'pass'")
      case .scoring: scoring = try cursor.oneOf(ScoringRule.self, "'scoring'")
      case .navigation: navigation = try cursor.oneOf(ExamNavigation.self, "'navigation'")
      case .clock: clock = try cursor.oneOf(ExamClock.self, "'clock'")
      case .sections: sections = try readSections(&cursor)
      }
    }
    cursor.require(
      [.format, .id, .title, .questions, .minutes, .scale, .sections], in: mapping, "a blueprint")
    let scale = checkScale(hasPass: mapping.contains(.pass), at: passPlace, cursor)
    if let questions, let unscored, unscored.value >= questions.value {
      cursor.report(
        .outOfRange, "'unscored' must be less than 'questions' (\(questions.value))",
        at: unscored.place)
    }
    guard let id, let title, let questions, let minutes, let scale else { return }
    blueprint = Blueprint(
      id: id, title: title, description: description, questions: questions.value,
      unscored: unscored?.value ?? 0, minutes: minutes.value, scale: scale,
      scoring: scoring ?? .allOrNothing, navigation: navigation ?? .free, clock: clock ?? .strict,
      sections: sections)
  }

  private func readFormat(_ cursor: inout YAMLCursor) throws(ReadingStopped) {
    guard let format = try cursor.requiredText("'format'") else { return }
    switch FileKind(format: format.value) {
    case .exam(FileKind.examVersion): return
    case .exam(let version) where version > FileKind.examVersion:
      Self.reportNewer(version, at: cursor.location(format.place), to: cursor.diagnostics)
    default:
      cursor.report(
        .unknownFormat,
        "unknown format \(quoted(format.value)); a blueprint begins with 'format: swot-exam/\(FileKind.examVersion)'",
        at: format.place)
    }
    throw .file
  }

  private func wholeNumber(
    _ cursor: inout YAMLCursor, _ owner: String, atLeast least: Int
  ) throws(ReadingStopped) -> YAMLCursor.Number<Int>? {
    guard let number = try cursor.wholeNumber(owner) else { return nil }
    guard number.value >= least else {
      cursor.report(
        .outOfRange, "\(owner) is \(number.value); at least \(least) is needed", at: number.place)
      return nil
    }
    return number
  }

  // MARK: - Scale

  private func readScale(_ cursor: inout YAMLCursor) throws(ReadingStopped) -> ScaleDraft {
    guard cursor.kind == .mappingStart else {
      guard let name = try cursor.requiredText("'scale'") else { return .unusable }
      if name.value == "percent" { return .percent(name.place) }
      cursor.report(
        .invalidValue,
        "'scale' is \(quoted(name.value)); allowed are 'percent' and a mapping of 'from', 'to', 'pass' and 'cut'",
        at: name.place, suggestion: NearestName.find(name.value, among: ["percent"]))
      return .unusable
    }
    guard var mapping = try cursor.openMapping("'scale'", of: Self.scaleKeys) else {
      return .unusable
    }
    var from: YAMLCursor.Number<Int>?
    var to: YAMLCursor.Number<Int>?
    var pass: YAMLCursor.Number<Int>?
    var cut: YAMLCursor.Number<Double>?
    while let key = try cursor.nextKey(in: &mapping) {
      switch key {
      case .from: from = try cursor.wholeNumber("'from'")
      case .to: to = try cursor.wholeNumber("'to'")
      case .pass: pass = try cursor.wholeNumber("'pass'")
      case .cut: cut = try cursor.number("'cut'")
      }
    }
    cursor.require(ScaleKey.allCases, in: mapping, "a scale")
    guard let from, let to, let pass, let cut else { return .unusable }
    if from.value >= to.value {
      cursor.report(
        .outOfRange, "'to' must be greater than 'from' (\(from.value))", at: to.place)
    } else if !(from.value...to.value).contains(pass.value) {
      cursor.report(
        .outOfRange, "'pass' must be within 'from' and 'to' (\(from.value) to \(to.value))",
        at: pass.place)
    }
    if !(0...1).contains(cut.value) {
      cursor.report(.outOfRange, "'cut' is a share, 0 to 1", at: cut.place)
    }
    return .scaled(
      .scaled(from: from.value, to: to.value, pass: pass.value, cut: cut.value))
  }

  /// The scale, with `pass` where it belongs to a percentage.
  private func checkScale(
    hasPass: Bool, at passPlace: Place, _ cursor: borrowing YAMLCursor
  ) -> ScoreScale? {
    switch scale {
    case .scaled(let scale):
      if hasPass {
        cursor.report(
          .misplacedKey, "'pass' stands within 'scale', unless that is 'percent'", at: passPlace)
      }
      return scale
    case .percent(let place):
      guard hasPass else {
        cursor.report(.missingKey, "'scale: percent' needs the key 'pass' beside it", at: place)
        return nil
      }
      guard let pass else { return nil }
      if !(0...100).contains(pass.value) {
        cursor.report(.outOfRange, "'pass' is a percentage, 0 to 100", at: pass.place)
      }
      return .percent(pass: pass.value)
    case .unusable, nil: return nil
    }
  }

  // MARK: - Sections

  private mutating func readSections(
    _ cursor: inout YAMLCursor
  ) throws(ReadingStopped) -> [BlueprintSection] {
    let place = cursor.place
    guard try cursor.openSequence("'sections'") else { return [] }
    var sections: [BlueprintSection] = []
    var count = 0
    while try cursor.nextItem(
      &count, upTo: ReadingLimits.sections,
      "a blueprint has at most \(ReadingLimits.sections) sections")
    {
      guard var mapping = try cursor.openMapping("a section", of: Self.sectionKeys) else {
        continue
      }
      var title: String?
      var titlePlace = mapping.place
      var weight: YAMLCursor.Number<Double>?
      var from: [String] = []
      while let key = try cursor.nextKey(in: &mapping) {
        switch key {
        case .title:
          titlePlace = cursor.place
          title = try cursor.requiredText("'title'")?.value
        case .weight:
          weight = try cursor.number("'weight'")
          if let weight, weight.value <= 0 {
            cursor.report(.outOfRange, "the weight of a section must be positive", at: weight.place)
          }
        case .from: from = try readFrom(&cursor, at: mapping.keyPlace)
        }
      }
      cursor.require(SectionKey.allCases, in: mapping, "a section")
      if let title, let weight {
        sections.append(BlueprintSection(title: title, weight: weight.value, from: from))
        sectionPlaces.append(titlePlace)
      }
    }
    if count == 0 {
      cursor.report(.tooFewItems, "no sections; at least one is needed", at: place)
    }
    return sections
  }

  /// Reports the sections that can't be filled from `banks`.
  func checkSections(
    drawingFrom banks: [QuestionBank], of file: SourceFile,
    reportingTo diagnostics: DiagnosticCollector
  ) {
    guard let blueprint else { return }
    do {
      let draw = try ExamDraw(blueprint, from: QuestionCatalog(banks: banks))
      _ = try draw.form(seed: 0)
    } catch .tooFewQuestions(let shortages) {
      var rest = shortages[...]
      for (section, place) in zip(blueprint.sections, sectionPlaces) {
        guard let shortage = rest.first, shortage.section == section.title else { continue }
        rest = rest.dropFirst()
        diagnostics.report(
          .shortSection,
          "section \(quoted(section.title)) asks for \(shortage.wanted) questions; its banks hold \(shortage.available)",
          at: SourceLocation(file: file.name, place))
      }
    } catch {
      // A name that is unknown has been reported.
    }
  }

  private func readFrom(
    _ cursor: inout YAMLCursor, at keyPlace: Place
  ) throws(ReadingStopped) -> [String] {
    guard cursor.kind == .sequenceStart else {
      _ = try cursor.openSequence("'from'")
      return []
    }
    let names = try cursor.texts("'from'")
    if names.isEmpty {
      cursor.report(.tooFewItems, "'from' names nothing to draw from", at: keyPlace)
    }
    for name in names {
      let parts = name.value.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2, parts.allSatisfy({ Identifier.isValid($0) }) else {
        cursor.report(
          .invalidID,
          "\(quoted(name.value)) is not the id of a bank, nor a bank's and a part's with '/' between",
          at: name.place)
        continue
      }
      if let (message, suggestion) = sources?.unknownPart(of: name.value) {
        cursor.report(.unknownBank, message, at: name.place, suggestion: suggestion)
      }
    }
    return names.map(\.value)
  }
}
