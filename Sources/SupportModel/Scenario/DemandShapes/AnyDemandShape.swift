package import SimulationCore

/// Any demand shape, in a box: what a demand event holds, so that the list of shapes stays open.
///
/// A box and not `any DemandShape`, because the simulation also compiles for Embedded Swift, which has no such values.
package struct AnyDemandShape: DemandShape {
  /// Read once, when the shape is boxed.
  package let support: TimeSpan
  /// Read once, when the shape is boxed.
  package let corners: [TimeSpan]
  private let shareWithin: @Sendable (TimeSpan) -> Double

  /// A box that is given is kept, not boxed again.
  package init(_ shape: some DemandShape) { self = shape.boxed }

  fileprivate init(holding shape: some DemandShape) {
    support = shape.support
    corners = shape.corners
    shareWithin = { shape.share(within: $0) }
  }

  /// Itself, so that no box ever holds a box.
  package var boxed: AnyDemandShape { self }
  package func share(within offset: TimeSpan) -> Double { shareWithin(offset) }
}

extension DemandShape {
  /// Costs one allocation, when a scenario is made.
  package var boxed: AnyDemandShape { AnyDemandShape(holding: self) }
}
