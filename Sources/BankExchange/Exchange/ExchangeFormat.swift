/// The formats between which banks are converted.
package enum ExchangeFormat: String, CaseIterable, Sendable {
  /// Banks of this program; the callers read and write them.
  case swot

  /// What people call it.
  package var title: String {
    switch self {
    case .swot: "Swot"
    }
  }

  /// What reads it; nil for Swot itself and for formats that can only be written.
  package var importer: (any BankImporter)? {
    switch self {
    case .swot: nil
    }
  }

  /// What writes it; nil for Swot itself.
  package var exporter: (any BankExporter)? {
    switch self {
    case .swot: nil
    }
  }

  /// The endings of names that are clear, in lower case, without the point.
  package var endings: [String] {
    switch self {
    case .swot: ["yaml", "yml"]
    }
  }

  /// The format that a file of this name has; nil where several may use such names.
  package init?(guessedFrom path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = format
  }
}
