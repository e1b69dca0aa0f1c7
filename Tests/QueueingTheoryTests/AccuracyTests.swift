import Foundation
import Testing

@testable import QueueingTheory

/// How far off the approximations are: the figures that their texts state are those found here, against exact solutions.
@Suite struct AccuracyTests {
  /// Lowest and highest relative error.
  private struct Range: CustomStringConvertible {
    var low = Double.infinity
    var high = -Double.infinity
    mutating func add(_ error: Double) {
      low = min(low, error)
      high = max(high, error)
    }
    /// In whole per cent, away from zero.
    var percent: ClosedRange<Int> {
      Int((100 * min(low, 0) + 1e-6).rounded(.down))...Int((100 * max(high, 0) - 1e-6).rounded(.up))
    }
    var description: String { "\(percent)" }
  }

  @Test func `Allen and Cunneen's mean wait is off by what its text states`() throws {
    for stated in AllenCunneen.statedErrors {
      var found = Range()
      for agents in [1, 2, 5, 10, 20, 50, 100] {
        for occupancy in stated.occupancies {
          let rate = occupancy * Double(agents)
          // Where hardly anybody waits a relative error says nothing.
          guard try ErlangC(arrivalRate: rate, handleTime: 1, servers: Double(agents)).probabilityOfWait >= 0.01 else { continue }
          for variability in stated.variabilities {
            let approximate = try AllenCunneen(
              arrivalRate: rate, handleTime: 1, servers: Double(agents), handleVariability: variability)
            guard let error = try approximate.errorAgainstExact() else { continue }
            found.add(error)
          }
        }
      }
      #expect(found.percent == stated.percent, "\(stated): \(found)")
    }
  }

  @Test func `Allen and Cunneen's formula is exact where its text says so`() throws {
    for load in [0.3, 0.9] {
      for variability in [0.0, 0.5, 1, 4] {
        #expect(
          abs(
            try #require(try AllenCunneen(arrivalRate: load, handleTime: 1, servers: 1, handleVariability: variability).errorAgainstExact())
          ) < 1e-9)
      }
      #expect(
        abs(try #require(try AllenCunneen(arrivalRate: load * 7, handleTime: 1, servers: 7, handleVariability: 1).errorAgainstExact()))
          < 1e-9)
    }
    // The independent case that is quoted: two agents, variability 4, half busy.
    let quoted = try #require(try AllenCunneen(arrivalRate: 1, handleTime: 1, servers: 2, handleVariability: 4).errorAgainstExact())
    #expect(abs(quoted - 0.129) < 0.001, "\(quoted)")
    // Where nothing exact fits it does not guess.
    #expect(try AllenCunneen(arrivalRate: 4500, handleTime: 1, servers: 5000, handleVariability: 4).errorAgainstExact() == nil)
    #expect(
      try AllenCunneen(arrivalRate: 9, handleTime: 1, servers: 10, gapVariability: 2, handleVariability: 1).errorAgainstExact() == nil)
  }

  @Test func `for one agent and gaps that are not Poisson Allen and Cunneen's formula is off by what its text states`() throws {
    var found = Range()
    for load in [0.5, 0.7, 0.8, 0.9, 0.95] {
      func error(_ variability: Double, _ transform: @escaping @Sendable (Double) -> Double) throws -> Double {
        let exact = try RenewalArrivalsQueue(arrivalRate: load, handleTime: 1, gapTransform: transform)
        return try AllenCunneen(arrivalRate: load, handleTime: 1, servers: 1, gapVariability: variability, handleVariability: 1).meanWait
          / exact.meanWait - 1
      }
      found.add(try error(0) { exp(-$0 / load) })
      found.add(try error(0.5) { pow(2 * load / (2 * load + $0), 2) })
      for variability in [2.0, 4] {
        let share = 0.5 * (1 + ((variability - 1) / (variability + 1)).squareRoot())
        let rates = (2 * share * load, 2 * (1 - share) * load)
        found.add(try error(variability) { share * rates.0 / (rates.0 + $0) + (1 - share) * rates.1 / (rates.1 + $0) })
      }
    }
    #expect(found.percent == AllenCunneen.statedErrorOfGaps, "\(found)")
  }

  @Test func `the estimate of redials is off by what its text states`() throws {
    for stated in RedialEstimate.statedErrors {
      var attempts = Range()
      var abandonment = Range()
      for load in [0.9, 1, 1.1, 1.5] {
        for patience in [0.2, 1, 5] {
          for persistence in [0.3, 0.6, 0.9] {
            let demand = try RedialDemand(
              arrivalRate: load * 10, handleTime: 1, patience: patience, agents: 10, waitingPlaces: nil, persistence: persistence,
              redialDelay: stated.delay)
            let exact = try RedialQueue(demand)
            let estimate = try RedialEstimate(demand)
            #expect(!exact.isApproximate)
            attempts.add(estimate.attemptRate / exact.attemptRate - 1)
            abandonment.add(estimate.sums.queue * demand.leaving / estimate.attemptRate / exact.abandonment - 1)
          }
        }
      }
      #expect(attempts.percent == stated.attempts, "\(stated.delay): \(attempts)")
      #expect(abandonment.percent == stated.abandonment, "\(stated.delay): \(abandonment)")
    }
  }

  @Test func `one handle time for both classes is off by what its text states`() throws {
    var found = Range()
    for agents in [3, 10, 20] {
      for load in [0.8, 1, 1.3] {
        for ratio in [0.5, 2, 3] {
          // Each class half of the work.
          let rates = (load * Double(agents) / 2, load * Double(agents) / 2 / ratio)
          for patiences in [(first: 1.0, second: 1.0), (first: 3, second: 0.5)] {
            let exact = try ImpatientPriorityQueue(arrivalRates: rates, handleTimes: (1, ratio), patiences: patiences, agents: agents)
            let alike = try ImpatientPriorityQueue.withOneHandleTime(
              arrivalRates: rates, handleTimes: (1, ratio), patiences: patiences, agents: agents)
            #expect(!exact.isApproximate && alike.isApproximate)
            // Of the less important class, whose figures are the larger ones.
            found.add(alike.second.abandonment / exact.second.abandonment - 1)
          }
        }
      }
    }
    #expect(found.percent == ImpatientPriorityQueue.statedError, "\(found)")
  }
}
