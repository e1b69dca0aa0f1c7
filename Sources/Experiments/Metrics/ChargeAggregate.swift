package import SupportModel

/// What a metric of charges may look at: of all targets or of one, in one interval or over the whole counted horizon.
package struct ChargeAggregate: Sendable {
  /// Contacts that broke a promise for which each costs something, as often as penalties charge them; what they cost.
  package var breaches: Int64 = 0
  package var breachPenalty = 0.0
  /// Periods whose share is below what was agreed, by penalty; what they cost, in the interval in which they end.
  package var periodsBelow: Int64 = 0
  package var periodPenalty = 0.0
  /// Staffing cost and the worth of the customers who leave; 0 of single targets.
  package var cost = 0.0
  package var atRisk = 0.0

  package var penalty: Double { breachPenalty + periodPenalty }
}

extension AgentGroup.Cost {
  /// Money for one group's time in one cell: paid hours within the shift × per-hour + overtime hours × per-hour × multiplier.
  package func amount(_ cell: GroupCell) -> Double {
    perHour * (Double(cell.paid - cell.overtime) + overtime * Double(cell.overtime)) / 3.6e9
  }
}

extension TargetCell {
  /// Whether the service level in the target's own treatment of abandons reaches its goal; nil where no contact decides it.
  package func meets(_ target: Target) -> Bool? {
    let level = serviceLevel(target.abandons)
    if level.of <= 0 { return nil }
    // 7 of 10 reach 70 %, though 0.7 × 10 is a little more than 7 in binary.
    return Double(level.met) >= target.goal * Double(level.of) * (1 - 1e-12)
  }
}
