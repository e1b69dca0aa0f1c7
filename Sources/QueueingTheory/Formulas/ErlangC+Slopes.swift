import Foundation
import SampleStatistics

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
