extension Scenario {
  /// By target: a promise that needs no clock of its own, an answer within plain time, which nothing else depends on.
  /// One that goes with a contact into the queue of another type does: there it is not that of all who wait.
  package var plainAnswers: [Bool] {
    let escalated = Set(routing.escalations.map { $0.target })
    let raises = hasRaises
    let staysInQueue = routing.escalations.allSatisfy { $0.to == nil }
    return targets.indices.map { target in
      let promise = targets[target]
      let changes = raises && !promise.durations.byPriority.isEmpty
      return promise.measure == .answer && promise.terms.isPlain && staysInQueue && !changes && !escalated.contains(target)
    }
  }
}
