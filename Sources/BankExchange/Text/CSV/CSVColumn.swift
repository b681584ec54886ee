import PracticeCore

/// The columns of a spreadsheet with questions.
enum CSVColumn: Hashable {
  /// What a question has once.
  enum Single: String, CaseIterable {
    case id
    case kind
    case stem
    case key
    case last
    case takeaway
    case scenario
    case scenarioText = "scenario text"
    case domain
    case domainTitle = "domain title"
    case objective
    case objectiveTitle = "objective title"
    case difficulty
    case cognitive
    case facts
    case tags
    case references
    case referenceIDs = "reference ids"
    case reviewed
  }

  /// What a question has once.
  case single(Single)
  /// The choice, prompt, step or accepted answer with this number, from 1.
  case item(Int)
  /// The answer to the prompt with this number; beyond the prompts one that matches nothing.
  case answer(Int)
  /// The rationale of the choice or prompt with this number.
  case why(Int)

  /// The name, as it stands in the first row.
  var name: String {
    switch self {
    case .single(let column): column.rawValue
    case .item(let number): "item \(number)"
    case .answer(let number): "answer \(number)"
    case .why(let number): "why \(number)"
    }
  }

  /// The column of this name, whatever its case; a few other words are understood.
  init?(_ name: String) {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
    guard let first = words.first else { return nil }
    if let column = Single(rawValue: words.joined(separator: " ")) {
      self = .single(column)
      return
    }
    if let number = words.last.flatMap({ Int($0) }), words.count == 2,
      (1...AnswerFormat.maximumItems).contains(number)
    {
      switch first {
      case "item", "choice", "option", "step", "prompt": self = .item(number)
      case "answer", "match": self = .answer(number)
      case "why", "rationale", "feedback", "explanation": self = .why(number)
      default: return nil
      }
      return
    }
    switch words.joined(separator: " ") {
    case "question", "question text": self = .single(.stem)
    case "correct", "correct answer", "right", "answer": self = .single(.key)
    case "explanation", "rationale", "feedback", "general feedback": self = .single(.takeaway)
    case "category": self = .single(.domainTitle)
    case "type": self = .single(.kind)
    default: return nil
    }
  }

  /// The names of all columns.
  static var names: [String] {
    Single.allCases.map(\.rawValue)
      + (1...AnswerFormat.maximumItems).flatMap { number in
        [Self.item(number), .answer(number), .why(number)].map(\.name)
      }
  }
}
