#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads JSON that is spelt exactly as ``JSONOutput`` spells it, in one pass.
///
/// For what this program wrote itself, where any other spelling may be refused.
struct JSONCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether all was read.
  var isAtEnd: Bool { position == bytes.count }

  /// Whether the text stands here, which is then passed.
  mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard let base = bytes.baseAddress, bytes.count - position >= count,
      memcmp(base + position, text.utf8Start, count) == 0
    else { return false }
    position += count
    return true
  }

  /// A whole number of at most eighteen digits, without needless zeros.
  mutating func int() -> Int? {
    let isNegative = take("-")
    let start = position
    var value = 0
    while position < bytes.count, position - start <= 18 {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ Int(digit)
      position += 1
    }
    let count = position - start
    guard (1...18).contains(count), count == 1 || bytes[start] != UInt8(ascii: "0") else {
      return nil
    }
    return isNegative ? -value : value
  }

  mutating func bool() -> Bool? {
    if take("true") { return true }
    return take("false") ? false : nil
  }

  /// The next `count` bytes.
  mutating func next(_ count: Int) -> UnsafeBufferPointer<UInt8>? {
    guard count <= bytes.count - position else { return nil }
    defer { position += count }
    return UnsafeBufferPointer(rebasing: bytes[position..<position + count])
  }

  /// A string of plain ASCII after its opening quotation mark, with the closing one.
  mutating func plainText() -> UnsafeBufferPointer<UInt8>? {
    let start = position
    while position < bytes.count, isPlain(bytes[position]) { position += 1 }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<position])
    return take("\"") ? text : nil
  }

  /// Any string, with both quotation marks.
  mutating func string() -> String? {
    let start = position
    guard take("\"") else { return nil }
    if let text = plainText() { return String(decoding: text, as: UTF8.self) }
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard take("\"") else { return nil }
    return JSONParser.value(of: UnsafeBufferPointer(rebasing: bytes[start..<position]))?.string
  }

  /// An object of this program's making.
  mutating func object() -> JSONNode? {
    let start = position
    var depth = 0
    repeat {
      guard position < bytes.count else { return nil }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard string() != nil else { return nil }
        continue
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      position += 1
    } while depth > 0
    return JSONParser.value(of: UnsafeBufferPointer(rebasing: bytes[start..<position]))
  }

  /// The elements of a list, each read by `element`, with both brackets.
  mutating func list(_ element: (inout JSONCursor) -> Bool) -> Bool {
    guard take("[") else { return false }
    if take("]") { return true }
    repeat {
      guard element(&self) else { return false }
    } while take(",")
    return take("]")
  }
}
