import ReportKit
import Synchronization
import Workbench

/// How far a run is and how much longer it takes, redrawn in place on standard error. Draws nothing where that is not a terminal. May be called from any thread.
final class ProgressBar: Sendable {
  private let isShown: Bool
  private let lastShown = Mutex<Int>(-1)
  private let began = ContinuousClock.now
  private static let room = 40
  /// What is counted.
  private let things: String

  init(isWanted: Bool, counting things: String = "replications") {
    isShown = isWanted && Terminal.errorIsTerminal
    self.things = things
  }

  func show(finished: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let filled = min(Self.room, finished * Self.room / total)
    let permille = min(1000, finished * 1000 / total)
    lastShown.withLock { last in
      guard permille != last else { return }
      last = permille
      let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: Self.room - filled)
      _ = Descriptor.send(
        "\r\u{1B}[K\(bar)  \(finished) of \(total) \(things)\(Self.left(since: began, finished: finished, of: total))", to: STDERR_FILENO
      )
    }
  }

  /// `, about 12s left` at the pace so far; nothing before a second has gone by, or where it is over.
  static func left(since began: ContinuousClock.Instant, finished: Int, of total: Int) -> String {
    left(elapsed: Double((ContinuousClock.now - began).components.seconds), finished: finished, of: total)
  }

  /// `elapsed` in seconds.
  static func left(elapsed: Double, finished: Int, of total: Int) -> String {
    guard elapsed >= 1, finished > 0, finished < total else { return "" }
    return ", about \(Words.duration((elapsed * Double(total - finished) / Double(finished)).rounded(.up))) left"
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
