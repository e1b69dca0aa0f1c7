import Testing

@testable import SimulationCore

/// Known numbers: the examples of the documentation comments, from scipy 1.17 (`lognorm`, `gamma`, `weibull_min`, `The Pareto has its reference moments and quantiles`, `The beta has its reference moments and quantiles`, `fisk`,
/// `truncnorm`: `.mean()`, `.var()`, `.ppf(p)`) and, for phase types and clamped moments, from mpmath 1.3 (`expm`, `ncdf`, `quad`).
@Suite struct DistributionReferenceTests {
  private func close(_ value: Double, _ exact: Double, _ tolerance: Double = 1e-11) -> Bool {
    abs(value - exact) <= tolerance * abs(exact)
  }

  private func make(_ family: DistributionFamily, _ values: ParameterValues) throws -> any Distribution { try family.make(values) }

  @Test func `Exponential and constant have their textbook moments and quantiles`() {
    #expect(close(ExponentialDistribution(mean: 180).quantile(0.5), 124.76649250079015))
    #expect(ConstantDistribution(90).mean == 90)
  }

  @Test func `Uniform and triangular have their textbook moments and quantiles`() {
    #expect(close(UniformDistribution(from: 20, to: 60).variance, 400.0 / 3))
    let triangular = TriangularDistribution(from: 60, mode: 120, to: 300)
    #expect(triangular.mean == 160)
    #expect(close(triangular.variance, 2600))
    #expect(close(triangular.quantile(0.5), 300 - 21_600.0.squareRoot()))
  }

  @Test func `The normal distribution is cut at zero as the textbook says`() {
    let normal = NormalDistribution(mean: 60, sd: 60)
    #expect(close(normal.mean, 77.25599825635071))
    #expect(close(normal.variance, 2266.87062879578))
    #expect(close(normal.quantile(0.5), 72.01042117001344))
    #expect(close(normal.quantile(0.9), 142.66724169595847))
  }

  @Test func `The lognormal has its reference moments and quantiles`() throws {
    let lognormal = LognormalDistribution(mean: 360, cv: 1.2)
    #expect(close(lognormal.mean, 360))
    #expect(close(lognormal.coefficientOfVariation, 1.2))
    #expect(close(lognormal.quantile(0.5), 230.46638387921274))
    #expect(close(lognormal.quantile(0.9), 773.1512456724201))
    let pair = try make(LognormalDistribution.family, ["median": 240.0, "p90": 720.0])
    #expect(close(pair.mean, 346.5680466919009))
  }

  @Test func `Gamma and Erlang have their reference parameters and quantiles`() throws {
    let gamma = GammaDistribution(mean: 45, cv: 0.8)
    #expect(close(gamma.shape, 1.5625) && close(gamma.scale, 28.8))
    #expect(close(gamma.quantile(0.5), 35.84800949807374))
    #expect(close(gamma.quantile(0.9), 92.84397356974603))
    let pair = try make(GammaDistribution.family, ["median": 30.0, "p90": 90.0])
    // Of a gamma distribution shape = mean² ÷ variance and scale = variance ÷ mean.
    #expect(close(pair.mean * pair.mean / pair.variance, 1.1824682578783097))
    #expect(close(pair.variance / pair.mean, 34.45177654931557))
    let erlang = ErlangDistribution(k: 3, mean: 180)
    #expect(close(erlang.variance, 10_800))
    #expect(close(erlang.quantile(0.5), 160.44361882341354))
    #expect(close(erlang.quantile(0.9), 319.33922027005264))
  }

  @Test func `The hyperexponential has its reference moments and quantiles`() {
    let two = HyperexponentialDistribution(shares: [0.8, 0.2], means: [60, 600])
    #expect(close(two.mean, 168) && close(two.variance, 121_536))
    let balanced = HyperexponentialDistribution(mean: 300, cv: 1.8)
    #expect(close(balanced.mean, 300) && close(balanced.coefficientOfVariation, 1.8))
    #expect(close(balanced.shares[0] * balanced.means[0], balanced.shares[1] * balanced.means[1]))
  }

  @Test func `The Weibull has its reference parameters and quantiles`() throws {
    let weibull = WeibullDistribution(shape: 0.7, scale: 120)
    #expect(close(weibull.mean, 151.89882072687402) && close(weibull.variance, 49346.43197260541))
    #expect(close(weibull.quantile(0.5), 71.08681355425605))
    #expect(close(WeibullDistribution(mean: 300, cv: 0.5).shape, 2.1013490946885436))
    #expect(close(WeibullDistribution(mean: 300, cv: 1.7).shape, 0.6165258464759791))
  }

  @Test func `The Pareto has its reference moments and quantiles`() {
    let pareto = ParetoDistribution(minimum: 60, shape: 2.5)
    #expect(close(pareto.mean, 100) && close(pareto.variance, 8000) && close(pareto.quantile(0.5), 79.17047464637365))
    #expect(ParetoDistribution(minimum: 60, shape: 1).mean == .infinity)
    #expect(ParetoDistribution(minimum: 60, shape: 2).variance == .infinity)
  }

  @Test func `The beta has its reference moments and quantiles`() throws {
    let beta = BetaDistribution(from: 0, to: 60, alpha: 2, beta: 3)
    #expect(close(beta.mean, 24) && close(beta.variance, 144) && close(beta.quantile(0.5), 23.14365408794337))
    let moments = try make(BetaDistribution.family, ["from": 30.0, "to": 300.0, "mean": 100.0, "sd": 20.0])
    #expect(close(moments.mean, 100) && close(moments.variance, 400))
  }

  @Test func `The log-logistic has its reference moments and quantiles`() {
    let logistic = LogLogisticDistribution(median: 240, shape: 3)
    #expect(close(logistic.mean, 290.2078982774748) && close(logistic.variance, 55079.16695055877))
    #expect(close(logistic.quantile(0.9), 499.22011753245687))
    #expect(LogLogisticDistribution(median: 240, shape: 1).mean == .infinity)
    // The series for large shapes meets the formula.
    #expect(
      close(LogLogisticDistribution(median: 1, shape: 104.8).variance, LogLogisticDistribution(median: 1, shape: 104.7).variance, 0.003))
  }

  @Test func `The phase-type has its reference moments and quantiles`() {
    let coxian = PhaseTypeDistribution(means: [60, 300], continues: [0.4])
    #expect(close(coxian.mean, 180) && close(coxian.variance, 61_200))
    #expect(close(coxian.cumulative(10), 0.0931510873136900) && close(coxian.cumulative(1000), 0.982162974437631))
    let general = PhaseTypeDistribution(starts: [0.7, 0.3, 0], means: [20, 60, 240], moves: [0, 0.5, 0.1, 0.2, 0, 0.3, 0, 0.1, 0])
    #expect(close(general.mean, 137.373271889400915) && close(general.variance, 38575.7374333708499))
    #expect(close(general.cumulative(10), 0.140918547620403321) && close(general.cumulative(100), 0.620803137273485236))
    // One phase is exponential, equal phases in a line are Erlang.
    #expect(close(PhaseTypeDistribution(means: [60], continues: []).quantile(0.9), ExponentialDistribution(mean: 60).quantile(0.9)))
    let line = PhaseTypeDistribution(means: [60, 60, 60], continues: [1, 1])
    #expect(close(line.quantile(0.5), 160.44361882341354))
  }

  @Test func `Mixture and empirical have the moments of their parts`() {
    let mixture = MixtureDistribution([(0.75, ConstantDistribution(60).boxed), (0.25, ConstantDistribution(300).boxed)])
    #expect(close(mixture.mean, 120) && close(mixture.variance, 10_800))
    #expect(close(mixture.quantile(0.75), 60) && close(mixture.quantile(0.76), 300))
    let empirical = EmpiricalDistribution(values: [210, 60, 30, 60])
    #expect(empirical.mean == 90 && empirical.variance == 4950 && empirical.quantile(0.5) == 60)
    #expect(EmpiricalDistribution(values: [1, 2, 3], weights: [0, 0, 1]).quantile(0.01) == 3)
  }

  @Test func `Modifiers move, raise and lower what they hold`() {
    let exponential = ExponentialDistribution(mean: 60)
    #expect(close(ShiftedDistribution(exponential, by: 5).quantile(0.5), 46.58883083359672))
    #expect(close(AtLeastDistribution(exponential, 30).mean, 66.391839582758, 1e-10))
    #expect(close(AtMostDistribution(exponential, 120).mean, 51.87988300580324, 1e-10))
    let all = AtMostDistribution(
      AtLeastDistribution(ShiftedDistribution(LognormalDistribution(mean: 360, cv: 1.2), by: 5), 10), 1800)
    #expect(close(all.mean, 352.264111818561353, 1e-9))
    #expect(close(all.variance, 120858.833106648592, 1e-9))
    let tamed = AtMostDistribution(ParetoDistribution(minimum: 60, shape: 1.5), 3600)
    #expect(close(tamed.mean, 164.508066615170332, 1e-9))
    #expect(close(tamed.variance, 73679.0163893122866, 1e-9))
    // A bound far above the mass does not hide it.
    #expect(close(AtMostDistribution(LognormalDistribution(mean: 360, cv: 1.2), 30 * 86_400).mean, 360, 1e-7))
  }

  @Test func `two quantiles determine each family that takes them`() throws {
    for family in DistributionCatalog.all where family.forms.contains(where: { $0.contains { $0.name == "p90" } }) {
      for (name, probability) in [("p90", 0.9), ("p95", 0.95)] {
        for upper in [101.0, 130.0, 400.0, 5000.0] {
          let made = try make(family, ParameterValues(["median": .number(100), name: .number(upper)]))
          #expect(close(made.quantile(0.5), 100, 1e-9), "\(family.name) \(upper)")
          #expect(close(made.quantile(probability), upper, 1e-9), "\(family.name) \(upper)")
        }
      }
    }
  }
}
