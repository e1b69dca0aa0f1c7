import Foundation
import SampleStatistics

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
