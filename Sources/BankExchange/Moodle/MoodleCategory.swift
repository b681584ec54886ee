/// Paths of question categories, as Moodle writes them: `$course$/top/AWS IAM/CI//CD`.
///
/// Names are parted by slashes; a slash in a name is written twice, with blanks where it would
/// touch another one.
package enum MoodleCategory {
  /// The names of a path, from the outermost, without what only says where Moodle keeps them.
  ///
  /// Moodle's own category for whatever has none ("Default for …") counts as no category.
  package static func names(ofPath path: String) -> [String] {
    var names: [String] = []
    var name = ""
    let scalars = Array(path.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index] != "/" {
        name.unicodeScalars.append(scalars[index])
      } else if index + 1 < scalars.count, scalars[index + 1] == "/" {
        name += "/"
        index += 1
      } else {
        names.append(name)
        name = ""
      }
      index += 1
    }
    names.append(name)
    names = names.map { TextBlock.line($0) }.filter { !$0.isEmpty }
    let mark = UInt8(ascii: "$")
    if let first = names.first?.utf8, first.first == mark, first.last == mark {
      names.removeFirst()
    }
    if names.first == "top" { names.removeFirst() }
    if names.first?.utf8.starts(with: defaultPrefix.utf8) == true { names.removeFirst() }
    return names
  }

  /// The path of nested categories with these names; without names, that of the default category
  /// of a bank with this title.
  package static func path(ofNames names: [String], bankTitle: String) -> String {
    let names = names.isEmpty ? [defaultPrefix + bankTitle] : names
    return (["top"] + names.map(escaped)).joined(separator: "/")
  }

  private static let defaultPrefix = "Default for "

  private static func escaped(_ name: String) -> String {
    let name = TextBlock.line(name)
    var escaped = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if scalar == "/" { escaped.append(scalar) }
      escaped.append(scalar)
    }
    let slash = UInt8(ascii: "/")
    return (name.utf8.first == slash ? " " : "") + String(escaped)
      + (name.utf8.last == slash ? " " : "")
  }
}
