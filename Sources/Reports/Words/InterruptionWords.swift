package import Experiments
import ReportKit
package import Staffing
package import Studies

/// What is said of results that a signal cut short; nil where nothing was.
package enum InterruptionWords {
  /// Of a run.
  package static func sentence(_ result: ExperimentResult) -> String? {
    guard result.isPartial else { return nil }
    return "muster: interrupted; the results are those of \(Words.counted(result.replications, "finished replication"))."
  }

  /// Of a comparison.
  package static func sentence(_ result: Comparison) -> String? {
    result.isPartial ? "muster: interrupted; the results are those of the finished replications." : nil
  }

  /// Of a staffing.
  package static func sentence(_ result: StaffingResult) -> String? {
    result.isPartial ? "muster: interrupted; the plan is the best that was found until then." : nil
  }

  /// Of what moves a metric.
  package static func sentence(_ result: Sensitivity) -> String? {
    result.isPartial ? "muster: interrupted; the results are those of what was finished." : nil
  }

  /// Of why a target is missed.
  package static func sentence(_ result: Explanation) -> String? {
    guard result.isPartial else { return nil }
    if result.state == .missed { return "muster: interrupted; the misses were not divided among their causes." }
    return "muster: interrupted; the results are those of \(Words.counted(result.replications, "finished replication"))."
  }

  /// Of one gated scenario or of several, of which `planned` were to be played.
  package static func sentence(_ gated: [GatedScenario], planned: Int) -> String? {
    guard gated.count < planned || gated.contains(where: \.result.isPartial) else { return nil }
    let begun =
      planned == 1
      ? "after \(Words.counted(gated[0].result.replications, "replication")) of each side."
      : "when \(gated.count) of \(Words.counted(planned, "scenario")) had begun."
    return "muster: interrupted \(begun)"
  }
}
