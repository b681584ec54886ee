import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What ArgumentParser knows of a command, as far as the manual page says it.
///
/// ArgumentParser gives it as JSON only; its format has a version, and ``current`` fails on another.
struct CommandDescription: Decodable {
  /// The command as it is typed, without those above it.
  let commandName: String
  /// One sentence.
  let abstract: String?
  /// All else that there is to say, in paragraphs.
  let discussion: String?
  /// Whether help shows it.
  let shouldDisplay: Bool?
  /// The commands below it.
  let subcommands: [CommandDescription]?
  /// What it takes.
  let arguments: [Argument]?

  /// An argument, an option or a flag.
  struct Argument: Decodable {
    /// `positional`, `option` or `flag`.
    let kind: String
    /// One sentence.
    let abstract: String?
    /// What else there is to say.
    let discussion: String?
    /// Its spellings.
    let names: [Name]?
    /// What stands for its value.
    let valueName: String?
    /// The value that it has unless given.
    let defaultValue: String?
    /// The values that it takes, where there are few.
    let allValues: [String]?
    /// Whether it may be left out.
    let isOptional: Bool
    /// Whether it may be given more than once.
    let isRepeating: Bool
    /// Whether help shows it.
    let shouldDisplay: Bool
  }

  /// One spelling of an option.
  struct Name: Decodable {
    /// `long`, `short` or `longWithSingleDash`.
    let kind: String
    /// Without dashes.
    let name: String

    /// As it is typed.
    var spelling: String { kind == "long" ? "--\(name)" : "-\(name)" }
  }

  private struct Document: Decodable {
    let serializationVersion: Int
    let command: CommandDescription
  }

  /// The description of the whole program.
  static func ofProgram() throws -> CommandDescription {
    let document = try JSONDecoder().decode(Document.self, from: Data(Swot._dumpHelp().utf8))
    guard document.serializationVersion == 0 else {
      throw ValidationError("ArgumentParser describes commands in another way than was expected")
    }
    return document.command
  }

  /// The commands below it that help shows, but for `help` itself.
  var visibleSubcommands: [CommandDescription] {
    (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }

  /// What it takes, as far as help shows it.
  var visibleArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
}
