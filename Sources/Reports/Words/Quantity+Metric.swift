import Experiments
import ReportKit
package import ServiceMetrics

extension Quantity {
  /// The kind of a metric; of none, a count.
  package init(metric: Metric?, currency: String) {
    switch metric?.unit {
    case .share: self = .share
    case .seconds: self = .duration
    case .hours: self = .hours
    case .money: self = .money(currency)
    case .count, .agents, .contacts, .perHour, .points, nil: self = .count
    }
  }
}

extension Metric {
  /// The unit as files write it: money in the scenario's currency where it has one.
  package func unitName(currency: String) -> String {
    unit == .money && !currency.isEmpty ? currency : unit.rawValue
  }
}
