package import SupportModel

/// Any of the contacts still tied, equally likely. The draw is the engine's, from the stream `routing/random`.
package struct RandomContact: ContactCriterion {
  package init() {}

  package var scope: CriterionScope { .random }
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double { 0 }

  package static let family = ContactCriterionFamily(
    name: "random", help: "any of the contacts still tied, equally likely", example: "random"
  ) { _ in RandomContact() }
}
