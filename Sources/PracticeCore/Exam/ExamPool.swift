/// The questions of the banks that an exam draws from, each by a number, with what a draw asks of it.
///
/// A draw looks at every question of its banks. Numbers in the place of questions, which are large,
/// keep that to milliseconds for 100,000 of them.
struct ExamPool {
  /// The questions on one objective.
  struct ObjectiveList {
    /// The objective's id; nil for the questions without one.
    var objective: String?
    /// The numbers of its questions, ascending.
    var numbers: [Int32]
  }

  /// A bank in the pool.
  private struct Part {
    var bank: QuestionBank
    var start: Int
    var lists: [ObjectiveList]
  }

  private var parts: [Part] = []
  /// For each question the number of its difficulty, from 0.
  private(set) var difficulties: [UInt8] = []
  /// For each question the number of its kind, from 0: see ``ExamMix``.
  private(set) var kinds: [UInt8] = []

  /// How many questions it holds.
  var count: Int { kinds.count }

  /// The place of `bank` in the pool, which takes it in where it hasn't yet.
  mutating func place(of bank: QuestionBank) -> Int {
    if let place = parts.firstIndex(where: { $0.bank.id == bank.id }) { return place }
    let start = count
    var places: [String: Int] = [:]
    var placeOfRest: Int?
    var lists: [ObjectiveList] = []
    for index in bank.questions.indices {
      let number = Int32(start + index)
      let objective = bank.questions[index].objective
      if let place = objective.map({ places[$0] }) ?? placeOfRest {
        lists[place].numbers.append(number)
      } else {
        if let objective { places[objective] = lists.count } else { placeOfRest = lists.count }
        lists.append(ObjectiveList(objective: objective, numbers: [number]))
      }
      difficulties.append(Self.difficulty(of: bank.questions[index].difficulty))
      kinds.append(Self.kind(of: bank.questions[index].format))
    }
    parts.append(Part(bank: bank, start: start, lists: lists))
    return parts.count - 1
  }

  /// The questions of the bank at `place`, by objective; objectives as they first appear.
  func lists(ofBankAt place: Int) -> [ObjectiveList] { parts[place].lists }

  /// The question of a number.
  func question(_ number: Int32) -> Question {
    let part = parts[place(of: number)]
    return part.bank.questions[Int(number) - part.start]
  }

  /// Ids of the facts on which the question of a number rests.
  func facts(of number: Int32) -> [String] {
    let place = place(of: number)
    return parts[place].bank.questions[Int(number) - parts[place].start].facts
  }

  /// What `value` gives for each question by its number, where it gives anything; else `absent`.
  func values(_ known: [QuestionID: Int], absent: Int) -> [Int] {
    var values = [Int](repeating: absent, count: count)
    for part in parts {
      for index in part.bank.questions.indices {
        if let value = known[part.bank.questions[index].id] { values[part.start + index] = value }
      }
    }
    return values
  }

  private func place(of number: Int32) -> Int {
    (parts.lastIndex { $0.start <= number }) ?? 0
  }

  private static func difficulty(of difficulty: Difficulty?) -> UInt8 {
    switch difficulty ?? .intermediate {
    case .foundation: 0
    case .intermediate: 1
    case .advanced: 2
    }
  }

  /// Single choice, multiple response, and the other three.
  private static func kind(of format: AnswerFormat) -> UInt8 {
    switch format {
    case .choices(let choices): choices.count(where: \.isRight) > 1 ? 1 : 0
    case .match: 2
    case .order: 3
    case .answer: 4
    }
  }
}
