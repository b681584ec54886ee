package import PracticeCore

/// An exam with all that it needs, to be handed out in one file.
package struct ExamPack: Equatable, Sendable {
  /// What candidates sit.
  package enum Content: Equatable, Sendable {
    /// All sit this form.
    case form(ExamPaper)
    /// Each draws a form of their own from these banks.
    case ownForms(Blueprint, [QuestionBank])
  }

  /// What candidates sit.
  package let content: Content

  /// Makes a pack in which all sit the same form.
  ///
  /// What was new to the one who drew it is nobody else's business, and isn't kept.
  package init(form: ExamPaper) {
    var form = form
    for index in form.items.indices { form.items[index].isNew = true }
    content = .form(form)
  }

  /// Makes a pack from which each candidate draws a form of their own.
  ///
  /// - Parameters:
  ///   - blueprint: The rules of the draw.
  ///   - catalog: The banks at hand; those that the blueprint names are packed whole, so that a seed
  ///     gives the same form with the pack and without it.
  package init(ownFormsBy blueprint: Blueprint, from catalog: QuestionCatalog) {
    let names = Set(blueprint.sections.flatMap(\.from).map { $0.prefix { $0 != "/" } })
    content = .ownForms(
      blueprint, catalog.banks.filter { names.contains($0.id[...]) }.map(Self.reduced))
  }

  init(_ content: Content) { self.content = content }

  /// The rules.
  package var blueprint: Blueprint {
    switch content {
    case .form(let paper): paper.blueprint
    case .ownForms(let blueprint, _): blueprint
    }
  }

  /// The form that all sit; nil where each draws their own.
  package var form: ExamPaper? { if case .form(let paper) = content { paper } else { nil } }

  /// The banks from which forms are drawn; none where all sit the same form.
  package var banks: [QuestionBank] {
    if case .ownForms(_, let banks) = content { banks } else { [] }
  }

  /// All questions, each with what it needs, as one paper; that of the form where all sit the same.
  ///
  /// The questions of banks stand as written there, all in the first section.
  package var questions: ExamPaper {
    switch content {
    case .form(let paper): return paper
    case .ownForms(let blueprint, let banks):
      let catalog = QuestionCatalog(banks: banks)
      let items = banks.flatMap(\.questions).map { question in
        ExamForm.Item(
          showing: Showing(question: question.id, order: question.writtenOrder), section: 0,
          isScored: true)
      }
      return ExamPaper(ExamForm(items: items), by: blueprint, seed: 0, from: catalog) { _ in true }
    }
  }

  /// What a file says to be.
  static let format = "swot-exam-pack/"
  /// The version of the format that this program writes and reads.
  package static let version = 1

  /// Whether a file says to be such a pack, of whatever version: its beginning tells.
  package static func isPack(_ bytes: some Sequence<UInt8>) -> Bool {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let start = bytes.prefix(256).filter { !blanks.contains($0) }
    return start.starts(with: "{\"format\":\"\(format)".utf8)
  }

  /// A bank with what forms need of it, in the order in which its questions name it.
  private static func reduced(_ bank: QuestionBank) -> QuestionBank {
    let scenarios = Set(bank.questions.compactMap(\.scenario))
    var references: [Reference] = []
    var known = Set<String>()
    for id in bank.questions.flatMap(\.references) where known.insert(id).inserted {
      if let reference = bank.reference(id) { references.append(reference) }
    }
    return QuestionBank(
      id: bank.id, title: bank.title, references: references,
      scenarios: bank.scenarios.filter { scenarios.contains($0.key) }, domains: bank.domains,
      questions: bank.questions)
  }
}

extension Question {
  /// The numbers of its items as written.
  fileprivate var writtenOrder: ItemNumbers {
    switch format {
    case .choices(let choices): ItemNumbers(oneTo: choices.count)
    case .match: ItemNumbers(oneTo: matchAnswers.count)
    case .order(let steps): ItemNumbers(oneTo: steps.count)
    case .answer: []
    }
  }
}
