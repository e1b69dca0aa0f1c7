import Testing

@testable import SimulationCore

/// Reference values by mpmath 1.3 with 30 digits: `sqrt(2)*erfinv(2*p-1)`, `gammainc(a, 0, x, regularized=True)`,
/// `betainc(a, b, 0, x, regularized=True)`; inverses by bisection of these, started at scipy 1.17's `gammaincinv` and `betaincinv`.
@Suite struct DistributionSpecialFunctionTests {
  private func relativeError(_ value: Double, _ exact: Double) -> Double { abs(value - exact) / abs(exact) }

  @Test(arguments: [
    (1e-300, -37.0470962993612), (1e-10, -6.361340902404057), (0.001, -3.0902323061678136), (0.02, -2.053748910631823),
    (0.075, -1.439531470938456), (0.25, -0.6744897501960817), (0.8, 0.8416212335729144), (0.975, 1.9599639845400538),
    (0.999999, 4.753424308817087),
  ])
  func `The normal quantile agrees with reference values`(p: Double, exact: Double) {
    #expect(relativeError(StandardNormal.quantile(p), exact) < 1e-14)
    if exact < 0 { #expect(relativeError(StandardNormal.cumulative(exact), p) < 1e-12) }
  }

  @Test func `Normal quantile at the ends and in the middle`() {
    #expect(StandardNormal.quantile(0.5) == 0)
    #expect(StandardNormal.quantile(0) == -.infinity)
    #expect(StandardNormal.quantile(1) == .infinity)
  }

  @Test(
    arguments: [
      (0.01, 1e-05, 0.8963367982671973, 0.1036632017328028), (0.3, 0.2, 0.6575067242697218, 0.34249327573027827),
      (1, 1, 0.6321205588285577, 0.36787944117144233), (2, 3, 0.8008517265285442, 0.19914827347145578),
      (5, 1, 0.0036598468273437122, 0.9963401531726563), (10, 25, 0.9997785233617512, 0.00022147663824878357),
      (100, 80, 0.017108313035133115, 0.9828916869648668), (100, 130, 0.9972495916326934, 0.002750408367306526),
      (1e4, 1e4, 0.5013298083399552, 0.4986701916600448), (1e4, 1.04e4, 0.999961119829426, 3.88801705739882e-05),
      (1e6, 0.999e6, 0.15865521357430365, 0.8413447864256963),
    ] as [(Double, Double, Double, Double)])
  func `The incomplete gamma function agrees with reference values`(a: Double, x: Double, lower: Double, upper: Double) {
    #expect(relativeError(IncompleteGamma.lower(a, x), lower) < 1e-12)
    #expect(relativeError(IncompleteGamma.upper(a, x), upper) < 1e-12)
  }

  @Test(
    arguments: [
      (0.05, 0.3, 2.0378971887326642e-11), (0.3, 1e-06, 6.972699096409348e-21), (0.7, 0.5, 0.40742374847644125),
      (1.5625, 0.5, 1.2447225520164495), (3, 0.999, 11.228872242412661), (50, 1e-08, 19.85723617772848),
      (1000, 0.25, 978.4929664946928), (1e5, 0.9, 100405.47571024523),
    ] as [(Double, Double, Double)])
  func `Inverse of the incomplete gamma`(a: Double, p: Double, exact: Double) {
    #expect(relativeError(IncompleteGamma.inverse(a, p), exact) < 1e-12)
  }

  @Test(
    arguments: [
      (2, 3, 0.4, 0.5248), (0.4, 0.7, 0.01, 0.1310292357001231), (0.4, 0.7, 0.9, 0.9033684709954665),
      (30, 5, 0.7, 0.011657842663832414), (100, 200, 0.3, 0.10884306564490975), (1e4, 3e4, 0.251, 0.6784583313331677),
    ] as [(Double, Double, Double, Double)])
  func `The incomplete beta function agrees with reference values`(a: Double, b: Double, x: Double, exact: Double) {
    #expect(relativeError(IncompleteBeta.lower(a, b, x), exact) < 1e-12)
  }

  @Test(
    arguments: [
      (2, 3, 0.5, 0.38572756813238956), (0.4, 0.7, 0.1, 0.00509375910708595), (0.4, 0.7, 0.9, 0.8951770297004266),
      (30, 5, 0.01, 0.695108113778455), (100, 200, 0.75, 0.3514916787820605), (0.05, 2, 0.4, 4.14394370440803e-09),
    ] as [(Double, Double, Double, Double)])
  func `Inverse of the incomplete beta`(a: Double, b: Double, p: Double, exact: Double) {
    #expect(relativeError(IncompleteBeta.inverse(a, b, p), exact) < 1e-12)
  }

  @Test func `Inverse of the incomplete gamma comes back for every shape and share`() {
    for a in [0.001, 0.01, 0.1, 0.5, 1, 1.5, 7, 60, 900, 3e4, 1e6] {
      for p in [1e-12, 1e-6, 0.01, 0.2, 0.5, 0.7, 0.95, 0.9999, 1 - 1e-12] {
        let x = IncompleteGamma.inverse(a, p)
        if x == 0 { continue }  // below the smallest number
        #expect(relativeError(p <= 0.5 ? IncompleteGamma.lower(a, x) : IncompleteGamma.upper(a, x), min(p, 1 - p)) < 2e-10, "\(a) \(p)")
      }
    }
  }

  @Test func `Inverse of the incomplete beta comes back for every shape and share`() {
    for a in [0.05, 0.5, 1, 3, 40, 5000] {
      for b in [0.05, 0.5, 1, 3, 40, 5000] {
        for p in [1e-9, 0.01, 0.2, 0.5] {
          let x = IncompleteBeta.inverse(a, b, p)
          if x == 0 || 1 - x < 1e-6 { continue }  // where a Double cannot tell x from its bound
          #expect(relativeError(IncompleteBeta.lower(a, b, x), p) < 1e-9, "\(a) \(b) \(p)")
        }
      }
    }
  }

  @Test func `The crossing of a level is found on curves, flats and jumps`() {
    #expect(abs(RisingFunction.smallest(reaching: 2, near: 100) { $0 * $0 } - 2.0.squareRoot()) < 1e-15)
    #expect(abs(RisingFunction.smallest(reaching: 2, near: 1e-9) { $0 * $0 } - 2.0.squareRoot()) < 1e-15)
    let step = RisingFunction.smallest(reaching: 0.5, near: 1) { $0 >= 60 ? 1 : 0 }
    #expect(step >= 60 && step < 60 + 1e-12)
    #expect(RisingFunction.smallest(reaching: 0.5, near: 1) { _ in 0.7 } == 0)
  }

  @Test func `Integrals are exact on polynomials and close on jumps`() {
    #expect(abs(AdaptiveQuadrature.integrate(from: 0, to: 2, noise: 0) { $0 * $0 * $0 } - 4) < 1e-14)
    #expect(abs(AdaptiveQuadrature.integrate(from: 0, to: 3, noise: 1e-15) { $0 < 1 ? 1 : 0 } - 1) < 1e-12)
  }
}
