/// All the distributions a simulation draws from, by dense index.
///
/// Those with a flat form (`Sampler`) are drawn from directly, the others through their box.
@frozen
public struct SamplerTable: Sendable {
  @usableFromInline var samplers: [Sampler] = []
  @usableFromInline var general: [AnyDistribution] = []

  public init() {}

  /// Adds a distribution and returns its index; nil gives −1.
  public mutating func add(_ distribution: AnyDistribution?) -> Int32 {
    guard let distribution else { return -1 }
    if let flat = distribution.flatSampler {
      samplers.append(flat)
    } else {
      samplers.append(Sampler(kind: .general, index: Int32(general.count)))
      general.append(distribution)
    }
    return Int32(samplers.count - 1)
  }

  /// The first draw of an entity in seconds, as `sample(_:using:)` of its generator gives it, without a generator where one number will do.
  @inlinable @inline(__always)
  public func sample(_ index: Int, from stream: RandomStream, entity: UInt64, run: UInt16) -> Double {
    let sampler = samplers[index]
    if sampler.isInvertedInPlace { return sampler.sample { stream.uniform(entity: entity, run: run) } }
    var generator = stream.generator(entity: entity, run: run)
    return sample(index, using: &generator)
  }

  /// One draw in seconds from the distribution at an index.
  @inlinable
  public func sample(_ index: Int, using generator: inout RandomGenerator) -> Double {
    let sampler = samplers[index]
    if sampler.kind == .general { return general[Int(sampler.index)].sample(using: &generator) }
    return sampler.sample(using: &generator)
  }
}
