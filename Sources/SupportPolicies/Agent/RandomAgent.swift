package import SupportModel

/// Any of the agents still tied, equally likely. The draw is the engine's, from the stream `routing/random`.
package struct RandomAgent: AgentCriterion {
  package init() {}

  /// Asks for a draw among those still tied.
  package var scope: CriterionScope { .random }
  /// The same for all: the draw decides.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { 0 }

  package static let family = AgentCriterionFamily(
    name: "random", help: "any of the agents still tied, equally likely", example: "random"
  ) { _ in RandomAgent() }
}
