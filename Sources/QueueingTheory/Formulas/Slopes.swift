import Foundation
import SampleStatistics

/// How a measure changes with each of its inputs: partial derivatives per unit of the input.
package struct Slopes: Sendable, Equatable {
  /// Per contact per unit of time.
  package var arrivalRate = 0.0
  /// Per unit of time of the mean handle time.
  package var handleTime = 0.0
  /// Per agent, of the extension to real numbers of agents.
  package var servers = 0.0
  /// Per unit of time of the mean patience; 0 where nobody leaves.
  package var patience = 0.0

  static func + (a: Slopes, b: Slopes) -> Slopes {
    Slopes(
      arrivalRate: a.arrivalRate + b.arrivalRate, handleTime: a.handleTime + b.handleTime, servers: a.servers + b.servers,
      patience: a.patience + b.patience)
  }
  static func * (k: Double, a: Slopes) -> Slopes {
    Slopes(arrivalRate: k * a.arrivalRate, handleTime: k * a.handleTime, servers: k * a.servers, patience: k * a.patience)
  }
  static func - (a: Slopes, b: Slopes) -> Slopes { a + (-1) * b }
}

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

extension ErlangC {
  /// Derivatives of the measures, exact up to quadrature (about 1e-10). Needs a load above 0.
  ///
  /// Source: differentiation of C = 1 ÷ (1 + (1−ρ)(1/B − 1)) with B in its integral form (Jagerman 1974).
  package func slopes() throws(TheoryError) -> QueueSlopes {
    try Require.positive(arrivalRate, "arrival rate")
    return try Require.accuracy {
      let y = load
      let logBelow = try PoissonTails.logBelow(servers, y)
      let dLoad = Slopes(arrivalRate: handleTime, handleTime: arrivalRate)
      let dServers = Slopes(servers: 1)
      let dLogBelow =
        PoissonTails.slopeOfLogBelow(load: y, servers, logBelow: logBelow) * dLoad
        + (try PoissonTails.slopeOfLogBelow(servers: servers, y, logBelow: logBelow)) * dServers
      let spare = servers - y
      // ln((1−ρ)·below), whose negative is the log odds of waiting.
      let dOdds = dLogBelow + (1 / spare - 1 / servers) * dServers - (1 / spare) * dLoad
      let wait = probabilityOfWait
      let dWait = (-wait * (1 - wait)) * dOdds
      let given = meanWaitGivenWait
      let dGiven = (1 / spare) * Slopes(handleTime: 1) - (given / spare) * (dServers - dLoad)
      return QueueSlopes(
        probabilityOfWait: dWait, abandonment: Slopes(), meanWait: given * dWait + wait * dGiven,
        occupancy: (1 / servers) * dLoad - (y / (servers * servers)) * dServers)
    }
  }
}

extension ErlangA {
  /// Derivatives of the measures, exact up to quadrature (about 1e-10). Needs a load above 0.
  ///
  /// Source: differentiation of Palm's function A(x, y) = x ∫₀^∞ exp(y(1 − e⁻ˢ) − xs) ds, x = nμ/θ and y = λ/θ: its logarithm has the slopes
  /// 1/x − θ E[V | V > 0] in x and 1 − x/y + x/(yA) in y.
  package func slopes() throws(TheoryError) -> QueueSlopes {
    try Require.positive(arrivalRate, "arrival rate")
    let x = servers * patience / handleTime
    let y = arrivalRate * patience
    let meanOffered = try meanOfferedWait / probabilityOfWait
    return try Require.accuracy {
      let logBelow = try PoissonTails.logBelow(servers, load)
      let dLoad = Slopes(arrivalRate: handleTime, handleTime: arrivalRate)
      let dServers = Slopes(servers: 1)
      let dLogBelow =
        PoissonTails.slopeOfLogBelow(load: load, servers, logBelow: logBelow) * dLoad
        + (try PoissonTails.slopeOfLogBelow(servers: servers, load, logBelow: logBelow)) * dServers
      let dX = (x / servers) * dServers - (x / handleTime) * Slopes(handleTime: 1) + (x / patience) * Slopes(patience: 1)
      let dY = patience * Slopes(arrivalRate: 1) + arrivalRate * Slopes(patience: 1)
      let inverse = exp(-logPalm)
      let dLogA = (1 / x - meanOffered / patience) * dX + (1 - x / y + x / y * inverse) * dY
      let wait = probabilityOfWait
      let dWait = (wait * (1 - wait)) * (dLogA - dLogBelow)
      // 1 − (x/y)(1 − 1/A)
      let given = abandonmentGivenWait
      let ratio = x / y
      let dRatio = (1 / y) * dX - (ratio / y) * dY
      let dGiven = (-(1 - inverse)) * dRatio - (ratio * inverse) * dLogA
      let dAbandonment = given * dWait + wait * dGiven
      let offered = load / servers
      let dOffered = (1 / servers) * dLoad - (offered / servers) * dServers
      return QueueSlopes(
        probabilityOfWait: dWait, abandonment: dAbandonment,
        meanWait: patience * dAbandonment + abandonment * Slopes(patience: 1),
        occupancy: (1 - abandonment) * dOffered - offered * dAbandonment)
    }
  }
}
