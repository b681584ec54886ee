/// Questions on one subject, with domains, objectives, references and notes.
package struct QuestionBank: Equatable, Identifiable, Sendable {
  /// The bank's id, the first part of its questions' full names.
  package let id: String
  /// The subject, as learners read it.
  package var title: String
  /// What the bank is about, in a sentence or two.
  package var description: String?
  /// A BCP 47 tag, such as `en`.
  package var language: String?
  /// The licence of the texts, as an SPDX expression.
  package var license: String?
  /// Who wrote it.
  package var authors: [String]
  /// The day somebody last compared the whole bank with its references.
  package var reviewed: CalendarDate?
  /// What questions may refer to, in the order written.
  package var references: [Reference]
  /// Texts shared by several questions, by their id.
  package var scenarios: [String: String]
  /// The parts of the subject, in the order written.
  package var domains: [Domain]
  /// The questions, in the order read.
  package var questions: [Question]
  /// Sections of study notes, in the order read.
  package var notes: [NotesSection]

  /// Makes a bank; all but the id and the title may be left out.
  package init(
    id: String, title: String, description: String? = nil, language: String? = nil,
    license: String? = nil, authors: [String] = [], reviewed: CalendarDate? = nil,
    references: [Reference] = [], scenarios: [String: String] = [:], domains: [Domain] = [],
    questions: [Question] = [], notes: [NotesSection] = []
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.language = language
    self.license = license
    self.authors = authors
    self.reviewed = reviewed
    self.references = references
    self.scenarios = scenarios
    self.domains = domains
    self.questions = questions
    self.notes = notes
  }
}

/// A part of a bank's subject, with its weight in exams.
package struct Domain: Equatable, Identifiable, Sendable {
  /// The id; domains and objectives of a bank share one name space.
  package let id: String
  /// The title, as learners read it.
  package var title: String
  /// The share of an exam, in any unit: only the ratio to the other domains counts.
  ///
  /// Not negative.
  package var weight: Double
  /// The smallest things to be told to study, in the order written.
  package var objectives: [Objective]

  /// Makes a domain.
  package init(id: String, title: String, weight: Double = 0, objectives: [Objective] = []) {
    self.id = id
    self.title = title
    self.weight = weight
    self.objectives = objectives
  }
}

/// The smallest thing that a learner can be told to go and study.
package struct Objective: Equatable, Identifiable, Sendable {
  /// The id, unique among the domains and objectives of the bank.
  package let id: String
  /// The title, as learners read it.
  package var title: String

  /// Makes an objective.
  package init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// An official page that questions rest on.
package struct Reference: Equatable, Identifiable, Sendable {
  /// The id by which questions name it.
  package let id: String
  /// The page's title.
  package var title: String
  /// The address.
  package var url: String

  /// Makes a reference.
  package init(id: String, title: String, url: String) {
    self.id = id
    self.title = title
    self.url = url
  }
}
