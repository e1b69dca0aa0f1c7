#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the event loop draws from: the common distributions in flat form, anything else by a protocol call.
///
/// Exponential, constant and uniform are inverted in place; the others cost one protocol call (about 2 ns) more.
@frozen
public struct Sampler: Sendable {
  @frozen @usableFromInline enum Kind: UInt8, Sendable { case constant, exponential, uniform, general }

  @usableFromInline let kind: Kind
  @usableFromInline let a: Double
  @usableFromInline let b: Double
  @usableFromInline let general: (any Distribution)?

  @usableFromInline init(kind: Kind, a: Double, b: Double, general: (any Distribution)?) {
    self.kind = kind
    self.a = a
    self.b = b
    self.general = general
  }

  /// The sampler of a distribution: its flat form where it has one.
  public init(_ distribution: any Distribution) {
    self = distribution.flatSampler ?? Sampler(kind: .general, a: 0, b: 0, general: distribution)
  }

  /// Always `seconds`.
  public static func constant(_ seconds: Double) -> Sampler { Sampler(kind: .constant, a: seconds, b: 0, general: nil) }
  /// Exponential with this mean in seconds.
  public static func exponential(mean: Double) -> Sampler { Sampler(kind: .exponential, a: mean, b: 0, general: nil) }
  /// Uniform between two numbers of seconds.
  public static func uniform(from: Double, to: Double) -> Sampler { Sampler(kind: .uniform, a: from, b: to - from, general: nil) }

  /// One draw in seconds.
  @inlinable
  public func sample(using generator: inout RandomGenerator) -> Double {
    switch kind {
    case .exponential: return -log(generator.nextUniform()) * a
    case .constant: return a
    case .uniform: return a + b * generator.nextUniform()
    case .general: return general.unsafelyUnwrapped.sample(using: &generator)
    }
  }
}
