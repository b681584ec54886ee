import PracticeCore

/// The test of a package: a section for each domain, with one for each objective in it.
struct QTI2Test {
  let bank: QuestionBank
  let names: QTI2PackageNames
  let version: QTI2Version

  /// What the section of questions without an objective is called; it stands for no domain.
  static let otherSection = "OTHER"

  /// The document.
  var document: XMLTree {
    let outline = BankOutline(bank)
    var references: [String: [XMLTree]] = [:]
    var others: [XMLTree] = []
    for (question, item) in zip(bank.questions, names.items) {
      let reference = reference(to: item, tags: question.tags)
      if let place = outline.place(of: question) {
        references[place.objective.id, default: []].append(reference)
      } else {
        others.append(reference)
      }
    }
    var sections: [XMLTree] = []
    for (index, domain) in bank.domains.enumerated() {
      let parts = domain.objectives.enumerated().compactMap { number, objective in
        references[objective.id].map {
          Self.section("D\(index + 1)-O\(number + 1)", objective.title, $0)
        }
      }
      if !parts.isEmpty { sections.append(Self.section("D\(index + 1)", domain.title, parts)) }
    }
    if !others.isEmpty || sections.isEmpty {
      sections.append(Self.section(Self.otherSection, bank.title, others))
    }
    let control = XMLTree(
      "itemSessionControl",
      [
        "maxAttempts": "1", "showFeedback": "true", "allowReview": "true", "allowSkipping": "true",
      ])
    let part = XMLTree(
      "testPart",
      ["identifier": "PART", "navigationMode": "nonlinear", "submissionMode": "simultaneous"],
      [control] + sections)
    let total = XMLTree(
      "setOutcomeValue", ["identifier": "SCORE"],
      [
        XMLTree(
          "sum", [:],
          [XMLTree("testVariables", ["variableIdentifier": "SCORE", "weightIdentifier": "W"])])
      ])
    let score = XMLTree(
      "outcomeDeclaration",
      ["identifier": "SCORE", "cardinality": "single", "baseType": "float"],
      [XMLTree("defaultValue", [:], [XMLTree("value", text: "0")])])
    return version.spelt(
      XMLTree(
        "assessmentTest",
        [
          "xmlns": version.namespace, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
          "xsi:schemaLocation": "\(version.namespace) \(version.schema)",
          "identifier": names.test, "title": bank.title,
        ], [score, part, XMLTree("outcomeProcessing", [:], [total])]))
  }

  private static func section(_ identifier: String, _ title: String, _ parts: [XMLTree]) -> XMLTree
  {
    XMLTree(
      "assessmentSection",
      ["identifier": identifier, "title": TextBlock.line(title), "visible": "true"], parts)
  }

  private func reference(to item: QTI2PackageNames.Item, tags: [String]) -> XMLTree {
    var reference = XMLTree(
      "assessmentItemRef", ["identifier": item.identifier, "href": item.file],
      [XMLTree("weight", ["identifier": "W", "value": "1"])])
    let categories = tags.filter(QTI2Identifier.isValid)
    if !categories.isEmpty {
      reference.attributes.append(
        .init(name: "category", value: categories.joined(separator: " ")))
    }
    return reference
  }
}
