package import SupportModel

/// The contact with the largest weight × wait; types not named weigh 1.
///
/// With weights of *cost per hour of waiting ÷ hours of handling* this is the generalised cμ rule for costs that grow with the square of
/// the wait (their rate, C′(w)·μ = c·w·μ, is what is compared), asymptotically optimal in heavy traffic.
///
/// Source: van Mieghem, *Dynamic scheduling with convex delay costs: the generalized cμ rule*, Annals of Applied Probability 5 (1995);
/// as LONGESTWEIGHTEDWAITINGTIME: Buist, L'Ecuyer, *ContactCenters* (2005).
package struct WeightedWait: ContactCriterion {
  /// `[contactType]`; those beyond the end weigh 1.
  private let weights: [Double]

  package init(weights: [Double]) { self.weights = weights }

  /// The order of two types changes while they wait.
  package var scope: CriterionScope { .dynamic }
  /// Minus weight × wait in µs.
  package func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double {
    -weight(of: contact.contactType, in: weights) * Double(now - contact.queuedAt)
  }

  package static let family = ContactCriterionFamily(
    name: "weighted-wait", help: "the contact with the largest weight × wait",
    example: "{weighted-wait: {billing-call: 3, billing-email: 0.8}}", parameters: .weightByContactType
  ) { WeightedWait(weights: $0.weightByContactType) }
}
