import SimulationCore

/// Criteria with a bound: the least scores are found without a look at everybody.
extension Router {
  /// The agent with the least scores in order of the criteria, equal ones by lowest id; the scores stay in `bestScores`.
  ///
  /// Branch and bound over the tree of the idle (Land, Doig, Econometrica 28 (1960)): the scores of an agent that had the least of everything
  /// below a node are a bound for all there.
  mutating func leastIdle(
    by criteria: ArraySlice<AnyAgentCriterion>, _ request: ContactView, _ floor: inout Floor, at now: Int64
  ) -> Int32 {
    var best: Int32 = -1
    bestScores.removeAll(keepingCapacity: true)
    for _ in criteria { bestScores.append(.infinity) }
    for group in openGroups {
      let range = floor.rules[Int(group)].agents.indices
      open.append(1)
      while let node = open.popLast() {
        let below = floor.idleTree.agents(below: node)
        if floor.idleTree.nodes[node].idle == 0 || !below.overlaps(range) { continue }
        let bound = view(ofNode: node, group: group, for: request.contactType, &floor, at: now)
        let order = order(bound, by: criteria, request, at: now)
        if order > 0 || order == 0 && best >= 0 && below.lowerBound > best { continue }
        if node < floor.idleTree.leaves {
          openChildren(of: node, by: criteria, group: group, request, &floor, at: now)
        } else {
          best = Int32(below.lowerBound)
          for (place, criterion) in criteria.enumerated() { bestScores[place] = criterion.score(agent: bound, contact: request, now: now) }
        }
      }
    }
    return best
  }

  /// The child that promises more is looked at first, of equal ones that with the lower ids.
  private mutating func openChildren(
    of node: Int, by criteria: ArraySlice<AnyAgentCriterion>, group: Int32, _ request: ContactView, _ floor: inout Floor, at now: Int64
  ) {
    let (left, right) = (2 * node, 2 * node + 1)
    if floor.idleTree.nodes[left].idle == 0 { return open.append(right) }
    if floor.idleTree.nodes[right].idle == 0 { return open.append(left) }
    let type = request.contactType
    let onLeft = view(ofNode: left, group: group, for: type, &floor, at: now)
    let onRight = view(ofNode: right, group: group, for: type, &floor, at: now)
    var isLeftFirst = true
    for criterion in criteria {
      let ofLeft = criterion.score(agent: onLeft, contact: request, now: now)
      let ofRight = criterion.score(agent: onRight, contact: request, now: now)
      if ofLeft != ofRight {
        isLeftFirst = ofLeft < ofRight
        break
      }
    }
    open.append(isLeftFirst ? right : left)
    open.append(isLeftFirst ? left : right)
  }

  /// All whose scores are `bestScores` into `candidates`.
  mutating func listTied(by criteria: ArraySlice<AnyAgentCriterion>, _ request: ContactView, _ floor: inout Floor, at now: Int64) {
    candidates.cut(to: 0)
    for group in openGroups {
      let range = floor.rules[Int(group)].agents.indices
      open.append(1)
      while let node = open.popLast() {
        let below = floor.idleTree.agents(below: node)
        if floor.idleTree.nodes[node].idle == 0 || !below.overlaps(range) { continue }
        let bound = view(ofNode: node, group: group, for: request.contactType, &floor, at: now)
        if order(bound, by: criteria, request, at: now) > 0 { continue }
        if node < floor.idleTree.leaves {
          open.append(2 * node + 1)
          open.append(2 * node)
        } else {
          candidates.append(Int32(below.lowerBound))
        }
      }
    }
  }

  /// Below 0: better than `bestScores`; 0: the same.
  private func order(_ agent: AgentView, by criteria: ArraySlice<AnyAgentCriterion>, _ request: ContactView, at now: Int64) -> Int {
    for (place, criterion) in criteria.enumerated() {
      let score = criterion.score(agent: agent, contact: request, now: now)
      if score != bestScores[place] { return score < bestScores[place] ? -1 : 1 }
    }
    return 0
  }

  /// An agent of a group who had the least of everything that is known below a node; at a leaf, the agent itself.
  private mutating func view(ofNode index: Int, group: Int32, for type: Int32, _ floor: inout Floor, at now: Int64) -> AgentView {
    let node = floor.idleTree.nodes[index]
    let pair = pairs[Int(group) * queueCount + Int(type)]
    return AgentView(
      agent: index < floor.idleTree.leaves ? -1 : Int32(index - floor.idleTree.leaves), group: group, idleSince: node.idleSince,
      busyTime: node.busy, onDutyTime: now - node.onDutyFrom, rank: pair.rank, skillCount: skillCounts[Int(group)],
      handleFactor: pair.handleFactor, freeCapacity: 1,
      idleInGroup: floor.groups[Int(group)].idle)
  }
}
