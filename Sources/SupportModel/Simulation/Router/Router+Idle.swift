import SimulationCore

/// Questions about the idle agents of `openGroups`, answered without looking at each of them.
extension Router {
  /// Keeps the groups that a criterion puts first; it says the same of all idle agents of a group.
  mutating func keepBestGroups(by criterion: AnyAgentCriterion, _ request: ContactView, _ floor: inout Floor, at now: Int64) {
    if openGroups.count == 1 { return }
    var best = Double.infinity
    var kept = 0
    for group in openGroups {
      let head = floor.groups[Int(group)].idleHead
      let score = criterion.score(agent: view(of: head, for: request.contactType, &floor, at: now), contact: request, now: now)
      if score < best {
        best = score
        kept = 0
      }
      if score == best {
        openGroups[kept] = group
        kept += 1
      }
    }
    if kept > 0 { openGroups.removeSubrange(kept...) }
  }

  mutating func isIdleInOpenGroup(_ agent: Int32, _ floor: inout Floor) -> Bool {
    if agent < 0 || floor.agents[Int(agent)].activity != .available { return false }
    return openGroups.contains(floor.agents[Int(agent)].group)
  }

  /// The lowest id.
  mutating func firstIdle(_ floor: inout Floor) -> Int32 {
    guard let group = openGroups.min() else { return -1 }
    return floor.idleTree.agent(0, from: floor.rules[Int(group)].agents.indices.lowerBound)
  }

  /// Any of them, each as likely as the other; counted by id.
  mutating func drawAmongIdle(_ floor: inout Floor) -> Int32 {
    var idle = 0
    for group in openGroups { idle += Int(floor.groups[Int(group)].idle) }
    if idle == 1 { return firstIdle(&floor) }
    var place = Int32(drawIndex(below: idle))
    openGroups.sort()
    for group in openGroups {
      let here = floor.groups[Int(group)].idle
      if place < here { return floor.idleTree.agent(place, from: floor.rules[Int(group)].agents.indices.lowerBound) }
      place -= here
    }
    return -1
  }

  /// All of them into `candidates`.
  mutating func listIdle(_ floor: inout Floor) {
    candidates.cut(to: 0)
    for group in openGroups {
      var agent = floor.groups[Int(group)].idleHead
      while agent >= 0 {
        candidates.append(agent)
        agent = floor.agents[Int(agent)].nextIdle
      }
    }
  }
}
