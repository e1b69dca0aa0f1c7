import QueueingTheory
import SimulationCore

/// The handle time of whatever comes next to a group that serves several things: a mixture of their laws by their rates.
struct PoolWork {
  private(set) var mean = 0.0
  private(set) var variance = 0.0
  private(set) var isExponential = false
  private(set) var phases: HandlePhases?

  /// Phases beyond which no chain of several agents is solved.
  private static let mostPhases = 12

  init(_ parts: [(rate: Double, work: TouchWork)]) {
    var laws: [(rate: Double, work: TouchWork)] = []
    for part in parts where part.rate > 0 {
      if let known = laws.firstIndex(where: { $0.work.isLike(part.work) }) {
        laws[known].rate += part.rate
      } else {
        laws.append(part)
      }
    }
    guard let first = laws.first ?? parts.first else { return }
    if laws.count <= 1 {
      (mean, variance, isExponential, phases) = (first.work.mean, first.work.variance, first.work.isExponential, first.work.phases)
      return
    }
    let all = laws.reduce(0) { $0 + $1.rate }
    mean = laws.reduce(0) { $0 + $1.rate / all * $1.work.mean }
    let square = laws.reduce(0) { $0 + $1.rate / all * ($1.work.variance + $1.work.mean * $1.work.mean) }
    variance = square - mean * mean
    let known = laws.compactMap { law in law.work.phases.map { (share: law.rate / all, phases: $0) } }
    if known.count == laws.count, known.reduce(0, { $0 + $1.phases.count }) <= Self.mostPhases { phases = try? .mixture(known) }
  }
}
