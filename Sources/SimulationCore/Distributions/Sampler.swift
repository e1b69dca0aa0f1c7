#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A distribution simple enough to be inverted in place, as plain numbers.
@frozen
public struct Sampler: Sendable, BitwiseCopyable {
  @frozen @usableFromInline enum Kind: UInt8, Sendable, BitwiseCopyable { case constant, exponential, uniform, general }

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

  /// One draw in seconds.
  @inlinable
  public func sample(using generator: inout RandomGenerator) -> Double {
    switch kind {
    case .exponential: return -log(generator.nextUniform()) * a
    case .constant: return a
    case .uniform: return a + b * generator.nextUniform()
    case .general: preconditionFailure("only the table knows this distribution")
    }
  }
}
