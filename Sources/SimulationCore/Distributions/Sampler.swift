/// A distribution simple enough to be drawn from without a protocol call, as plain numbers.
///
/// Exponential, constant and uniform are inverted in place; lognormal, gamma and Weibull, the usual talk, wrap-up and patience,
/// are one direct call.
@frozen
public struct Sampler: Sendable, BitwiseCopyable {
  @frozen @usableFromInline enum Kind: UInt8, Sendable, BitwiseCopyable {
    case constant, exponential, uniform, lognormal, gamma, weibull, general
  }

  @usableFromInline let kind: Kind
  /// Place in `SamplerTable.general`.
  @usableFromInline let index: Int32
  @usableFromInline let a: Double
  @usableFromInline let b: Double

  @inlinable init(kind: Kind, index: Int32 = 0, a: Double = 0, b: Double = 0) {
    self.kind = kind
    self.index = index
    self.a = a
    self.b = b
  }

  /// Always `seconds`.
  @inlinable public static func constant(_ seconds: Double) -> Sampler { Sampler(kind: .constant, a: seconds) }
  /// Exponential with this mean in seconds.
  @inlinable public static func exponential(mean: Double) -> Sampler { Sampler(kind: .exponential, a: mean) }
  /// Uniform between two numbers of seconds.
  @inlinable public static func uniform(from: Double, to: Double) -> Sampler { Sampler(kind: .uniform, a: from, b: to - from) }

  /// exp(N) with N normal with this mean and standard deviation.
  static func lognormal(logMean: Double, logDeviation: Double) -> Sampler {
    Sampler(kind: .lognormal, a: logMean, b: logDeviation)
  }
  /// Gamma with this shape and this scale in seconds.
  static func gamma(shape: Double, scale: Double) -> Sampler { Sampler(kind: .gamma, a: shape, b: scale) }
  /// Weibull with this shape and this scale in seconds.
  static func weibull(shape: Double, scale: Double) -> Sampler { Sampler(kind: .weibull, a: 1 / shape, b: scale) }

  /// One draw in seconds.
  @inlinable
  public func sample(using generator: inout RandomGenerator) -> Double {
    switch kind {
    case .exponential, .constant, .uniform: return sample { generator.nextUniform() }
    case .lognormal, .gamma, .weibull: return sampleFlat(using: &generator)
    case .general: preconditionFailure("only the table knows this distribution")
    }
  }

  /// The kinds that are inverted in place; true for no other.
  @inlinable @inline(__always)
  var isInvertedInPlace: Bool { kind.rawValue <= Kind.uniform.rawValue }

  /// One draw in seconds by inversion of a uniform number, which a constant does not ask for.
  @inlinable @inline(__always)
  func sample(_ uniform: () -> Double) -> Double {
    switch kind {
    case .exponential: return -UnitLogarithm.of(uniform()) * a
    case .uniform: return a + b * uniform()
    default: return a
    }
  }

  /// The kinds with too much code to be inlined into the event loop.
  @usableFromInline
  func sampleFlat(using generator: inout RandomGenerator) -> Double {
    switch kind {
    case .lognormal: exp(a + b * StandardNormal.quantile(generator.nextUniform()))
    case .gamma: b * GammaVariate.draw(shape: a, using: &generator)
    default: b * pow(-log(generator.nextUniform()), a)
    }
  }
}
