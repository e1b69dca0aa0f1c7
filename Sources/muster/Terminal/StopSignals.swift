import Experiments
import Workbench

/// Raised by the first signal. A global, because a signal handler can carry nothing.
private let interruption = InterruptionFlag()

/// A first SIGINT or SIGTERM asks a run to end cleanly; a second ends the process at once.
enum StopSignals {
  /// From now on a signal raises the flag instead of ending the process.
  static func watch() -> InterruptionFlag {
    // Touched here so that the handler finds it initialised.
    let flag = interruption
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if interruption.isRaised { _exit(128 + number) }
        interruption.raise()
      }
    }
    // A reader that went away shows as a failed write instead.
    signal(SIGPIPE, SIG_IGN)
    return flag
  }

  /// A file that grew beyond what is allowed (`ulimit -f`) shows as a failed write too.
  static func ignoreFileLimit() { signal(SIGXFSZ, SIG_IGN) }
}
