import Foundation

/// M/D/n by the zeros of zⁿ = e^(−y(1−z)) inside the unit circle, y erlangs and n agents: right however near the load is to n, where the series
/// of `ConstantHandleQueue` is too long.
///
///     P(no wait) = (n − y) ÷ Π (1 − z)      E[queue] = n ÷ 2(n − y) − (n + y) ÷ 2 + Σ 1 ÷ (1 − z)
///
/// over the n − 1 zeros other than 1. They come from z = e^(2πik/n) e^(−(y/n)(1−z)) by Newton's method; a dozen steps for each.
///
/// Source: Crommelin, POEEJ 25 (1932); Tijms, *A First Course in Stochastic Models* (2003), §9.6.
struct CrommelinRoots {
  let probabilityOfNoWait: Double
  let meanQueue: Double

  init(load y: Double, agents: Int) {
    let n = Double(agents)
    let rho = y / n
    var logProduct = 0.0
    var sum = 0.0
    // Conjugate pairs: those in the upper half and, of an even n, the one on the real axis.
    for k in stride(from: 1, through: agents / 2, by: 1) {
      let weight = 2 * k == agents ? 1.0 : 2.0
      // In d = 1 − z, which is small near saturation: ln(1 − d) + ρd = 2πik/n.
      let angle = 2 * Double.pi * Double(k) / n
      // A start from the law without the logarithm's curvature, away from the zero at d = 0.
      var d = (re: 1 - cos(angle) * 0.5, im: -sin(angle) * 0.5)
      for _ in 0..<60 {
        let re = 1 - d.re
        let im = -d.im
        var phase = atan2(im, re)
        if phase < 0 { phase += 2 * Double.pi }
        let value = (re: 0.5 * log(re * re + im * im) + rho * d.re, im: phase + rho * d.im - angle)
        // Slope ρ − 1 ÷ (1 − d).
        let size = re * re + im * im
        let slope = (re: rho - re / size, im: im / size)
        let scale = slope.re * slope.re + slope.im * slope.im
        let step = (
          re: (value.re * slope.re + value.im * slope.im) / scale, im: (value.im * slope.re - value.re * slope.im) / scale
        )
        var next = (re: d.re - step.re, im: d.im - step.im)
        // Stay inside the unit circle: z is 1 − d.
        let length = ((1 - next.re) * (1 - next.re) + next.im * next.im).squareRoot()
        if length > 1 { next = (1 - (1 - next.re) / length * 0.999, next.im / length * 0.999) }
        let moved = abs(next.re - d.re) + abs(next.im - d.im)
        d = next
        if moved < 1e-15 * (abs(d.re) + abs(d.im)) { break }
      }
      let size = d.re * d.re + d.im * d.im
      logProduct += weight * 0.5 * log(size)
      sum += weight * d.re / size
    }
    probabilityOfNoWait = exp(log(n - y) - logProduct)
    meanQueue = n / (2 * (n - y)) - 0.5 * (n + y) + sum
  }
}
