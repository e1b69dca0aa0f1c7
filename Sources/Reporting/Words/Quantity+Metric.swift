extension Quantity {
  /// The kind of a metric of the catalogue.
  package init(metric: String, currency: String) {
    switch MetricUnit.of(metric) {
    case "share": self = .share
    case "s": self = .duration
    case "h": self = .hours
    case "money": self = .money(currency)
    default: self = .count
    }
  }
}

/// Units of metrics by name. Stands in for the metric catalogue of `Experiments`.
package enum MetricUnit {
  package static func of(_ metric: String) -> String {
    switch metric {
    case "abandonment", "p-wait", "service-level", "target-attainment", "day-meets-target", "fcr", "occupancy", "utilisation", "adherence",
      "shrinkage":
      return "share"
    case "asa": return "s"
    case "queue-mean": return "contacts"
    case "staffed-mean", "busy-mean": return "agents"
    case "staffing-cost", "cost-per-contact", "cost-per-need", "penalty": return "money"
    default:
      if metric.hasSuffix("-hours") { return "h" }
      if metric.hasPrefix("wait-") || metric.hasPrefix("ttfr-") || metric.hasPrefix("ttr-") || metric.hasPrefix("backlog-age-")
        || metric.hasPrefix("handle-") || metric.hasPrefix("idle-") || metric == "time-to-clear"
      {
        return "s"
      }
      return "contacts"
    }
  }
}

extension MetricUnit {
  /// The unit as files write it: money in the scenario's currency.
  package static func named(_ metric: String, currency: String) -> String {
    let unit = of(metric)
    return unit == "money" && !currency.isEmpty ? currency : unit
  }
}
