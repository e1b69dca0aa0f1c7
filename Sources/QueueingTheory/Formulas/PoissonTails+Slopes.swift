import Foundation
import SampleStatistics

extension PoissonTails {
  /// ∂ ln(below) ÷ ∂y: from the differential equation of the incomplete gamma function, 1/B ′ = (1 − x/y)/B − 1.
  static func slopeOfLogBelow(load y: Double, _ x: Double, logBelow: Double) -> Double { 1 - x / y - x / y * exp(-logBelow) }

  /// ∂ ln(below) ÷ ∂x: 1/B = ∫ exp(x ln(1 + u/y) − u) du over u > 0, differentiated under the integral.
  static func slopeOfLogBelow(servers x: Double, _ y: Double, logBelow: Double) throws -> Double {
    // The logarithm of the integrand is concave with its peak at u = x − y; taken relative to it.
    let peak = max(0, x - y)
    func exponent(_ u: Double) -> Double { x * log1p((u - peak) / (y + peak)) - (u - peak) }
    var low = peak
    var step = 1.0
    while low > 0, exponent(max(0, peak - step)) > -45 {
      low = max(0, peak - step)
      step *= 2
    }
    low = max(0, peak - step)
    step = 1
    while exponent(peak + step) > -45 { step *= 2 }
    func integral(_ weight: @escaping (Double) -> Double) throws -> Double {
      try Quadrature.integrate(from: low, to: peak) { exp(exponent($0)) * weight($0) }
        + Quadrature.integrate(from: peak, to: peak + step) { exp(exponent($0)) * weight($0) }
    }
    let meanLog = try integral { log1p($0 / y) } / integral { _ in 1 }
    // ∂ below = ∂ (1/B), and 1/B = 1 + below.
    return meanLog * (1 + exp(-logBelow))
  }
}
