/// Which form of an exam a forecast is about.
package enum MockForm: Equatable, Sendable {
  /// Any that is drawn; what is held back for the last mock comes last in it.
  case any(butLast: HeldBackForm?)
  /// The one that is held back for the last mock.
  case lastMock(HeldBackForm)
}
