package import ServiceMetrics
import SimulationCore

extension Metric {
  /// How people write its values.
  package var measure: MeasureText.Unit {
    switch unit {
    case .share: .share
    case .seconds: .seconds
    case .hours: .hours
    case .count, .agents, .contacts, .money, .perHour, .points: .number
    }
  }

  /// A value as a person would write it in a gate: `1%`, `20s`, `12`.
  func spelled(_ value: Double) -> String {
    switch measure {
    case .share: percent(value)
    case .seconds: ScenarioFormat.spelled(.seconds(value))
    case .hours: ScenarioFormat.spelled(.seconds(value * 3600))
    case .number: plain(value)
    }
  }
}
