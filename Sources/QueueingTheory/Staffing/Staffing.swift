import Foundation
import SampleStatistics

/// The inverse questions: how many agents a goal needs, and how much a number of agents carries.
///
/// Every goal is monotone in the number of agents, in the volume and in the handle time, so whole numbers are found by doubling and
/// halving, real ones by Brent's method. Each step costs one evaluation of the formula.
///
/// Example: 100 calls in 30 min of 3 min each with 80 % within 20 s (Erlang C) need 14 agents, or 13.0372 if agents could be split.
package enum Staffing {
  /// The smallest whole number of agents that meets all the goals. 0 when nothing arrives.
  ///
  /// - Parameter near: where the answer probably is, such as that of a similar question: two evaluations if it is right.
  package static func agents(
    for goals: [Goal], arrivalRate: Double, handleTime: Double, model: QueueModel, near: Int? = nil
  ) throws(TheoryError) -> Int {
    try check(goals, arrivalRate: arrivalRate, handleTime: handleTime)
    if arrivalRate == 0 { return 0 }
    try Require.load(arrivalRate * handleTime)
    for goal in goals where goal.isPerfection { throw .unreachable(goal) }
    func enough(_ n: Int) throws(TheoryError) -> Bool {
      n > 0 ? try model.meets(goals, arrivalRate: arrivalRate, handleTime: handleTime, servers: Double(n)) : false
    }
    // Near the load, then away from it in doubling steps: the answer is usually within a few √load.
    let load = arrivalRate * handleTime
    var high = max(1, near ?? Int(load.rounded(.up)))
    var low = high
    var step = near == nil ? max(1, Int(load.squareRoot())) : 1
    if try enough(high) {
      repeat {
        high = low
        low = max(0, low - step)
        step *= 2
      } while low > 0 ? try enough(low) : false
    } else {
      while !(try enough(high)) {
        guard Double(high) < 1e9 + 1000 * load else {
          throw .unreachable(try stubborn(goals, model, arrivalRate, handleTime, Double(high)))
        }
        low = high
        high += step
        step *= 2
      }
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if try enough(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// The smallest real number of agents that meets one goal.
  package static func fractionalAgents(
    for goal: Goal, arrivalRate: Double, handleTime: Double, model: QueueModel
  ) throws(TheoryError) -> Double {
    let whole = try agents(for: [goal], arrivalRate: arrivalRate, handleTime: handleTime, model: model)
    if whole == 0 { return 0 }
    let load = arrivalRate * handleTime
    var low = Double(whole - 1)
    if case .erlangC = model { low = max(low, load * (1 + 1e-12)) }
    low = max(low, 1e-6 * min(1, load))
    return try solve(between: low, and: Double(whole)) { (n: Double) throws(TheoryError) in
      try goal.margin(of: model.measures(arrivalRate: arrivalRate, handleTime: handleTime, servers: n))
    }
  }

  /// The largest arrival rate at which `servers` agents meet all the goals.
  package static func largestArrivalRate(
    for goals: [Goal], handleTime: Double, servers: Double, model: QueueModel
  ) throws(TheoryError) -> Double {
    try Require.positive(servers, "number of agents")
    try check(goals, arrivalRate: 1, handleTime: handleTime)
    return try largest(goals, servers: servers, start: servers / handleTime) { (rate: Double) throws(TheoryError) in
      try model.measures(arrivalRate: rate, handleTime: handleTime, servers: servers)
    }
  }

  /// The largest mean handle time at which `servers` agents meet all the goals.
  package static func largestHandleTime(
    for goals: [Goal], arrivalRate: Double, servers: Double, model: QueueModel
  ) throws(TheoryError) -> Double {
    try Require.positive(servers, "number of agents")
    try Require.positive(arrivalRate, "arrival rate")
    try check(goals, arrivalRate: arrivalRate, handleTime: 1)
    return try largest(goals, servers: servers, start: servers / arrivalRate) { (time: Double) throws(TheoryError) in
      try model.measures(arrivalRate: arrivalRate, handleTime: time, servers: servers)
    }
  }

  /// The largest load `servers` lines carry with at most this share refused, erlangs.
  package static func largestLoad(blocking: Double, servers: Double) throws(TheoryError) -> Double {
    try largestArrivalRate(for: [.blocking(atMost: blocking)], handleTime: 1, servers: servers, model: .erlangB)
  }

  /// The mean of an exponential patience at which Erlang A abandons exactly this share.
  package static func patience(
    explaining abandonment: Double, arrivalRate: Double, handleTime: Double, servers: Double
  ) throws(TheoryError) -> Double {
    try Require.share(abandonment, "abandonment")
    try Require.positive(arrivalRate, "arrival rate")
    // With no patience at all everybody who would wait is lost; with endless patience only what exceeds the capacity.
    let highest = try ErlangB(arrivalRate: arrivalRate, handleTime: handleTime, servers: servers).blocking
    let lowest = max(0, 1 - servers / (arrivalRate * handleTime))
    guard abandonment > lowest, abandonment < highest else {
      throw .abandonmentUnexplained(observed: abandonment, lowest: lowest, highest: highest)
    }
    func share(_ patience: Double) throws(TheoryError) -> Double {
      try ErlangA(arrivalRate: arrivalRate, handleTime: handleTime, patience: patience, servers: servers).abandonment
    }
    var low = handleTime
    var high = handleTime
    while try share(low) <= abandonment, low > 1e-12 * handleTime { low /= 4 }
    while try share(high) >= abandonment, high < 1e12 * handleTime { high *= 4 }
    let bottom = log(low)
    let top = log(high)
    return exp(
      try solve(between: bottom, and: top) { (z: Double) throws(TheoryError) in log(try share(exp(z)) / abandonment) })
  }

  private static func check(_ goals: [Goal], arrivalRate: Double, handleTime: Double) throws(TheoryError) {
    try Require.notNegative(arrivalRate, "arrival rate")
    try Require.positive(handleTime, "handle time")
    for goal in goals { try goal.requireRange() }
  }

  /// The goal that even so many agents miss.
  private static func stubborn(
    _ goals: [Goal], _ model: QueueModel, _ rate: Double, _ time: Double, _ servers: Double
  ) throws(TheoryError) -> Goal {
    let measures = try model.measures(arrivalRate: rate, handleTime: time, servers: servers)
    for goal in goals where !(try goal.isMet(by: measures)) { return goal }
    return goals[0]
  }

  private static func largest(
    _ goals: [Goal], servers: Double, start: Double, _ make: (Double) throws(TheoryError) -> any QueueMeasures
  ) throws(TheoryError) -> Double {
    /// Smallest margin over the goals; −1 where the queue is unstable.
    func margin(_ x: Double) throws(TheoryError) -> Double {
      do {
        let measures = try make(x)
        var least = Double.infinity
        for goal in goals { least = min(least, try goal.margin(of: measures)) }
        return least
      } catch {
        if case .unstable = error { return -1 }
        throw error
      }
    }
    guard let first = goals.first else { return .infinity }
    var high = start
    var low = start
    if try margin(start) >= 0 {
      while try margin(high) >= 0 {
        low = high
        high *= 2
        guard high < 1e6 * start else { throw .alwaysCarried(first) }
      }
    } else {
      while try margin(low) < 0 {
        high = low
        low /= 2
        guard low > 1e-9 * start else { throw .neverCarried(first, servers: servers) }
      }
    }
    return try solve(between: low, and: high, margin)
  }

  /// Brent's method on a function whose signs differ at the ends; an end that is already the answer is taken.
  static func solve(
    between low: Double, and high: Double, _ f: (Double) throws(TheoryError) -> Double
  ) throws(TheoryError) -> Double {
    let atLow = try f(low)
    let atHigh = try f(high)
    if atLow == 0 { return low }
    if atHigh == 0 || (atLow > 0) == (atHigh > 0) { return high }
    return try Require.accuracy {
      try withoutActuallyEscaping(f) { f in try RootSearch.brent(between: low, and: high) { try f($0) } }
    }
  }
}
