/// Eight draws made together, because eight take little longer than two: a block of Philox is a long chain of steps that wait for each other,
/// and blocks side by side do not.
///
/// A number is a pure function of its name, so drawing it early changes nothing but the time it takes.
@frozen
public struct DrawsAhead: Sendable, BitwiseCopyable {
  @usableFromInline var values: InlineArray<8, Double>

  public init() { values = InlineArray(repeating: 0) }

  /// The draw at a position from 0 to 7.
  @inlinable public subscript(position: Int) -> Double { values[position & 7] }
}

extension DrawsAhead {
  /// The next eight exponential numbers of mean 1 of a generator, as `Sampler.exponential(mean: 1)` would draw them one by one.
  public mutating func drawExponentials(from generator: inout RandomGenerator) {
    generator.nextUniforms(into: &values)
    for position in 0..<8 { values[position] = -UnitLogarithm.of(values[position]) }
  }
}

extension SamplerTable {
  /// Whether the distribution at an index can be drawn ahead: it needs one uniform number per draw and little code.
  public func drawsAhead(_ index: Int) -> Bool { samplers[index].isInvertedInPlace }

  /// The first draws in seconds of the eight entities from `first` on, a multiple of eight, as `sample(_:from:entity:run:)` gives them.
  public func drawAhead(_ index: Int, from stream: RandomStream, entities first: UInt64, into draws: inout DrawsAhead) {
    let sampler = samplers[index]
    stream.uniforms(entities: first, into: &draws.values)
    for position in 0..<8 {
      let uniform = draws.values[position]
      draws.values[position] = sampler.sample { uniform }
    }
  }
}
