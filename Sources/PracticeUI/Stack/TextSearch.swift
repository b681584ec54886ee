import TerminalUI

/// A search for words, without case, accents and the finer points of typography.
///
/// Texts are folded once, as the words of the query are: then a search is a pass over bytes.
struct TextSearch: Equatable, Sendable {
  /// The words, folded; every one has to be found.
  let words: [[UInt8]]

  /// Searches for the words of `query`.
  init(_ query: String) {
    words = query.split(whereSeparator: \.isWhitespace).map { word in
      var bytes: [UInt8] = []
      TextSearch.fold(String(word), into: &bytes)
      return bytes
    }
  }

  /// Whether nothing is searched.
  var isEmpty: Bool { words.isEmpty }

  /// Whether each word stands in a folded text.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    words.allSatisfy { TextSearch.contains($0, in: text) }
  }

  /// Whether each word stands in a folded text.
  func matches(_ text: [UInt8]) -> Bool { text.withUnsafeBufferPointer(matches) }

  /// Whether whatever this search finds would be found by `other` too.
  func narrows(_ other: TextSearch) -> Bool {
    other.words.count <= words.count && zip(other.words, words).allSatisfy { $1.starts(with: $0) }
  }

  /// Appends a text in the form in which it is searched.
  static func fold(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    let isASCII = text.withUTF8 { utf8 in
      guard utf8.allSatisfy({ $0 < 0x80 }) else { return false }
      bytes.append(contentsOf: utf8.lazy.map(lowercased))
      return true
    }
    if isASCII { return }
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(lowercased(UInt8(scalar.value)))
      } else {
        bytes += folded(scalar).utf8
      }
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
  }

  /// A scalar outside of ASCII: in ASCII where it has a spelling there, else in lower case.
  private static func folded(_ scalar: Unicode.Scalar) -> String {
    let spelling = DisplayText.sanitized(String(scalar), charset: .ascii)
    return spelling == "?" ? scalar.properties.lowercaseMapping : spelling.lowercased()
  }

  private static func contains(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first else { return true }
    guard text.count >= word.count else { return false }
    return word.withUnsafeBufferPointer { word in
      for start in 0...(text.count - word.count) where text[start] == first {
        var length = 1
        while length < word.count, text[start + length] == word[length] { length += 1 }
        if length == word.count { return true }
      }
      return false
    }
  }
}
