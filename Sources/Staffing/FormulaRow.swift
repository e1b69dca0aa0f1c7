import Foundation
import QueueingTheory
import SimulationCore
import SupportModel

/// The periods of one group as they fill with the contacts of its types, and what the formulas ask for them then.
struct FormulaRow {
  /// What a cell does not keep.
  private struct Load {
    /// Offered load with the rate of one mean handle time earlier, erlangs.
    var lagged = 0.0
    /// Contacts of types that have patience.
    var patient = 0.0
    /// Sum of their mean patience, seconds.
    var patience = 0.0
  }

  /// One for each period.
  private(set) var cells: [FormulaRequirement.Cell]
  private var loads: [Load]
  private let scenario: Scenario
  private let grid: StaffingGrid
  /// Starts of the periods and the end of the last, seconds from the first.
  private let edges: [Double]

  init(_ scenario: Scenario, _ grid: StaffingGrid) {
    self.scenario = scenario
    self.grid = grid
    cells = Array(repeating: FormulaRequirement.Cell(), count: grid.periods.count)
    loads = Array(repeating: Load(), count: grid.periods.count)
    let horizon = scenario.horizon
    let zero = horizon.intervals.first?.start ?? .zero
    edges = grid.periods.indices.map { (grid.start($0, in: horizon) - zero).seconds } + [(horizon.intervals.last!.end - zero).seconds]
  }

  /// Adds a type's contacts.
  /// - Parameters:
  ///   - counts: expected contacts in each period.
  ///   - time: mean and variance of the handle time of contacts that come at an instant; nil where the type cannot be served.
  mutating func add(
    _ counts: [Double], of type: Int, handling time: (SimInstant) -> (mean: Double, variance: Double)?
  ) throws(TheoryError) {
    let patience = scenario.contactTypes[type].patience
    var rates = Array(repeating: 0.0, count: cells.count)
    var means = rates
    // Contacts keep the handle time of the period in which they came: a stream for each law.
    var streams: [(law: LognormalLaw, rates: [Double])] = []
    for (period, contacts) in counts.enumerated() {
      let start = grid.start(period, in: scenario.horizon)
      guard let time = time(start) else { continue }
      rates[period] = contacts / (edges[period + 1] - edges[period])
      means[period] = time.mean
      cells[period].contacts += contacts
      cells[period].load += rates[period] * time.mean
      // Weighted by load here, divided by it in the end.
      cells[period].ageInHand += rates[period] * 0.5 * (time.variance + time.mean * time.mean)
      if let law = patience?.distribution(at: start), law.mean.isFinite, law.mean > 0 {
        loads[period].patient += contacts
        // Exponential patience with the same hazard at the start would be the best fit; the mean is what a planner has.
        loads[period].patience += contacts * law.mean
      }
      let law = try LognormalLaw(mean: time.mean, cv: max(0.01, time.variance.squareRoot() / time.mean))
      let stream = streams.firstIndex { $0.law == law } ?? streams.count
      if stream == streams.count { streams.append((law, Array(repeating: 0, count: cells.count))) }
      streams[stream].rates[period] = rates[period]
    }
    for stream in streams where stream.rates.contains(where: { $0 > 0 }) {
      let load = OfferedLoad(rate: try steps(stream.rates), handleTime: stream.law).means(between: edges)
      for period in cells.indices { cells[period].modifiedLoad += load[period] }
    }
    let all = try steps(rates)
    for period in cells.indices {
      loads[period].lagged += all.mean(from: edges[period] - means[period], to: edges[period + 1] - means[period]) * means[period]
    }
  }

  /// A day goes on as it was before: the rate ahead of the first period is that of the first.
  private func steps(_ rates: [Double]) throws(TheoryError) -> RateSteps {
    try RateSteps(zip(edges, rates).map { (from: $0, rate: $1) }, end: edges[cells.count], before: rates[0])
  }

  /// Works out the agents of a period that has contacts.
  mutating func ask(_ period: Int, _ goals: [Goal]) throws(TheoryError) {
    var cell = cells[period]
    let seconds = grid.hours(period, in: scenario.horizon) * 3600
    let handle = cell.load * seconds / cell.contacts
    cell.handleTime = handle
    cell.ageInHand /= cell.load
    func agents(_ load: Double, _ model: QueueModel, near: Int? = nil) throws(TheoryError) -> Int {
      try Staffing.agents(for: goals, arrivalRate: load / handle, handleTime: handle, model: model, near: near)
    }
    cell.sipp = try agents(cell.load, .erlangC)
    cell.laggedSipp = try agents(loads[period].lagged, .erlangC, near: cell.sipp)
    cell.agentsForModifiedLoad = try agents(cell.modifiedLoad, .erlangC, near: cell.sipp)
    if loads[period].patient >= cell.contacts * (1 - 1e-9) {
      cell.withPatience = try agents(
        cell.modifiedLoad, .erlangA(patience: loads[period].patience / loads[period].patient), near: cell.agentsForModifiedLoad)
    }
    cells[period] = cell
  }
}
