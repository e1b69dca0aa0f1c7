#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
public import Testing

@testable public import SimulationCore

/// What every entry of `DistributionCatalog.all` must fulfil. A new family is tested by joining the list.
@Suite struct DistributionConformanceTests {
  /// One set of parameters of one family, or one modifier around a distribution.
  struct Trial: Sendable, CustomTestStringConvertible {
    var name: String
    var make: @Sendable () throws -> any Distribution
    var testDescription: String { name }
  }

  static let trials: [Trial] =
    DistributionCatalog.all.flatMap { family in
      family.samples.enumerated().map { number, sample in
        Trial(name: "\(family.name) \(number): \(sample.names.joined(separator: ", "))") { try family.make(sample) }
      }
    }
    + [
      Trial(name: "shifted exponential") { ShiftedDistribution(ExponentialDistribution(mean: 60), by: 5) },
      Trial(name: "exponential at least") { AtLeastDistribution(ExponentialDistribution(mean: 60), 30) },
      Trial(name: "exponential at most") { AtMostDistribution(ExponentialDistribution(mean: 60), 120) },
      Trial(name: "pareto without variance, at most") { AtMostDistribution(ParetoDistribution(minimum: 60, shape: 1.5), 3600) },
      Trial(name: "all three around lognormal") {
        AtMostDistribution(
          AtLeastDistribution(ShiftedDistribution(LognormalDistribution(mean: 360, cv: 1.2), by: 5), 10), 1800)
      },
    ]

  private static let shares = [1e-6, 0.001, 0.01, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.99, 0.999, 1 - 1e-6]

  private func draws(_ count: Int, _ distribution: any Distribution) -> [Double] {
    var generator = RandomStream(seed: 20_260_914, replication: 0, name: "conformance").generator(entity: 0)
    return (0..<count).map { _ in distribution.sample(using: &generator) }
  }

  // MARK: The entry

  @Test(arguments: DistributionCatalog.all)
  func `Each family has its own name, help, example and a sample of every form`(family: DistributionFamily) {
    #expect(family.example.hasPrefix("{\(family.name): "))
    #expect(!family.help.isEmpty && !family.forms.isEmpty)
    #expect(family.name.allSatisfy { $0.isLowercase || $0 == "-" })
    #expect(DistributionCatalog.all.filter { $0.name == family.name }.count == 1)
    for form in family.forms {
      let needed = Set(form.filter { !$0.isOptional }.map(\.name))
      let allowed = Set(form.map(\.name))
      #expect(family.samples.contains { needed.isSubset(of: $0.names) && allowed.isSuperset(of: $0.names) }, "\(needed)")
      // Each form's parameters are told apart from every other's.
      for other in family.forms where other != form { #expect(!needed.isSubset(of: other.map(\.name))) }
    }
  }

  @Test(arguments: DistributionModifierCatalog.all)
  func `Each modifier has its own name, help and example`(modifier: DistributionModifier) throws {
    #expect(modifier.example.contains(" \(modifier.name): "))
    #expect(modifier.parameter.kind == .duration)
    let made = try modifier.make(40, ExponentialDistribution(mean: 60).boxed)
    #expect(made.mean != 60)
  }

  // MARK: The distribution

  @Test(arguments: trials)
  func `The quantile is the inverse of the cumulative function`(trial: Trial) throws {
    let distribution = try trial.make()
    var previous = 0.0
    for p in Self.shares {
      let x = distribution.quantile(p)
      #expect(x >= previous, "p = \(p)")
      previous = x
      // At or above p at the quantile, at or below it just before: equality where the function is continuous.
      #expect(distribution.cumulative(x * (1 + 1e-12)) >= p - 1e-11, "p = \(p)")
      #expect(distribution.cumulative(x * (1 - 1e-12) - 1e-300) <= p + 1e-11, "p = \(p)")
    }
  }

  @Test(arguments: trials)
  func `Nothing lies below zero`(trial: Trial) throws {
    let distribution = try trial.make()
    #expect(distribution.cumulative(-1e-9) == 0)
    #expect(distribution.cumulative(-.infinity) == 0)
    #expect(abs(distribution.cumulative(.infinity) - 1) < 1e-12)
    #expect(distribution.quantile(1e-12) >= 0)
    #expect(draws(20_000, distribution).allSatisfy { $0 >= 0 && $0.isFinite })
  }

  /// ∫ Q(u) du and ∫ (Q(u) − mean)² du over the shares u = 1 ÷ (1 + e⁻ᵗ), to one in 10,000: a Double next to 1 leaves
  /// out a little of the heaviest tails.
  @Test(arguments: trials)
  func `Mean and variance agree with the integral of the quantile`(trial: Trial) throws {
    let distribution = try trial.make()
    guard distribution.mean.isFinite else { return }
    func integral(noise: Double, _ f: (Double) -> Double) -> Double {
      (-9..<9).reduce(0) { sum, piece in
        let (low, high) = (Double(piece) * 4, Double(piece + 1) * 4)
        return sum
          + AdaptiveQuadrature.integrate(from: low, to: high, relative: 1e-6, noise: noise, depth: 30) { t in
            let u = 1 / (1 + exp(-t))
            return u < 1 ? f(distribution.quantile(u)) * u * (1 / (1 + exp(t))) : 0
          }
      }
    }
    let mean = distribution.mean
    #expect(abs(integral(noise: 1e-6 * mean) { $0 } - mean) <= 1e-4 * mean)
    guard distribution.variance.isFinite else { return }
    let variance = distribution.variance
    #expect(abs(integral(noise: 1e-6 * variance) { ($0 - mean) * ($0 - mean) } - variance) <= 1e-4 * variance + 1e-6)
  }

  /// 200,000 draws with a fixed seed; critical value 4.5 standard errors (two-sided error 7 in a million), the standard error of the
  /// variance from the fourth moment of the draws.
  @Test(arguments: trials)
  func `Mean and variance agree with the draws`(trial: Trial) throws {
    let distribution = try trial.make()
    guard distribution.variance.isFinite else { return }
    let n = 200_000
    let draws = draws(n, distribution)
    let mean = draws.reduce(0, +) / Double(n)
    #expect(abs(mean - distribution.mean) <= 4.5 * (distribution.variance / Double(n)).squareRoot() + 1e-9)
    var (second, fourth) = (0.0, 0.0)
    for draw in draws {
      let square = (draw - distribution.mean) * (draw - distribution.mean)
      second += square / Double(n)
      fourth += square * square / Double(n)
    }
    #expect(abs(second - distribution.variance) <= 4.5 * (max(0, fourth - second * second) / Double(n)).squareRoot() + 1e-9)
  }

  /// Kolmogorov–Smirnov with 20,000 draws and a fixed seed; critical value 2.225 ÷ √n (error 1 in 10,000; less where there are atoms).
  @Test(arguments: trials)
  func `Draws follow the cumulative function`(trial: Trial) throws {
    let distribution = try trial.make()
    let n = 20_000
    let sorted = draws(n, distribution).sorted()
    var worst = 0.0
    var index = 0
    while index < n {
      let x = sorted[index]
      let before = index
      while index < n, sorted[index] == x { index += 1 }
      // Rounding may put a draw a hair beside an atom.
      worst = max(worst, Double(index) / Double(n) - distribution.cumulative(x * (1 + 1e-12)))
      worst = max(worst, distribution.cumulative(x * (1 - 1e-12) - 1e-300) - Double(before) / Double(n))
    }
    #expect(worst <= 2.225 / Double(n).squareRoot())
  }

  @Test(arguments: trials)
  func `The flat sampler draws the same numbers as the distribution`(trial: Trial) throws {
    let distribution = try trial.make()
    var table = SamplerTable()
    let index = Int(table.add(distribution.boxed))
    var one = RandomStream(seed: 1, replication: 0, name: "flat").generator(entity: 0)
    var other = one
    for _ in 0..<1000 {
      let (a, b) = (table.sample(index, using: &one), distribution.sample(using: &other))
      #expect(abs(a - b) <= 1e-12 * b)
    }
  }

  @Test(arguments: trials)
  func `Limited moments grow from nothing to the whole`(trial: Trial) throws {
    let distribution = try trial.make()
    #expect(distribution.limitedMoments(at: 0) == LimitedMoments(mean: 0, meanSquare: 0))
    var last = LimitedMoments(mean: 0, meanSquare: 0)
    for p in [0.01, 0.3, 0.7, 0.99] {
      let bound = distribution.quantile(p)
      let moments = distribution.limitedMoments(at: bound)
      #expect(moments.mean >= last.mean * (1 - 1e-9) && moments.mean <= bound * (1 + 1e-9))
      #expect(moments.meanSquare >= last.meanSquare * (1 - 1e-9) && moments.meanSquare >= moments.mean * moments.mean * (1 - 1e-9))
      last = moments
    }
    if distribution.variance.isFinite {
      let far = distribution.limitedMoments(at: distribution.mean + 1e4 * distribution.variance.squareRoot())
      #expect(abs(far.mean - distribution.mean) <= 1e-6 * distribution.mean)
    }
  }
}

extension DistributionFamily: CustomTestStringConvertible {
  public var testDescription: String { name }
}

extension DistributionModifier: CustomTestStringConvertible {
  public var testDescription: String { name }
}
