import TestSupport

/// What a terminal shows of an exam at one moment, read as a person reads it.
struct ExamView: Equatable {
  /// The number of the question that is shown.
  var number: Int
  /// The question.
  var page: ExamPage
  /// The seconds left that the clock shows; nil where none is shown.
  var left: Int?
  /// The word on the row that is marked; nil where none is, or in lines.
  var marked: String?

  // MARK: - On a screen

  /// Reads a screen; nil where it shows no question of an exam, or not yet all of one.
  init?(screen lines: [String]) {
    guard let header = lines.first, let (number, isFlagged, left) = Self.header(header) else {
      return nil
    }
    // Notices and keys stand below the last rule.
    let body = lines.dropFirst()
    guard let (name, kind) = Self.stem(body) else { return nil }
    self.number = number
    self.left = left
    page = ExamPage(question: name, kind: kind, isFlagged: isFlagged)
    switch kind {
    case .single, .double: guard readChoices(body) else { return nil }
    case .match: guard readMatches(body) else { return nil }
    case .order: guard readSteps(body) else { return nil }
    case .typed: guard readField(body) else { return nil }
    }
  }

  /// `Plain exam   ⚑ 3   Question 17 ⚑ of 65   1:42:08`.
  private static func header(_ line: String) -> (number: Int, isFlagged: Bool, left: Int?)? {
    guard let start = line.firstRange(of: "Question ")?.upperBound else { return nil }
    let words = line[start...].split(separator: " ")
    guard let number = words.first.flatMap({ Int($0) }), words.contains("of") else { return nil }
    return (number, words.dropFirst().first == "⚑", words.last.flatMap { seconds($0) })
  }

  /// `1:42:08` or `4:09` in seconds.
  static func seconds(_ clock: some StringProtocol) -> Int? {
    let parts = clock.split(separator: ":")
    guard (2...3).contains(parts.count) else { return nil }
    var seconds = 0
    for part in parts {
      guard let number = Int(part) else { return nil }
      seconds = seconds * 60 + number
    }
    return seconds
  }

  /// The name and kind that a stem tells.
  private static func stem(_ lines: some Sequence<String>) -> (name: String, kind: ExamPage.Kind)? {
    for line in lines {
      guard let word = line.split(separator: " ").first(where: { $0.hasSuffix("-stem?") }) else {
        continue
      }
      let parts = word.split(separator: "-")
      guard parts.count == 3, let kind = ExamPage.Kind(rawValue: String(parts[1])) else { continue }
      return (String(parts[0]), kind)
    }
    return nil
  }

  /// The word of this question in a line; the stem is none.
  private func word(in line: String) -> String? {
    line.split(separator: " ").first { $0.hasPrefix("\(page.question)-") && !$0.hasSuffix("?") }
      .map(String.init)
  }

  private mutating func readChoices(_ lines: ArraySlice<String>) -> Bool {
    for line in lines {
      guard let word = word(in: line) else { continue }
      page.items.append(word)
      if line.contains("(x)") || line.contains("[x]") { page.answer.append(word) }
      if line.contains("(-)") || line.contains("[-]") { page.struck.append(word) }
      if line.contains("▸") { marked = word }
    }
    return page.items.count == 4
  }

  private mutating func readMatches(_ lines: ArraySlice<String>) -> Bool {
    var answers: [String] = []
    var prompts = 0
    for line in lines {
      let word = word(in: line)
      if let word, word.hasSuffix("-first") || word.hasSuffix("-second") {
        prompts += 1
        if line.contains("▸") { marked = word }
      } else if line.contains("○") {
        answers.append("-")
      } else if let word, line.contains("→") {
        answers.append(word)
      } else if let word {
        page.items.append(word)
      }
    }
    if answers.contains(where: { $0 != "-" }) { page.answer = answers }
    return prompts == ExamPage.prompts && answers.count == prompts && page.items.count == 3
  }

  private mutating func readSteps(_ lines: ArraySlice<String>) -> Bool {
    var steps: [String] = []
    var isGiven: Bool?
    for line in lines {
      if let word = word(in: line) {
        steps.append(word)
        if line.contains("▸") { marked = word }
      } else if line.contains("This order is your answer") {
        isGiven = true
      } else if line.contains("Not answered yet") {
        isGiven = false
      }
    }
    if isGiven == true { page.answer = steps }
    return steps.count == 3 && isGiven != nil
  }

  private mutating func readField(_ lines: ArraySlice<String>) -> Bool {
    let words = lines.lazy.map { $0.split(separator: " ") }
    guard let field = words.first(where: { $0.first == "Answer" }) else { return false }
    let text = field.dropFirst().joined().filter(\.isNumber)
    if !text.isEmpty { page.answer = [text] }
    return true
  }

  // MARK: - In lines

  /// Reads the last question that was printed in lines; nil where it isn't there in whole.
  init?(lines text: String, from start: Int = 0) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.lastIndex(where: { $0.hasPrefix("Question ") && $0.contains(" of ") }),
      let number = lines[first].split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    let body = lines[(first + 1)...]
    guard let (name, kind) = Self.stem(body) else { return nil }
    let instructions = ["Choose ", "For each of ", "Type the "]
    guard
      let end = body.firstIndex(where: { line in instructions.contains { line.hasPrefix($0) } }),
      end + 1 < body.endIndex
    else { return nil }
    self.number = number
    page = ExamPage(question: name, kind: kind)
    for line in body[..<end] {
      guard let word = word(in: line) else { continue }
      if !word.hasSuffix("-first") && !word.hasSuffix("-second") { page.items.append(word) }
    }
    left = lines[..<first].last { $0.hasPrefix("Time left: ") }
      .flatMap { Self.seconds($0.dropFirst("Time left: ".count).dropLast()) }
    if body[end + 1].hasPrefix("[") { readMarks(body[end + 1].dropFirst().dropLast()) }
    if kind == .order { page.items = [] }
  }

  private mutating func readMarks(_ marks: Substring) {
    for mark in marks.split(separator: "; ") {
      if mark == "flagged" { page.isFlagged = true }
      if let range = mark.firstRange(of: "struck out: ") {
        page.struck = words(mark[range.upperBound...])
      }
      guard let range = mark.firstRange(of: "Your answer: ") else { continue }
      let answer = mark[range.upperBound...]
      page.answer = page.kind == .typed ? [String(answer)] : words(answer)
    }
  }

  private func words(_ numbers: Substring) -> [String] {
    numbers.split { $0 == "," || $0 == " " }.compactMap { number in
      // A prompt without an answer.
      if number == "-" { return "-" }
      return Int(number).flatMap { page.items.indices.contains($0 - 1) ? page.items[$0 - 1] : nil }
    }
  }
}
