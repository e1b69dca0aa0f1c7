import Experiments
import ServiceMetrics
import SupportModel

/// Where the contacts of each declared type come from and what becomes of them, means of a play.
struct FlowFigures {
  struct TypeFigures {
    var name: String
    /// Customers with a new need who come to the door by themselves, and from self-service.
    var new, handedOver: Double
    /// Those who come once more: after a handled contact, after self-service, or because they were not served.
    var cameBack: Double
    /// Handled and heard of no more.
    var solved: Double
    /// Handled, and followed by a new contact.
    var comesBack: Double
    /// Left before they were answered, and turned away.
    var gaveUp, turnedAway: Double
    /// With another contact about the same thing.
    var merged: Double
    var open: Double
    /// Who try to help themselves, and what becomes of these.
    var tried, solvedThemselves, leaked, gaveUpThere: Double
  }

  /// In declared order.
  private(set) var types: [TypeFigures] = []
  /// `[from][to]`
  private(set) var moves: [[Double]] = []

  init?(_ context: ReportContext) {
    guard let flows = context.result.flows, !flows.counts.isEmpty, context.result.replications > 0 else { return nil }
    let plays = Double(context.result.replications)
    let places = flows.types.indices
    func mean(_ cause: FlowCounts.Cause, _ from: Int, _ to: Int) -> Double { Double(flows(cause, from: from, to: to)) / plays }
    moves = places.map { from in places.map { mean(.move, from, $0) } }
    for place in places {
      let scope = Scope(contactType: flows.types[place])
      func value(_ metric: Metric) -> Double { context.estimate(metric, scope)?.estimate ?? 0 }
      let solvedThemselves = value(.deflected)
      let containment = value(.containment)
      let tried = containment > 0 ? solvedThemselves / containment : 0
      let gaveUpThere = value(.gaveUpInSelfService)
      let recontacts = places.reduce(0) { $0 + mean(.recontact, place, $1) }
      let first = max(0, value(.offered) - value(.retried))
      let handedOver = min(first, max(0, tried - solvedThemselves - gaveUpThere))
      types.append(
        TypeFigures(
          name: context.scenario.contactTypes[flows.types[place]].name, new: first - handedOver, handedOver: handedOver,
          cameBack: value(.retried), solved: max(0, value(.handled) - recontacts), comesBack: recontacts,
          gaveUp: value(.abandoned) + value(.balked),
          turnedAway: value(.blocked) + value(.disconnected) + value(.disconnectedLate) + value(.unreached),
          merged: value(.merged), open: value(.stillOpen), tried: tried, solvedThemselves: solvedThemselves,
          leaked: places.reduce(0) { $0 + mean(.leak, place, $1) }, gaveUpThere: gaveUpThere))
    }
  }

  func sum(_ part: KeyPath<TypeFigures, Double>) -> Double { types.reduce(0) { $0 + $1[keyPath: part] } }

  /// How many moves a type is from where contacts come in; types that nothing reaches stand with those.
  var depths: [Int] {
    var depth = types.map { $0.new + $0.handedOver > 0 ? 0 : -1 }
    var reached = 0
    while depth.contains(reached) {
      for from in depth.indices where depth[from] == reached {
        for to in depth.indices where depth[to] < 0 && moves[from][to] > 0 { depth[to] = reached + 1 }
      }
      reached += 1
    }
    // What mostly goes on from a type stands behind it, though it is reached another way, too.
    for _ in depth.indices {
      for from in depth.indices {
        for to in depth.indices where depth[to] > 0 && depth[to] <= depth[from] && moves[from][to] > moves[to][from] {
          if depth[from] + 1 < depth.count { depth[to] = depth[from] + 1 }
        }
      }
    }
    return depth.map { max($0, 0) }
  }
}
