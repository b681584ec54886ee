/// A search for words, without case, that keeps up with very many texts.
struct TextSearch: Equatable, Sendable {
  /// The words, in lower case; every one has to be found.
  private let words: [[UInt8]]

  /// Searches for the words of `query`.
  init(_ query: String) {
    words = query.lowercased().split(separator: " ").map { Array($0.utf8) }
  }

  /// Whether nothing is searched.
  var isEmpty: Bool { words.isEmpty }

  /// Whether each word stands in one of the texts.
  func matches(_ texts: [String]) -> Bool {
    words.allSatisfy { word in texts.contains { Self.contains($0, word) } }
  }

  private static func contains(_ text: String, _ word: [UInt8]) -> Bool {
    if word.contains(where: { $0 >= 0x80 }) { return find(word, in: text.lowercased()) }
    return find(word, in: text)
  }

  private static func find(_ word: [UInt8], in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = word.first, bytes.count >= word.count else { return word.isEmpty }
      for start in 0...(bytes.count - word.count) where lower(bytes[start]) == first {
        var length = 1
        while length < word.count, lower(bytes[start + length]) == word[length] { length += 1 }
        if length == word.count { return true }
      }
      return false
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
  }
}
