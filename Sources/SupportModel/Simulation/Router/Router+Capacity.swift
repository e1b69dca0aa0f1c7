import SimulationCore

/// Agents who may have something in hand, where nothing tells them apart but their free capacity, and then who has been idle longest: one look at
/// each of them, and none is listed.
extension Router {
  /// What capacity alone says, once for each number of units in use.
  static func scoresOfUnits(_ rules: [CompiledRouting.Rules], capacity: Int32) -> [Double] {
    rules.flatMap { rule in
      (0...capacity).map { units in
        if rule.busyFast != .capacityThenArrival { return 0 }
        let agent = AgentView(
          agent: -1, group: 0, idleSince: 0, busyTime: 0, onDutyTime: 0, rank: 1, skillCount: 1, handleFactor: 1,
          freeCapacity: Double(capacity - units) / Double(capacity))
        let contact = ContactView(
          contactType: 0, priority: 0, queuedAt: 0, due: .max, expectedHandle: 0, rank: 1, queueLength: 1, lastAgent: -1)
        return rule.agentCriteria[0].score(agent: agent, contact: contact, now: 0)
      }
    }
  }

  /// The least of these, by rules, of those whose work may be put aside: who is found with it, nobody goes before.
  static func leastScores(_ scores: [Double], _ compiled: CompiledScenario) -> [Double] {
    let interruptions = compiled.types.interruptions
    let units = compiled.queues.entries.indices.filter { interruptions.isUsed && interruptions.canBeInterrupted[$0] }
      .map { compiled.sharing.shares[Int(compiled.queues.entries[$0].type)].units }
    let count = Int(compiled.sharing.capacity) + 1
    let first = Int(units.min() ?? 0)
    return stride(from: 0, to: scores.count, by: count).map { rule in scores[(rule + first)..<(rule + count)].min() ?? 0 }
  }

  /// Who goes before all others that were looked at; -1: nobody yet.
  private struct Foremost {
    var agent: Int32 = -1
    /// Of the units in use.
    var score = Double.infinity
    /// When the agent fell idle, `Int64.max` with something in hand; or when the work in hand began, where that is to be put aside. µs
    var since = Int64.max
  }

  @inline(__always)
  private mutating func score(_ agent: Int32, _ floor: inout Floor) -> Double {
    scoresOfUnits[inForce * (capacity + 1) + Int(floor.agents[Int(agent)].unitsInUse)]
  }

  /// The same as `agentWithRoom`.
  mutating func freestAgent(
    for contact: Int32, _ queue: Int32, waited: Int64, _ floor: inout Floor, _ room: inout WaitingRoom
  ) -> Int32 {
    var best = Foremost()
    var tier: Int32 = -1
    for position in rangeOfQueue[inForce * queueCount + Int(queue)].indices {
      let link = groupLinks[position]
      if link.tier != tier && best.agent >= 0 { break }
      tier = link.tier
      if !isWaitedFor(link.other, by: contact, after: link.after, &room) { continue }
      if isOpen(link, &floor, waited: waited) { look(atIdle: floor.groups[Int(link.other)].idleHead, &best, &floor) }
      if waited < link.after { continue }
      var agent = floor.groups[Int(link.other)].roomHead
      while agent >= 0 {
        look(atBusy: agent, queue, &best, &floor)
        agent = floor.agents[Int(agent)].nextIdle
      }
    }
    return best.agent
  }

  @inline(__always)
  private mutating func look(atIdle agent: Int32, _ best: inout Foremost, _ floor: inout Floor) {
    let score = score(agent, &floor)
    let since = floor.agents[Int(agent)].idleSince
    if best.agent < 0 || (score, since, agent) < (best.score, best.since, best.agent) {
      best = Foremost(agent: agent, score: score, since: since)
    }
  }

  @inline(__always)
  private mutating func look(atBusy agent: Int32, _ queue: Int32, _ best: inout Foremost, _ floor: inout Floor) {
    let score = score(agent, &floor)
    if best.agent >= 0 && (score > best.score || score == best.score && (best.since < .max || agent > best.agent)) { return }
    if floor.fits(queue, agent) { best = Foremost(agent: agent, score: score) }
  }

  /// The same as `agentToInterrupt`, for a contact that waits for nobody in particular. Those whose work began last stand first: the first of them
  /// whom nobody can go before is the one.
  mutating func freestToInterrupt(for queue: Int32, waited: Int64, row: Int, _ floor: inout Floor) -> Int32 {
    var best = Foremost()
    var tier: Int32 = -1
    for position in rangeOfQueue[inForce * queueCount + Int(queue)].indices {
      let link = groupLinks[position]
      if link.tier != tier && best.agent >= 0 { break }
      tier = link.tier
      if waited < link.after { continue }
      var agent = floor.groups[Int(link.other)].interruptibleHead
      while agent >= 0 {
        let found = Foremost(agent: agent, score: score(agent, &floor), since: floor.interruptible[Int(agent)].began)
        if isBefore(found, best), floor.agents[Int(agent)].duty == .on, floor.mayBeInterrupted(agent, by: queue, row: row) {
          best = found
          if found.score == leastScores[inForce] { break }
        }
        agent = floor.interruptible[Int(agent)].next
      }
    }
    return best.agent
  }

  /// Of two whose work may be put aside.
  @inline(__always)
  private func isBefore(_ a: Foremost, _ b: Foremost) -> Bool {
    b.agent < 0 || a.score < b.score || a.score == b.score && (a.since > b.since || a.since == b.since && a.agent < b.agent)
  }
}
