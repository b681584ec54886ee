#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The variables that a process is started with.
struct Environment: Sendable {
  private let read: @Sendable (String) -> String?

  /// Makes an environment of the given variables alone.
  init(_ variables: [String: String]) { read = { variables[$0] } }

  private init(reading read: @escaping @Sendable (String) -> String?) { self.read = read }

  /// That of this process.
  static let process = Environment { name in getenv(name).map { String(cString: $0) } }

  /// The value of a variable; nil also where it is empty, which everywhere means the same.
  subscript(name: String) -> String? {
    read(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The folder `swot` of the user's settings.
  ///
  /// By the XDG Base Directory Specification, 0.8: a relative path counts as none. Nil where there
  /// is no home folder either.
  var configurationFolder: String? {
    if let folder = self["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return folder + "/swot" }
    return self["HOME"].map { $0 + "/.config/swot" }
  }

  /// The folder `swot` of what belongs to this machine alone; nil without a home folder.
  var stateFolder: String? {
    if let folder = self["XDG_STATE_HOME"], folder.hasPrefix("/") { return folder + "/swot" }
    return self["HOME"].map { $0 + "/.local/state/swot" }
  }
}
