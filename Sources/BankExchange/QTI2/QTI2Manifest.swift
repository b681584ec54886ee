import PracticeCore

/// The manifest of a package, with the labels of each question as keywords.
struct QTI2Manifest {
  let bank: QuestionBank
  let names: QTI2PackageNames
  let version: QTI2Version

  /// The document.
  var document: XMLTree {
    let (schema, schemaVersion) = version.package
    var general = [XMLTree("imsmd:title", [:], [string(bank.title)])]
    if let description = bank.description {
      general.append(XMLTree("imsmd:description", [:], [string(description)]))
    }
    let test = XMLTree(
      "resource",
      [
        "identifier": names.test, "type": "imsqti_test_\(version.typeSuffix)",
        "href": names.testFile,
      ],
      [XMLTree("file", ["href": names.testFile])]
        + names.items.map { XMLTree("dependency", ["identifierref": $0.identifier]) })
    let items = zip(bank.questions, names.items).map(resource)
    return XMLTree(
      "manifest",
      [
        "xmlns": version.manifestNamespace,
        "xmlns:imsmd": "http://www.imsglobal.org/xsd/imsmd_v1p2", "identifier": names.manifest,
      ],
      [
        XMLTree(
          "metadata", [:],
          [
            XMLTree("schema", text: schema), XMLTree("schemaversion", text: schemaVersion),
            lom(general),
          ]),
        XMLTree("organizations"), XMLTree("resources", [:], [test] + items),
      ])
  }

  private func resource(_ question: Question, _ item: QTI2PackageNames.Item) -> XMLTree {
    let labels = QuestionLabels(question, in: bank).texts
    let keywords = labels.map { XMLTree("imsmd:keyword", [:], [string($0)]) }
    return XMLTree(
      "resource",
      [
        "identifier": item.identifier, "type": "imsqti_item_\(version.typeSuffix)",
        "href": item.file,
      ],
      (keywords.isEmpty ? [] : [XMLTree("metadata", [:], [lom(keywords)])])
        + [XMLTree("file", ["href": item.file])])
  }

  private func lom(_ general: [XMLTree]) -> XMLTree {
    XMLTree("imsmd:lom", [:], [XMLTree("imsmd:general", [:], general)])
  }

  private func string(_ text: String) -> XMLTree {
    var string = XMLTree("imsmd:langstring", text: text)
    if let language = bank.language {
      string.attributes.append(.init(name: "xml:lang", value: language))
    }
    return string
  }
}
