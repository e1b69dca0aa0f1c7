package import Experiments

/// How a request is carried out; what comes out does not depend on it.
package struct Execution: Sendable {
  /// Threads to play on; nil: all cores.
  package var threads: Int?
  /// Asked when playing begins: from then on, whoever raises the flag ends the play cleanly.
  package var interruption: @Sendable () -> InterruptionFlag
  /// Told how many plays are finished, and how many are planned; 0 where nobody knows. May be called from any thread.
  package var progress: @Sendable (_ finished: Int, _ planned: Int) -> Void
  /// Where the replications of experiments come from when they are not played here.
  package var supply: PlaySupply?

  package init(
    threads: Int? = nil, interruption: @escaping @Sendable () -> InterruptionFlag = { InterruptionFlag() },
    progress: @escaping @Sendable (_ finished: Int, _ planned: Int) -> Void = { _, _ in }
  ) {
    self.threads = threads
    self.interruption = interruption
    self.progress = progress
  }
}
