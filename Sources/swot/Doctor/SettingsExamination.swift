import PracticeUI
import QuestionBankFormat

/// What `swot doctor` finds out about the settings of appearance.
struct SettingsExamination {
  /// What was found.
  let findings: [Finding]

  /// Reads the settings and the theme that they name.
  init(_ environment: Environment) {
    guard let file = AppearanceFile(environment) else {
      findings = [
        .note("Settings", "there is no home folder to keep them in", mend: "export HOME=…")
      ]
      return
    }
    do {
      let (settings, diagnostics, text) = try file.read()
      var found = diagnostics.map { diagnostic -> Finding in
        .problem(
          "Settings",
          "\(diagnostic.location.file):\(diagnostic.location.line):\(diagnostic.location.column): "
            + diagnostic.message, mend: "edit '\(file.path)'")
      }
      do {
        _ = try ThemeLibrary(environment).theme(named: settings.theme)
      } catch {
        found.append(.problem("Theme", "\(error)", mend: "choose another under , in swot"))
      }
      if found.isEmpty {
        found.append(.ok("Settings", text == nil ? "none yet" : "'\(file.path)'"))
      }
      findings = found
    } catch {
      findings = [.problem("Settings", "\(error)", mend: "chmod u+rw '\(file.path)'")]
    }
  }
}
