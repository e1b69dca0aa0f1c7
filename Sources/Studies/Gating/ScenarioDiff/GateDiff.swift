import Experiments
import SupportModel

/// Gates and single limits that are gone, new, looser or tighter. They are compared by what they ask (metric and scope, by names), not by what
/// they are called: a gate of a target that was renamed asks the same.
enum GateDiff {
  static let section = ScenarioDiffSection(name: "gates", kind: .promise, covers: ["gates"]) { pair in
    var list = ChangeList("gates")
    let targets = TargetPairs(pair)
    func asked(_ gate: Gate) -> Asked {
      var question = gate.question(in: pair.baseline)
      if case .target(let name, let abandons)? = question?.part, let now = targets.nameNow(of: name, pair) {
        question?.part = .target(now, abandons: abandons)
      }
      return Asked(metric: gate.metric, question: question)
    }
    let before = grouped(pair.baseline.gates, asked)
    let now = grouped(pair.candidate.gates) { Asked(metric: $0.metric, question: $0.question(in: pair.candidate)) }
    for old in before {
      guard let new = now.first(where: { $0.asked == old.asked }) else {
        for (gate, limit) in old.limits { list.note(gate, "", .gone, from: .limit(limit, metric: old.asked.metric), .weaker) }
        continue
      }
      compare(old, new, &list)
    }
    for new in now where !before.contains(where: { $0.asked == new.asked }) {
      for (gate, limit) in new.limits { list.note(gate, "", .new, to: .limit(limit, metric: new.asked.metric), .stronger) }
    }
    return list.all
  }

  private struct Asked: Equatable {
    var metric: String
    var question: MetricQuestion?
  }

  private struct Group {
    var asked: Asked
    var limits: [(gate: String, limit: GateLimit)] = []

    /// The strictest of one condition and one way of writing it.
    func strictest(_ condition: GateFinding.Condition, isShare: Bool) -> (gate: String, limit: GateLimit)? {
      limits.filter { $0.limit.condition == condition && ($0.limit.share != nil) == isShare }
        .reduce(nil) { best, next in
          guard let best else { return next }
          return next.limit.isAsStrict(as: best.limit) == true ? next : best
        }
    }
  }

  /// Several gates that ask one thing set one list of limits.
  private static func grouped(_ gates: [Gate], _ asked: (Gate) -> Asked) -> [Group] {
    gates.reduce(into: []) { groups, gate in
      let question = asked(gate)
      let limits = gate.limits.map { (gate: gate.name, limit: $0) }
      if let known = groups.firstIndex(where: { $0.asked == question }) {
        groups[known].limits += limits
      } else {
        groups.append(Group(asked: question, limits: limits))
      }
    }
  }

  private static func compare(_ old: Group, _ new: Group, _ list: inout ChangeList) {
    let metric = old.asked.metric
    for condition in GateFinding.Condition.allCases {
      for isShare in [false, true] {
        let before = old.strictest(condition, isShare: isShare)
        let now = new.strictest(condition, isShare: isShare)
        if let before, let now {
          guard before.limit != now.limit else { continue }
          let isTighter = now.limit.isAsStrict(as: before.limit) == true
          list.note(
            before.gate, condition.rawValue, from: .limit(before.limit, metric: metric), to: .limit(now.limit, metric: metric),
            isTighter ? .stronger : .weaker)
        } else if let before {
          // A margin that is written in the other way now may be tighter or looser.
          let other = new.strictest(condition, isShare: !isShare)
          let isRewritten = other != nil && old.strictest(condition, isShare: !isShare) == nil
          list.note(
            before.gate, condition.rawValue, isRewritten ? .changed : .gone, from: .limit(before.limit, metric: metric),
            to: isRewritten ? other.map { .limit($0.limit, metric: metric) } : nil, isRewritten ? .unclear : .weaker)
        } else if let now {
          let isRewritten = old.strictest(condition, isShare: !isShare) != nil && new.strictest(condition, isShare: !isShare) == nil
          if !isRewritten { list.note(now.gate, condition.rawValue, .new, to: .limit(now.limit, metric: metric), .stronger) }
        }
      }
    }
  }
}
