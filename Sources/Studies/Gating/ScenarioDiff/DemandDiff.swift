import SimulationCore
import SupportModel

/// Who comes: contact types that are gone or new, their arrivals, demand events, the backlog at the start.
///
/// Less demand keeps every promise more easily, so it counts as weakening; the same demand at other times nobody can judge without playing it.
enum DemandDiff {
  static let section = ScenarioDiffSection(name: "demand", kind: .conditions, covers: ["contactTypes", "demandEvents", "horizon"]) { pair in
    var list = ChangeList("demand")
    for (name, before, now) in pair.matched({ $0.contactTypes }, by: \.name) {
      switch (before, now) {
      case (let before?, let now?): compare(name, before, now, pair, &list)
      case (let before?, nil):
        list.note(name, "", .gone, from: .count(expected(before, until: pair.baseline.horizon.length.seconds)), .weaker)
      case (nil, let now?):
        list.note(name, "", .new, to: .count(expected(now, until: pair.candidate.horizon.length.seconds)), .stronger)
      case (nil, nil): break
      }
    }
    for (name, before, now) in pair.matched({ $0.demandEvents }, by: \.name) { compare(name, before, now, pair, &list) }
    backlog(pair, &list)
    return list.all
  }

  // MARK: Arrivals

  private static func compare(
    _ name: String, _ before: ContactType, _ now: ContactType, _ pair: ScenarioPair, _ list: inout ChangeList
  ) {
    let horizons = [pair.baseline.horizon, pair.candidate.horizon]
    let shorter = horizons.map(\.length.seconds).min() ?? 0
    let ends = Set(horizons.flatMap { $0.intervals.map(\.end.seconds) } + [shorter]).filter { $0 <= shorter }.sorted()
    let (old, new) = (ends.map { expected(before, until: $0) }, ends.map { expected(now, until: $0) })
    let tolerance = 1e-9 * max(1, max(old.last ?? 0, new.last ?? 0))
    func steps(_ cumulative: [Double]) -> [Double] { zip(cumulative, [0] + cumulative).map { $0 - $1 } }
    let changes = zip(steps(old), steps(new)).map { $1 - $0 }
    if changes.contains(where: { abs($0) > tolerance }) {
      let isLess = changes.allSatisfy { $0 <= tolerance }
      let isMore = changes.allSatisfy { $0 >= -tolerance }
      let (was, is_) = (old.last ?? 0, new.last ?? 0)
      let isElsewhere = abs(was - is_) <= tolerance
      list.note(
        name, isElsewhere ? "profile" : "arrivals", from: isElsewhere ? nil : .count(was), to: isElsewhere ? nil : .count(is_),
        isLess ? .weaker : isMore ? .stronger : .unclear)
    }
    list.text(
      name, "arrival-process", before.arrivals.map(process).joined(separator: " + "), now.arrivals.map(process).joined(separator: " + "),
      .unclear)
    guard before.arrivals.count == now.arrivals.count else { return }
    for (was, now) in zip(before.arrivals, now.arrivals) {
      if case .renewal(let old) = was.pattern, case .renewal(let new) = now.pattern {
        list.law(name, "gaps", LawTraits(old), LawTraits(new), .moreIsWeaker)
      }
      list.law(name, "batch", LawTraits(was.batch), LawTraits(now.batch), .lessIsWeaker, isTime: false)
      list.law(name, "busyness", LawTraits(was.busyness?.factor), LawTraits(now.busyness?.factor), .unclear, isTime: false)
      guard let old = was.busyness, let new = now.busyness else { continue }
      list.text(name, "busyness-shared-with", old.name, new.name, .unclear)
      func drawn(_ busyness: ArrivalProcess.Busyness) -> String { busyness.isOfWholePlay ? "for the whole play" : "for each day" }
      list.text(name, "busyness-drawn", drawn(old), drawn(new), .unclear)
    }
  }

  private static func process(_ arrivals: ArrivalProcess) -> String {
    switch arrivals.pattern {
    case .poisson: "Poisson"
    case .renewal: "independent gaps"
    case .instants: "fixed instants"
    }
  }

  /// Contacts expected from the start until so many seconds after it, events left out.
  static func expected(_ type: ContactType, until end: Double) -> Double {
    type.arrivals.reduce(0) { sum, process in
      let batch = process.batch?.mean ?? 1
      switch process.pattern {
      case .poisson(let segments):
        return sum
          + segments.reduce(0) { total, segment in
            let (from, to) = (segment.start.seconds, segment.end.seconds)
            guard to > from else { return total }
            return total + segment.expected * max(0, min(1, (end - from) / (to - from)))
          } * batch
      case .renewal(let gap): return sum + (gap.mean > 0 ? end / gap.mean : 0) * batch
      case .instants(let instants): return sum + Double(instants.count { $0.seconds < end }) * batch
      }
    }
  }

  // MARK: Events

  private static func compare(_ name: String, _ before: DemandEvent?, _ now: DemandEvent?, _ pair: ScenarioPair, _ list: inout ChangeList) {
    guard let before, let now else {
      if let before { list.note(name, "event", .gone, from: .count(before.extra.reduce(0) { $0 + $1.expected }), .weaker) }
      if let now { list.note(name, "event", .new, to: .count(now.extra.reduce(0) { $0 + $1.expected }), .stronger) }
      return
    }
    switch (before.occurrence, now.occurrence) {
    case (.once(let old), .once(let new)):
      list.number(name, "at", old.seconds, new.seconds, .unclear) { .duration($0) }
    case (.random(let old), .random(let new)):
      list.number(name, "happens-per-week", old * 604_800, new * 604_800, .lessIsWeaker) { .count($0) }
    case (.once, .random): list.text(name, "happens", "once", "at random", .unclear)
    case (.random, .once): list.text(name, "happens", "at random", "once", .unclear)
    }
    func extra(_ event: DemandEvent, _ scenario: Scenario, _ type: String) -> Double? {
      let own = event.extra.filter { scenario.contactTypes[$0.contactType].name == type }
      return own.isEmpty ? nil : own.reduce(0) { $0 + $1.expected }
    }
    for (type, _, _) in pair.matched({ $0.contactTypes }, by: \.name) {
      list.number("\(name), \(type)", "extra", extra(before, pair.baseline, type), extra(now, pair.candidate, type), .lessIsWeaker) {
        .count($0)
      }
    }
    if !isSame(before.shape, now.shape) { list.note(name, "shape", .unclear) }
    list.law(name, "size", LawTraits(before.sizeFactor), LawTraits(now.sizeFactor), .unclear, isTime: false)
    list.law(name, "starts-late", LawTraits(before.startsLate), LawTraits(now.startsLate), .unclear)
    switch (before.incident, now.incident) {
    case (nil, nil): break
    case (let old?, let new?):
      list.law(name, "incident.lasts", LawTraits(old.lasts), LawTraits(new.lasts), .unclear)
      list.law(name, "incident.acknowledge", LawTraits(old.acknowledge), LawTraits(new.acknowledge), .lessIsWeaker)
      list.number(name, "incident.solves-together", old.solvesTogether, new.solvesTogether, .moreIsWeaker) { .share($0) }
    default: list.note(name, "incident", .unclear)
    }
  }

  private static func isSame(_ one: AnyDemandShape, _ other: AnyDemandShape) -> Bool {
    guard one.support == other.support, one.corners == other.corners else { return false }
    return (0...64).allSatisfy { step in
      let offset = TimeSpan(microseconds: one.support.microseconds / 64 * Int64(step))
      return one.share(within: offset) == other.share(within: offset)
    }
  }

  // MARK: Backlog

  private static func backlog(_ pair: ScenarioPair, _ list: inout ChangeList) {
    func own(_ scenario: Scenario, _ type: String) -> [Horizon.Backlog] {
      scenario.horizon.backlog.filter { scenario.contactTypes[$0.contactType].name == type }
    }
    for (type, _, _) in pair.matched({ $0.contactTypes }, by: \.name) {
      let (before, now) = (own(pair.baseline, type), own(pair.candidate, type))
      let counts = [before, now].map { $0.reduce(0) { $0 + $1.count } }
      list.number(type, "backlog", Double(counts[0]), Double(counts[1]), .lessIsWeaker) { .count($0) }
      guard !before.isEmpty, !now.isEmpty else { continue }
      if before.map(\.count) != now.map(\.count), counts[0] == counts[1] { list.note(type, "backlog-age", .unclear) }
      func phases(_ backlog: [Horizon.Backlog]) -> [[Double]] { backlog.map { [$0.pending, $0.onHold, $0.answered] } }
      if phases(before) != phases(now) { list.note(type, "backlog-phases", .unclear) }
      for (old, new) in zip(before, now) { list.law(type, "backlog-age", LawTraits(old.age), LawTraits(new.age), .lessIsWeaker) }
    }
  }
}
