/// The versions of QTI after 1.2 that are written.
package enum QTI2Version: Sendable {
  /// QTI 2.1, which most programs read.
  case v2p1
  /// QTI 3.0.
  case v3p0

  /// The namespace of items and tests.
  var namespace: String {
    switch self {
    case .v2p1: "http://www.imsglobal.org/xsd/imsqti_v2p1"
    case .v3p0: "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
    }
  }

  /// Where the schema of that namespace is.
  var schema: String {
    switch self {
    case .v2p1: "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
    case .v3p0: "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd"
    }
  }

  /// The namespace of the manifest.
  var manifestNamespace: String {
    switch self {
    case .v2p1: "http://www.imsglobal.org/xsd/imscp_v1p1"
    case .v3p0: "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
    }
  }

  /// What the manifest calls the package, and in which version.
  var package: (schema: String, version: String) {
    switch self {
    case .v2p1: ("QTIv2.1 Package", "1.0.0")
    case .v3p0: ("QTI Package", "3.0.0")
    }
  }

  /// The end of the names of resource types, such as `imsqti_item_xmlv2p1`.
  var typeSuffix: String {
    switch self {
    case .v2p1: "xmlv2p1"
    case .v3p0: "xmlv3p0"
    }
  }

  /// A document of QTI 2.1 as this version spells it.
  func spelt(_ root: XMLTree) -> XMLTree {
    switch self {
    case .v2p1: root
    case .v3p0: QTI2Names.inVersion3(root)
    }
  }
}
