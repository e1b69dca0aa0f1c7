import ReportKit
import ServiceMetrics
package import Studies
package import SupportModel

/// What the gates of the commit compared with held and those of the working tree do not: named, not judged.
package struct LostGates: Sendable {
  /// How a gate got away; the raw value is what `gate.json` says.
  package enum What: String, Sendable {
    case scenarioGone = "scenario-gone"
    case gatesGone = "gates-gone"
    case gateGone = "gate-gone"
    case limitGone = "limit-gone"
    case looser
    case unread
  }

  /// One gate, limit or scenario that is no longer judged as it was.
  package struct Entry: Sendable {
    /// The scenario file as the user named it.
    package var file: String
    /// What happened to it.
    package var what: What
    /// Name of the gate in the baseline; nil: all of them.
    package var gate: String?
    /// Before and now, where a limit moved; nil elsewhere.
    package var loosening: GateLoosening?
    /// For a reader, with names and limits.
    package var sentence: String
  }

  /// The baseline's scenario with its gates; nil where they cannot be read any more.
  package static func entries(file: String, baseline: Scenario?, candidate: Scenario) -> [Entry] {
    guard let baseline else {
      return [
        Entry(
          file: file, what: .unread,
          sentence: "The gates of the baseline cannot be read, so nobody can say whether one is gone or looser.")
      ]
    }
    return GateLoosening.between(baseline, candidate).map { loosening in
      let quantity = Quantity(metric: MetricCatalog.named(loosening.metric), currency: baseline.currency)
      func words(_ limit: GateLoosening.Limit) -> String {
        GateFinding.words(limit.condition, limit.limit, share: limit.share, quantity)
      }
      let name = loosening.gate
      guard let before = loosening.before else {
        return Entry(file: file, what: .gateGone, gate: name, loosening: loosening, sentence: "Gate \(name) of the baseline is gone.")
      }
      guard let now = loosening.now else {
        return Entry(
          file: file, what: .limitGone, gate: name, loosening: loosening,
          sentence: "Gate \(name) of the baseline: its limit \(words(before)) is gone.")
      }
      return Entry(
        file: file, what: .looser, gate: name, loosening: loosening,
        sentence: "Gate \(name) allows more than the baseline's: \(words(now)) now, \(words(before)) before.")
    }
  }

  /// A scenario of the baseline that had gates; `remains`: the file is still there.
  package static func scenario(_ file: String, ref: String, remains: Bool) -> Entry {
    Entry(
      file: file, what: remains ? .gatesGone : .scenarioGone,
      sentence: remains
        ? "\(file) had gates at \(ref) and has none now, so it is not gated."
        : "\(file) had gates at \(ref) and is gone, so it is not gated.")
  }
}
