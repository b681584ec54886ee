import PracticeCore

/// Banks from which exams are drawn.
enum ExamFixtures {
  /// A bank `id` with domains `id-D1`, `id-D2` … of four objectives each (`id-D1-O1` …), and
  /// questions `id-D1-1` ….
  ///
  /// Difficulties take turns, every fourth question has two right choices, and of every ten
  /// questions three share a scenario.
  static func bank(_ id: String, domains: [(weight: Double, questions: Int)]) -> QuestionBank {
    var questions: [Question] = []
    let parts = domains.enumerated().map { number, domain in
      let name = "\(id)-D\(number + 1)"
      for index in 0..<domain.questions {
        questions.append(
          Question(
            id: QuestionID(bank: id, question: "\(name)-\(index + 1)"),
            objective: "\(name)-O\(index % 4 + 1)",
            difficulty: Difficulty.allCases[index % 3],
            scenario: index % 10 < 3 ? "\(name)-case-\(index / 10)" : nil, stem: "\(index)",
            format: .choices(
              (0..<4).map { choice in
                Choice(
                  text: "\(choice)", isRight: choice == 0 || (choice == 1 && index % 4 == 1))
              })))
      }
      return Domain(
        id: name, title: name, weight: domain.weight,
        objectives: (1...4).map { Objective(id: "\(name)-O\($0)", title: "\($0)") })
    }
    return QuestionBank(id: id, title: id, domains: parts, questions: questions)
  }
}
