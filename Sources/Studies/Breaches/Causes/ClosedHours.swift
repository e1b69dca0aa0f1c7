import SimulationCore
import SupportModel

extension BreachCause {
  /// Customers who come while nobody is planned cannot be answered then whoever else is there: the clock of the promise waits for the opening. The
  /// play is the same. Whoever is refused at the door counts in no service level, so that opening the door would not mend anything.
  static let closedHours = BreachCause(
    "closed-hours", "closed hours", without: "the clock of the promise stands still while nobody is planned who could answer",
    isIn: { scenario, target in
      scenario.targets[target].terms.calendar == nil && scenario.isClosedAtTimes(scenario.targets[target])
    },
    takeAway: { scenario, target in
      scenario.calendars.append(WorkCalendar(name: "somebody planned", hours: scenario.hoursOfService(of: scenario.targets[target])))
      scenario.targets[target].terms.calendar = scenario.calendars.count - 1
    })
}

extension Scenario {
  /// Hours in which somebody is planned who can serve a contact type of the target. Before the horizon they are not known, and every hour counts.
  fileprivate func hoursOfService(of target: Target) -> BusinessTime {
    let types = target.contactTypes.flatMap { legs(of: $0) }
    let people = groups.filter { group in types.contains { group.canServe(contactTypes[$0]) } }
    let begin = SimInstant.zero
    let end = begin + horizon.length + .days(28)
    var ranges = [begin + .days(-28)..<begin]
    for group in people {
      switch group.presence {
      case .always(let count): if count > 0 { ranges.append(begin..<end) }
      case .staffing(let steps):
        for (index, step) in steps.enumerated() where step.count > 0 {
          let until = index + 1 < steps.count ? steps[index + 1].from : max(end, step.from)
          if step.from < until { ranges.append(step.from..<until) }
        }
      case .roster(let lines):
        for line in lines where !line.agents.isEmpty { ranges += line.shifts.filter { $0.start < $0.end }.map { $0.start..<$0.end } }
      }
    }
    return BusinessTime(ranges)
  }

  /// Customers may come, or wait, while nobody is planned.
  fileprivate func isClosedAtTimes(_ target: Target) -> Bool {
    let hours = hoursOfService(of: target)
    let letIn = target.contactTypes.filter { contactTypes[$0].opens?.outside != .refuse || !isLive(contactTypes[$0]) }
    return !letIn.isEmpty && hours.elapsed(from: .zero, to: .zero + horizon.length) < horizon.length
  }
}
