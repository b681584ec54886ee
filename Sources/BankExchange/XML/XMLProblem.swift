package import QuestionBankFormat

/// Why an XML document can't be read.
package struct XMLProblem: Error, Equatable {
  /// What is wrong and what is allowed: lower case, without a full stop.
  package var message: String
  /// Where.
  package var location: SourceLocation
}

/// What an XML document may hold at most.
///
/// Files of question banks stay far below; one that is made to fill the memory, or to take a
/// minute, is refused at the limit.
package struct XMLLimits: Equatable, Sendable {
  /// The most bytes of a document.
  package var bytes = ImportLimits.fileBytes
  /// The most elements.
  ///
  /// One takes about 200 bytes of memory.
  package var elements = 2_000_000
  /// The deepest nesting of elements.
  package var depth = 100
  /// The most attributes of an element, declarations of namespaces not counted.
  package var attributes = 100

  /// The limits for files that users name.
  package static let standard = XMLLimits()

  /// Makes the usual limits.
  package init() {}
}
