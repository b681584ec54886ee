import PracticeCore

/// Writes banks as packages of QTI 1.2 in the form that Canvas writes and reads.
///
/// The package is a quiz: Canvas puts its questions into a question bank on import too. The form is
/// that of Canvas's own exports (`lib/cc/qti` of its source) and of text2qti.
package struct QTI1Exporter: BankExporter {
  /// Makes an exporter.
  package init() {}

  package func export(_ source: ExportSource) -> BankExport {
    var losses = ExportLosses(of: source)
    losses.noteBank(carrying: [.title, .description])
    losses.noteUnusedObjectives(of: source.bank)
    let bank = source.bank
    let names = CanvasNames(bank: bank.id)
    let writer = QTI1ItemWriter(bank: bank, names: names)
    let items = bank.questions.enumerated().map { writer.item(for: $1, at: $0, &losses) }
    let assessment = XMLTree(
      "questestinterop", Self.namespaces,
      [
        XMLTree(
          "assessment", ["ident": names.assessment, "title": bank.title],
          [
            QTI1Metadata.element([("cc_maxattempts", "1")]),
            XMLTree("section", ["ident": "root_section"], items),
          ])
      ])
    let meta = CanvasQuizMeta.document(bank: bank, names: names)
    let files: KeyValuePairs = [
      "imsmanifest.xml": Self.manifest(names, title: bank.title),
      "\(names.assessment)/assessment_meta.xml": meta,
      "\(names.assessment)/\(names.assessment).xml": assessment,
    ]
    return PackagedFiles.export(
      files.map { ($0, XMLWriter.document($1)) } + [("non_cc_assessments/", [])],
      questionCount: items.count, losses: losses)
  }

  private static let namespaces: KeyValuePairs = [
    "xmlns": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": """
    http://www.imsglobal.org/xsd/ims_qtiasiv1p2 \
    http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd
    """,
  ]

  private static func manifest(_ names: CanvasNames, title: String) -> XMLTree {
    let meta = "\(names.assessment)/assessment_meta.xml"
    return XMLTree(
      "manifest",
      [
        "identifier": names.manifest,
        "xmlns": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
        "xmlns:imsmd": "http://www.imsglobal.org/xsd/imsmd_v1p2",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": """
        http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1 \
        http://www.imsglobal.org/xsd/imscp_v1p1.xsd \
        http://www.imsglobal.org/xsd/imsmd_v1p2 http://www.imsglobal.org/xsd/imsmd_v1p2p2.xsd
        """,
      ],
      [
        XMLTree(
          "metadata", [:],
          [
            XMLTree("schema", text: "IMS Content"), XMLTree("schemaversion", text: "1.1.3"),
            XMLTree(
              "imsmd:lom", [:],
              [
                XMLTree(
                  "imsmd:general", [:],
                  [XMLTree("imsmd:title", [:], [XMLTree("imsmd:string", text: title)])])
              ]),
          ]),
        XMLTree("organizations"),
        XMLTree(
          "resources", [:],
          [
            XMLTree(
              "resource", ["identifier": names.assessment, "type": "imsqti_xmlv1p2"],
              [
                XMLTree("file", ["href": "\(names.assessment)/\(names.assessment).xml"]),
                XMLTree("dependency", ["identifierref": names.dependency]),
              ]),
            XMLTree(
              "resource",
              [
                "identifier": names.dependency,
                "type": "associatedcontent/imscc_xmlv1p1/learning-application-resource",
                "href": meta,
              ], [XMLTree("file", ["href": meta])]),
          ]),
      ])
  }
}

/// The identifiers in a package for Canvas.
///
/// Canvas takes an identifier that it has seen before for the same thing in a new version, so they
/// hold the bank's id.
struct CanvasNames {
  private let bank: String

  init(bank: String) { self.bank = bank }

  var manifest: String { "swot_manifest_\(bank)" }
  var assessment: String { "swot_quiz_\(bank)" }
  var dependency: String { "swot_dependency_\(bank)" }
  var assignment: String { "swot_assignment_\(bank)" }
  var assignmentGroup: String { "swot_assignment-group_\(bank)" }

  func item(_ question: Question) -> String { "swot_\(bank)_\(question.id.question)" }
  func reference(_ question: Question) -> String { "swot_ref_\(bank)_\(question.id.question)" }
}
