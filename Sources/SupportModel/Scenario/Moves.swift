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
  /// Steps of priority; higher is served first.
  package var raise = 0
  /// A word for the reader; `escalation` is counted as such.
  package var name = ""
  /// It stands in the other queue by its arrival, not at the end.
  package var keepsPlace = false
  /// The touch that ends in it says something to the customer.
  package var replies = true

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
  package var hasMoves: Bool { contactTypes.contains { !$0.moves.isEmpty } }

  /// The priority of a contact may change.
  package var hasRaises: Bool { contactTypes.contains { $0.moves.contains { $0.raise != 0 } } }

  /// By contact type: contacts of several priorities, or of another than its own, may wait in its queue, because they come from other types.
  package var variesPriority: [Bool] {
    if !hasMoves { return contactTypes.map { _ in false } }
    // Which come to each type, followed until nothing new does; steps without end soon are several.
    var reached = contactTypes.map { [$0.priority] }
    var isChanged = true
    while isChanged {
      isChanged = false
      for (index, type) in contactTypes.enumerated() {
        for move in type.moves {
          for to in legTypes(of: move) where reached[to].count <= 32 {
            for priority in reached[index].map({ raised($0, by: move.raise) }) where !reached[to].contains(priority) {
              reached[to].append(priority)
              isChanged = true
            }
          }
        }
      }
    }
    return reached.map { $0.count > 1 }
  }

  /// The types in which the next leg may be.
  package func legTypes(of move: Move) -> [Int] { contactTypes[move.to].mix.map { Array($0.variants) } ?? [move.to] }

  /// Contacts of other types, or its own, go on in this one.
  package func isMovedTo(_ type: Int) -> Bool {
    contactTypes.contains { $0.moves.contains { legTypes(of: $0).contains(type) } }
  }

  /// A priority some steps higher: the first at most, where they have names.
  package func raised(_ priority: Int, by steps: Int) -> Int {
    priorities.isEmpty ? priority + steps : max(0, min(priority + steps, priorities.count - 1))
  }

  /// By contact type: all types in which its contacts may have legs, its own first.
  package func legs(of type: Int) -> [Int] {
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
