import PracticeCore

/// Everything that is measured with, written by a process of its own: it takes memory that must
/// not count as somebody else's.
struct Material {
  /// What to write.
  enum Kind: String {
    /// Three banks of 100 questions of real size, and 10,000 answers to them.
    case start
    /// A bank of 100,000 questions.
    case bank
    /// A bank of 10,000 questions of real size.
    case questions
    /// A bank that says early on what is wrong with it and is 100 MB of line feeds from there.
    case lines
    /// A bank of 100,000 questions whose names of objectives, scenarios and references are all unknown.
    case names
    /// 1,000,000 answers to 10,000 questions.
    case journal
    /// 100,000 answers to the same questions.
    case mediumJournal
    /// 1,000 answers to the same questions.
    case shortJournal
  }

  /// The ids of the banks of ``Kind/start``.
  static let banks = ["alpha", "beta", "gamma"]
  /// The questions of each of them.
  static let questionsPerBank = 100

  private let kind: Kind
  private let path: String

  /// Takes the kind and the path.
  init(_ arguments: [String]) throws(BenchmarkFailure) {
    guard arguments.count == 2, let kind = Kind(rawValue: arguments[0]) else {
      throw BenchmarkFailure("what to generate?")
    }
    self.kind = kind
    path = arguments[1]
  }

  /// Has a process of its own write `kind` to `path`.
  static func make(_ kind: Kind, at path: String) throws(BenchmarkFailure) {
    let outcome = try Command.role(.generate, [kind.rawValue, path]).run()
    guard outcome.status == 0 else { throw BenchmarkFailure("cannot make \(kind)") }
  }

  /// Writes it.
  func write() throws(BenchmarkFailure) {
    switch kind {
    case .start:
      try makeFolder(path)
      try makeFolder(path + "/banks")
      var questions: [QuestionID] = []
      for id in Self.banks {
        var bank = MadeBank(id: id, questions: Self.questionsPerBank, length: .real)
        try bank.write(toFolder: "\(path)/banks/\(id)")
        questions += (0..<Self.questionsPerBank).map { MadeBank.question($0, of: id) }
      }
      try MadeJournal(answers: 10_000, questions: questions, days: 300)
        .write(toDataFolder: path + "/data")
    case .bank:
      var bank = MadeBank(id: "large", questions: 100_000, length: .short)
      try bank.write(toFile: path)
    case .questions:
      var bank = MadeBank(id: "questions", questions: 10_000, length: .real)
      try bank.write(toFile: path)
    case .names:
      var file = try OutputFile(path)
      try file.write("format: swot-bank/1\nid: names\ntitle: Unknown names\nscenarios:\n")
      // Each unknown name is compared with those that there are.
      for number in 0..<20_000 { try file.write("  scenario-\(number): Once.\n") }
      try file.write("questions:\n")
      for number in 0..<100_000 {
        try file.write(
          """
            - id: Q-\(number)
              objective: objective-\(number)
              scenario: scenary-\(number)
              references: [page-\(number), leaf-\(number)]
              stem: Which?
              choices: [{right: a}, {wrong: b}]

          """)
      }
      try file.close()
    case .lines:
      var file = try OutputFile(path)
      try file.write("format: swot-bank/1\nid: lines\ntitle: Lines\nunknown: key\nquestions:\n")
      let feeds = [UInt8](repeating: 0x0a, count: 1 << 20)
      for _ in 0..<95 { try file.write(bytes: feeds) }
      try file.close()
    case .journal: try writeJournal(answers: 1_000_000)
    case .mediumJournal: try writeJournal(answers: 100_000)
    case .shortJournal: try writeJournal(answers: 1_000)
    }
  }

  private func writeJournal(answers: Int) throws(BenchmarkFailure) {
    let questions = (0..<10_000).map { MadeBank.question($0, of: "large") }
    try MadeJournal(answers: answers, questions: questions, days: 1_500)
      .write(toDataFolder: path)
  }
}
