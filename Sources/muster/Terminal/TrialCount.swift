import Workbench

/// How many staffings were tried, redrawn in place on standard error: nobody knows beforehand how many it will be.
final class TrialCount: Sendable {
  private let isShown: Bool

  init(isWanted: Bool) { isShown = isWanted && Terminal.errorIsTerminal }

  func show(_ trials: Int) {
    if isShown { _ = Descriptor.send("\r\u{1B}[K\(trials) staffings played", to: STDERR_FILENO) }
  }

  /// Wipes the line.
  func clear() {
    if isShown { _ = Descriptor.send("\r\u{1B}[K", to: STDERR_FILENO) }
  }
}
