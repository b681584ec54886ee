/// The JSON Schemas of banks and blueprints, for editors that complete and check YAML.
///
/// They follow from the keys that the readers know (``MappingModel``). What a schema can't say, such
/// as whether an objective is declared, `swot bank check` says.
package enum JSONSchema {
  /// The schema of a bank's files, the main one and further ones: JSON text that ends in a line feed.
  package static var bank: String { text(bankSchema) }

  /// The schema of a blueprint: JSON text that ends in a line feed.
  package static var exam: String { text(examSchema) }

  private static var bankSchema: SchemaValue {
    var schema = root("Swot question bank", BankModel.bank)
    // A further file of a bank holds questions and nothing else.
    schema.append(
      (
        "if",
        .object([("required", .strings(["questions"])), ("maxProperties", .number("1"))])
      ))
    schema.append(
      ("else", .object([("required", .strings(BankModel.bank.required))])))
    return .object(schema + definitions(of: BankModel.bank))
  }

  private static var examSchema: SchemaValue {
    var schema = root("Swot exam", BlueprintModel.blueprint)
    schema.append(("required", .strings(BlueprintModel.blueprint.required)))
    schema.append(
      (
        "if",
        .object([
          ("properties", .object([("scale", .object([("const", .string("percent"))]))])),
          ("required", .strings(["scale"])),
        ])
      ))
    schema.append(("then", .object([("required", .strings(["pass"]))])))
    schema.append(
      ("else", .object([("properties", .object([("pass", .bool(false))]))])))
    return .object(schema + definitions(of: BlueprintModel.blueprint))
  }

  private static func root(_ title: String, _ model: MappingModel) -> [(String, SchemaValue)] {
    [
      ("$schema", .string("http://json-schema.org/draft-07/schema#")), ("title", .string(title)),
      ("type", .string("object")), ("additionalProperties", .bool(false)),
      ("properties", properties(of: model)),
    ]
  }

  private static func properties(of model: MappingModel) -> SchemaValue {
    .object(
      model.keys.map { key in
        (key.name, .object([("description", .string(key.summary))] + fields(of: key.value)))
      })
  }

  /// The schemas of all mappings below `model`, under their names.
  private static func definitions(of model: MappingModel) -> [(String, SchemaValue)] {
    var found: [(String, SchemaValue)] = []
    func visit(_ value: ValueModel) {
      switch value {
      case .list(let entry, _, _): visit(entry)
      case .names(let value): visit(value)
      case .either(let first, let second):
        visit(first)
        visit(second)
      case .mapping(let mapping, _):
        guard !found.contains(where: { $0.0 == mapping.name }) else { return }
        found.append((mapping.name, .object(fields(of: mapping))))
        for key in mapping.keys { visit(key.value) }
      default: break
      }
    }
    for key in model.keys { visit(key.value) }
    return [("definitions", .object(found))]
  }

  private static func fields(of mapping: MappingModel) -> [(String, SchemaValue)] {
    var fields: [(String, SchemaValue)] = [
      ("type", .string("object")), ("additionalProperties", .bool(false)),
      ("properties", properties(of: mapping)),
    ]
    if !mapping.required.isEmpty { fields.append(("required", .strings(mapping.required))) }
    if !mapping.oneOf.isEmpty {
      fields.append(
        ("oneOf", .array(mapping.oneOf.map { .object([("required", .strings([$0]))]) })))
    }
    if !mapping.needs.isEmpty {
      fields.append(
        (
          "dependencies",
          .object(mapping.needs.sorted { $0.key < $1.key }.map { ($0.key, .strings([$0.value])) })
        ))
    }
    return fields
  }

  /// What editors that know YAML's types take texts for that stand without quotes.
  private static let text = SchemaValue.strings(["string", "number", "boolean", "null"])

  private static func fields(of value: ValueModel) -> [(String, SchemaValue)] {
    switch value {
    case .text: return [("type", text)]
    case .id:
      return [
        ("type", .strings(["string", "number"])),
        ("pattern", .string("^[A-Za-z0-9][A-Za-z0-9._-]*$")),
        ("maxLength", .number("\(YAMLCursor.maximumIDLength)")),
      ]
    case .constant(let text): return [("const", .string(text))]
    case .oneOf(let texts): return [("enum", .strings(texts))]
    case .date:
      return [("type", .string("string")), ("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .number(let number):
      var fields: [(String, SchemaValue)] = [
        ("type", .string(number.isWhole ? "integer" : "number"))
      ]
      if let minimum = number.minimum {
        fields.append(
          (number.isAboveMinimum ? "exclusiveMinimum" : "minimum", .number("\(Int(minimum))")))
      }
      if let maximum = number.maximum { fields.append(("maximum", .number("\(Int(maximum))"))) }
      return fields
    case .truth: return [("type", .string("boolean"))]
    case .address: return [("type", .string("string")), ("pattern", .string("^https?://[^ ]+$"))]
    case .list(let entry, _, let count):
      var fields: [(String, SchemaValue)] = [
        ("type", .string("array")), ("items", .object(self.fields(of: entry))),
      ]
      if count.lowerBound > 0 { fields.append(("minItems", .number("\(count.lowerBound)"))) }
      if count.upperBound < .max { fields.append(("maxItems", .number("\(count.upperBound)"))) }
      return fields
    case .mapping(let mapping, _):
      // Beside a reference older validators see nothing else.
      return [("allOf", .array([.object([("$ref", .string("#/definitions/\(mapping.name)"))])]))]
    case .names(let value):
      return [
        ("type", .string("object")),
        (
          "propertyNames",
          .object([("pattern", .string("^[A-Za-z0-9][A-Za-z0-9._-]*$"))])
        ),
        ("additionalProperties", .object(fields(of: value))),
      ]
    case .either(let first, let second):
      return [
        ("anyOf", .array([.object(fields(of: first)), .object(fields(of: second))]))
      ]
    }
  }

  private static func text(_ value: SchemaValue) -> String { value.text(indent: 0) + "\n" }
}

/// A value of a JSON Schema, with its members in the order given.
private indirect enum SchemaValue {
  case string(String)
  case number(String)
  case bool(Bool)
  case array([SchemaValue])
  case object([(String, SchemaValue)])

  static func strings(_ texts: [String]) -> SchemaValue { .array(texts.map { .string($0) }) }

  func text(indent: Int) -> String {
    let outer = String(repeating: " ", count: indent)
    let inner = outer + "  "
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let text): return text
    case .bool(let value): return value ? "true" : "false"
    case .array(let values):
      let isShort = values.allSatisfy { if case .string = $0 { true } else { false } }
      if isShort {
        return "[" + values.map { $0.text(indent: 0) }.joined(separator: ", ") + "]"
      }
      let lines = values.map { inner + $0.text(indent: indent + 2) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(outer)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map {
        "\(inner)\(Self.quoted($0.0)): \($0.1.text(indent: indent + 2))"
      }
      return "{\n\(lines.joined(separator: ",\n"))\n\(outer)}"
    }
  }

  /// The texts of the models hold neither control characters nor anything else that needs more.
  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
