import Experiments
import ReportKit
import ServiceMetrics
import SupportModel

/// The first sentence of a page, for people who have never heard of intervals.
enum HeadWords {
  /// Two or more promises: `Both promises`, `All 3 promises`.
  static func every(_ count: Int) -> String { count == 2 ? "Both promises" : "All \(count) promises" }

  static let keeps = "Keeps what was promised."
  static let breaks = "Does not keep what was promised."
  static let unsure = "Cannot tell yet."

  /// The light of several promises; nil: there are none that anybody came for.
  static func light(_ promises: [KeptPromise]) -> ReportHead.Light? {
    if promises.isEmpty { return nil }
    if promises.contains(where: { $0.verdict == .misses }) { return .breaks }
    return promises.allSatisfy { $0.verdict == .holds } ? .keeps : .unsure
  }

  static func word(_ light: ReportHead.Light) -> String {
    switch light {
    case .keeps: keeps
    case .breaks: breaks
    case .unsure: unsure
    }
  }

  /// `2 of 5 promises are broken: E-mail 90/4h (71 % in time, 90 % promised) and Chat (…).`
  static func sentence(_ promises: [KeptPromise], _ light: ReportHead.Light) -> String {
    let count = promises.count
    switch light {
    case .keeps:
      let tightest = promises.min { $0.value - $0.goal < $1.value - $1.goal }!
      return count == 1 ? "\(tightest.name): \(share(tightest))." : "\(every(count)) are kept; the tightest is \(named(tightest))."
    case .breaks:
      let missed = promises.filter { $0.verdict == .misses }.sorted { $0.value - $0.goal < $1.value - $1.goal }
      if count == 1 { return "\(missed[0].name): \(share(missed[0]))." }
      let lead =
        missed.count == count
        ? "\(every(count)) are broken" : "\(missed.count) of \(count) promises \(missed.count == 1 ? "is" : "are") broken"
      return "\(lead): \(list(missed))."
    case .unsure:
      let open = promises.filter { $0.verdict == .tooCloseToCall }
      return "\(list(open)): so near to what was promised that more plays are needed to tell."
    }
  }

  private static func list(_ promises: [KeptPromise]) -> String {
    let names = promises.prefix(2).map(named)
    let rest = promises.count - names.count
    return names.joined(separator: rest > 0 ? ", " : " and ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func named(_ promise: KeptPromise) -> String { "\(promise.name) (\(share(promise)))" }

  private static func share(_ promise: KeptPromise) -> String {
    let gap = abs(promise.value - promise.goal)
    let value = gap < 0.005 ? Words.number(promise.value, .share) : "\(Words.fixed(promise.value * 100, decimals: 0)) %"
    return "\(value) in time, \(Words.percent(promise.goal)) promised"
  }

  /// When promises are farthest behind, who is missing then, and why:
  /// ` It is worst at 10:30, when 4 more people are needed: 5 are on break.`
  ///
  /// - Parameters:
  ///   - arrived: contacts that come in an interval.
  ///   - cause: why a target is behind in an interval; empty where the numbers show nothing.
  static func worst(_ grid: PlannerGrid, arrived: (Int) -> Double, cause: (_ target: Int, _ interval: Int) -> String) -> String {
    let scenario = grid.scenario
    func behind(_ target: Int, _ interval: Int) -> Double {
      max(0, scenario.targets[target].goal - (grid.course.levels[target][interval] ?? 1))
    }
    func weakest(_ interval: Int) -> Int? { scenario.targets.indices.max { behind($0, interval) < behind($1, interval) } }
    func harm(_ interval: Int) -> Double { arrived(interval) < 1 ? 0 : weakest(interval).map { behind($0, interval) } ?? 0 }
    let intervals = scenario.horizon.intervals
    guard intervals.count > 1, let worst = intervals.indices.max(by: { harm($0) < harm($1) }), harm(worst) > 0.01,
      let target = weakest(worst)
    else { return "" }
    var text = " It is worst at \(intervals[worst].shortLabel)"
    if let net = grid.net[worst], net <= -0.5 {
      let missing = PlannerGrid.people(-net)
      text += ", when \(missing) more \(missing == "1" ? "person is" : "people are") needed"
    }
    let cause = cause(target, worst)
    return text + (cause.isEmpty ? "." : ": \(cause).")
  }
}
