import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What `swot doctor` finds out about the locale, which says what characters the terminal shows.
struct LocaleExamination {
  private let charset: Charset
  private let environment: Environment
  private let isInstalled: (String) -> Bool

  /// Takes what is known.
  ///
  /// - Parameters:
  ///   - charset: The characters that are shown.
  ///   - environment: The variables.
  ///   - isInstalled: Whether the system has a locale of that name.
  init(
    charset: Charset, _ environment: Environment,
    isInstalled: @escaping (String) -> Bool = Self.isInstalled
  ) {
    self.charset = charset
    self.environment = environment
    self.isInstalled = isInstalled
  }

  /// What was found.
  var finding: Finding {
    guard let variable = ["LC_ALL", "LC_CTYPE", "LANG"].first(where: { environment[$0] != nil }),
      let name = environment[variable]
    else {
      return .note(
        "Locale", "none is set: only ASCII is shown",
        mend: "export LANG=C.UTF-8", "to keep it: add that line to ~/.profile")
    }
    let setting = "\(variable)=\(name)"
    if !isInstalled(name) {
      let effect =
        charset == .unicode
        ? "another of UTF-8 is used instead" : "only ASCII is shown"
      return .note(
        "Locale", "\(setting), which this system doesn't have: \(effect)",
        mend: "export \(variable)=C.UTF-8", "or install it: sudo dpkg-reconfigure locales")
    }
    if charset == .unicode { return .ok("Locale", "\(setting): UTF-8") }
    let isPlain = ["C", "POSIX"].contains(name)
    return .note(
      "Locale",
      isPlain
        ? "\(setting): only ASCII is shown"
        : "\(setting) is no locale of UTF-8: only ASCII is shown",
      mend: "export \(variable)=C.UTF-8")
  }

  /// Whether the C library can load a locale.
  static func isInstalled(_ name: String) -> Bool {
    guard let locale = newlocale(1 << LC_CTYPE, name, nil) else { return false }
    freelocale(locale)
    return true
  }
}
