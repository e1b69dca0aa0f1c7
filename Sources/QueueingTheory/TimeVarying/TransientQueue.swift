import Foundation
import SampleStatistics

/// Mt/M/st+M through the day: the law of the number of contacts at every instant, when rate and staffing change with time.
///
/// Assumes Poisson arrivals at a changing rate, exponential handle times, exponential patience or none, interchangeable agents, first come
/// first served. Solved by Kolmogorov's forward equations with GSL's Runge–Kutta method of order 8 to about 1e-10. The number waiting is cut off where
/// less than 1e-12 of probability is lost, so heavy overload without abandonment over a long time is costly.
/// One step of work per state and time step: states are (agents + waiting) for `.preempt`, times the largest surplus for `.exhaustive`.
///
/// Example: 6 an hour for 2 h then 14, 8 agents then 10, handle time 1 h, patience 2 h, from empty: 5.0485 busy just before 2 h.
///
/// Source: Gross et al., *Fundamentals of Queueing Theory*, 4th ed., §2.11; for the two conventions Ingolfsson, *Modeling the M(t)/M/s(t) queue
/// with an exhaustive discipline* (2005).
package struct TransientQueue: Sendable {
  /// What happens to surplus busy agents when the staffing falls.
  package enum ShiftEnd: String, Sendable, CaseIterable {
    /// They stop at once; their contacts return to the head of the queue.
    case preempt
    /// Idle agents leave first; surplus busy ones finish the contact in hand and take no other.
    case exhaustive
  }
  /// How many contacts are there at the first staffing step.
  package enum Start: Sendable, Equatable {
    case empty
    /// Probabilities of 0, 1, 2 … contacts in the system, of which as many as there are agents are in service.
    case law([Double])
    /// A Poisson number of contacts, as in an infinite-server queue.
    case poisson(mean: Double)
  }
  /// So many agents until the next step begins.
  package struct StaffingStep: Sendable, Equatable {
    /// In the unit of the handle time.
    package let from: Double
    /// Scheduled, 0 or more; some of them may not have left yet under `.exhaustive`.
    package let agents: Int
  }
  /// Expectations at one instant.
  package struct Snapshot: Sendable, Equatable {
    /// In the unit of the handle time, on the clock of the staffing steps.
    package var time: Double
    /// Agents handling, those past their shift included.
    package var meanBusy: Double
    /// Contacts waiting.
    package var meanQueue: Double
    /// P(no agent could take another contact): busy ≥ scheduled.
    package var probabilityAllBusy: Double
  }
  /// Expected counts and times from the first staffing step to the end.
  package struct Totals: Sendable, Equatable {
    /// All that come, whether they wait or not.
    package var arrivals = 0.0
    /// Arrivals that find no agent able to take them.
    package var delayed = 0.0
    /// Who leave the queue unserved.
    package var abandoned = 0.0
    /// Integrals over time of the number waiting, the number busy and the number scheduled.
    package var waitingTime = 0.0
    /// Agents × time spent handling, past the end of a shift too.
    package var busyTime = 0.0
    /// Agents × time in the schedule.
    package var scheduledTime = 0.0
  }
  /// What the equations say.
  package struct Solution: Sendable {
    /// At the asked instants in their order, before any change of staffing at that instant.
    package var before: [Snapshot]
    /// The same, after it.
    package var after: [Snapshot]
    /// Over the whole stretch that was solved.
    package var totals: Totals
    /// P(N = k contacts in the system) at the end.
    package var finalNumber: [Double]
  }

  /// Contacts per unit of time at an instant; may jump only at `rateJumps`.
  package let rate: @Sendable (Double) -> Double
  /// Instants at which the equations are begun anew, ascending.
  package let rateJumps: [Double]
  /// Mean, in the unit of time of the rate.
  package let handleTime: Double
  /// Mean, in the same unit; nil where nobody leaves.
  package let patience: Double?
  /// Ascending in time, never empty; the first begins the solution.
  package let staffing: [StaffingStep]
  /// For every fall of the staffing alike.
  package let shiftEnd: ShiftEnd
  /// At the first staffing step.
  package let start: Start

  package init(
    handleTime: Double, patience: Double?, staffing: [(from: Double, agents: Int)], shiftEnd: ShiftEnd, start: Start = .empty,
    rateJumps: [Double] = [], rate: @escaping @Sendable (Double) -> Double
  ) throws(TheoryError) {
    try Require.positive(handleTime, "handle time")
    if let patience { try Require.positive(patience, "patience") }
    var last = -Double.infinity
    for step in staffing {
      guard step.agents >= 0 else { throw .outOfRange(quantity: "number of agents", value: Double(step.agents), allowed: "0 or more") }
      guard step.from > last else { throw .outOfRange(quantity: "start of a shift", value: step.from, allowed: "after the one before") }
      last = step.from
    }
    guard !staffing.isEmpty else { throw .outOfRange(quantity: "number of staffing steps", value: 0, allowed: "1 or more") }
    self.handleTime = handleTime
    self.patience = patience
    self.staffing = staffing.map { StaffingStep(from: $0.from, agents: $0.agents) }
    self.shiftEnd = shiftEnd
    self.start = start
    self.rate = rate
    self.rateJumps = rateJumps
  }

  package init(
    rate: RateSteps, handleTime: Double, patience: Double?, staffing: [(from: Double, agents: Int)], shiftEnd: ShiftEnd,
    start: Start = .empty
  ) throws(TheoryError) {
    try self.init(
      handleTime: handleTime, patience: patience, staffing: staffing, shiftEnd: shiftEnd, start: start,
      rateJumps: rate.steps.map(\.from) + (rate.end.isFinite ? [rate.end] : []),
      // A jump belongs to what follows; the equations are integrated up to it with the rate that ends there.
      rate: { rate.rate(at: $0) })
  }

  /// From the first staffing step to `end`, with snapshots at the instants asked (ascending, inside).
  package func solve(at instants: [Double] = [], until end: Double) throws(TheoryError) -> Solution {
    var places = startingPlaces(until: end)
    while true {
      var march = March(self, places: places)
      try march.run(at: instants, until: end)
      if march.lost < 1e-12 || places > 2_000_000 { return march.solution }
      places *= 2
    }
  }

  /// A first guess at how many may wait; `solve` doubles it where it proves too small.
  private func startingPlaces(until end: Double) -> Int {
    let from = staffing[0].from
    let steps = 400
    let width = (end - from) / Double(steps)
    var number = 0.0
    var queue = 0.0
    if case .poisson(let mean) = start { number = mean }
    if case .law(let law) = start { number = Double(law.count) }
    for k in 0..<steps {
      let t = from + (Double(k) + 0.5) * width
      let agents = Double(staffing.last { $0.from <= t }?.agents ?? 0)
      let waiting = max(0, number - agents)
      let leaving = min(number, agents) / handleTime + (patience.map { waiting / $0 } ?? 0)
      // A fluid model, stepped so that it cannot overshoot.
      number = max(0, number + (rate(t) - leaving) * width)
      queue = max(queue, number - agents)
    }
    let busiest = Double(staffing.map(\.agents).max() ?? 0)
    return Int(queue + 8 * (queue + busiest + 1).squareRoot()) + 30
  }
}
