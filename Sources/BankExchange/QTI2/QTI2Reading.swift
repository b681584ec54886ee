import PracticeCore
import QuestionBankFormat

/// One package of QTI 2 or 3 on its way to a bank.
struct QTI2Reading {
  private var assembly: BankAssembly

  init(_ assembly: BankAssembly) { self.assembly = assembly }

  /// Whether a type of resource is one of QTI 2 or 3.
  static func isOwn(_ type: String) -> Bool {
    ["imsqti_item_xmlv", "imsqti_test_xmlv", "imsqti_assessment_xmlv", "imsqti_section_xmlv"]
      .contains { type.hasPrefix($0) }
  }

  /// What became of it.
  mutating func finish() -> BankImport { assembly.finish() }

  /// Reads a single item.
  mutating func read(item: XMLElement) {
    let root = QTI2Names.normalized(item)
    QTI2Item(root, place: QTI2Place(), keywords: []).read(into: &assembly)
  }

  /// Reads all items of a package, in the order of its manifest.
  mutating func read(_ package: inout QTIPackage) {
    if let general = package.manifest?.first(at: "metadata", "lom", "general") {
      let title = TextBlock.line(Self.string(in: general.first(named: "title")))
      if !title.isEmpty { assembly.title = title }
      let description = Self.string(in: general.first(named: "description"))
      if !TextBlock.line(description).isEmpty { assembly.description = description }
    }
    var places: [String: QTI2Place] = [:]
    for resource in package.resources where Self.isTest(resource.type) {
      guard let name = resource.files.first,
        let root = package.document(name, &assembly.report)
      else { continue }
      read(test: QTI2Names.normalized(root), named: name, &places)
    }
    for resource in package.resources where resource.type.hasPrefix("imsqti_item_") {
      guard let name = resource.files.first, !assembly.isFull else { continue }
      guard let root = package.document(name, &assembly.report) else {
        assembly.skipQuestion()
        continue
      }
      let item = QTI2Names.normalized(root)
      guard item.name == "assessmentItem", item.isWhole else {
        if item.isWhole {
          assembly.report.report(
            .syntax, "the outermost element is '\(root.name)', not 'assessmentItem'",
            at: root.location)
        }
        assembly.skipQuestion()
        continue
      }
      let keywords =
        (resource.element.first(named: "metadata")?.descendants(named: "keyword") ?? [])
        .flatMap(\.elements).map { TextBlock.line($0.text) }.filter { !$0.isEmpty }
      QTI2Item(item, place: places[name] ?? QTI2Place(), keywords: keywords)
        .read(into: &assembly)
    }
  }

  private static func isTest(_ type: String) -> Bool {
    type.hasPrefix("imsqti_test_") || type.hasPrefix("imsqti_assessment_")
      || type.hasPrefix("imsqti_section_")
  }

  /// The text of an element of metadata, in the first of its languages.
  private static func string(in element: XMLElement?) -> String {
    element.map { ($0.elements.first ?? $0).text } ?? ""
  }

  private mutating func read(
    test: XMLElement, named name: String, _ places: inout [String: QTI2Place]
  ) {
    guard test.name == "assessmentTest" || test.name == "assessmentSection" else {
      return assembly.report.report(
        .syntax, "the outermost element is '\(test.name)', not 'assessmentTest'", at: test.location)
    }
    let title = TextBlock.line(test.attribute("title") ?? "")
    if assembly.title == nil, !title.isEmpty { assembly.title = title }
    if let rule = ["timeLimits", "selection"].lazy.compactMap({ test.descendants(named: $0).first })
      .first
    {
      assembly.report.lose(
        .other, "the rules of the test (time, selection) are left out", at: rule.location)
    }
    let folder = QTIPackage.folder(of: name)
    let sections = test.descendants(named: "assessmentSection")
    // The only section of a test says nothing that the test doesn't.
    let isOnly = sections.count == 1
    if test.name == "assessmentSection" {
      collect(section: test, in: [], isOnly: sections.isEmpty, folder, &places)
    }
    for part in test.elements(named: "testPart") {
      for section in part.elements(named: "assessmentSection") {
        collect(section: section, in: [], isOnly: isOnly, folder, &places)
      }
    }
  }

  private func collect(
    section: XMLElement, in names: [String], isOnly: Bool, _ folder: String,
    _ places: inout [String: QTI2Place]
  ) {
    let title = TextBlock.line(section.attribute("title") ?? "")
    let isOther = section.attribute("identifier") == QTI2Test.otherSection
    let inner = title.isEmpty || isOther || isOnly ? names : names + [title]
    for element in section.elements {
      switch element.name {
      case "assessmentSection":
        collect(section: element, in: inner, isOnly: false, folder, &places)
      case "assessmentItemRef":
        let name = QTIPackage.path(element.attribute("href") ?? "", from: folder)
        guard places[name] == nil else { continue }
        let tags = (element.attribute("category") ?? "").split(whereSeparator: \.isWhitespace)
        places[name] = QTI2Place(category: inner, tags: tags.map { String($0) })
      default: break
      }
    }
  }
}

/// Where a test has an item.
struct QTI2Place {
  /// The titles of the sections around it, from the outermost.
  var category: [String] = []
  /// The categories that the test gives it.
  var tags: [String] = []
}
