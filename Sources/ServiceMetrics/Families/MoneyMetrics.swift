package import SupportModel

extension Metric {
  /// What it costs, and what broken promises cost: in scenarios with `penalties`.
  static let moneyFamily: [Metric] = [
    .staffingCost, .costPerContact, .penalty, .penaltyByBreach, .breachesCharged, .penaltyByPeriod, .periodsBelow, .totalCost,
    .totalAtStake,
  ]

  package static let staffingCost = Metric(
    "staffing-cost", .money, .money, .lowerIsBetter, of: .pricedPeople,
    "Paid hours at their hourly cost, overtime at its multiplier, mean per play; groups without a cost add nothing.")

  package static let costPerContact = Metric(
    "cost-per-contact", .money, .money, .lowerIsBetter, of: .pricedPeople, isTotal: false,
    "Staffing cost ÷ contacts finished by these people in the same time; of a contact with several touches each counts.")

  package static let penalty = Metric(
    "penalty", .money, .money, .lowerIsBetter, of: .penalties,
    "What broken promises cost by `penalties`, mean per play: for each contact that a target's share counts as missed, and for each day, week or month in which the "
      + "share is below what was agreed. An interval has the breaches of its contacts, and the periods that end in it.")

  package static let penaltyByBreach = Metric(
    "penalty-by-breach", .money, .money, .lowerIsBetter, of: .breachPenalties,
    "The part of the penalty that is paid for single contacts, mean per play.")

  package static let breachesCharged = Metric(
    "breaches-charged", .money, .count, .lowerIsBetter, of: .breachPenalties,
    "Contacts that cost a penalty, mean per play: those that the target's share counts as missed, in its treatment of abandons; of next responses, messages. Who "
      + "is charged by two penalties counts twice.")

  package static let penaltyByPeriod = Metric(
    "penalty-by-period", .money, .money, .lowerIsBetter, of: .periodPenalties,
    "The part of the penalty that is paid for days, weeks or months, mean per play.")

  package static let periodsBelow = Metric(
    "periods-below", .money, .count, .lowerIsBetter, of: .periodPenalties,
    "Days, weeks or months in which a target's share is below what was agreed, mean per play. Only periods of which the counted horizon holds every day are judged; "
      + "one in which no contact decides is not below.")

  package static let totalCost = Metric(
    "total-cost", .money, .money, .lowerIsBetter, of: .charged, "Staffing cost and penalties together, mean per play.")

  /// What is paid for service in all of the scenarios: staffing, and penalties where all of them have some.
  package static func paid(in scenarios: [Scenario]) -> Metric {
    let both = [staffingCost, totalCost]
    return scenarios.allSatisfy { scenario in both.allSatisfy { !$0.scopes(in: scenario).isEmpty } } ? totalCost : staffingCost
  }

  package static let totalAtStake = Metric(
    "total-at-stake", .money, .money, .lowerIsBetter, of: .valuedTotal,
    "Staffing cost, penalties and revenue at risk together, mean per play: the first two are paid, the last is expected, by your coefficients."
  )
}
