/// Why no form can be drawn by a blueprint.
package enum ExamDrawFailure: Error, Equatable, Sendable {
  /// A section draws from something that isn't there: a bank, or a domain or objective of a bank.
  case unknownSource(section: String, name: String)
  /// Sections ask for more questions than their banks hold.
  case tooFewQuestions([Shortage])

  /// A section that can't be filled.
  package struct Shortage: Equatable, Sendable {
    /// The section's title.
    package var section: String
    /// How many questions it asks for.
    package var wanted: Int
    /// How many there are that no other section has taken.
    package var available: Int

    /// Makes a shortage.
    package init(section: String, wanted: Int, available: Int) {
      self.section = section
      self.wanted = wanted
      self.available = available
    }
  }
}
