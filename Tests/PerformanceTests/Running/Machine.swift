#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The machine on which all is measured, without its name.
enum Machine {
  /// Processor, cores, memory and system, in a line.
  static var description: String {
    let processor =
      value(of: "model name", in: "/proc/cpuinfo", separator: ":") ?? "processor unknown"
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let memory = value(of: "MemTotal", in: "/proc/meminfo", separator: ":")
      .flatMap { $0.split(separator: " ").first }.flatMap { Double($0) }
    let system = value(of: "PRETTY_NAME", in: "/etc/os-release", separator: "=") ?? "system unknown"
    return "\(processor), \(cores) cores, "
      + (memory.map { "\(Int(($0 / 1_048_576).rounded())) GB, " } ?? "") + system
  }

  /// How many processes wanted a core on average over the last minute.
  static var load: String {
    var averages = [0.0, 0, 0]
    return getloadavg(&averages, 3) > 0 ? decimal(averages[0]) : "unknown"
  }

  private static func value(of name: String, in path: String, separator: Character) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 1024)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix(name), let mark = text.firstIndex(of: separator) else { continue }
      return text[text.index(after: mark)...].trimmed
    }
    return nil
  }
}

extension Substring {
  /// The text without blanks, quotes and line ends around it.
  fileprivate var trimmed: String {
    let isKept: (Character) -> Bool = { !$0.isWhitespace && $0 != "\"" }
    guard let first = firstIndex(where: isKept), let last = lastIndex(where: isKept) else {
      return ""
    }
    return String(self[first...last])
  }
}
