import Synchronization
import Workbench

/// How far a run is, redrawn in place on standard error. Draws nothing where that is not a terminal. May be called from any thread.
final class ProgressBar: Sendable {
  private let isShown: Bool
  private let lastShown = Mutex<Int>(-1)
  private static let room = 40

  init(isWanted: Bool) { isShown = isWanted && Terminal.errorIsTerminal }

  func show(finished: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let filled = min(Self.room, finished * Self.room / total)
    let permille = min(1000, finished * 1000 / total)
    lastShown.withLock { last in
      guard permille != last else { return }
      last = permille
      let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: Self.room - filled)
      _ = Descriptor.send("\r\u{1B}[K\(bar)  \(finished) of \(total) replications", to: STDERR_FILENO)
    }
  }

  /// Shows how far something is while it goes on, and wipes the line when it is over.
  func watching<Result>(
    _ play: (_ progress: @escaping @Sendable (_ finished: Int, _ planned: Int) -> Void) throws(RequestFailure) -> Result
  ) throws(RequestFailure) -> Result {
    defer { clear() }
    return try play { self.show(finished: $0, of: $1) }
  }

  private func clear() {
    guard isShown else { return }
    lastShown.withLock { last in
      if last >= 0 { _ = Descriptor.send("\r\u{1B}[K", to: STDERR_FILENO) }
      last = -1
    }
  }
}
