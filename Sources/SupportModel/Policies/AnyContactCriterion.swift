/// Any criterion of *which contact this agent takes*, in a box: what a policy's list holds, so that the list of criteria stays open.
///
/// A box and not `any ContactCriterion`, because the simulation also compiles for Embedded Swift, which has no such values.
package struct AnyContactCriterion: ContactCriterion {
  /// Read once, when the criterion is boxed.
  package let scope: CriterionScope
  private let box: ContactCriterionBox

  /// A box that is given is kept, not boxed again.
  package init(_ criterion: some ContactCriterion) { self = criterion.boxed }

  fileprivate init(scope: CriterionScope, box: ContactCriterionBox) {
    self.scope = scope
    self.box = box
  }

  /// Itself, so that no box ever holds a box.
  package var boxed: AnyContactCriterion { self }
  /// One indirect call, about 2 ns.
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double {
    box.score(contact: contact, agentGroup: agentGroup, now: now)
  }
}

extension ContactCriterion {
  /// Costs one allocation, when a policy is made.
  package var boxed: AnyContactCriterion { AnyContactCriterion(scope: scope, box: BoxOf(self)) }
}

/// Overridden in `BoxOf`. Its only storage is a constant of `Sendable` type there.
private class ContactCriterionBox: @unchecked Sendable {
  func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { preconditionFailure("an empty box") }
}

private final class BoxOf<Held: ContactCriterion>: ContactCriterionBox, @unchecked Sendable {
  private let held: Held

  init(_ held: Held) { self.held = held }

  override func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double {
    held.score(contact: contact, agentGroup: agentGroup, now: now)
  }
}
