package import SupportModel

/// Any of the contacts still tied, equally likely. The draw is the engine's, from the stream `routing/random`.
package struct RandomContact: ContactCriterion {
  package init() {}

  /// Asks for a draw among those still tied.
  package var scope: CriterionScope { .random }
  /// The same for all: the draw decides.
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { 0 }

  package static let family = ContactCriterionFamily(
    name: "random", help: "any of the contacts still tied, equally likely", example: "random"
  ) { _ in RandomContact() }
}
