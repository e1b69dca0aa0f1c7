import Foundation
import Testing

@testable import SimulationCore

/// Mean and mean square of a draw cut off at a bound, from mpmath 1.3 (`quad` of the chance of more, 30 digits, and `expm` with 60 digits for
/// phase types).
@Suite struct LimitedMomentsTests {
  private func expect(
    _ law: some Distribution, at bound: Double, _ mean: Double, _ meanSquare: Double, _ tolerance: Double = 1e-10,
    location: SourceLocation = #_sourceLocation
  ) {
    let moments = law.limitedMoments(at: bound)
    #expect(abs(moments.mean - mean) <= tolerance * mean, sourceLocation: location)
    #expect(abs(moments.meanSquare - meanSquare) <= tolerance * meanSquare, sourceLocation: location)
  }

  @Test func `Gamma, Erlang and exponential have their limited moments`() {
    expect(ExponentialDistribution(mean: 60), at: 45, 31.65800683553912, 1248.181435463215)
    expect(ExponentialDistribution(mean: 60), at: 0.001, 0.0009999916667129628, 9.99988888958333e-7)
    expect(GammaDistribution(shape: 0.3, scale: 60), at: 45, 12.63022457024919, 411.4351964927016)
    expect(GammaDistribution(shape: 50, scale: 6), at: 320, 290.9211134216377, 85529.77336227824)
    expect(ErlangDistribution(k: 3, mean: 180), at: 200, 147.4177527428428, 24630.49732964355)
    expect(HyperexponentialDistribution(shares: [0.8, 0.2], means: [60, 600]), at: 300, 94.89289937852789, 18516.51405378279)
  }

  @Test func `Weibull, lognormal, Pareto and log-logistic have their limited moments`() {
    expect(WeibullDistribution(shape: 0.7, scale: 120), at: 90, 56.99102070875808, 4481.852750261473)
    expect(WeibullDistribution(shape: 3.5, scale: 120), at: 150, 106.2028033557884, 12247.43537076857)
    expect(LognormalDistribution(mean: 360, cv: 1.2), at: 7200, 359.7165361527964, 310652.2999502924)
    expect(LognormalDistribution(mean: 360, cv: 1.2), at: 30, 29.88154133496773, 894.2880757278037)
    expect(LognormalDistribution(mean: 360, cv: 100), at: 3600, 121.7501936955973, 244211.1646321891)
    expect(ParetoDistribution(minimum: 60, shape: 1.6), at: 3600, 151.4274653387416, 78183.37434159074)
    expect(ParetoDistribution(minimum: 60, shape: 1), at: 3600, 305.660673733326, 428_400)
    expect(LogLogisticDistribution(median: 240, shape: 3), at: 900, 281.7385351484521, 108723.8692718821)
    expect(LogLogisticDistribution(median: 240, shape: 0.5), at: 36_000, 4638.548990360117, 126037112.6996839)
    expect(LogLogisticDistribution(median: 240, shape: 50), at: 300, 240.1578990509326, 57751.8233593269)
  }

  @Test func `A lognormal cut far below its mean keeps its digits`() {
    expect(LognormalDistribution(mean: 360, cv: 10_000), at: 60, 4.382532358155572, 197.1104783886428)
  }

  @Test func `Laws between bounds and the cut bell have their limited moments`() {
    expect(BetaDistribution(from: 0, to: 3600, alpha: 2, beta: 0.5), at: 3000, 2643.215991530959, 7351377.001238202)
    expect(BetaDistribution(from: 60, to: 3600, alpha: 2, beta: 3), at: 1000, 899.8367761942738, 849619.6906825781)
    expect(NormalDistribution(mean: 60, sd: 60), at: 100, 66.47899052933564, 5430.657353516052)
    expect(NormalDistribution(mean: 60, sd: 60), at: 0.3, 0.2997839405227314, 0.08991355823418435)
    expect(UniformDistribution(from: 20, to: 60), at: 45, 37.1875, 1452.083333333333)
    expect(TriangularDistribution(from: 60, mode: 120, to: 300), at: 200, 152.283950617284, 24727.77777777778)
  }

  @Test func `Phase types have their limited moments, however far apart their speeds`() {
    let three = PhaseTypeDistribution(starts: [0.7, 0.3, 0], means: [20, 60, 240], moves: [0, 0.5, 0.1, 0.2, 0, 0.3, 0, 0.1, 0])
    expect(three, at: 0.001, 0.0009999917500928462, 9.999890001392691e-7)
    expect(three, at: 100, 59.52591547876514, 5014.520283466765)
    expect(three, at: 5000, 137.3732716250946, 57447.15048647246)
    #expect(abs(three.cumulative(0.001) / 1.649972146259161e-5 - 1) < 1e-12)
    let stiff = PhaseTypeDistribution(means: [86_400, 1e-6], continues: [0.999_999_999])
    expect(stiff, at: 3600, 3526.030905811271, 12605563.0388288)
    expect(stiff, at: 864_000, 86396.07744706848, 14922464009.65976)
    #expect(abs(stiff.cumulative(3600) / 0.04081054287976008 - 1) < 1e-12)
  }

  /// A reader asks for these with every clamp of a scenario, at bounds nobody foresaw.
  @Test(arguments: DistributionCatalog.all.flatMap { family in family.samples.indices.map { (family.name, $0) } })
  func `Moments come at once at any bound`(_ name: String, _ sample: Int) throws {
    let family = try #require(DistributionCatalog.all.first { $0.name == name })
    let law = try family.make(family.samples[sample])
    for bound in [1e-6, 1, 60, 3600, 1e9, 3e11] {
      withinMoments {
        let (least, most) = (AtLeastDistribution(law, bound), AtMostDistribution(law, bound))
        #expect(least.mean >= bound * (1 - 1e-12) && most.mean <= bound * (1 + 1e-12))
        #expect(least.variance >= 0 && most.variance >= 0)
      }
    }
  }

  @Test func `Fifty phases a thousand million times apart come at once too`() {
    let means = (0..<50).map { pow(10, -3 + Double($0) / 5) }
    let law = PhaseTypeDistribution(means: means, continues: [Double](repeating: 0.99, count: 49))
    withinMoments { #expect(AtLeastDistribution(law, 3e8).mean >= 3e8) }
  }

  /// 50 ms of this thread's processor, where the code is built for speed.
  private func withinMoments(_ body: () throws -> Void) rethrows {
    let start = processorTime()
    try body()
    let spent = processorTime() - start
    #expect(_isDebugAssertConfiguration() || spent < 50_000_000, "\(spent) ns")
  }

  private func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  @Test func `A walk of more than 100,000 steps is refused`() {
    let values: ParameterValues = ["starts": [1.0], "means": [1.0], "moves": [0.999_999_999]]
    #expect(throws: ParameterProblem.self) { _ = try PhaseTypeDistribution.family.make(values) }
  }
}
