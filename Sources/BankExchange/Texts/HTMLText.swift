/// The text that grows while HTML is read.
struct HTMLText {
  private var blocks: [TextBlock] = []
  private var losses: [HTMLFragment.Loss] = []
  /// The paragraph, item or code that is not at its end yet.
  private var line = ""
  private var needsBlank = false
  /// For each list around the place, the number of its next item; nil for bullets.
  private var lists: [Int?] = []
  private var isItem = false
  private var codeDepth = 0
  private var tableDepth = 0
  private var isFirstCell = true
  /// Where in `line` raised or lowered text began.
  private var shifts: [(element: HTMLElement, start: Int)] = []
  /// The address of a link, and where in `line` its text began.
  private var link: (address: String, start: Int)?

  /// The deepest lists and shifts that are told apart.
  private static let maximumDepth = 32
  /// The most losses of one text that are listed.
  private static let maximumLosses = 100

  /// Whether what comes is shown as written.
  var isCode: Bool { codeDepth > 0 }

  /// Appends text without markup.
  mutating func append(_ text: some StringProtocol) {
    if isCode {
      line += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\n", "\t", "\r", "\u{0C}": needsBlank = true
      default:
        if needsBlank, !line.isEmpty { line.unicodeScalars.append(" ") }
        needsBlank = false
        line.unicodeScalars.append(scalar)
      }
    }
  }

  /// Appends the character that a reference stood for.
  mutating func append(reference scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{A0}": append(" ")
    case "\u{AD}": break
    default: append(String(scalar))
    }
  }

  /// Ends a line.
  mutating func breakLine() {
    if isCode {
      line += "\n"
    } else if isItem {
      needsBlank = true
    } else {
      endBlock()
    }
  }

  /// Opens an element that begins at the byte `offset`.
  mutating func open(_ element: HTMLElement, _ attributes: HTMLAttributes, at offset: Int) {
    switch element {
    case .inline, .skipped: break
    case .block: isCode || isItem ? breakLine() : endBlock()
    case .lineBreak: breakLine()
    case .list(let isOrdered):
      endBlock()
      if lists.count < Self.maximumDepth { lists.append(isOrdered ? 1 : nil) }
    case .item:
      forgetNumber()
      endBlock()
      beginItem()
    case .code:
      if codeDepth == 0 { endBlock() }
      codeDepth += 1
    case .table:
      endBlock()
      if tableDepth == 0 { lose(.table, "a table becomes lines of text", at: offset) }
      tableDepth += 1
    case .row:
      endBlock()
      isFirstCell = true
    case .cell:
      if !isFirstCell { append(isCode ? " | " : " |") }
      needsBlank = true
      isFirstCell = false
    case .image:
      let alt = TextBlock.line(attributes.alt ?? "")
      let name = Self.name(attributes.src)
      lose(
        .image, "picture\(name) is left out" + (alt.isEmpty ? "" : ", its description stays"),
        at: offset)
      if !alt.isEmpty { append(" [\(alt)] ") }
    case .media: lose(.media, "embedded media\(Self.name(attributes.src)) are left out", at: offset)
    case .formula: lose(.formula, "a formula becomes the text of its parts", at: offset)
    case .link:
      if let address = attributes.href, !isCode { link = (address, line.utf8.count) }
    case .raised, .lowered:
      guard !isCode, shifts.count < Self.maximumDepth else { return }
      flushBlank()
      shifts.append((element, line.utf8.count))
    }
  }

  /// Closes an element.
  mutating func close(_ element: HTMLElement) {
    switch element {
    case .block: isCode || isItem ? breakLine() : endBlock()
    case .list:
      forgetNumber()
      endBlock()
      if !lists.isEmpty { lists.removeLast() }
    case .item:
      forgetNumber()
      endBlock()
    case .row: endBlock()
    case .code:
      if codeDepth > 0 {
        codeDepth -= 1
        if codeDepth == 0 { endCode() }
      }
    case .table:
      endBlock()
      tableDepth = max(0, tableDepth - 1)
    case .link: closeLink()
    case .raised, .lowered: closeShift(element)
    case .lineBreak: breakLine()
    case .inline, .skipped, .image, .media, .formula, .cell: break
    }
  }

  /// The whole text.
  mutating func finish() -> HTMLFragment.PlainText {
    forgetNumber()
    if isCode { endCode() } else { endBlock() }
    return HTMLFragment.PlainText(text: TextBlock.text(of: blocks), losses: losses)
  }

  // MARK: - Blocks

  private mutating func beginItem() {
    switch lists.last {
    case .some(.some(let number)):
      // Banks have no numbered lists: each item is a paragraph that begins with its number.
      append("\(number). ")
      lists[lists.count - 1] = number + 1
      numberOnly = line
    default: isItem = true
    }
  }

  /// The number of an item to which nothing was appended yet.
  private var numberOnly: String?

  /// Takes back the number of an item that holds nothing.
  private mutating func forgetNumber() {
    guard let numberOnly, line == numberOnly else { return }
    line = ""
    self.numberOnly = nil
  }

  private mutating func endBlock() {
    guard !isCode else {
      line += "\n"
      return
    }
    if line == numberOnly {
      needsBlank = true
      return
    }
    let text = line
    line = ""
    numberOnly = nil
    needsBlank = false
    shifts = []
    link = nil
    let wasItem = isItem
    isItem = false
    guard !text.isEmpty else { return }
    if !wasItem {
      blocks.append(.paragraph(text))
    } else if case .list(let items) = blocks.last {
      blocks[blocks.count - 1] = .list(items + [text])
    } else {
      blocks.append(.list([text]))
    }
  }

  private mutating func endCode() {
    codeDepth = 0
    let code = ImportedText.cleaned(line).text
    line = ""
    needsBlank = false
    var lines = code.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    if !lines.isEmpty { blocks.append(.code(lines)) }
  }

  // MARK: - Inline

  private mutating func flushBlank() {
    if needsBlank, !line.isEmpty { line += " " }
    needsBlank = false
  }

  private mutating func closeLink() {
    guard let (address, start) = link else { return }
    link = nil
    let isAddress = address.hasPrefix("https://") || address.hasPrefix("http://")
    let text = String(decoding: line.utf8.dropFirst(start), as: UTF8.self)
    guard isAddress, TextBlock.line(text) != address else { return }
    let shown = address.utf8.filter { $0 > 0x20 }
    append(" (\(String(decoding: shown, as: UTF8.self)))")
  }

  private mutating func closeShift(_ element: HTMLElement) {
    guard let place = shifts.lastIndex(where: { $0.element == element }) else { return }
    let start = shifts[place].start
    shifts.removeSubrange(place...)
    let utf8 = line.utf8
    let index = utf8.index(utf8.startIndex, offsetBy: start)
    let text = String(line[index...])
    guard !text.isEmpty else { return }
    line.removeSubrange(index...)
    line += ShiftedText.spelling(of: text, isRaised: element == .raised)
  }

  private mutating func lose(_ kind: ExchangeLoss.Kind, _ message: String, at offset: Int) {
    guard losses.count < Self.maximumLosses else { return }
    losses.append(HTMLFragment.Loss(kind: kind, message: message, offset: offset))
  }

  /// ` 'name.png'` for the address of a file; nothing for data that stands in the address itself.
  private static func name(_ address: String?) -> String {
    guard let address, !address.hasPrefix("data:") else { return "" }
    let name = address.split(separator: "/").last ?? ""
    return name.isEmpty ? "" : " '\(name.prefix(60))'"
  }
}

/// Raised and lowered text in one line.
enum ShiftedText {
  /// The characters that Unicode has for it, where it has all of them; else the text behind `^` or
  /// `_`, in parentheses where it is longer than a character.
  static func spelling(of text: String, isRaised: Bool) -> String {
    let table = isRaised ? raised : lowered
    var spelling = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let shifted = table[scalar] else {
        let mark = isRaised ? "^" : "_"
        return text.unicodeScalars.count == 1 ? mark + text : "\(mark)(\(text))"
      }
      spelling.append(shifted)
    }
    return String(spelling)
  }

  private static let raised = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-()ni".unicodeScalars, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱ".unicodeScalars))
  private static let lowered = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-()".unicodeScalars, "₀₁₂₃₄₅₆₇₈₉₊₋₍₎".unicodeScalars))
}
