import TestSupport
import Testing

extension Terminal {
  /// Checks that the terminal is as it was before the program started.
  func expectRestored(at location: SourceLocation = #_sourceLocation) {
    #expect(modes == modesBefore, "the modes are others", sourceLocation: location)
    #expect(!screen.isAlternate, sourceLocation: location)
    #expect(screen.isCursorVisible, sourceLocation: location)
    #expect(!screen.isMouseReported, sourceLocation: location)
    #expect(screen.modes == VirtualScreen.initialModes, sourceLocation: location)
    #expect(screen.isPlain, "text has colours or attributes", sourceLocation: location)
    #expect(screen.intruders.isEmpty, sourceLocation: location)
  }
}
