/// The checked build: the same programs with every index, slot and event handle of the event loop looked at before it is used, and the
/// invariants of every part of a simulation asked for after every event.
///
/// `MUSTER_CHECKED=1` in the environment of the package manager switches it on (`Package.swift`). The property and differential tests run
/// in it; programs that are shipped are built without, where a check costs as much as the read it guards.
public enum Checked {
  /// Whether this is the checked build.
  @inlinable public static var isOn: Bool {
    #if MUSTER_CHECKED
      true
    #else
      false
    #endif
  }

  /// Stops the process in the checked build, and in debug builds, where something does not hold.
  @inlinable @inline(__always)
  static func require(_ holds: @autoclosure () -> Bool, _ what: StaticString) {
    #if MUSTER_CHECKED
      if !holds() { Invariant.fail(what) }
    #else
      assert(holds())
    #endif
  }
}

/// What must hold whenever an event has been played. The parts of a simulation say theirs in `checkInvariants`.
public enum Invariant {
  /// Stops the process where something does not hold, in every build, and says what.
  @inlinable @inline(__always)
  public static func require(_ holds: Bool, _ what: StaticString) {
    if !holds { fail(what) }
  }

  public static func fail(_ what: StaticString) -> Never {
    #if hasFeature(Embedded)
      fatalError("an invariant does not hold")
    #else
      fatalError("\(what)")
    #endif
  }
}
