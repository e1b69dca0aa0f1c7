import SampleStatistics
import SimulationCore
import SupportModel

extension WaitFold {
  /// The share of accepted contacts that queued no longer than each of `WaitDistribution.times`, for every scope that had contacts.
  ///
  /// The merged histograms of all replications; intervals by sectioning over the batches, as for percentiles. Times beyond the longest wait
  /// of the scope are left out but for the first.
  func distributions(confidence: Double) throws(GSLError) -> [WaitDistribution] {
    let times = WaitDistribution.times.map { $0 * 1e6 }
    var answers: [WaitDistribution] = []
    for (index, scope) in scopes.enumerated() {
      if let same = sameTypes[index] {
        if let points = answers.first(where: { $0.scope == scopes[same] })?.points {
          answers.append(WaitDistribution(scope: scope, points: points))
        }
        continue
      }
      var all = LogHistogram()
      var sections = Array(repeating: [Sectioning.Section](), count: WaitDistribution.times.count)
      for batch in 0..<WaitFold.batches {
        let section = merged(scope: index, batch: batch)
        guard let shares = section.shares(atOrBelow: times) else { continue }
        for time in shares.indices { sections[time].append(Sectioning.Section(value: shares[time], weight: Double(section.count))) }
        all += section
      }
      guard let overall = all.shares(atOrBelow: times) else { continue }
      var points: [WaitDistribution.Point] = []
      for time in overall.indices {
        let interval = try Sectioning.interval(overall: overall[time], sections: sections[time], confidence: confidence)
        points.append(
          WaitDistribution.Point(
            time: WaitDistribution.times[time], share: overall[time], low: interval?.low.clamped(to: 0...1),
            high: interval?.high.clamped(to: 0...1)))
        if overall[time] >= 1 { break }
      }
      answers.append(WaitDistribution(scope: scope, points: points))
    }
    return answers
  }
}
