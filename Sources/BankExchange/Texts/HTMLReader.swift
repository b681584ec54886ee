/// Reads HTML as text.
struct HTMLReader {
  private let bytes: [UInt8]
  private let lineEnds: HTMLFragment.LineEnds
  private var index = 0
  private var output = HTMLText()
  /// The index of the last `>`: a `<` behind it opens nothing.
  private let lastEnd: Int
  /// Whether a quotation mark of an attribute was left open, so that they tell nothing any more.
  private var quotesAreBroken = false

  init(_ bytes: [UInt8], lineEnds: HTMLFragment.LineEnds) {
    self.bytes = bytes
    self.lineEnds = lineEnds
    lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
  }

  /// Reads all of it.
  mutating func read() -> HTMLFragment.PlainText {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): readMarkup()
      case UInt8(ascii: "&"): readReference()
      default: readText()
      }
    }
    return output.finish()
  }

  private mutating func readText() {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<"), bytes[index] != UInt8(ascii: "&")
    {
      index += 1
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard lineEnds == .breaks, !output.isCode else { return output.append(text) }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if number > 0 { output.breakLine() }
      output.append(line)
    }
  }

  private mutating func readReference() {
    let reach = bytes[(index + 1)...].prefix(HTMLEntities.longestName + 1)
    if let end = reach.firstIndex(of: UInt8(ascii: ";")), end > index + 1 {
      let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      if let scalar = HTMLEntities.character(name[...]) {
        output.append(reference: scalar)
        index = end + 1
        return
      }
    }
    output.append("&")
    index += 1
  }

  // MARK: - Markup

  private mutating func readMarkup() {
    let start = index
    guard start < lastEnd, index + 1 < bytes.count else { return readAsText() }
    let next = bytes[index + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return skipDeclaration() }
    let isClosing = next == UInt8(ascii: "/")
    var end = index + (isClosing ? 2 : 1)
    let nameStart = end
    while end < bytes.count, end - nameStart < HTMLElement.longestName, Self.isNameByte(bytes[end])
    {
      end += 1
    }
    let name = String(decoding: bytes[nameStart..<end], as: UTF8.self).lowercased()
    guard let element = HTMLElement(name), end < bytes.count,
      Self.isBlank(bytes[end]) || bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "/")
    else { return readAsText() }
    let (attributes, after) = attributes(from: end)
    index = after
    if isClosing {
      output.close(element)
    } else if element == .skipped {
      skipContents(of: name)
    } else {
      output.open(element, attributes, at: start)
    }
  }

  /// Takes the `<` for text.
  private mutating func readAsText() {
    output.append("<")
    index += 1
  }

  /// Skips a comment, a document type or CDATA's ends; the contents of CDATA are text.
  private mutating func skipDeclaration() {
    let rest = bytes[index...]
    if rest.starts(with: "<!--".utf8) {
      index = self.index(behind: "-->", from: index + 4)
    } else if rest.starts(with: "<![CDATA[".utf8) {
      let end = self.index(behind: "]]>", from: index + 9)
      var text = bytes[min(index + 9, bytes.count)..<end]
      if text.suffix(3).elementsEqual("]]>".utf8) { text = text.dropLast(3) }
      output.append(String(decoding: text, as: UTF8.self))
      index = end
    } else {
      index = self.index(behind: ">", from: index + 2)
    }
  }

  /// The index behind the next `mark` from `start` on; the end where there is none.
  private func index(behind mark: StaticString, from start: Int) -> Int {
    let count = mark.utf8CodeUnitCount
    var place = start
    while place + count <= bytes.count {
      let isThere = (0..<count).allSatisfy { bytes[place + $0] == mark.utf8Start[$0] }
      if isThere { return place + count }
      place += 1
    }
    return bytes.count
  }

  /// Skips all up to the closing tag of an element that holds no text for readers.
  private mutating func skipContents(of name: String) {
    let wanted = Array("</\(name)".utf8)
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + wanted.count <= bytes.count,
        wanted.indices.allSatisfy({ Self.lower(bytes[index + $0]) == wanted[$0] })
      else {
        index += 1
        continue
      }
      index = self.index(behind: ">", from: index + wanted.count)
      return
    }
  }

  /// The attributes that matter, and the index behind the tag's end.
  private mutating func attributes(from start: Int) -> (HTMLAttributes, after: Int) {
    var place = start
    var attributes = HTMLAttributes()
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      guard Self.isNameByte(bytes[place]) else {
        place += 1
        continue
      }
      let nameStart = place
      while place < bytes.count, Self.isNameByte(bytes[place]) { place += 1 }
      let name = String(decoding: bytes[nameStart..<min(place, nameStart + 20)], as: UTF8.self)
      var valueStart = place
      while valueStart < bytes.count, Self.isBlank(bytes[valueStart]) { valueStart += 1 }
      guard valueStart < bytes.count, bytes[valueStart] == UInt8(ascii: "=") else { continue }
      valueStart += 1
      while valueStart < bytes.count, Self.isBlank(bytes[valueStart]) { valueStart += 1 }
      guard let end = endOfValue(from: &valueStart) else {
        // The quotation mark is never closed: the tag ends at the next `>` all the same.
        quotesAreBroken = true
        place = valueStart
        continue
      }
      attributes.set(name.lowercased(), bytes[valueStart..<end])
      place = end
      if place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == 0x27 {
        place += 1
      }
    }
    return (attributes, min(place + 1, bytes.count))
  }

  /// The end of an attribute's value; nil where its quotation mark is never closed.
  private func endOfValue(from start: inout Int) -> Int? {
    guard start < bytes.count else { return start }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == 0x27, !quotesAreBroken {
      start += 1
      return bytes[start...].firstIndex(of: quote)
    }
    var end = start
    while end < bytes.count, !Self.isBlank(bytes[end]), bytes[end] != UInt8(ascii: ">") { end += 1 }
    return end
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}

/// The attributes of an element that tell a reader of text something.
struct HTMLAttributes {
  /// The address of a link.
  private(set) var href: String?
  /// The address of a picture, or what is shown in its place.
  private(set) var src: String?
  /// What is shown in the place of a picture.
  private(set) var alt: String?

  /// The most bytes of an attribute that are kept.
  private static let limit = 2_000

  mutating func set(_ name: String, _ value: ArraySlice<UInt8>) {
    switch name {
    case "href": href = Self.text(value)
    case "src", "data": src = Self.text(value)
    case "alt": alt = Self.text(value)
    default: break
    }
  }

  private static func text(_ value: ArraySlice<UInt8>) -> String {
    let raw = String(decoding: value.prefix(limit), as: UTF8.self)
    guard raw.contains("&") else { return raw }
    var text = ""
    var rest = raw[...]
    while let mark = rest.firstIndex(of: "&") {
      text += rest[..<mark]
      rest = rest[mark...].dropFirst()
      let reach = rest.prefix(HTMLEntities.longestName + 1)
      if let end = reach.firstIndex(of: ";"),
        let scalar = HTMLEntities.character(rest[..<end])
      {
        text.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
      } else {
        text += "&"
      }
    }
    return text + rest
  }
}
