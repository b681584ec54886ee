#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The author's own editor, as `VISUAL` or `EDITOR` names it.
struct TextEditor: Equatable {
  /// The command, as the variable has it: a shell takes it apart, as it does for git.
  let command: String

  /// The editor of an environment, by default this process's own; nil where it names none.
  init?(_ environment: Environment = .process) {
    guard let command = environment["VISUAL"] ?? environment["EDITOR"] else { return nil }
    self.command = command
  }

  /// What follows the command, so that the file opens at the line.
  func arguments(path: String, line: Int) -> [String] {
    // A path that begins with a hyphen is no option.
    let path = path.hasPrefix("-") ? "./" + path : path
    switch name {
    case "vi", "vim", "nvim", "view", "gvim", "nano", "pico", "emacs", "emacsclient", "micro",
      "joe",
      "jmacs", "ne", "mg", "kak", "ed", "jed", "zile", "gedit", "kate":
      return ["+\(line)", path]
    case "code", "code-insiders", "codium", "vscodium", "cursor", "windsurf":
      // Without waiting it would come back before anything has been changed.
      let waits = command.contains("--wait") || command.contains(" -w") ? [] : ["--wait"]
      return waits + ["--goto", "\(path):\(line)"]
    case "subl", "zed", "hx", "helix":
      let waits = name == "subl" || name == "zed" ? ["--wait"] : []
      return (command.contains("--wait") ? [] : waits) + ["\(path):\(line)"]
    default: return [path]
    }
  }

  /// The program's name, without its folder and options.
  private var name: String {
    let first = command.split(separator: " ").first ?? ""
    return String(first.split(separator: "/").last ?? "")
  }

  /// Opens a file at a line and waits until the editor has ended.
  ///
  /// - Throws: ``TextEditorFailure`` where it can't be started or fails.
  func open(_ path: String, line: Int) throws(TextEditorFailure) {
    let status = OtherProgram.runHere(
      "/bin/sh", ["-c", command + " \"$@\"", command] + arguments(path: path, line: line))
    if status != 0 { throw TextEditorFailure(command: command, status: status ?? 127) }
  }
}

/// An editor that didn't end well.
struct TextEditorFailure: CommandFailure, Equatable {
  /// What was run.
  let command: String
  /// How it ended, as shells show it.
  let code: Int32

  init(command: String, status: Int32) {
    self.command = command
    code = status
  }

  var status: ExitStatus { .failure }

  var description: String {
    code == 127
      ? "there is no editor '\(command)'; set VISUAL or EDITOR to one"
      : "the editor '\(command)' ended with status \(code)"
  }
}
