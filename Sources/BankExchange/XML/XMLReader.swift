import CExpat
package import QuestionBankFormat

/// Reads XML documents into trees, by expat.
///
/// Documents are taken from strangers: nothing outside the document is ever fetched, entities of
/// their own are refused before one is expanded, and depth, size and numbers are bounded. A
/// `<!DOCTYPE …>` that only names a file is allowed, since old exports have one.
package enum XMLReader {
  /// Reads a document and gives its root.
  ///
  /// - Throws: ``XMLProblem`` at the first thing that is no XML, or is not allowed.
  package static func read(
    _ file: SourceFile, limits: XMLLimits = .standard
  ) throws(XMLProblem) -> XMLElement {
    let (root, problem) = readBeginning(of: file, limits: limits)
    if let problem { throw problem }
    guard let root else { throw noElement(in: file) }
    return root
  }

  /// Reads a document as far as it can be read.
  ///
  /// Elements within which it breaks are not whole; there are none where it breaks before its root.
  package static func readBeginning(
    of file: SourceFile, limits: XMLLimits = .standard
  ) -> (root: XMLElement?, problem: XMLProblem?) {
    guard file.bytes.count <= limits.bytes else {
      let problem = XMLProblem(
        message: "larger than \(limits.bytes) bytes, the most that is read",
        location: SourceLocation(file: file.name, line: 1, column: 1))
      return (nil, problem)
    }
    let encoding: XMLEncoding
    do { encoding = try XMLEncoding.of(file) } catch { return (nil, error) }
    let bytes = encoding.utf8(file.bytes)
    let builder = XMLTreeBuilder(file: file.name, bytes: bytes, limits: limits)
    let problem = builder.parse()
    return (builder.closedRoot(), problem)
  }

  private static func noElement(in file: SourceFile) -> XMLProblem {
    XMLProblem(
      message: "this is no XML document: there is no element",
      location: SourceLocation(file: file.name, line: 1, column: 1))
  }
}

/// Takes expat's events and makes a tree of them.
///
/// A class, since expat's handlers get no more than a pointer to it.
private final class XMLTreeBuilder {
  private let file: String
  private let bytes: [UInt8]
  private let limits: XMLLimits
  private var parser: XML_Parser?
  /// The elements that are open, the outermost first.
  private var open: [XMLElement] = []
  private var root: XMLElement?
  private var text: [UInt8] = []
  private var elementCount = 0
  private var problem: XMLProblem?
  private var places: XMLPlaceFinder

  init(file: String, bytes: [UInt8], limits: XMLLimits) {
    self.file = file
    self.bytes = bytes
    self.limits = limits
    places = XMLPlaceFinder(bytes)
  }

  /// Namespace and name are parted by a character that no XML document can hold.
  private static let separator: UInt8 = 0x0c

  /// Parses the document; gives what is wrong with it, or nil.
  func parse() -> XMLProblem? {
    guard let parser = XML_ParserCreateNS("UTF-8", XML_Char(bitPattern: Self.separator)) else {
      return XMLProblem(message: "there is no memory left", location: location(at: 0))
    }
    self.parser = parser
    defer {
      XML_ParserFree(parser)
      self.parser = nil
    }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_NEVER)
    setHandlers(of: parser)
    let status = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        XML_Parse(parser, $0.baseAddress, Int32(clamping: $0.count), 1)
      }
    }
    if let problem { return problem }
    return status == XML_STATUS_OK ? nil : syntaxProblem(of: parser)
  }

  /// The root; where the document broke within it, with all that was read, and not whole.
  func closedRoot() -> XMLElement? {
    while var element = open.popLast() {
      element.isWhole = false
      if open.isEmpty { root = root ?? element } else { append(.element(element)) }
    }
    return root
  }

  private func setHandlers(of parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name else { return }
        builder(context)?.start(name, attributes)
      },
      { context, _ in builder(context)?.end() })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let text else { return }
      builder(context)?.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, hasDeclarations in
      if hasDeclarations != 0 {
        builder(context)?.stop("a document type with declarations of its own is not allowed")
      }
    }
    XML_SetEntityDeclHandler(parser) { context, _, _, _, _, _, _, _, _ in
      builder(context)?.stop("declarations of entities are not allowed")
    }
    XML_SetSkippedEntityHandler(parser) { context, name, _ in
      let name = name.map { String(cString: $0) } ?? ""
      builder(context)?.stop(
        "the entity '&\(name);' is not declared in the document; write the character itself")
    }
  }

  // Expat's events

  fileprivate func start(
    _ name: UnsafePointer<XML_Char>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard problem == nil, let parser else { return }
    closeText()
    elementCount += 1
    guard open.count < limits.depth else {
      return stop("elements are nested deeper than \(limits.depth)")
    }
    guard elementCount <= limits.elements else {
      return stop("more than \(limits.elements) elements")
    }
    let offset = XML_GetCurrentByteIndex(parser)
    let (namespace, local) = Self.parts(of: name)
    var element = XMLElement(
      name: local, namespace: namespace, attributes: [], children: [],
      location: location(at: offset))
    if let attributes, attributes[0] != nil {
      let tag = bytes[min(offset, bytes.count)...].prefix(Int(XML_GetCurrentByteCount(parser)))
      let offsets = XMLTagScan.attributeOffsets(in: tag)
      var index = 0
      while let name = attributes[2 * index], let value = attributes[2 * index + 1] {
        guard index < limits.attributes else {
          return stop("more than \(limits.attributes) attributes on an element")
        }
        let (namespace, local) = Self.parts(of: name)
        element.attributes.append(
          .init(
            name: local, namespace: namespace, value: String(cString: value),
            location: location(at: index < offsets.count ? offsets[index] : offset)))
        index += 1
      }
    }
    open.append(element)
  }

  fileprivate func end() {
    guard problem == nil else { return }
    closeText()
    guard let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { append(.element(element)) }
  }

  fileprivate func characters(_ characters: UnsafeBufferPointer<XML_Char>) {
    guard problem == nil else { return }
    text.append(contentsOf: characters.lazy.map { UInt8(bitPattern: $0) })
  }

  /// Ends the parsing with a problem at the event that expat is at.
  fileprivate func stop(_ message: String) {
    guard problem == nil, let parser else { return }
    problem = XMLProblem(
      message: message, location: location(at: XML_GetCurrentByteIndex(parser)))
    XML_StopParser(parser, 0)
  }

  private func closeText() {
    guard !text.isEmpty else { return }
    append(.text(String(decoding: text, as: UTF8.self)))
    text.removeAll(keepingCapacity: true)
  }

  private func append(_ node: XMLElement.Node) {
    guard !open.isEmpty else { return }
    open[open.count - 1].children.append(node)
  }

  private static func parts(
    of name: UnsafePointer<XML_Char>
  ) -> (namespace: String, local: String) {
    let whole = String(cString: name)
    guard let index = whole.utf8.firstIndex(of: separator) else { return ("", whole) }
    return (String(whole[..<index]), String(whole[whole.utf8.index(after: index)...]))
  }

  private func location(at offset: Int) -> SourceLocation {
    let place = places.place(at: offset)
    return SourceLocation(file: file, line: place.line, column: place.column)
  }

  private func syntaxProblem(of parser: XML_Parser) -> XMLProblem {
    let code = XML_GetErrorCode(parser)
    var offset = max(0, XML_GetCurrentByteIndex(parser))
    // At a wrong end tag expat is at its name already.
    if code == XML_ERROR_TAG_MISMATCH { offset = max(0, offset - 2) }
    let message =
      switch code {
      case XML_ERROR_TAG_MISMATCH:
        "the element '\(open.last?.name ?? "")' is not closed before this end tag"
      case XML_ERROR_UNDEFINED_ENTITY:
        "an entity that XML doesn't know; write the character itself, and '&' as '&amp;'"
      case XML_ERROR_NO_ELEMENTS:
        open.last.map { "the document ends within the element '\($0.name)'" }
          ?? "this is no XML document: there is no element"
      default:
        "this is not well-formed XML: "
          + (XML_ErrorString(code).map { String(cString: $0) } ?? "unknown error")
      }
    return XMLProblem(message: message, location: location(at: offset))
  }
}

/// The builder to which the pointer leads that expat was given.
private func builder(_ context: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
  context.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}
