package import SupportModel

/// The intervals that are judged together: each by itself, or, where fewer than one contact is expected in it, with as many neighbours on
/// both sides as it takes to expect one. A share of half a contact is no share; that of a night is.
package struct JudgingWindows: Sendable {
  /// `[interval * targetCount + target]`, the interval itself always included.
  package let ranges: [Range<Int>]

  package init(_ scenario: Scenario) {
    let demand = ExpectedDemand(scenario)
    let count = scenario.horizon.intervals.count
    let expected = scenario.targets.map { target in
      (0..<count).map { interval in target.contactTypes.reduce(0) { $0 + demand.counts[$1][interval] } }
    }
    ranges = (0..<count).flatMap { interval in expected.map { JudgingWindows.window(around: interval, $0) } }
  }

  private static func window(around interval: Int, _ expected: [Double]) -> Range<Int> {
    var window = interval..<(interval + 1)
    // Where nothing can come nothing is judged.
    var sum = expected[interval]
    guard sum > 0 else { return window }
    while sum < 1, window != expected.indices {
      let wider = max(0, window.lowerBound - 1)..<min(expected.count, window.upperBound + 1)
      if wider.lowerBound < window.lowerBound { sum += expected[wider.lowerBound] }
      if wider.upperBound > window.upperBound { sum += expected[wider.upperBound - 1] }
      window = wider
    }
    return window
  }
}
