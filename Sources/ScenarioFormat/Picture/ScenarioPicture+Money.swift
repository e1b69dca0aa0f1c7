import SimulationCore
import SupportModel

/// What customers are worth, what broken promises cost, and what is removed, in words.
extension ScenarioPicture {
  func money() -> [String] { values() + penalties() }

  private func values() -> [String] {
    var lines: [String] = []
    func line(_ who: String, _ value: CustomerValue) {
      let points = [
        (value.unsatisfied, "of those not satisfied"), (value.breach, "of those to whom a promise was broken"),
        (value.gaveUp, "of those not answered"),
      ].filter { $0.0 > 0 }.map { "\(plain(($0.0 * 100_000).rounded() / 1_000)) points \($0.1)" }
      let leave = points.isEmpty ? "nobody leaves" : "more of them leave: \(andList(points))"
      lines.append("\(who): a customer is worth \(money(value.perCustomer)); \(leave)")
    }
    for (segment, value) in zip(scenario.segments, scenario.valueBySegment) { if let value { line(segment, value) } }
    if let others = scenario.valueOfOthers { line(lines.isEmpty ? "all customers" : "all others", others) }
    return lines
  }

  private func penalties() -> [String] {
    scenario.penalties.map { penalty in
      let whose = scenario.targets[penalty.target].name + (penalty.label.isEmpty ? "" : " for \(penalty.label)")
      switch penalty.charge {
      case .perBreach(let amount): return "\(whose): each breach costs \(money(amount))"
      case .below(let share, let each, let costs):
        let cut =
          penalty.periodsCutOff == 0
          ? "" : "; \(penalty.periodsCutOff) that the ends of the horizon cut off \(penalty.periodsCutOff == 1 ? "costs" : "cost") nothing"
        let word = each.rawValue + (penalty.periods.count == 1 ? "" : "s")
        return
          "\(whose): each \(each.rawValue) below \(percent(share)) costs \(money(costs)), \(penalty.periods.count) \(word) judged\(cut)"
      }
    }
  }

  func removals() -> [String] {
    scenario.removals.map { removal in
      let from =
        removal.from <= .zero ? "from the start" : "from \(clock.hasDates ? clock.isoText(removal.from) : spelled(removal.from - .zero))"
      return "\(percent(removal.share)) of \(removal.label) do not come, \(from)"
        + (removal.costs.map { "; it costs \(money($0)) once" } ?? "")
    }
  }

  private func money(_ amount: Double) -> String { plain(amount) + (scenario.currency.isEmpty ? "" : " \(scenario.currency)") }
}
