import TestSupport

extension Terminal {
  /// A terminal with a shell in it that controls jobs, ready for a command.
  static func shell(home: String) throws -> Terminal {
    let shell = try Terminal(
      ["--norc", "--noprofile", "-i"], home: home, program: "/bin/bash",
      environment: ["PS1": "ready> "])
    try shell.wait(for: "ready>")
    return shell
  }
}
