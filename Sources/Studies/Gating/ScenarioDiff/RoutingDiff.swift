import SimulationCore
import SupportModel

/// Who serves whom and in which order: what a gate judges.
///
/// A box does not say which criterion it holds, so lists of criteria are told apart by the scores they give to a panel of agents and contacts.
enum RoutingDiff {
  static let section = ScenarioDiffSection(
    name: "routing", kind: .service, covers: ["routing", "contactTypes", "calendars", "groups", "skills"]
  ) { pair in
    var list = ChangeList("routing")
    for (name, before, now) in pair.matched({ $0.contactTypes }, by: \.name) {
      guard let before, let now else { continue }
      list.number(name, "priority", Double(before.priority), Double(now.priority), .neutral) { .count($0) }
      list.names(name, "skills", before.skills.map { pair.baseline.skills[$0] }, now.skills.map { pair.candidate.skills[$0] }, .neutral)
    }
    let (old, new) = (Panel(pair.baseline, pair), Panel(pair.candidate, pair))
    let (before, now) = (pair.baseline.routing, pair.candidate.routing)
    func differ<Part: Equatable>(_ aspect: String, _ one: Part, _ other: Part) {
      if one != other { list.note("", aspect, .neutral) }
    }
    differ("agent-for-contact", old.scores(before.agentForContact), new.scores(now.agentForContact))
    differ("contact-for-agent", old.scores(before.contactForAgent), new.scores(now.contactForAgent))
    differ("overflow", old.overflow, new.overflow)
    differ("reserve", old.reserve, new.reserve)
    differ("ageing", old.ageing, new.ageing)
    differ("affinity", before.affinity, now.affinity)
    differ("escalate-on-target", MoveDiff.escalations(pair.baseline), MoveDiff.escalations(pair.candidate))
    list.text("", "queue-at", before.queueAt?.rawValue, now.queueAt?.rawValue, .neutral)
    differ("schedule", old.schedule, new.schedule)
    return list.all
  }
}

/// A policy in the names that both scenarios share.
private struct Panel {
  private let scenario: Scenario
  private let types: [Int]
  private let groups: [Int]

  init(_ scenario: Scenario, _ pair: ScenarioPair) {
    self.scenario = scenario
    // In the order of the baseline, whatever the order of this side.
    types = pair.baseline.contactTypes.compactMap { type in
      pair.candidate.contactTypes.contains { $0.name == type.name } ? scenario.contactTypes.firstIndex { $0.name == type.name } : nil
    }
    groups = pair.baseline.groups.compactMap { group in
      pair.candidate.groups.contains { $0.name == group.name } ? scenario.groups.firstIndex { $0.name == group.name } : nil
    }
  }

  func scores(_ criteria: [AnyAgentCriterion]) -> [[UInt64]] {
    criteria.map { CriterionProbe.answers($0, types: types, groups: groups) }
  }

  func scores(_ criteria: [AnyContactCriterion]) -> [[UInt64]] {
    criteria.map { CriterionProbe.answers($0, types: types, groups: groups) }
  }

  private func names(_ types: [Int]) -> String { scenario.names(ofTypes: types).sorted().joined(separator: ",") }

  var overflow: [String] {
    scenario.routing.overflow.map { rule in
      "\(names(rule.contactTypes)) \(rule.after.microseconds) \(rule.groups.map { scenario.groups[$0].name }.joined(separator: ","))"
    }
  }

  var reserve: [String] {
    scenario.routing.reserve.map { "\(scenario.groups[$0.group].name) \($0.keep) \(names($0.contactTypes))" }
  }

  var ageing: [String] {
    scenario.routing.ageing.map { "\(names($0.contactTypes)) \($0.raise) \($0.every.microseconds)" }
  }

  struct Scheduled: Equatable {
    var hours: BusinessTime
    var agents: [[UInt64]]?
    var contacts: [[UInt64]]?
  }

  var schedule: [Scheduled] {
    scenario.routing.schedule.map { entry in
      Scheduled(
        hours: scenario.calendars[entry.calendar].hours, agents: entry.agentForContact.map(scores),
        contacts: entry.contactForAgent.map(scores))
    }
  }
}
