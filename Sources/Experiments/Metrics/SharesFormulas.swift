import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let shares: [Self] = [
    Self(.abandonment, .contacts { Ratio($0.cell.abandoned + $0.cell.balked, per: $0.accepted) }),
    Self(.pWait, .contacts { Ratio($0.cell.hadToWait, per: $0.accepted) }),
    Self(
      .serviceLevel,
      .treatedTarget { cell, abandons in
        let level = cell.serviceLevel(abandons)
        return Ratio(level.met, per: level.of)
      }),
    Self(.targetAttainment, .targetIntervals { .verdict($0.meets($1)) }),
    Self(.dayMeetsTarget, .targetDays { .verdict($0.meets($1)) }),
    Self(.fcr, .contacts(firstContactResolution)),
  ]
}
