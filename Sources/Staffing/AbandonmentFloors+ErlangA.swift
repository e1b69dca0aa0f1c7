import QueueingTheory
import SimulationCore
import SupportModel

extension AbandonmentFloors {
  /// What Erlang A leaves unanswered where it just keeps the goal, in the worst interval in which a contact or more is expected; who balks
  /// comes on top. nil where no interval has an answer.
  static func worst(_ type: ContactType, _ target: Target, _ counts: [Double], _ horizon: Horizon) throws(TheoryError) -> Double? {
    let least = min(1, counts.max() ?? 0)
    var worst: Double?
    for (interval, count) in counts.enumerated() where count > 0 && count >= least {
      let (start, end) = (horizon.intervals[interval].start, horizon.intervals[interval].end)
      let handle = type.talk.distribution(at: start).mean + (type.wrapUp?.distribution(at: start).mean ?? 0)
      guard let patience = type.patience?.distribution(at: start).mean, patience > 0, patience.isFinite, handle > 0, handle.isFinite,
        target.goal < 1
      else { continue }
      let rate = count / (end - start).seconds
      // Whatever the promise says of abandons, they are what is looked at here.
      let agents = try Staffing.fractionalAgents(
        for: .serviceLevel(target.goal, within: target.within.seconds, abandons: .missed), arrivalRate: rate, handleTime: handle,
        model: .erlangA(patience: patience))
      let queue = try ErlangA(arrivalRate: rate, handleTime: handle, patience: patience, servers: max(agents, 1e-6))
      let here = queue.abandonment + type.balk * queue.probabilityOfWait
      worst = max(worst ?? 0, min(here, 1 - target.goal))
    }
    return worst
  }
}
