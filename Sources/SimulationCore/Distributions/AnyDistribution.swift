/// Any distribution, in a box: what scenarios and tables hold, so that a new distribution needs no line in either.
///
/// ```swift
/// let talk = AnyDistribution(LognormalDistribution(mean: 360, cv: 1.2))
/// let same = LognormalDistribution(mean: 360, cv: 1.2).boxed
/// ```
///
/// A box and not `any Distribution`, because the simulation also compiles for Embedded Swift, which has no such values. A call costs
/// what a protocol's would, one indirect jump.
@frozen
public struct AnyDistribution: Distribution {
  @usableFromInline let box: DistributionBox

  /// A box that is given is kept, not boxed again.
  public init(_ distribution: some Distribution) { self = distribution.boxed }

  init(box: DistributionBox) { self.box = box }

  /// Itself, so that no box ever holds a box.
  public var boxed: AnyDistribution { self }
  /// Seconds; asked of what is in the box.
  public var mean: Double { box.mean }
  /// s²; asked of what is in the box.
  public var variance: Double { box.variance }
  public func cumulative(_ x: Double) -> Double { box.cumulative(x) }
  public func quantile(_ p: Double) -> Double { box.quantile(p) }
  /// One indirect call, and then what is in the box does.
  @inlinable public func sample(using generator: inout RandomGenerator) -> Double { box.sample(using: &generator) }
  public func limitedMoments(at bound: Double) -> LimitedMoments { box.limitedMoments(at: bound) }
  public var leastAllowed: Double? { box.leastAllowed }
  /// nil where the loop must draw through the box.
  public var flatSampler: Sampler? { box.flatSampler }
}

extension Distribution {
  /// Costs one allocation: box once, when a scenario is made.
  public var boxed: AnyDistribution { AnyDistribution(box: BoxOf(self)) }
}

/// What a box answers; each method is overridden in `BoxOf`. Its only storage is a constant of `Sendable` type there.
@usableFromInline class DistributionBox: @unchecked Sendable {
  var mean: Double { preconditionFailure("an empty box") }
  var variance: Double { preconditionFailure("an empty box") }
  func cumulative(_ x: Double) -> Double { preconditionFailure("an empty box") }
  func quantile(_ p: Double) -> Double { preconditionFailure("an empty box") }
  @usableFromInline func sample(using generator: inout RandomGenerator) -> Double { preconditionFailure("an empty box") }
  func limitedMoments(at bound: Double) -> LimitedMoments { preconditionFailure("an empty box") }
  var leastAllowed: Double? { preconditionFailure("an empty box") }
  var flatSampler: Sampler? { preconditionFailure("an empty box") }
  #if !hasFeature(Embedded)
    var content: any Distribution { preconditionFailure("an empty box") }
  #endif
}

#if !hasFeature(Embedded)
  extension AnyDistribution {
    /// What is in the box, for those who must know which law it is: a formula that needs its phases. Not in Embedded Swift.
    public var content: any Distribution { box.content }
  }
#endif

private final class BoxOf<Held: Distribution>: DistributionBox, @unchecked Sendable {
  private let held: Held

  init(_ held: Held) { self.held = held }

  #if !hasFeature(Embedded)
    override var content: any Distribution { held }
  #endif

  override var mean: Double { held.mean }
  override var variance: Double { held.variance }
  override func cumulative(_ x: Double) -> Double { held.cumulative(x) }
  override func quantile(_ p: Double) -> Double { held.quantile(p) }
  override func sample(using generator: inout RandomGenerator) -> Double { held.sample(using: &generator) }
  override func limitedMoments(at bound: Double) -> LimitedMoments { held.limitedMoments(at: bound) }
  override var leastAllowed: Double? { held.leastAllowed }
  override var flatSampler: Sampler? { held.flatSampler }
}
