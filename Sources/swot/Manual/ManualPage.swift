import ArgumentParser

/// The manual page, made of the same definitions as `--help`.
///
/// It is written in the macros of man(7), which every `man` understands.
struct ManualPage {
  /// The program.
  let program: CommandDescription
  /// Its version.
  let version: String

  /// The page as `troff` source.
  var source: String {
    var page = Troff()
    page.request("TH", "SWOT", "1", "", "Swot \(version)", "User Commands")
    page.section("NAME")
    page.text("swot \u{2013} practise certification exams in the terminal")
    page.section("SYNOPSIS")
    page.synopsis(["swot"], program.visibleArguments)
    for command in program.visibleSubcommands { appendSynopses(of: command, after: [], to: &page) }
    page.section("DESCRIPTION")
    page.paragraphs(program.discussion ?? program.abstract ?? "")
    page.section("OPTIONS")
    append(program.visibleArguments, to: &page)
    page.paragraphs("Nearly every command takes these:")
    append(commonArguments, to: &page)
    page.section("COMMANDS")
    for command in program.visibleSubcommands { append(command, after: [], to: &page) }
    for section in Self.closingSections {
      page.section(section.title)
      for entry in section.entries { page.entry(entry.term, entry.text) }
    }
    return page.source
  }

  private func appendSynopses(
    of command: CommandDescription, after names: [String], to page: inout Troff
  ) {
    let names = names + [command.commandName]
    let below = command.visibleSubcommands
    if below.isEmpty {
      page.request("br")
      page.synopsis(["swot"] + names, Self.ownArguments(of: command))
    }
    for command in below { appendSynopses(of: command, after: names, to: &page) }
  }

  /// What a command takes beside what nearly every command takes.
  private static func ownArguments(
    of command: CommandDescription
  ) -> [CommandDescription.Argument] {
    command.visibleArguments.filter { !$0.isForEveryCommand && !$0.isCommon }
  }

  private func append(
    _ command: CommandDescription, after names: [String], to page: inout Troff
  ) {
    let names = names + [command.commandName]
    page.subsection("swot " + names.joined(separator: " "))
    page.paragraphs(command.abstract ?? "")
    page.paragraphs(command.discussion ?? "")
    if command.visibleSubcommands.isEmpty { append(Self.ownArguments(of: command), to: &page) }
    for command in command.visibleSubcommands { append(command, after: names, to: &page) }
  }

  private func append(
    _ arguments: [CommandDescription.Argument], to page: inout Troff
  ) {
    for argument in arguments {
      var text = [argument.abstract, argument.discussion].compactMap { $0 }.joined(separator: "\n")
      if let values = argument.allValues, !values.isEmpty {
        text += " One of: \(values.joined(separator: ", "))."
      }
      if let value = argument.defaultValue, argument.kind != "flag" {
        text += " Default: \(value)."
      }
      page.entry(argument.term, text)
    }
  }

  /// The options of ``CommonOptions``, as the home screen takes them.
  private var commonArguments: [CommandDescription.Argument] {
    program.visibleSubcommands.first { $0.commandName == HomeCommand.configuration.commandName }?
      .visibleArguments.filter(\.isCommon) ?? []
  }

  /// What no definition of a command says.
  private static let closingSections: [(title: String, entries: [(term: String, text: String)])] = [
    (
      "ENVIRONMENT",
      [
        ("SWOT_DATA", "The folder of the learner's data; the option --data goes before it."),
        (
          "XDG_DATA_HOME", "Where the folder swot of the learner's data lies unless told otherwise."
        ),
        ("XDG_CONFIG_HOME", "Where swot/config.yaml and swot/themes/ are looked for."),
        ("XDG_STATE_HOME", "Where this machine keeps the name of its journal."),
        ("NO_COLOR", "Where set and not empty: no colours."),
        (
          "SWOT_CLOCK",
          "The time at which the program's clock starts, such as 2026-11-23T09:00:00Z."
        ),
        ("TZ, LC_ALL, LC_CTYPE, LANG, TERM", "As everywhere."),
      ]
    ),
    (
      "FILES",
      [
        ("~/.local/share/swot/journals/", "What the learner did; one file for each machine."),
        ("~/.local/share/swot/banks/", "The learner's own question banks."),
        ("~/.local/share/swot/backups/", "Daily copies of the journals."),
        ("~/.config/swot/config.yaml", "Appearance: theme, symbols, mouse, plain or full screen."),
        ("~/.config/swot/themes/", "The learner's own themes."),
      ]
    ),
    (
      "EXIT STATUS",
      [
        ("0", "Success; also where nothing is due."),
        ("1", "Failure."),
        ("64", "The command was used wrongly."),
        ("65", "A bank, a log or a journal is damaged or not what it should be."),
        ("66", "No such file, bank, question or exam."),
        ("73", "A file or folder could not be made."),
        ("74", "Reading or writing failed."),
        ("129, 130, 143", "Ended by SIGHUP, SIGINT or SIGTERM; all answers are kept."),
      ]
    ),
  ]
}

extension CommandDescription.Argument {
  /// Whether every command has it: `--help` and `--version`.
  fileprivate var isForEveryCommand: Bool {
    names?.contains { $0.name == "help" || $0.name == "version" } ?? false
  }

  /// Whether ``CommonOptions`` has it.
  fileprivate var isCommon: Bool {
    names?.contains { ["data", "bank", "no-builtin-banks"].contains($0.name) } ?? false
  }

  private var value: String { (valueName ?? "value").uppercased() }

  /// How the list of options calls it.
  fileprivate var term: String {
    guard let names, !names.isEmpty else { return value }
    let spellings = names.map(\.spelling).joined(separator: ", ")
    return kind == "flag" ? spellings : "\(spellings) \(value)"
  }

  /// How the synopsis shows it.
  fileprivate var usage: String {
    var usage = term.split(separator: ", ").last.map(String.init) ?? term
    if isOptional || defaultValue != nil { usage = "[\(usage)]" }
    return isRepeating ? usage + "…" : usage
  }
}

/// Source text of `troff` with the macros of man(7).
private struct Troff {
  var source = ""

  mutating func request(_ name: String, _ arguments: String...) {
    source += "." + name
    for argument in arguments { source += " \"\(Self.escaped(argument))\"" }
    source += "\n"
  }

  mutating func section(_ title: String) { request("SH", title) }

  mutating func subsection(_ title: String) { request("SS", title) }

  mutating func text(_ text: String) {
    for line in text.split(separator: "\n") { source += Self.line(line) + "\n" }
  }

  /// Paragraphs are parted by blank lines; indented lines are shown as written.
  mutating func paragraphs(_ text: String) {
    var isExample = false
    var isStart = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isIndented = line.hasPrefix("  ")
      if isExample, !isIndented {
        request("fi")
        request("RE")
        isExample = false
      }
      if line.allSatisfy(\.isWhitespace) {
        isStart = true
        continue
      }
      if isStart, !isExample { request("PP") }
      isStart = false
      if isIndented, !isExample {
        request("RS")
        request("nf")
        isExample = true
      }
      source += Self.line(line.drop { $0 == " " }) + "\n"
    }
    if isExample {
      request("fi")
      request("RE")
    }
  }

  mutating func entry(_ term: String, _ text: String) {
    request("TP")
    source += "\\fB\(Self.escaped(term))\\fR\n"
    self.text(text.isEmpty ? "\u{A0}" : text)
  }

  mutating func synopsis(_ names: [String], _ arguments: [CommandDescription.Argument]) {
    source += "\\fB\(Self.escaped(names.joined(separator: " ")))\\fR"
    for argument in arguments { source += " " + Self.escaped(argument.usage) }
    source += "\n"
  }

  /// A line that doesn't begin with a control character.
  private static func line(_ text: some StringProtocol) -> String {
    let escaped = escaped(text)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      case "'": result += "\\(aq"
      case "\u{2013}": result += "\\(en"
      case "\u{2026}": result += "..."
      case "\u{A0}": result += "\\~"
      default: result.append(character)
      }
    }
    return result
  }
}
