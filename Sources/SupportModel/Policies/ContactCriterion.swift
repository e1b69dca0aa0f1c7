/// One criterion of *which contact this agent takes*. The lowest score wins; equal scores go on to the next criterion.
package protocol ContactCriterion: Sendable {
  var scope: CriterionScope { get }
  /// Lower is better. For `.fixed` scopes only `contactType`, `priority` (base), `expectedHandle`, `rank` of the contact and `group` of the agent are set.
  func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double
  /// This criterion in a box; a box gives itself.
  var boxed: AnyContactCriterion { get }
}
