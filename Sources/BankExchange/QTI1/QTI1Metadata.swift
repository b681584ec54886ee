/// The fields that QTI 1.2 keeps of an assessment or an item beside what it knows itself.
struct QTI1Metadata {
  private var values: [String: [String]] = [:]

  /// The fields in the `qtimetadata` of an element, or in the `itemmetadata` of an item.
  init(of element: XMLElement) {
    let holders =
      element.elements(named: "qtimetadata")
      + element.elements(named: "itemmetadata").flatMap { [$0] + $0.elements(named: "qtimetadata") }
    for field in holders.flatMap({ $0.elements(named: "qtimetadatafield") }) {
      let label = TextBlock.line(field.first(named: "fieldlabel")?.text ?? "")
      let entry = TextBlock.line(field.first(named: "fieldentry")?.text ?? "")
      if !entry.isEmpty { values[label, default: []].append(entry) }
    }
  }

  /// The first value of a field.
  subscript(label: String) -> String? { values[label]?.first }

  /// All values of a field.
  func all(_ label: String) -> [String] { values[label] ?? [] }

  /// An element that holds fields.
  static func element(_ fields: [(label: String, entry: String)]) -> XMLTree {
    XMLTree(
      "qtimetadata", [:],
      fields.map { label, entry in
        XMLTree(
          "qtimetadatafield", [:],
          [XMLTree("fieldlabel", text: label), XMLTree("fieldentry", text: entry)])
      })
  }

  /// The fields of our own, which other programs pass over.
  enum Own {
    static let id = "swot_id"
    static let domain = "swot_domain"
    static let objective = "swot_objective"
    static let label = "swot_label"
  }
}
