#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization

/// The number of SIGINT and SIGTERM received.
private let stopSignals = Atomic<Int>(0)

/// A first SIGINT or SIGTERM asks a run to end cleanly; a second ends the process at once.
enum StopSignals {
  /// From now on signals are counted instead of ending the process.
  static func watch() {
    // Touched here so that the handler finds it initialised.
    stopSignals.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if stopSignals.add(1, ordering: .relaxed).newValue > 1 { _exit(128 + number) }
      }
    }
    // A reader that went away shows as a failed write instead.
    signal(SIGPIPE, SIG_IGN)
  }

  /// A signal came.
  static var received: Bool { stopSignals.load(ordering: .relaxed) > 0 }
}
