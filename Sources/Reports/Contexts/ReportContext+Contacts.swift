import Experiments
package import ServiceMetrics
import SimulationCore
import SupportModel

/// How many contacts something is about.
extension ReportContext {
  /// Contacts that a target had in all plays together, of one interval or of the whole horizon; nil where it is not known.
  package func contactsInAllPlays(of target: Int, interval: Int? = nil) -> Double? {
    var sum = 0.0
    for type in scenario.named(scenario.targets[target].contactTypes) {
      guard let offered = estimate(.offered, Scope(contactType: type, interval: interval))?.estimate else { return nil }
      sum += offered
    }
    return sum * Double(result.replications)
  }

  /// Contacts of a scope that were open when the horizon began: counted with the first interval, though nobody called then. Those that had been
  /// touched are in no count of contacts that came.
  package func openAtStart(_ scope: Scope) -> Double {
    guard scenario.horizon.warmUp == .zero else { return 0 }
    return scenario.horizon.backlog.reduce(0) { sum, backlog in
      let untouched = Double(backlog.count) * (1 - max(backlog.answered, backlog.pending + backlog.onHold))
      return scope.holds(scenario.contactTypes[backlog.contactType], index: backlog.contactType) ? sum + untouched : sum
    }
  }

  /// Contacts that came in an interval, mean per play: offered, without those that were open when the horizon began.
  package func arrived(_ scope: Scope, interval: Int) -> Double? {
    var scope = scope
    scope.interval = interval
    return estimate(.offered, scope)?.estimate.map { max(0, $0 - (interval == 0 ? openAtStart(scope) : 0)) }
  }

  /// People there below whose number a share of their time says nothing.
  package static let fewestPeople = 0.1

  /// Whether so few were there that what they did is chance: a minute of somebody's overtime.
  package func hasHardlyAnybody(_ scope: Scope) -> Bool {
    (estimate(.staffedMean, scope)?.estimate ?? 0) < Self.fewestPeople
  }
}
