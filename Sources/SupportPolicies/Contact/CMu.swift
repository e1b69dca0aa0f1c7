package import SupportModel

/// The contact with the largest c × μ: weight (what an hour of its waiting costs) ÷ expected handle time; types not named weigh 1.
///
/// Optimal for waiting costs that grow in proportion to the wait. For costs that grow faster use `weighted-wait`, which spells the
/// generalised cμ rule.
///
/// Source: Cox, Smith, *Queues* (1961), §3.3.
package struct CMu: ContactCriterion {
  /// `[contactType]`; those beyond the end weigh 1.
  private let weights: [Double]

  package init(weights: [Double]) { self.weights = weights }

  /// Weight and expected handle time belong to contact type and group.
  package var scope: CriterionScope { .fixed }
  /// Minus weight ÷ expected handle time in seconds; 0 for a weight of 0, which so comes last.
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double {
    let cost = weight(of: contact.contactType, in: weights)
    return cost == 0 ? 0 : -cost / contact.expectedHandle
  }

  package static let family = ContactCriterionFamily(
    name: "c-mu", help: "the contact with the largest weight ÷ expected handle time", example: "{c-mu: {billing-call: 3}}",
    parameters: .weightByContactType
  ) { CMu(weights: $0.weightByContactType) }
}
