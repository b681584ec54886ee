/// What characters a terminal can show.
package enum Charset: Hashable, Sendable {
  /// All of Unicode, in UTF-8.
  case unicode
  /// ASCII only: the locale is not UTF-8, or the learner wishes it.
  case ascii
}
