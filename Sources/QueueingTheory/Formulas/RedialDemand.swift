/// What a queue with redials is asked; in range.
struct RedialDemand: Sendable {
  let arrivalRate: Double
  let handleTime: Double
  let patience: Double?
  let agents: Int
  let waitingPlaces: Int?
  let persistence: Double
  let redialDelay: Double

  init(
    arrivalRate: Double, handleTime: Double, patience: Double?, agents: Int, waitingPlaces: Int?, persistence: Double, redialDelay: Double
  ) throws(TheoryError) {
    try Require.positive(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    if let patience { try Require.positive(patience, "patience") }
    try Require.positive(Double(agents), "number of agents")
    try Require.share(persistence, "probability of trying again")
    try Require.positive(redialDelay, "time until the next attempt")
    if let waitingPlaces, waitingPlaces < 0 {
      throw .outOfRange(quantity: "number of places", value: Double(waitingPlaces), allowed: "0 or more")
    }
    guard patience != nil || waitingPlaces != nil else {
      throw .undefined(measure: "next attempt where nobody is refused and nobody leaves", formula: "M/M/n with redials")
    }
    if persistence == 1, arrivalRate * handleTime >= Double(agents) {
      throw .unstable(load: arrivalRate * handleTime, servers: Double(agents))
    }
    self.arrivalRate = arrivalRate
    self.handleTime = handleTime
    self.patience = patience
    self.agents = agents
    self.waitingPlaces = waitingPlaces
    self.persistence = persistence
    self.redialDelay = redialDelay
  }

  /// Rate at which one waiting customer leaves.
  var leaving: Double { patience.map { 1 / $0 } ?? 0 }
}
