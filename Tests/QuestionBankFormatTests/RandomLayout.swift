import FSRS
import PracticeCore
import TestSupport

/// Writes banks as people might: keys in any order, any of YAML's ways to write a text, comments and
/// blank lines anywhere.
struct RandomLayout {
  private var random: SplitMix64
  /// How many comments were written, `#c0.` and so on.
  private(set) var comments = 0
  private let hasComments: Bool

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    hasComments = seed % 4 != 0
  }

  indirect enum Node {
    case text(String)
    case list([Node])
    case mapping([(String, Node)])
  }

  /// The text of a file with `bank`.
  mutating func text(of bank: QuestionBank) -> String {
    var root: [(String, Node)] = [
      ("format", .text("swot-bank/1")), ("id", .text(bank.id)), ("title", .text(bank.title)),
    ]
    add("description", bank.description, to: &root)
    add("language", bank.language, to: &root)
    add("license", bank.license, to: &root)
    add("authors", bank.authors, to: &root)
    add("reviewed", bank.reviewed?.description, to: &root)
    if !bank.references.isEmpty {
      root.append(
        (
          "references",
          .mapping(
            bank.references.map { reference in
              (
                reference.id,
                .mapping([("title", .text(reference.title)), ("url", .text(reference.url))])
              )
            })
        ))
    }
    if !bank.scenarios.isEmpty {
      root.append(
        ("scenarios", .mapping(bank.scenarios.map { ($0.key, .text($0.value)) })))
    }
    if !bank.domains.isEmpty {
      root.append(
        (
          "domains",
          .list(
            bank.domains.map { domain in
              var fields: [(String, Node)] = [
                ("id", .text(domain.id)), ("title", .text(domain.title)),
              ]
              if domain.weight > 0 { fields.append(("weight", .text(Self.number(domain.weight)))) }
              if !domain.objectives.isEmpty {
                fields.append(
                  (
                    "objectives",
                    .list(
                      domain.objectives.map {
                        .mapping([("id", .text($0.id)), ("title", .text($0.title))])
                      })
                  ))
              }
              return .mapping(fields)
            })
        ))
    }
    root.append(("questions", .list(bank.questions.map { node($0) })))
    // The line that tells what a file is must be found without reading YAML.
    return write(root)
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? String(UInt64(value)) : plain(value)
  }

  private static func plain(_ value: Double) -> String {
    let text = "\(value)"
    guard text.contains("e") else { return text }
    let digits = String(UInt64((value * 1e15).rounded()))
    return "0." + String(repeating: "0", count: 15 - digits.count) + digits
  }

  private mutating func node(_ question: Question) -> Node {
    var fields: [(String, Node)] = [
      ("id", .text(String(question.id.question))), ("stem", .text(question.stem)),
    ]
    add("objective", question.objective, to: &fields)
    add("facts", question.facts, to: &fields)
    add("difficulty", question.difficulty?.rawValue, to: &fields)
    add("cognitive", question.cognitiveLevel?.rawValue, to: &fields)
    add("scenario", question.scenario, to: &fields)
    add("takeaway", question.takeaway, to: &fields)
    add("references", question.references, to: &fields)
    add("reviewed", question.reviewed?.description, to: &fields)
    add("tags", question.tags, to: &fields)
    switch question.format {
    case .choices(let choices):
      fields.append(
        (
          "choices",
          .list(
            choices.map { choice in
              var item: [(String, Node)] = [
                (choice.isRight ? "right" : "wrong", .text(choice.text))
              ]
              if let why = choice.why { item.append(("why", .text(why))) }
              if choice.staysLast { item.append(("last", .text("true"))) }
              return .mapping(item)
            })
        ))
    case .match(let pairs, let distractors):
      fields.append(
        (
          "match",
          .list(
            pairs.map { pair in
              var item: [(String, Node)] = [
                ("prompt", .text(pair.prompt)), ("answer", .text(pair.answer)),
              ]
              if let why = pair.why { item.append(("why", .text(why))) }
              return .mapping(item)
            })
        ))
      add("distractors", distractors, to: &fields)
    case .order(let steps): add("order", steps, to: &fields)
    case .answer(let texts): add("answer", texts, to: &fields)
    }
    return .mapping(fields)
  }

  private func add(_ key: String, _ text: String?, to fields: inout [(String, Node)]) {
    if let text { fields.append((key, .text(text))) }
  }

  private func add(_ key: String, _ texts: [String], to fields: inout [(String, Node)]) {
    if !texts.isEmpty { fields.append((key, .list(texts.map { .text($0) }))) }
  }

  // MARK: - Writing

  private mutating func write(_ root: [(String, Node)]) -> String {
    var lines = trivia(indent: 0)
    // Scenarios and references have no order among themselves that a bank would keep.
    lines += block(.mapping(root), indent: 0)
    lines += trivia(indent: 0)
    return lines.joined(separator: "\n") + (chance(4) ? "" : "\n")
  }

  private mutating func block(_ node: Node, indent: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    switch node {
    case .text: return []
    case .list(let items):
      var lines: [String] = []
      for item in items {
        lines += trivia(indent: indent)
        switch item {
        case .text(let text): lines += scalar(text, behind: blanks + "-", indent: indent)
        case .mapping, .list:
          if chance(4), let flow = flow(item) {
            lines.append("\(blanks)- \(flow)" + endOfLine())
          } else if chance(4) {
            lines.append(blanks + "-" + endOfLine())
            lines += block(item, indent: indent + 1 + number(4))
          } else {
            let inner = indent + 2 + number(3)
            var rest = block(item, indent: inner, startsAtOnce: true)
            rest[0] = blanks + "-" + rest[0].dropFirst(indent + 1)
            lines += rest
          }
        }
      }
      return lines
    case .mapping: return block(node, indent: indent, startsAtOnce: false)
    }
  }

  private mutating func block(_ node: Node, indent: Int, startsAtOnce: Bool) -> [String] {
    guard case .mapping(let written) = node else { return block(node, indent: indent) }
    var entries = written
    // References keep their order.
    if !entries.contains(where: { $0.0.hasPrefix("ref") && $0.0 != "references" }) {
      entries.shuffle(using: &random)
    }
    let blanks = String(repeating: " ", count: indent)
    var lines: [String] = []
    for (index, (key, value)) in entries.enumerated() {
      if index > 0 || !startsAtOnce { lines += trivia(indent: indent) }
      let start = blanks + (chance(5) ? "\"\(key)\"" : key) + (chance(8) ? " :" : ":")
      switch value {
      case .text(let text):
        lines += scalar(text, behind: key == "format" ? "\(blanks)format:" : start, indent: indent)
      case .list(let items):
        if items.isEmpty {
          lines.append("\(start) []" + endOfLine())
        } else if chance(2), let flow = flow(value) {
          lines.append("\(start) \(flow)" + endOfLine())
        } else if chance(3), items.allSatisfy({ Self.text(of: $0) != nil }) {
          lines += openFlow(items, behind: start, indent: indent)
        } else {
          lines.append(start + endOfLine())
          lines += block(value, indent: indent + number(4))
        }
      case .mapping:
        lines.append(start + endOfLine())
        lines += block(value, indent: indent + 1 + number(4))
      }
    }
    return lines
  }

  /// A list in brackets over several lines, with comments within.
  private mutating func openFlow(_ items: [Node], behind start: String, indent: Int) -> [String] {
    var lines = ["\(start) [" + endOfLine()]
    let blanks = String(repeating: " ", count: indent + 2)
    for (index, item) in items.enumerated() {
      lines += trivia(indent: indent + 1)
      let isLast = index == items.count - 1
      let comma = isLast && chance(2) ? "" : ","
      lines.append(blanks + quoted(Self.text(of: item) ?? "") + comma + endOfLine())
    }
    lines += trivia(indent: indent + 1)
    lines.append(blanks + "]" + endOfLine())
    return lines
  }

  private static func text(of node: Node) -> String? {
    guard case .text(let text) = node else { return nil }
    return text
  }

  private mutating func flow(_ node: Node) -> String? {
    switch node {
    case .text(let text): return quoted(text)
    case .list(let items):
      let parts = items.compactMap { flow($0) }
      return "[\(parts.joined(separator: chance(2) ? "," : ", "))]"
    case .mapping(let entries):
      return "{\(entries.map { "\($0.0): \(flow($0.1) ?? "")" }.joined(separator: ", "))}"
    }
  }

  private mutating func scalar(_ text: String, behind start: String, indent: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent + 2 + number(3))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    switch number(4) {
    case 0 where Self.isSimple(text): return ["\(start) \(text)" + endOfLine()]
    case 1 where Self.isSimple(text) && text.contains(" "):
      // A plain text over several lines.
      let words = text.split(separator: " ")
      let middle = 1 + number(words.count - 1)
      return [
        "\(start) \(words[..<middle].joined(separator: " "))",
        blanks + words[middle...].joined(separator: " ") + endOfLine(),
      ]
    case 2 where text.first != " " && text.first != "\n":
      let head = ["|", "|-", "|+"][number(3)]
      return ["\(start) \(head)" + endOfLine()] + lines.map { $0.isEmpty ? "" : blanks + $0 }
    case 3 where Self.isSimple(text):
      return ["\(start) >" + endOfLine(), blanks + text]
    default: return ["\(start) \(quoted(text))" + endOfLine()]
    }
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.map { character -> String in
      switch character {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      default: String(character)
      }
    }
    return "\"\(escaped.joined())\""
  }

  private static func isSimple(_ text: String) -> Bool {
    !text.isEmpty && !text.contains("  ") && text.first != " "
      && text.unicodeScalars.allSatisfy { $0 == " " || ("a"..."z").contains($0) }
  }

  // MARK: - Comments

  private mutating func comment() -> String {
    defer { comments += 1 }
    return "#c\(comments)." + (chance(2) ? " say: \"x\" [" : "")
  }

  private mutating func endOfLine() -> String { hasComments && chance(4) ? "  " + comment() : "" }

  private mutating func trivia(indent: Int) -> [String] {
    guard chance(4) else { return [] }
    var lines: [String] = []
    for _ in 0..<(1 + number(3)) {
      if hasComments, chance(2) {
        lines.append(String(repeating: " ", count: max(0, indent - number(3))) + comment())
      } else {
        lines.append(String(repeating: " ", count: number(3)))
      }
    }
    return lines
  }

  private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
  private mutating func chance(_ bound: Int) -> Bool { number(bound) == 0 }
}
