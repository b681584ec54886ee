import PracticeCore

/// The order in which the sections of a bank's notes are read: by domain, as its objectives are.
struct NotesOrder: Equatable, Sendable {
  /// The sections on one domain.
  struct Group: Equatable, Sendable {
    /// The domain's title; nil for the sections that belong to none.
    var title: String?
    /// The places of the sections among the bank's notes.
    var sections: [Int]
  }

  /// The groups, none of them empty.
  let groups: [Group]

  /// Puts the notes of `bank` in order.
  init(_ bank: QuestionBank) {
    var sections: [String: [Int]] = [:]
    for (place, section) in bank.notes.enumerated() {
      if let objective = section.objective { sections[objective, default: []].append(place) }
    }
    var groups: [Group] = []
    var taken: Set<Int> = []
    for domain in bank.domains {
      let places = domain.objectives.flatMap { sections[$0.id] ?? [] }
      taken.formUnion(places)
      if !places.isEmpty { groups.append(Group(title: domain.title, sections: places)) }
    }
    let others = bank.notes.indices.filter { !taken.contains($0) }
    if !others.isEmpty {
      groups.append(Group(title: groups.isEmpty ? nil : NotesWording.others, sections: others))
    }
    self.groups = groups
  }

  /// The places of all sections, in order.
  var sections: [Int] { groups.flatMap(\.sections) }
}
