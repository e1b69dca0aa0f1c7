package import Experiments
import ServiceMetrics
package import SupportModel

extension Gate {
  /// The limits it sets, in the order of the documentation.
  package var conditions: [(condition: GateFinding.Condition, limit: Double, share: Double?)] {
    var conditions: [(GateFinding.Condition, Double, Double?)] = []
    if let atLeast { conditions.append((.atLeast, atLeast, nil)) }
    if let atMost { conditions.append((.atMost, atMost, nil)) }
    if let notWorseBy { conditions.append((.notWorseBy, notWorseBy, nil)) }
    if let notWorseByShare { conditions.append((.notWorseBy, 0, notWorseByShare)) }
    return conditions
  }

  /// What it asks, by names, so that it means the same in the baseline.
  package func question(in scenario: Scenario) -> MetricQuestion? {
    guard let metric = MetricCatalog.named(metric) else { return nil }
    let scope: Scope =
      switch subject {
      case .total: Scope()
      case .contactType(let index): Scope(contactType: index)
      case .channel(let index): Scope(channel: index)
      case .segment(let index): Scope(segment: index)
      case .priority(let number): Scope(priority: number)
      case .group(let index): Scope(group: index)
      case .target(let index): Scope(target: index)
      }
    return MetricQuestion(metric, scope, in: scenario)
  }
}
