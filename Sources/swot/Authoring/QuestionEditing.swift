import PracticeCore
import PracticeUI
import QuestionBankFormat
import TerminalUI

/// Opens questions in the author's own editor while screens are shown, and reads their banks again.
struct QuestionEditing {
  private struct Place {
    var path: String
    var isBuiltin: Bool
  }

  /// Where the banks are, by their ids.
  private var places: [String: Place] = [:]
  private let clock: Clock
  private let editor: TextEditor?

  /// Knows those banks.
  ///
  /// - Parameters:
  ///   - banks: The banks.
  ///   - clock: What time it is, for checks of age.
  ///   - environment: Where the editor is named.
  init(_ banks: [BankLibrary.LoadedBank], clock: Clock, environment: Environment) {
    for loaded in banks {
      places[loaded.bank.id] = Place(path: loaded.path, isBuiltin: loaded.isBuiltin)
    }
    self.clock = clock
    editor = TextEditor(environment)
  }

  /// Opens the editor at a question, and checks its bank when it is left.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - lending: Lends the terminal while it does what it is given; not called where no editor is
  ///     opened.
  /// - Returns: The bank, where it has changed and holds no error, and what to say.
  mutating func edit(_ question: QuestionID, lending: (() -> Void) -> Void) -> [Message] {
    guard let place = places[String(question.bank)] else {
      return [.notice("The file of this question is not at hand.")]
    }
    if place.isBuiltin {
      return [
        .notice("Built-in banks can't be edited; 'swot bank add PATH' takes in one of yours.")
      ]
    }
    do {
      let before = try Self.source(at: place.path)
      let target = target(question, in: before)
      guard let editor else {
        let place = "\(target.path):\(target.line)"
        return [.notice(said("Set EDITOR to your editor; it stands at \(place)."))]
      }
      var failure: TextEditorFailure?
      lending {
        do throws(TextEditorFailure) {
          try editor.open(target.path, line: target.line)
        } catch { failure = error }
      }
      var messages = try read(again: String(question.bank), at: place, before: before)
      if let failure { messages.append(.notice(said("\(failure)"))) }
      return messages
    } catch {
      return [.notice(said("\(error)"))]
    }
  }

  /// Reads a bank again after it was edited.
  private mutating func read(
    again id: String, at place: Place, before: BankSource
  ) throws(BankLibraryFailure) -> [Message] {
    let source = try Self.source(at: place.path)
    if source == before { return [.notice("Nothing was changed.")] }
    let found = Authoring.diagnostics(of: [source], asOf: clock.now.calendarDay)
    if let error = found.first(where: { $0.severity == .error }) {
      let location = error.location
      let name = location.file.split(separator: "/").last ?? ""
      return [
        .notice(said("\(name):\(location.line):\(location.column): \(error.message) (e: mend it)"))
      ]
    }
    guard let bank = QuestionBankReader.read(source.files).bank else {
      return [.notice(said("'\(place.path)' is no bank any more."))]
    }
    if bank.id != id {
      guard places[bank.id] == nil else {
        return [.notice(said("There is another bank '\(bank.id)': give this one its own id."))]
      }
      places[id] = nil
      places[bank.id] = place
    }
    return [.edited(bank, was: id), .notice(Self.summary(of: found))]
  }

  private static func summary(of found: [Diagnostic]) -> String {
    let warnings = found.count { $0.severity == .warning }
    switch warnings {
    case 0: return "Read again: nothing is wrong."
    case 1: return "Read again: 1 warning, which 'swot bank check' shows."
    default: return "Read again: \(warnings) warnings, which 'swot bank check' shows."
    }
  }

  /// Where to open the editor: at the question; where it can't be found, at the first error.
  private func target(_ question: QuestionID, in source: BankSource) -> BankPlace {
    if let place = BankPlace(of: String(question.question), in: source.files) { return place }
    let found = Authoring.diagnostics(of: [source], asOf: clock.now.calendarDay)
    if let error = found.first(where: { $0.severity == .error })?.location {
      return BankPlace(path: error.file, line: error.line)
    }
    let main = source.files.first { $0.lastComponent == QuestionBankReader.mainFileName }
    return BankPlace(path: (main ?? source.files.first)?.name ?? "", line: 1)
  }

  /// The bank at a path, or what is left of it.
  private static func source(at path: String) throws(BankLibraryFailure) -> BankSource {
    do {
      for source in try BankSearch().sources(at: path) {
        if case .blueprint = source { continue }
        return source
      }
    } catch {
      throw .unreadable(error)
    }
    throw .noBank(path: path)
  }

  private func said(_ text: String) -> String { DisplayText.sanitized(text) }
}
