import Experiments
import ReportKit
import ServiceMetrics
package import Staffing
import SupportModel

/// Why an interval went badly, in words: what the numbers show, and nothing where they show nothing.
package enum ShortfallWords {
  /// `breaks: 3.1 of 12.4 people on break, 9.3 at work, 11 needed`
  package static func why(_ context: ReportContext, target: Int?, interval: Int) -> String {
    let scenario = context.scenario
    let types = target.map { scenario.targets[$0].contactTypes } ?? Array(scenario.contactTypes.indices)
    let groups = scenario.groups.indices.filter { group in types.contains { scenario.servers(of: $0).contains(group) } }
    let waiting = types.reduce(0.0) { sum, type in
      guard interval > 0 else { return sum + context.openAtStart(Scope(contactType: type)) }
      return sum + (context.estimate(.waitingAtEnd, Scope(contactType: type, interval: interval - 1))?.estimate ?? 0)
    }
    return words(
      Shortfall(context.result, groups: groups, interval: interval, needed: context.needed(groups, interval: interval), waiting: waiting))
  }

  package static func words(_ shortfall: Shortfall) -> String {
    func number(_ people: Double) -> String { Words.number(people, .count) }
    let away = shortfall.onBreak + shortfall.offline
    let balance = "\(number(shortfall.atWork)) at work, \(shortfall.needed.map(number) ?? Words.undefined) needed"
    let absent = "\(number(shortfall.absent)) absent"
    switch shortfall.cause {
    case .closed: return "closed: nobody is scheduled"
    case .breaks: return "breaks: \(number(away)) away from contacts, \(balance)"
    case .absence: return "absence: \(absent)" + (away >= 0.5 ? ", \(number(away)) on break" : "") + ", \(balance)"
    case .demand: return "demand: \(number(shortfall.atWork + away + shortfall.absent)) scheduled, \(balance)"
    case .leftFromBefore(let waiting): return "left from before: \(number(waiting)) waiting when it began"
    case .unknown: return ""
    }
  }
}
