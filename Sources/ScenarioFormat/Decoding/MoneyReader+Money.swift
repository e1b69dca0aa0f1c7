import SimulationCore
import SupportModel

extension MoneyReader.Money {
  /// The penalties with the periods by which they judge.
  func judged(by intervals: [Horizon.Interval], _ top: Section) -> [Penalty] {
    let periods = HorizonPeriods(clock: decoding.clock, intervals: intervals)
    return penalties.map { penalty in
      guard case .below(_, let each, _) = penalty.charge else { return penalty }
      var penalty = penalty
      let found = periods.periods(each)
      (penalty.periods, penalty.periodsCutOff) = (found.whole, found.cutOff)
      if found.isTooCoarse, let field = top["penalties"] {
        decoding.report(
          "an interval of the horizon is in more than one \(each.rawValue), so that no \(each.rawValue) can be judged",
          expected: "`horizon.interval` of 1d or less", at: field)
      }
      return penalty
    }
  }
}
