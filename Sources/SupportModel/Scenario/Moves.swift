package import SimulationCore

/// After a touch a contact may go on in another contact type: triage, reassignment, escalation. It stays the same contact, with its number,
/// its clocks, its arrival and its priority; what it waits for, who may take it and what becomes of it are those of the other type.
///
/// ```yaml
/// moves: [{share: 9%, to: network}, {share: {tier1: 6%, senior: 2%}, to: sap, delay: 10m, raise: 1, as: escalation}]
/// ```
package struct Move: Sendable {
  /// Probability after a touch that another one neither follows nor is held up; one number, or one for each of `Scenario.groups`: that of the
  /// group of whoever made the touch.
  package var shares: [Double]
  /// Index into `Scenario.contactTypes`; where customers of that type differ, each goes to the combination that it draws.
  package var to: Int
  /// From the end of talk until it joins the other queue, seconds; nil: at once. Until then it is on hold.
  package var delay: AnyDistribution?
  /// Both agents together hand it over, where one of the group is free then; otherwise it moves like any other. nil: cold.
  package var warm: Warm?
  /// Steps of priority; higher is served first.
  package var raise = 0
  /// A word for the reader; `escalation` is counted as such.
  package var name = ""
  /// It stands in the other queue by its arrival, not at the end.
  package var keepsPlace = false
  /// The touch that ends in it says something to the customer.
  package var replies = true

  /// A hand-over with both at it.
  package struct Warm: Sendable {
    /// Index into `Scenario.groups`: who takes it.
    package var group: Int
    /// So long both are busy with it, seconds: the one before wrapping up, the other before the talk.
    package var lasting: AnyDistribution

    package init(with group: Int, for lasting: AnyDistribution) {
      self.group = group
      self.lasting = lasting
    }
  }

  package init(shares: [Double], to: Int, delay: AnyDistribution? = nil) {
    self.shares = shares
    self.to = to
    self.delay = delay
  }

  package var isEscalation: Bool { name == Move.escalation }

  /// The word that makes a move count as an escalation.
  package static let escalation = "escalation"

  /// The share where somebody of this group made the touch.
  package func share(of group: Int) -> Double { shares.count == 1 ? shares[0] : shares[group] }
}

extension Scenario {
  /// Contacts may go on in another contact type: legs are told apart, of all types.
  package var hasMoves: Bool {
    contactTypes.contains { !$0.moves.isEmpty } || routing.escalations.contains { $0.to != nil }
  }

  /// The priority of a contact may change.
  package var hasRaises: Bool {
    contactTypes.contains { $0.moves.contains { $0.raise != 0 } } || routing.escalations.contains { $0.raise != 0 }
  }

  /// By contact type: contacts of several priorities, or of another than its own, may wait in its queue, because they come from other types.
  package var variesPriority: [Bool] {
    if !hasMoves && !hasRaises { return contactTypes.map { _ in false } }
    // Which come to each type, followed until nothing new does; steps without end soon are several.
    var reached = contactTypes.map { [$0.priority] }
    let ways = contactTypes.indices.flatMap { from in nextLegs(of: from).map { (from: from, to: $0.to, raise: $0.raise) } }
    var isChanged = true
    while isChanged {
      isChanged = false
      for way in ways where reached[way.to].count <= 32 {
        for priority in reached[way.from].map({ raised($0, by: way.raise) }) where !reached[way.to].contains(priority) {
          reached[way.to].append(priority)
          isChanged = true
        }
      }
    }
    return reached.map { $0.count > 1 }
  }

  /// Where contacts of a type may be next, the same type included where only their priority changes, with the steps by which they rise.
  private func nextLegs(of type: Int) -> [(to: Int, raise: Int)] {
    let moves = contactTypes[type].moves.flatMap { move in legTypes(of: move).map { (to: $0, raise: move.raise) } }
    let escalations = routing.escalations.flatMap { rule -> [(to: Int, raise: Int)] in
      // A promise goes with the contact into its later legs: any type may be one of them.
      let isConcerned = targets[rule.target].contactTypes.contains { legsByMoves(of: $0).contains(type) }
      if !isConcerned { return [] }
      return ([type] + (rule.to.map { legTypes($0) } ?? [])).map { (to: $0, raise: rule.raise) }
    }
    return moves + escalations
  }

  /// Contacts of other types, or its own, go on in this one.
  package func isMovedTo(_ type: Int) -> Bool {
    contactTypes.contains { $0.moves.contains { legTypes(of: $0).contains(type) } }
      || routing.escalations.contains { $0.to.map { legTypes($0).contains(type) } ?? false }
  }

  /// The types in which the next leg may be.
  package func legTypes(of move: Move) -> [Int] { legTypes(move.to) }

  private func legTypes(_ to: Int) -> [Int] { contactTypes[to].mix.map { Array($0.variants) } ?? [to] }

  /// A priority some steps higher: the first at most, where they have names.
  package func raised(_ priority: Int, by steps: Int) -> Int {
    priorities.isEmpty ? priority + steps : max(0, min(priority + steps, priorities.count - 1))
  }

  /// All types in which contacts of a type may have legs, its own first.
  package func legs(of type: Int) -> [Int] {
    let escalated = routing.escalations.filter { rule in
      targets[rule.target].contactTypes.contains { legsByMoves(of: $0).contains(type) || $0 == type }
    }
    var found = legsByMoves(of: type)
    for to in escalated.flatMap({ $0.to.map { legTypes($0) } ?? [] }) {
      for leg in legsByMoves(of: to) where !found.contains(leg) { found.append(leg) }
    }
    return found
  }

  private func legsByMoves(of type: Int) -> [Int] {
    var found = [type]
    var next = 0
    while next < found.count {
      for move in contactTypes[found[next]].moves {
        for to in legTypes(of: move) where !found.contains(to) { found.append(to) }
      }
      next += 1
    }
    return found
  }
}
