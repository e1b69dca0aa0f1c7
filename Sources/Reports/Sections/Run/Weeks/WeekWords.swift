import Experiments
import ReportKit
import ServiceMetrics
import SupportModel

/// A long horizon week by week, in sentences.
struct WeekWords {
  let context: ReportContext
  /// Indices into `Horizon.periods`.
  let weeks: [Int]

  init(_ context: ReportContext) {
    self.context = context
    weeks = context.scenario.horizon.periods(.week)
  }

  /// `16 Nov` of `Mon 16 Nov`; without dates `week 7`.
  func name(_ week: Int) -> String {
    let label = context.scenario.horizon.periods[week].shortLabel
    return context.scenario.horizon.startDate == nil ? label : String(label.dropFirst(4))
  }

  /// `41` of `2026-W41`; without dates `7` of `week 7`.
  func number(_ week: Int) -> String {
    let label = context.scenario.horizon.periods[week].label
    return String(label.suffix(while: { $0 != "W" && $0 != " " }))
  }

  func level(_ target: Int, _ week: Int) -> Estimate? { context.estimate(.serviceLevel, Scope(target: target, period: week)) }

  /// `the week of 16 Nov`, `the weeks of 9, 16 and 23 Nov`; of many the first few.
  func list(_ weeks: [Int]) -> String {
    let shown = weeks.prefix(4).map(name)
    let rest = weeks.count - shown.count
    if weeks.count == 1 { return context.scenario.horizon.startDate == nil ? shown[0] : "the week of \(shown[0])" }
    let names =
      rest > 0 ? shown.joined(separator: ", ") + " and \(rest) more" : shown.dropLast().joined(separator: ", ") + " and \(shown.last!)"
    return context.scenario.horizon.startDate == nil ? names : "the weeks of \(names)"
  }

  /// Weeks in which a target surely misses its goal.
  func missed(_ target: Int) -> [Int] { weeks.filter { verdict(target, $0) == .misses } }

  private func verdict(_ target: Int, _ week: Int) -> Verdict? {
    guard let level = level(target, week), level.estimate != nil else { return nil }
    return Verdict(level, goal: context.scenario.targets[target].goal)
  }

  /// `Product 75/60 holds in 9 of 13 weeks, misses in 3 (those of 9, 16 and 23 Nov) and is too close to call in 1.`
  func sentence(_ target: Int) -> String? {
    let known = weeks.filter { verdict(target, $0) != nil }
    guard !known.isEmpty else { return nil }
    let name = context.scenario.targets[target].name
    let missed = missed(target)
    let holds = known.count { verdict(target, $0) == .holds }
    let open = known.count - holds - missed.count
    if holds == known.count { return "\(name) holds in every week." }
    if missed.count == known.count { return "\(name) misses in every week." }
    var parts: [String] = []
    if holds > 0 { parts.append("holds in \(holds) of \(known.count) weeks") }
    if !missed.isEmpty {
      parts.append("misses in \(holds > 0 ? "\(missed.count)" : "\(missed.count) of \(known.count) weeks"): \(list(missed))")
    }
    if open > 0 { parts.append("is too close to call in \(parts.isEmpty ? "\(open) of \(known.count) weeks" : "\(open)")") }
    return "\(name) \(parts.joined(separator: "; "))."
  }

  /// For the head: in which weeks not, the worst of them, and what it costs.
  var headline: String {
    let targets = context.scenario.targets
    let behind = weeks.filter { week in targets.indices.contains { verdict($0, week) == .misses } }
    var text = ""
    if targets.isEmpty {
      // Nothing was promised.
    } else if behind.isEmpty {
      text = " In no week is a promise surely missed."
    } else if behind.count == weeks.count {
      text = " In every week a promise is missed."
    } else {
      text = " A promise is missed in \(behind.count) of \(weeks.count) weeks: \(list(behind))."
    }
    return text + worst(behind) + cost
  }

  private func worst(_ behind: [Int]) -> String {
    let targets = context.scenario.targets
    let gaps = behind.flatMap { week in
      targets.indices.compactMap { target in
        level(target, week)?.estimate.map { (gap: $0 - targets[target].goal, value: $0, target: target, week: week) }
      }
    }
    guard behind.count > 1, let worst = gaps.min(by: { $0.gap < $1.gap }), worst.gap < 0 else { return "" }
    return " It is worst in \(list([worst.week])): \(targets[worst.target].name) at \(Words.fixed(worst.value * 100, decimals: 0)) %."
  }

  private var cost: String {
    guard let cost = context.estimate(.staffingCost), let value = cost.estimate else { return "" }
    let quantity = context.quantity(.staffingCost)
    let days = Double(context.scenario.horizon.periods(.day).count)
    return " Staffing costs \(Words.number(value, quantity)), \(Words.number(value * 7 / days, quantity)) a week."
  }
}

extension String {
  fileprivate func suffix(while isKept: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, isKept(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
