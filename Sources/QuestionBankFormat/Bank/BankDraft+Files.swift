import PracticeCore

/// The keys of a bank's main file.
enum BankKey: String, YAMLKey {
  case format, id, title, description, language, license, authors, reviewed
  case references, scenarios, domains, checks, questions
}

extension BankKey {
  /// The part of a bank whose value the key has; nil for those with parts of their own.
  fileprivate var part: BankPlaces.BankPart? {
    switch self {
    case .id: .id
    case .title: .title
    case .description: .description
    case .language: .language
    case .license: .license
    case .authors: .authors
    case .reviewed: .reviewed
    case .checks: .checks
    case .format, .references, .scenarios, .domains, .questions: nil
    }
  }
}

/// The keys of a reference.
enum ReferenceKey: String, YAMLKey { case title, url }

/// The keys of a domain.
enum DomainKey: String, YAMLKey { case id, title, weight, objectives }

/// The keys of an objective.
enum ObjectiveKey: String, YAMLKey { case id, title }

extension BankDraft {
  private static let bankKeys = KeyTable<BankKey>()
  private static let referenceKeys = KeyTable<ReferenceKey>()
  private static let domainKeys = KeyTable<DomainKey>()
  private static let objectiveKeys = KeyTable<ObjectiveKey>()

  /// Reads the file that says what the bank is, and perhaps all of it.
  mutating func readMainFile(_ file: SourceFile) throws(ReadingStopped) {
    if let line = FormatLine(file),
      !checkFormat(line.value, at: SourceLocation(file: file.name, line.place), isFirstLook: true)
    {
      return
    }
    isMainFileComplete = try read(file) { draft, cursor throws(ReadingStopped) in
      try draft.readBank(&cursor)
    }
  }

  /// Reads a further file, which holds questions only.
  mutating func readPart(_ file: SourceFile) throws(ReadingStopped) {
    _ = try read(file) { draft, cursor throws(ReadingStopped) in
      guard var mapping = try cursor.openMapping("a further file of a bank", of: Self.bankKeys)
      else { return }
      while let key = try cursor.nextKey(in: &mapping) {
        guard key == .questions else {
          cursor.report(
            .misplacedKey,
            "a further file of a bank holds 'questions' only; '\(key)' belongs into the main file",
            at: mapping.keyPlace)
          try cursor.skipValue()
          continue
        }
        try draft.readQuestions(&cursor)
      }
    }
  }

  /// Reads notes.
  mutating func readNotes(_ file: SourceFile) throws(ReadingStopped) {
    files.append(file.name)
    let read: [NotesReader.LocatedSection]
    do {
      read = try NotesReader.read(file, budget: &budget, reportingTo: diagnostics)
    } catch .file {
      return
    }
    for section in read {
      notes.append(section.section)
      if let objective = section.section.objective {
        uses.append(
          NameUse(kind: .objective, name: objective, at: here(section.objectivePlace)))
      }
    }
  }

  /// Reads one YAML file by `body`, which stands on the root; whether its end was reached.
  private mutating func read(
    _ file: SourceFile,
    _ body: (inout BankDraft, inout YAMLCursor) throws(ReadingStopped) -> Void
  ) throws(ReadingStopped) -> Bool {
    files.append(file.name)
    do {
      let checked = try CheckedText(file, reportingTo: diagnostics)
      return try checked.withBytes(of: file) { bytes throws(ReadingStopped) in
        var cursor = YAMLCursor(
          bytes, of: file.name, checked: checked, reportingTo: diagnostics, notingPlacesIn: places)
        guard try cursor.openDocument() else { return false }
        try body(&self, &cursor)
        try cursor.closeDocument()
        return true
      }
    } catch .file {
      return false
    }
  }

  /// Whether the format is the one that is read here; reports another.
  ///
  /// A first look, before the file is read as YAML, speaks only of newer versions.
  private func checkFormat(_ format: String, at location: SourceLocation, isFirstLook: Bool)
    -> Bool
  {
    switch FileKind(format: format) {
    case .bank(FileKind.bankVersion): return true
    case .bank(let version) where version > FileKind.bankVersion:
      diagnostics.report(
        .newerFormat,
        "written for swot-bank/\(version); this program reads swot-bank/\(FileKind.bankVersion)",
        at: location)
      return false
    default:
      if isFirstLook { return true }
      diagnostics.report(
        .unknownFormat,
        "unknown format \(quoted(format)); a bank begins with 'format: swot-bank/\(FileKind.bankVersion)'",
        at: location)
      return false
    }
  }

  private mutating func readBank(_ cursor: inout YAMLCursor) throws(ReadingStopped) {
    guard var mapping = try cursor.openMapping("a bank", of: Self.bankKeys) else { return }
    places?.note(.bank, at: here(mapping.place))
    while let key = try cursor.nextKey(in: &mapping) {
      if let part = key.part { places?.note(part, at: here(cursor.place)) }
      switch key {
      case .format:
        if let format = try cursor.requiredText("'format'"),
          !checkFormat(
            format.value, at: SourceLocation(file: cursor.file, format.place), isFirstLook: false)
        {
          throw .file
        }
      case .id: id = try cursor.id("'id'")?.value
      case .title: title = try cursor.requiredText("'title'")?.value
      case .description: description = try cursor.optionalText("'description'")?.value
      case .language: language = try cursor.optionalText("'language'")?.value
      case .license: license = try cursor.optionalText("'license'")?.value
      case .authors: authors = try cursor.strings("'authors'")
      case .reviewed: reviewed = try cursor.date("'reviewed'")
      case .references: try readReferences(&cursor)
      case .scenarios: try readScenarios(&cursor)
      case .domains: try readDomains(&cursor)
      case .checks: exceptions += try cursor.checks()
      case .questions: try readQuestions(&cursor)
      }
    }
    cursor.require([.format, .id, .title], in: mapping, "a bank")
    let missing = mapping.missing([
      .description, .language, .license, .authors, .reviewed, .references, .domains,
    ])
    if !missing.isEmpty {
      cursor.report(
        .incompleteBank, "the bank has no \(inWords(missing.map(\.rawValue)))", at: mapping.place)
    }
  }

  private mutating func readReferences(_ cursor: inout YAMLCursor) throws(ReadingStopped) {
    guard try cursor.openNames("'references'") else { return }
    while let id = try cursor.nextName() {
      let isGood = cursor.checkID(id) && declare(id, "reference", in: \.referenceNames)
      guard var fields = try cursor.openMapping("a reference", of: Self.referenceKeys) else {
        continue
      }
      places?.note(.reference(id.value), at: here(id.place))
      var title: String?
      var url: String?
      while let key = try cursor.nextKey(in: &fields) {
        switch key {
        case .title: title = try cursor.requiredText("'title'")?.value
        case .url:
          places?.note(.referenceURL(id.value), at: here(cursor.place))
          url = try cursor.url("'url'")
        }
      }
      cursor.require(ReferenceKey.allCases, in: fields, "a reference", at: id.place)
      charge(at: here(id.place)) { $0.charge(title) }
      if isGood, let title, let url {
        references.append(Reference(id: id.value, title: title, url: url))
      }
    }
  }

  private mutating func readScenarios(_ cursor: inout YAMLCursor) throws(ReadingStopped) {
    guard try cursor.openNames("'scenarios'") else { return }
    while let id = try cursor.nextName() {
      let isGood = cursor.checkID(id) && declare(id, "scenario", in: \.scenarioNames)
      places?.note(.scenario(id.value), at: here(id.place))
      places?.note(.scenarioText(id.value), at: here(cursor.place))
      let text = try cursor.requiredText("a scenario")
      charge(at: here(id.place)) { $0.charge(text?.value) }
      if isGood, let text { scenarios[id.value] = text.value }
    }
  }

  private mutating func readDomains(_ cursor: inout YAMLCursor) throws(ReadingStopped) {
    guard try cursor.openSequence("'domains'") else { return }
    while try cursor.nextItem() {
      guard var mapping = try cursor.openMapping("a domain", of: Self.domainKeys) else { continue }
      var id: String?
      var title: String?
      var weight: Double?
      var objectives: [Objective] = []
      while let key = try cursor.nextKey(in: &mapping) {
        switch key {
        case .id:
          let place = here(cursor.place)
          id = try readPartID(&cursor, "domain")
          if let id { places?.note(.domain(id), at: place) }
        case .title: title = try cursor.requiredText("'title'")?.value
        case .weight:
          guard let number = try cursor.number("'weight'") else { continue }
          weight = number.value
          if number.value < 0 {
            cursor.report(.outOfRange, "a weight must not be negative", at: number.place)
          }
        case .objectives: objectives = try readObjectives(&cursor)
        }
      }
      cursor.require([.id, .title], in: mapping, "a domain")
      if let id, let title {
        domains.append(
          Domain(id: id, title: title, weight: max(0, weight ?? 0), objectives: objectives))
      }
    }
  }

  private mutating func readObjectives(
    _ cursor: inout YAMLCursor
  ) throws(ReadingStopped) -> [Objective] {
    guard try cursor.openSequence("'objectives'") else { return [] }
    var list: [Objective] = []
    while try cursor.nextItem() {
      guard var mapping = try cursor.openMapping("an objective", of: Self.objectiveKeys) else {
        continue
      }
      var id: String?
      var title: String?
      while let key = try cursor.nextKey(in: &mapping) {
        switch key {
        case .id:
          let place = here(cursor.place)
          id = try readPartID(&cursor, "objective")
          if let id { places?.note(.objective(id), at: place) }
        case .title: title = try cursor.requiredText("'title'")?.value
        }
      }
      cursor.require(ObjectiveKey.allCases, in: mapping, "an objective")
      if let id {
        objectives.insert(id)
        if let title { list.append(Objective(id: id, title: title)) }
      }
    }
    return list
  }

  /// Reads the id of a domain or an objective, which share one name space.
  private mutating func readPartID(
    _ cursor: inout YAMLCursor, _ what: String
  ) throws(ReadingStopped) -> String? {
    guard let id = try cursor.id("'id'"), declare(id, what, in: \.partNames) else { return nil }
    return id.value
  }
}

/// `'a', 'b' or 'c'` or `'a'`, each name in quotes.
func inWords(_ names: [String]) -> String {
  let quoted = names.map { "'\($0)'" }
  guard quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
}
