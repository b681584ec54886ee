/// A value of JSON, as the browser's protocol has them.
package enum DevToolsValue: Codable, Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([DevToolsValue])
  case object([String: DevToolsValue])

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([DevToolsValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: DevToolsValue].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// A member of an object; null where there is none.
  package subscript(name: String) -> DevToolsValue {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  /// The text; nil for anything else.
  package var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The number, cut down to a whole one; nil for anything else.
  package var int: Int? { if case .number(let number) = self { Int(number) } else { nil } }

  /// The values of a list; none for anything else.
  package var values: [DevToolsValue] { if case .array(let values) = self { values } else { [] } }

  /// The members of an object; none for anything else.
  package var members: [String: DevToolsValue] {
    if case .object(let members) = self { members } else { [:] }
  }
}

extension DevToolsValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(arrayLiteral values: DevToolsValue...) { self = .array(values) }
  package init(dictionaryLiteral members: (String, DevToolsValue)...) {
    self = .object(Dictionary(members) { $1 })
  }
}
