/// A file as the readers take it: its name and its bytes.
///
/// Nothing in this target opens files: whoever calls has read them.
package struct SourceFile: Equatable, Sendable {
  /// The name, as diagnostics show it; often a path.
  package let name: String
  /// The contents.
  package let bytes: [UInt8]

  /// Makes a file from bytes.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Makes a file from text, in UTF-8.
  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The part of the name behind its last slash.
  package var lastComponent: Substring {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return name[...] }
    return name[name.utf8.index(after: slash)...]
  }

  /// The index of the first byte behind a byte order mark; 0 without one.
  var startOfText: Int { bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0 }
}
