import PracticeCore

/// The order in which all questions are listed: by bank, and in a bank by objective.
///
/// Questions have numbers in it, from 0; their texts stay in the catalog.
struct BrowseIndex: Equatable, Sendable {
  /// Where a question stands.
  struct Place: Equatable, Sendable {
    /// The place of its bank in the catalog.
    var bank: Int32
    /// Its place in the bank.
    var question: Int32
    /// The place of its group among the groups.
    var group: Int32
  }

  /// The questions on one objective.
  struct Group: Equatable, Sendable {
    /// The place of the bank in the catalog.
    var bank: Int
    /// The id of the objective; nil for the questions without one.
    var objective: String?
    /// The title, as the bank has it.
    var title: String
  }

  /// The questions, in order.
  let places: [Place]
  /// The groups, in order.
  let groups: [Group]
  /// The length of the longest id within its bank, in characters.
  let longestID: Int

  /// Puts the questions of all banks in order.
  init(_ catalog: QuestionCatalog) {
    var places: [Place] = []
    var groups: [Group] = []
    var longestID = 0
    for (bank, content) in catalog.banks.enumerated() {
      let first = groups.count
      var group: [String: Int] = [:]
      func add(_ objective: String?, title: String) {
        if let objective { group[objective] = groups.count }
        groups.append(Group(bank: bank, objective: objective, title: title))
      }
      for objective in content.domains.flatMap(\.objectives) where group[objective.id] == nil {
        add(objective.id, title: objective.title)
      }
      var rest: Int?
      var members: [[Int32]] = Array(repeating: [], count: groups.count - first)
      for (number, question) in content.questions.enumerated() {
        var place = question.objective.flatMap { group[$0] }
        if place == nil {
          if let objective = question.objective {
            // An objective that the bank doesn't list still tells its questions apart.
            place = groups.count
            add(objective, title: objective)
            members.append([])
          } else if let rest {
            place = rest
          } else {
            place = groups.count
            rest = place
            add(nil, title: BrowseWording.noObjective)
            members.append([])
          }
        }
        if let place { members[place - first].append(Int32(number)) }
        longestID = max(longestID, question.id.description.utf8.count - content.id.utf8.count - 1)
      }
      for (offset, questions) in members.enumerated() {
        for question in questions {
          places.append(
            Place(bank: Int32(bank), question: question, group: Int32(first + offset)))
        }
      }
    }
    self.places = places
    self.groups = groups
    self.longestID = longestID
  }

  /// The question of that number.
  func question(_ number: Int, in catalog: QuestionCatalog) -> Question {
    let place = places[number]
    return catalog.banks[Int(place.bank)].questions[Int(place.question)]
  }

  /// The bank in which the question of that number stands.
  func bank(_ number: Int, in catalog: QuestionCatalog) -> QuestionBank {
    catalog.banks[Int(places[number].bank)]
  }

  /// The group of the question of that number.
  func group(_ number: Int) -> Group { groups[Int(places[number].group)] }
}
