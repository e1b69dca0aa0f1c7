import SupportModel

/// The candidate's people and rules before the customers of the baseline: what is left of a gate that passes because fewer come.
enum BaselineCustomers {
  /// Sections of the diff that say that other customers come, or are let in.
  private static let sections = ["demand", "customers", "access", "calendars"]

  static func areWeakened(by changes: [ScenarioChange]) -> Bool {
    changes.contains { $0.effect.isWeakening && sections.contains($0.section) }
  }

  /// nil where the two play different stretches of time, so that no arrival of one means anything in the other.
  static func meeting(_ candidate: Scenario, from baseline: Scenario) -> Scenario? {
    let (now, before) = (candidate.horizon, baseline.horizon)
    guard now.length == before.length, now.startDate == before.startDate, now.timeZone == before.timeZone,
      now.intervals.first?.label == before.intervals.first?.label
    else { return nil }
    var scenario = candidate
    // Their opening hours come along under names that nobody can type; only their numbers matter.
    let firstCalendar = scenario.calendars.count
    scenario.calendars += baseline.calendars.map { WorkCalendar(name: "\u{1E}\($0.name)", hours: $0.hours, wall: $0.wall) }
    func number(of type: Int) -> Int? {
      scenario.contactTypes.firstIndex { $0.name == baseline.contactTypes[type].name }
    }
    for index in scenario.contactTypes.indices {
      guard let old = baseline.contactTypes.first(where: { $0.name == scenario.contactTypes[index].name }) else {
        // Nobody of the baseline asks for it.
        scenario.contactTypes[index].arrivals = []
        continue
      }
      scenario.contactTypes[index].arrivals = old.arrivals
      scenario.contactTypes[index].talk = old.talk
      scenario.contactTypes[index].wrapUp = old.wrapUp
      scenario.contactTypes[index].patience = old.patience
      takeCourse(of: old, into: &scenario.contactTypes[index], firstCalendar)
      takeReturns(of: old, baseline, into: &scenario.contactTypes[index], candidate)
      scenario.contactTypes[index].balk = old.balk
      scenario.contactTypes[index].afterAbandon = old.afterAbandon
      scenario.contactTypes[index].afterBlocked = old.afterBlocked
      scenario.contactTypes[index].queueLimit = old.queueLimit
      scenario.contactTypes[index].opens = old.opens
      scenario.contactTypes[index].opens?.calendar += firstCalendar
      scenario.contactTypes[index].nobodyThere = old.nobodyThere
    }
    // What pleases them comes along too, where both tell the same customers apart.
    if scenario.segments == baseline.segments {
      scenario.satisfaction = baseline.satisfaction
      (scenario.valueBySegment, scenario.valueOfOthers) = (baseline.valueBySegment, baseline.valueOfOthers)
    }
    scenario.removals = baseline.removals.compactMap { removal in
      var removal = removal
      removal.contactTypes = removal.contactTypes.compactMap(number).sorted()
      return removal.contactTypes.isEmpty ? nil : removal
    }
    scenario.sharedLimits = baseline.sharedLimits.compactMap { limit in
      var limit = limit
      limit.contactTypes = limit.contactTypes.compactMap(number).sorted()
      return limit.contactTypes.isEmpty ? nil : limit
    }
    scenario.demandEvents = baseline.demandEvents.map { event in
      var event = event
      event.extra = event.extra.compactMap { extra in
        number(of: extra.contactType).map { DemandEvent.Extra(contactType: $0, expected: extra.expected) }
      }
      return event
    }
    scenario.horizon.backlog = before.backlog.compactMap { backlog in
      number(of: backlog.contactType).map { Horizon.Backlog(contactType: $0, count: backlog.count, age: backlog.age) }
    }
    return scenario
  }
}
