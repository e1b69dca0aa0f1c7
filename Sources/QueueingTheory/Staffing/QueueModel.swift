/// Which formula stands for the queue; the one place that chooses between them.
package enum QueueModel: Sendable {
  /// Nobody can wait.
  case erlangB
  /// Everybody waits as long as it takes.
  case erlangC
  /// Exponential patience with this mean.
  case erlangA(patience: Double)
  /// Patience of any law.
  case generalPatience(any DurationLaw)
  /// A limited number of places to wait, patience exponential or none.
  case finiteQueue(waitingPlaces: Int, patience: Double?)

  /// The formula at one number of servers; throws where it has no answer, as `.unstable` for Erlang C from a load of n on.
  package func measures(arrivalRate: Double, handleTime: Double, servers: Double) throws(TheoryError) -> any QueueMeasures {
    switch self {
    case .erlangB: try ErlangB(arrivalRate: arrivalRate, handleTime: handleTime, servers: servers)
    case .erlangC: try ErlangC(arrivalRate: arrivalRate, handleTime: handleTime, servers: servers)
    case .erlangA(let patience): try ErlangA(arrivalRate: arrivalRate, handleTime: handleTime, patience: patience, servers: servers)
    case .generalPatience(let law):
      try GeneralPatienceQueue(arrivalRate: arrivalRate, handleTime: handleTime, patience: law, servers: servers)
    case .finiteQueue(let places, let patience):
      try FiniteQueue(arrivalRate: arrivalRate, handleTime: handleTime, patience: patience, servers: servers, waitingPlaces: places)
    }
  }

  /// Whether all the goals are met with these agents; an unstable queue meets none.
  func meets(_ goals: [Goal], arrivalRate: Double, handleTime: Double, servers: Double) throws(TheoryError) -> Bool {
    let measures: any QueueMeasures
    do {
      measures = try self.measures(arrivalRate: arrivalRate, handleTime: handleTime, servers: servers)
    } catch {
      if case .unstable = error { return false }
      throw error
    }
    for goal in goals where !(try goal.isMet(by: measures)) { return false }
    return true
  }
}
