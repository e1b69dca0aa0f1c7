import ServiceMetrics
import SupportModel

/// `health: not-worse`: a gate for each metric of the set that the scenario has and of which less or more is worse. The error rate of a gate run
/// holds over all its limits together, so that this is one joint test.
enum HealthGate {
  /// What stands for the set until the scenario is whole, and its metrics are known.
  static let metric = "health"
  /// Half a point of shares, a hundredth of anything else: what nobody would call worse.
  static let usual = (share: 0.005, part: 0.01)

  static func written(_ name: String?, margin: Double?, at place: Gate.Place) -> Gate {
    Gate(name: name ?? metric, metric: metric, notWorseByShare: margin, place: place)
  }

  static func inFull(_ gate: Gate, in scenario: Scenario) -> [Gate] {
    guard gate.metric == metric else { return [gate] }
    return MetricCatalog.health(in: scenario).filter { $0.direction != .neutral }.map { member in
      let isShare = member.measure == .share
      var one = gate
      (one.name, one.metric, one.isOfHealth) = ("\(gate.name): \(member.name)", member.name, true)
      one.notWorseBy = isShare ? gate.notWorseByShare ?? usual.share : nil
      one.notWorseByShare = isShare ? nil : gate.notWorseByShare ?? usual.part
      return one
    }
  }
}
