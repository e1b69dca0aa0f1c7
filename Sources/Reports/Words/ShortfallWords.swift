import Experiments
import ReportKit
import ServiceMetrics
package import Staffing
import SupportModel

/// Why an interval went badly, in words: what the numbers show, and nothing where they show nothing.
package enum ShortfallWords {
  /// `breaks: 3.1 away, 9.3 of 11 needed`
  package static func why(_ context: ReportContext, target: Int?, interval: Int) -> String {
    words(shortfall(context, target: target, interval: interval))
  }

  /// Of those who serve a target, or of everybody.
  package static func shortfall(_ context: ReportContext, target: Int?, interval: Int) -> Shortfall {
    let scenario = context.scenario
    let types = target.map { scenario.targets[$0].contactTypes } ?? Array(scenario.contactTypes.indices)
    let groups = scenario.groups.indices.filter { group in types.contains { scenario.servers(of: $0).contains(group) } }
    let waiting = types.reduce(0.0) { sum, type in
      guard interval > 0 else { return sum + context.openAtStart(Scope(contactType: type)) }
      return sum + (context.estimate(.waitingAtEnd, Scope(contactType: type, interval: interval - 1))?.estimate ?? 0)
    }
    let all = scenario.horizon.intervals.indices.compactMap { context.needed(groups, interval: $0) }.filter { $0 > 0 }
    return Shortfall(
      context.result, groups: groups, interval: interval, needed: context.needed(groups, interval: interval),
      usual: all.isEmpty ? nil : all.reduce(0, +) / Double(all.count), waiting: waiting)
  }

  /// The same without numbers that stand elsewhere, to end a sentence: `5 are on break`.
  package static func short(_ shortfall: Shortfall) -> String {
    func people(_ number: Double) -> String {
      let count = Words.fixed(number, decimals: 0)
      return "\(count) \(count == "1" ? "is" : "are")"
    }
    switch shortfall.cause {
    case .closed: return "nobody is scheduled"
    case .breaks: return "\(people(shortfall.onBreak + shortfall.offline)) on break or at other work"
    case .absence: return "\(people(shortfall.absent)) absent"
    case .demand: return "more comes than all who are scheduled can do"
    case .schedule: return "too few are scheduled"
    case .leftFromBefore(let waiting): return "\(Words.fixed(waiting, decimals: 0)) were left waiting from before"
    case .unknown: return ""
    }
  }

  package static func words(_ shortfall: Shortfall) -> String {
    func number(_ people: Double) -> String { people < 10 ? Words.number(people, .count) : Words.fixed(people, decimals: 0) }
    let away = shortfall.onBreak + shortfall.offline
    let atWork = number(shortfall.atWork)
    let balance = shortfall.needed.map { "\(atWork) of \(number($0)) needed" } ?? "\(atWork) at work"
    let absent = "\(number(shortfall.absent)) absent"
    switch shortfall.cause {
    case .closed: return "closed: nobody is scheduled"
    case .breaks: return "breaks: \(number(away)) away, \(balance)"
    case .absence: return "absence: \(absent)" + (away >= 0.5 ? ", \(number(away)) on break" : "") + ", \(balance)"
    case .demand, .schedule:
      let scheduled = number(shortfall.atWork + away + shortfall.absent)
      let cause = shortfall.cause == .demand ? "demand" : "too few scheduled"
      let needed = shortfall.needed.map(number) ?? Words.undefined
      return "\(cause): \(number(shortfall.atWork)) of \(scheduled) at work, \(needed) needed"
    case .leftFromBefore(let waiting): return "left from before: \(number(waiting)) waiting"
    case .unknown: return ""
    }
  }
}
