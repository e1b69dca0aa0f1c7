import SimulationCore
import SupportModel
import SupportPolicies

/// G7: touches that supervisors approve, with the agent waiting or gone on.
enum ApprovalTrials {
  static func trial(_ entry: ValidationCase) throws -> Trial {
    let clock = ModelClock()
    let params = entry.params
    let rate = try params.number("arrival_rate")
    let (agents, supervisors) = try (Int(params.number("agents")), Int(params.number("supervisors")))
    let work = try clock.law(params.value(["work"]))
    let waits = params["variant"]?.string == "agent waits"
    let occupancies = entry.targets.filter { $0.path.contains("occupancy") }.map(\.value)
    let relaxation = SteadyState.relaxation(
      service: work.mean / clock.unit, servers: min(agents, supervisors), load: occupancies.max() ?? 0.5, variability: 2)
    let horizon = TicketTrials.horizon(
      clock, relaxation: relaxation, life: try entry.expected.number("mean_time_to_completion"), rate: rate)
    var type = ContactType(
      name: "ticket", skills: [0], arrivals: clock.poisson(rate: rate, until: horizon.length), talk: TimedDistribution(work))
    type.approval = Approval(
      shares: [try params.number("needs_approval")], by: 1, takes: try clock.law(params.value(["approval_work"])),
      agent: waits ? .waits : .goesOn,
      finish: try params["work_after_approval"] == nil ? nil : clock.law(params.value(["work_after_approval"])))
    var sheet = TrialSheet(entry)
    ApprovalReadings(clock, horizon).offer(to: &sheet)
    var trial = try sheet.trial(
      Scenario(
        name: entry.id, horizon: horizon, channels: [Channel(name: "email", isLive: false)], skills: ["email", "approval"],
        contactTypes: [type],
        groups: [
          AgentGroup(name: "desk", skills: [.init(skill: 0)], presence: .always(count: agents)),
          AgentGroup(name: "supervisors", skills: [.init(skill: 1)], presence: .always(count: supervisors)),
        ],
        routing: RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])))
    trial.observing = .contacts
    trial.first = 24
    return trial
  }
}

/// Contacts that came in the measured stretch are looked at until they are through.
private struct ApprovalReadings {
  private let unit: Double
  private let measured: Double
  private let end: Int64

  init(_ clock: ModelClock, _ horizon: Horizon) {
    unit = clock.unit * 1e6
    end = horizon.intervals[0].end.microseconds
    measured = Double((horizon.intervals[0].end - horizon.intervals[0].start).microseconds) / unit
  }

  func offer(to sheet: inout TrialSheet) {
    offerWaits(to: &sheet)
    offerPeople(to: &sheet)
    let (unit, end) = (unit, end)
    sheet.offer("mean_time_to_completion") { reading in
      reading.sum(of: reading.tickets(before: end)) { Double($0.course!.solvedAt - $0.arrivedAt) / unit }
    }
  }

  /// Of an agent for every touch, or for the first and the second; and of a supervisor.
  private func offerWaits(to sheet: inout TrialSheet) {
    let unit = unit
    sheet.offer("mean_wait_for_agent") {
      Sample(
        Double($0.contacts(0).waitAll + $0.contacts(0).waitAgain) / unit, per: Double($0.contacts(0).accepted + $0.tickets().joinsAgain))
    }
    sheet.offer("p_wait_for_agent") {
      Sample($0.contacts(0).hadToWait + $0.contacts(0).waitsAgain, per: $0.contacts(0).accepted + $0.tickets().joinsAgain)
    }
    sheet.offer("mean_wait_first_work") { Sample(Double($0.contacts(0).waitAll) / unit, per: Double($0.contacts(0).accepted)) }
    sheet.offer("p_wait_first_work") { Sample($0.contacts(0).hadToWait, per: $0.contacts(0).accepted) }
    sheet.offer("mean_wait_second_work") { Sample(Double($0.contacts(0).waitAgain) / unit, per: Double($0.tickets().joinsAgain)) }
    sheet.offer("p_wait_second_work") { Sample($0.contacts(0).waitsAgain, per: $0.tickets().joinsAgain) }
    sheet.offer("mean_wait_for_supervisor") { Sample(Double($0.people(1).approvalWait) / unit, per: Double($0.people(1).approvalsBegun)) }
    sheet.offer("p_wait_for_supervisor") { Sample($0.people(1).approvalsWaited, per: $0.people(1).approvalsJoined) }
    sheet.offer("mean_approval_time") { Sample(Double($0.tickets().approvalTime) / unit, per: Double($0.tickets().approvals)) }
  }

  private func offerPeople(to sheet: inout TrialSheet) {
    let (unit, measured) = (unit, measured)
    func busy(_ group: Int, _ path: String) {
      sheet.offer(path) { Sample($0.people(group).busy, per: $0.people(group).busy + $0.people(group).available) }
    }
    busy(0, "agent_occupancy")
    busy(0, "agent_occupancy_holding_included")
    busy(1, "supervisor_occupancy")
    // Everybody who awaits an approval has an agent waiting for it.
    sheet.offer("share_of_agent_time_waiting_for_approval") {
      Sample($0.tickets().onHoldIntegral, per: $0.people(0).busy + $0.people(0).available)
    }
    sheet.offer("share_of_agent_time_working") {
      Sample($0.people(0).busy - $0.tickets().onHoldIntegral, per: $0.people(0).busy + $0.people(0).available)
    }
    sheet.offer("mean_open_tickets") { reading in
      let open = reading.contacts(0).queueIntegral + reading.tickets().onHoldIntegral + reading.people(0).busy
      return Sample(Double(open) / unit, per: measured)
    }
  }
}
