import Foundation
package import SampleStatistics
package import ServiceMetrics
import SimulationCore
package import SupportModel

/// Times of one scope play by play, so that something can be chosen by a percentile of them.
///
/// Memory: a coarse histogram of about 100 narrow counters for each of the first 10,000 plays, and a fine one of all of them. Inside a bucket of
/// the coarse one (6.25 %) a play is taken to be spread as all plays together are.
package struct KeptWaits: Sendable {
  /// What is kept: what a percentile times, and whose.
  package struct Key: Sendable, Equatable {
    /// nil: queue time.
    package var span: TimedSpan?
    package var scope: Scope

    package init(_ metric: Metric, _ scope: Scope) {
      span = metric.span
      self.scope = scope
    }
  }

  package let key: Key
  private let types: [Int]
  private var plays: [BatchHistogram] = []
  private var pooled = LogHistogram()

  init(_ key: Key, in scenario: Scenario) {
    self.key = key
    types = Metric.times(of: key.span, in: key.scope.whole, scenario)
  }

  mutating func add(_ record: ReplicationRecord) {
    var play = BatchHistogram()
    let times = record.times(of: key.span)
    for type in times.isEmpty ? [] : types {
      let waits: LogHistogram
      if let interval = key.scope.interval {
        let byTime = record.intervalTimes(of: key.span)
        if byTime.isEmpty { continue }
        waits = byTime[interval * record.timeCount(of: key.span) + type]
      } else {
        waits = times[type]
      }
      play.add(waits)
      pooled += waits
    }
    plays.append(play)
  }

  /// The percentile of all contacts together, with what each play does to it: play i moves it by influence[i] ÷ plays.
  ///
  /// Bahadur's representation: influence = s · (p·nᵢ − cᵢ) ÷ n̄, where cᵢ of the nᵢ contacts of play i waited no longer than the percentile and
  /// s is the sparsity (1 ÷ density) there, by the difference of the percentiles p ± b with Bofinger's bandwidth b.
  /// Sources: Bahadur, Annals of Mathematical Statistics 37 (1966); Bofinger, Australian Journal of Statistics 17 (1975);
  /// Asmussen & Glynn, *Stochastic Simulation*, III.4. nil where nobody came.
  package func percentile(_ share: Double) throws(GSLError) -> (value: Double, influence: [Double])? {
    let z = try StandardNormal.quantile(share)
    let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    let bofinger = pow(4.5 * pow(density, 4) / pow(2 * z * z + 1, 2) / Double(max(1, pooled.count)), 0.2)
    let reach = min(bofinger, share / 2, (1 - share) / 2)
    guard let around = pooled.quantiles([share - reach, share, share + reach])?.map(WaitFold.seconds), around[2].isFinite else {
      return nil
    }
    let sparsity = (around[2] - around[0]) / (2 * reach)
    let mean = Double(pooled.count) / Double(plays.count)
    return (around[1], counts(atMost: around[1]).map { sparsity * (share * $0.denominator - $0.numerator) / mean })
  }

  /// Of each play, contacts that waited no longer than this (seconds), per all of them.
  package func counts(atMost limit: Double) -> [Ratio] {
    let steps = ValueSteps(pooled)
    return plays.map { play in
      let share = limit < 0 ? 0 : play.share(atOrBelow: limit, steps: steps) ?? 0
      return Ratio(share * Double(play.count), per: Double(play.count))
    }
  }

  /// Share of all contacts that waited longer than the one and no longer than the other, seconds.
  package func share(from low: Double, to high: Double) -> Double {
    func below(_ limit: Double) -> Double { limit < 0 ? 0 : pooled.share(atOrBelow: limit * 1e6) ?? 0 }
    return below(high) - below(low)
  }
}

extension KeptWaits {
  /// Plays that follow these.
  mutating func merge(_ next: KeptWaits) {
    plays += next.plays
    pooled += next.pooled
  }

  func write(to writer: inout FoldWriter) {
    writer.put(plays.count)
    for play in plays { play.write(to: &writer) }
    pooled.write(to: &writer)
  }

  /// Adds plays that follow these, as they were written.
  mutating func merge(from reader: inout FoldReader) throws(FoldProblem) {
    for _ in 0..<(try reader.length(ofAtLeast: 1)) {
      var play = BatchHistogram()
      try play.add(from: &reader)
      plays.append(play)
    }
    try pooled.add(from: &reader)
  }
}
