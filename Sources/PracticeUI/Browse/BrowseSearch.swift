import PracticeCore

/// Finds questions by words in their ids, stems, objectives and tags.
///
/// The texts are folded once, one after the other in one buffer, so that a search of all of them is
/// one pass over memory.
struct BrowseSearch: Equatable, Sendable {
  private var bytes: [UInt8] = []
  /// Where the text of each question ends.
  private var ends: [Int] = []

  /// Prepares the texts of all questions of `index`.
  init(_ index: BrowseIndex, in catalog: QuestionCatalog) {
    ends.reserveCapacity(index.places.count)
    let groups = index.groups.map { group in
      var text: [UInt8] = []
      Self.append(group.objective ?? "", to: &text)
      if group.objective != nil { Self.append(group.title, to: &text) }
      return text
    }
    for place in index.places {
      let question = catalog.banks[Int(place.bank)].questions[Int(place.question)]
      Self.append(question.id.description, to: &bytes)
      Self.append(question.stem, to: &bytes)
      bytes += groups[Int(place.group)]
      for tag in question.tags { Self.append(tag, to: &bytes) }
      ends.append(bytes.count)
    }
  }

  /// Searches the texts.
  ///
  /// - Parameters:
  ///   - search: what to look for.
  ///   - candidates: the numbers of the questions to look at, ascending; nil for all.
  /// - Returns: the numbers of the questions found, ascending.
  func questions(matching search: TextSearch, among candidates: [Int32]? = nil) -> [Int32] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [Int32] = []
      func check(_ number: Int) {
        let start = number == 0 ? 0 : ends[number - 1]
        if search.matches(UnsafeBufferPointer(rebasing: bytes[start..<ends[number]])) {
          found.append(Int32(number))
        }
      }
      if let candidates {
        for number in candidates { check(Int(number)) }
      } else {
        for number in ends.indices { check(number) }
      }
      return found
    }
  }

  /// Appends a text and a byte that no word holds.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    TextSearch.fold(text, into: &bytes)
    bytes.append(0x0A)
  }
}
