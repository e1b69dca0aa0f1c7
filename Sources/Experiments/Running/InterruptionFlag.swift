import Synchronization

/// Raised by a signal handler or another thread to end an experiment early and cleanly. Raising takes no lock.
package final class InterruptionFlag: Sendable {
  private let raised = Atomic<Bool>(false)

  package init() {}

  /// May be asked on any thread, at any time.
  package var isRaised: Bool { raised.load(ordering: .relaxed) }
  /// From any thread; it cannot be taken back.
  package func raise() { raised.store(true, ordering: .relaxed) }
}
