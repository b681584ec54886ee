import PracticeCore

/// A bank of made-up questions, written as YAML as an author would write it.
struct MadeBank {
  /// How long the texts of a question are.
  enum Length {
    /// As in the banks that Swot comes with: about 1.8 KB a question.
    case real
    /// About 0.9 KB a question.
    case short
  }

  /// The id of the bank.
  let id: String
  /// The number of questions.
  let questions: Int
  /// How long their texts are.
  let length: Length

  private var text: MadeText

  /// Describes a bank.
  init(id: String, questions: Int, length: Length) {
    self.id = id
    self.questions = questions
    self.length = length
    text = MadeText(seed: FNV1a(of: id).value)
  }

  /// The name of a question, by its number from 0.
  static func question(_ number: Int, of bank: String) -> QuestionID {
    QuestionID(bank: bank, question: "Q-\(number + 1)")
  }

  static let domains = 6
  static let objectivesPerDomain = 4

  private func objective(_ number: Int) -> String {
    let domain = number % Self.domains + 1
    let objective = number / Self.domains % Self.objectivesPerDomain + 1
    return "D\(domain)-O\(objective)"
  }

  // MARK: - A bank in one file

  /// Writes the bank as one file.
  mutating func write(toFile path: String) throws(BenchmarkFailure) {
    var file = try OutputFile(path)
    try file.write(head)
    try file.write("questions:\n")
    for number in 0..<questions { try file.write(question(number)) }
    try file.close()
  }

  // MARK: - A bank in several files, with notes

  /// Writes the bank as a folder: `bank.yaml`, a file of questions and one of notes for each domain.
  mutating func write(toFolder folder: String) throws(BenchmarkFailure) {
    try makeFolder(folder)
    try makeFolder(folder + "/notes")
    var main = try OutputFile(folder + "/bank.yaml")
    try main.write(head)
    try main.close()
    for domain in 0..<Self.domains {
      var part = try OutputFile("\(folder)/d\(domain + 1).yaml")
      try part.write("questions:\n")
      for number in stride(from: domain, to: questions, by: Self.domains) {
        try part.write(question(number))
      }
      try part.close()
      var notes = try OutputFile("\(folder)/notes/d\(domain + 1).md")
      for number in 0..<Self.objectivesPerDomain { try notes.write(section(domain, number)) }
      try notes.close()
    }
  }

  // MARK: - Parts

  private var head: String {
    mutating get {
      var yaml = """
        format: swot-bank/1
        id: \(id)
        title: Made-up questions on \(id)
        description: \(text.sentence(words: 12))
        language: en
        license: CC0-1.0
        authors: [Swot contributors]
        reviewed: 2026-11-23

        references:

        """
      for number in 1...40 {
        yaml += """
            page-\(number):
              title: \(text.sentence(words: 6))
              url: https://docs.example.org/\(id)/guide/chapter/page-\(number).html

          """
      }
      yaml += "\ndomains:\n"
      for domain in 1...Self.domains {
        yaml += """
            - id: D\(domain)
              title: \(text.sentence(words: 5))
              weight: \(10 + domain)
              objectives:

          """
        for objective in 1...Self.objectivesPerDomain {
          yaml += """
                  - id: D\(domain)-O\(objective)
                    title: \(text.sentence(words: 7))

            """
        }
      }
      return yaml + "\n"
    }
  }

  private mutating func question(_ number: Int) -> String {
    let isReal = length == .real
    var yaml = """
        - id: Q-\(number + 1)
          objective: \(objective(number))
          facts: [\(objective(number))-01, \(objective(number))-02]
          difficulty: intermediate
          cognitive: apply
          stem: |

      """
    append(text.sentence(words: isReal ? 48 : 18), indent: 6, to: &yaml)
    yaml += "    choices:\n"
    let right = number % 4
    for choice in 0..<4 {
      yaml += "      - \(choice == right ? "right" : "wrong"): >-\n"
      append(text.sentence(words: isReal ? 15 : 4), indent: 10, to: &yaml)
      yaml += "        why: >-\n"
      append(text.sentence(words: isReal ? 28 : 5), indent: 10, to: &yaml)
    }
    yaml += "    takeaway: >-\n"
    append(text.sentence(words: isReal ? 18 : 6), indent: 6, to: &yaml)
    yaml += """
          references: [page-\(number % 40 + 1), page-\((number + 7) % 40 + 1)]
          reviewed: 2026-11-23
          tags: [made-up]


      """
    return yaml
  }

  private mutating func section(_ domain: Int, _ number: Int) -> String {
    let id = "D\(domain + 1)-O\(number + 1)"
    var markdown = "## \(text.sentence(words: 6)) {#\(id)}\n\n<!-- facts: \(id)-01 \(id)-02 -->\n\n"
    append(text.sentence(words: 45), indent: 0, to: &markdown)
    markdown += "\n"
    for _ in 0..<5 {
      markdown +=
        "- **\(text.sentence(words: 2))** \(text.sentence(words: 9)) Use `some-command`.\n"
    }
    markdown += "\n"
    append(text.sentence(words: 30), indent: 0, to: &markdown)
    return markdown + "\n"
  }

  /// Appends a text in lines of at most about 100 columns.
  private func append(_ text: String, indent: Int, to yaml: inout String) {
    let margin = String(repeating: " ", count: indent)
    var column = 0
    for word in text.split(separator: " ") {
      if column == 0 || column + word.count > 98 {
        if column > 0 { yaml += "\n" }
        yaml += margin
        column = indent
      } else {
        yaml += " "
      }
      yaml += word
      column += word.count + 1
    }
    yaml += "\n"
  }
}

extension FNV1a {
  /// The hash of one text.
  init(of text: String) {
    self.init()
    combine(text)
  }
}
