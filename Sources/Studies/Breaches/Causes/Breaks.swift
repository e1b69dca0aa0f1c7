import SupportModel

extension BreachCause {
  static let breaks = BreachCause(
    "breaks", "breaks", without: "nobody has a break",
    isIn: { scenario, _ in
      scenario.groups.contains { $0.rosterLines.contains { $0.shifts.contains { !$0.breaks.isEmpty } } }
    },
    takeAway: { scenario, _ in
      for group in scenario.groups.indices {
        guard case .roster(var lines) = scenario.groups[group].presence else { continue }
        for line in lines.indices {
          for shift in lines[line].shifts.indices { lines[line].shifts[shift].breaks = [] }
        }
        scenario.groups[group].presence = .roster(lines)
      }
    })
}

extension AgentGroup {
  /// Empty where nobody is a person with shifts.
  var rosterLines: [RosterLine] {
    if case .roster(let lines) = presence { return lines }
    return []
  }
}
