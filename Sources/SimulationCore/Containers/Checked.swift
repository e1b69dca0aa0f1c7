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
      if !holds() { preconditionFailure("\(what)") }
    #else
      assert(holds())
    #endif
  }
}
