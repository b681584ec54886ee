/// A process, told from an earlier one with the same number.
package struct ProcessIdentity: Equatable, Sendable {
  /// The number by which the system knows it; above 1.
  package let id: Int32
  /// What tells it from others of that number: the boot of the machine, and when it was started.
  package let start: String

  /// Takes a process; nil for numbers by which signals go to other processes than one.
  package init?(id: Int32, start: String) {
    guard id > 1 else { return nil }
    self.id = id
    self.start = start
  }
}

/// The processes of the machine.
///
/// A protocol, so that tests can say who runs and see who is asked to end.
package protocol ProcessTable {
  /// This process; nil where the system doesn't tell when it was started.
  var current: ProcessIdentity? { get }
  /// Whether the process runs: that very one, not another to which its number went.
  func isRunning(_ process: ProcessIdentity) -> Bool
  /// Asks a process to end in an orderly way.
  func terminate(_ process: ProcessIdentity)
  /// Waits for so many milliseconds.
  func wait(milliseconds: Int)
}
