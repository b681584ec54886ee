/// The events that drop out: those that an `undo` names which doesn't drop out itself.
///
/// Whether an `undo` holds never depends on the clock, which may have been set back between it and
/// what it takes back. Only where undos name each other in a circle, which no program writes, the
/// latest of them holds.
package struct UndoneEvents {
  /// The events that drop out.
  package private(set) var ids: Set<EventID> = []

  /// What each `undo` names; more than one thing only where two events have one identity.
  private var targets: [EventID: [EventID]] = [:]
  /// For each `undo`, how many others name it that are not decided on.
  private var undecidedNamers: [EventID: Int] = [:]
  /// Undos of which it is known that they hold, and not yet what follows.
  private var holding: [EventID] = []

  /// Finds them among events in the order of their positions.
  package init(in sorted: [Event]) {
    var undos: [EventID] = []
    for event in sorted {
      guard case .undo(let target) = event.content,
        !(targets[event.id]?.contains(target) ?? false)
      else { continue }
      targets[event.id, default: []].append(target)
      undos.append(event.id)
    }
    if undos.isEmpty { return }
    for undo in undos { undecidedNamers[undo] = 0 }
    for named in targets.values.joined() where undecidedNamers[named] != nil {
      undecidedNamers[named, default: 0] += 1
    }
    holding = undos.filter { undecidedNamers[$0] == 0 }
    settle()
    // What is left names each other in circles.
    while let latest = undos.popLast() {
      guard undecidedNamers[latest] != nil else { continue }
      holding.append(latest)
      settle()
    }
  }

  /// Follows what the undos that hold take back, until nothing more follows.
  private mutating func settle() {
    while let undo = holding.popLast() {
      // Where one identity stands for two undos, it may be decided on already.
      guard undecidedNamers.removeValue(forKey: undo) != nil else { continue }
      for target in targets[undo] ?? [] {
        ids.insert(target)
        guard undecidedNamers.removeValue(forKey: target) != nil else { continue }
        // An undo that drops out names nobody any more.
        for freed in targets[target] ?? [] {
          guard let namers = undecidedNamers[freed] else { continue }
          undecidedNamers[freed] = namers - 1
          if namers == 1 { holding.append(freed) }
        }
      }
    }
  }
}
