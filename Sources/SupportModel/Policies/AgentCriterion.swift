/// One criterion of *which agent takes this contact*. The lowest score wins; equal scores go on to the next criterion.
package protocol AgentCriterion: Sendable {
  var scope: CriterionScope { get }
  /// Lower is better. For `.fixed` scopes only `group`, `rank`, `skillCount`, `handleFactor` of the agent and `contactType` of the contact are set.
  func score(agent: AgentView, contact: ContactView, now: Int64) -> Double
  /// This criterion in a box; a box gives itself.
  var boxed: AnyAgentCriterion { get }
}
