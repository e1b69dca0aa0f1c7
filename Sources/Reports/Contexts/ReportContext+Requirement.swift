import Experiments
import QueueingTheory
package import ReportKit
package import ServiceMetrics
import SimulationCore
import Staffing
import SupportModel

extension ReportContext {
  /// Puts what the formula asks for beside what was played, or the reason why it asks for nothing.
  package mutating func requirePeople() {
    let formula: FormulaPeople
    do throws(FormulaPeople.Absence) {
      formula = try FormulaPeople(result)
    } catch {
      requirements = []
      requirementNote = "No line of people needed: \(Self.words(error))."
      return
    }
    let groups = scenario.groups.indices.filter { formula.people[$0].contains { $0 != nil } }
    requirements = groups.map { StaffingRequirement(name: Self.requirementName, group: $0, people: formula.people[$0]) }
    if scenario.groups.count > 1 { requirements.insert(StaffingRequirement(name: Self.requirementName, people: formula.everyone), at: 0) }
    requirementNote =
      "Needed is a formula, not a result of the plays: people at work, breaks not counted, that keep the targets by Erlang C with the modified "
      + "offered load. There nothing is open at the start, nobody gives up or tries again, and each group serves what it ranks best."
    if scenario.contactTypes.contains(where: { !scenario.channels[$0.channel].isLive }) {
      requirementNote += " Work that may wait is needed where it comes, though it could be done later."
    }
    requirementNote += " muster staff finds by simulation how many are needed."
    let unasked = scenario.groups.indices.filter { !groups.contains($0) }.map { scenario.groups[$0].name }
    if !unasked.isEmpty { requirementNote += " Not asked of \(unasked.joined(separator: ", ")): nothing with a target is first theirs." }
  }

  /// People needed in an interval by these groups together, by formula; nil where any of them is not asked for, or nothing is known.
  package func needed(_ groups: [Int], interval: Int) -> Double? {
    var sum = 0.0
    var isKnown = false
    for group in groups {
      guard let row = requirements.first(where: { $0.group == group }) else { continue }
      if let people = row.people[interval] { sum += people }
      isKnown = true
    }
    return isKnown ? sum : nil
  }

  /// People of a scope with a contact or free for one, mean over an interval (nil: over what the scope is about): present, without breaks and other work.
  package func atWork(_ scope: Scope, interval: Int? = nil) -> Double? {
    var scope = scope
    if let interval { scope.interval = interval }
    let hours = hours(of: scope)
    guard hours > 0, let present = estimate(.staffedMean, scope)?.estimate else { return nil }
    let away = [Metric.breakHours, .offlineHours].reduce(0) { $0 + (estimate($1, scope)?.estimate ?? 0) }
    return max(0, present - away / hours)
  }

  /// In the legend and above the column.
  static let requirementName = "needed (Erlang C, formula)"

  /// Explains what is drawn beside the people who are there.
  package static let requirementTerm = ReportTerm(
    requirementName,
    "People a group must have at work in the interval, by formula: the fewest that keep every target of its contacts in Erlang C (M/M/n, nobody "
      + "gives up) with the modified offered load, the mean number of people that an unlimited staff would have busy then. Source: Jennings, "
      + "Mandelbaum, Massey & Whitt, Management Science 42 (1996).")

  private static func words(_ absence: FormulaPeople.Absence) -> String {
    switch absence {
    case .noTargets: "the scenario has no targets, so no formula knows what is enough"
    case .nobodyAsked: "no contact that comes has a target"
    case .tooLong(let intervals):
      "the formula takes too long for \(Words.fixed(Double(intervals), decimals: 0)) intervals and so many contact types; muster staff works it out"
    case .noAnswer(.unreachable): "a goal is out of reach for the formula with any number of people"
    case .noAnswer: "the formula has no answer for these handle times or arrivals"
    }
  }
}
