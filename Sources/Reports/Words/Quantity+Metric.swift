import Experiments
import ReportKit

extension Quantity {
  /// The kind of a metric of the catalogue.
  package init(metric name: String, currency: String) {
    switch MetricCatalog.named(name)?.unit {
    case .share: self = .share
    case .seconds: self = .duration
    case .hours: self = .hours
    case .money: self = .money(currency)
    case .count, .agents, .contacts, .perHour, nil: self = .count
    }
  }
}

extension Metric {
  /// The unit as files write it: money in the scenario's currency where it has one.
  package static func unitName(_ name: String, currency: String) -> String {
    guard let unit = MetricCatalog.named(name)?.unit else { return "" }
    return unit == .money && !currency.isEmpty ? currency : unit.rawValue
  }
}
