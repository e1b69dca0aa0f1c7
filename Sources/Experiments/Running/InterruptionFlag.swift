import Synchronization

/// Raised by a signal handler or another thread to end an experiment early and cleanly. Raising takes no lock.
package final class InterruptionFlag: Sendable {
  private let raised = Atomic<Bool>(false)

  package init() {}

  package var isRaised: Bool { raised.load(ordering: .relaxed) }
  package func raise() { raised.store(true, ordering: .relaxed) }
}
