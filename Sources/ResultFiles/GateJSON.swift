import Experiments
import Histories
import ReportKit
package import Reports
import ServiceMetrics
import Studies
import SupportModel

/// `gate.json`, schema 1: one tidy row per limit, one per part that changed, one per contact that lost or gained most.
package enum GateJSON {
  /// Raised when a key changes its meaning or goes; new keys do not raise it.
  package static let schema = 1

  /// `folder`: scenarios that came, went or moved.
  package static func text(_ gated: [GatedScenario], folder: GateFolder = GateFolder()) -> String {
    var head = JSONObject()
    head.set("schema", schema)
    head.set("muster", Provenance.version)
    head.set("command", "gate")
    head.set("verdict", GateVerdict.overall(gated.map(\.result.verdict) + [folder.verdict]).rawValue)
    head.set("strict", folder.isStrict || gated.contains(where: \.result.plan.isStrict))
    head.set("weakened", gated.reduce(folder.weakenings.count) { $0 + $1.result.weakenings.count })
    head.set("partial", gated.contains(where: \.result.isPartial))
    head.set("scenarios", rows: gated.map(scenario))
    head.set(
      "promises",
      rows: folder.changes.map { promise($0, currency: "") } + gated.flatMap { one in one.result.scenarioChanges.map { promise($0, one) } })
    head.set("terms", rows: gated.flatMap(terms))
    head.set("changes", rows: gated.flatMap(changes))
    head.set("health", rows: gated.flatMap(health))
    head.set("course", rows: gated.flatMap(course))
    head.set("contacts", rows: gated.flatMap(contacts))
    head.set("decisions", rows: gated.flatMap(decisions))
    return head.text(closingWith: "gates", gated.flatMap(rows))
  }

  private static func scenario(_ gated: GatedScenario) -> JSONObject {
    let result = gated.result
    var object = JSONObject()
    object.set("scenario", gated.name)
    object.set("verdict", result.verdict.rawValue)
    object.set("gates-verdict", result.gatesVerdict.rawValue)
    object.set("weakened", result.weakenings.count)
    object.set("candidate", side(gated.candidate))
    if let baseline = gated.baseline { object.set("baseline", side(baseline)) }
    object.set("identical", gated.isIdentical)
    object.set("seed", result.plan.seed)
    object.set("replications", result.replications)
    object.set("budget", result.plan.budget)
    object.set("error-rate", result.plan.errorRate)
    object.set("procedure", "group-sequential, Lan-DeMets spending of Pocock type, Bonferroni over limits")
    object.set("partial", result.isPartial)
    return object
  }

  // MARK: What changed in the scenario

  private static func promise(_ change: ScenarioChange, _ gated: GatedScenario) -> JSONObject {
    var row = JSONObject()
    row.set("scenario", gated.name)
    row.set("file", gated.candidate.file)
    return promise(change, currency: gated.result.candidate.currency, in: row)
  }

  private static func promise(_ change: ScenarioChange, currency: String, in row: JSONObject = JSONObject()) -> JSONObject {
    let words = ScenarioChangeWords(change, currency: currency)
    var row = row
    row.set("section", change.section)
    if !change.subject.isEmpty { row.set("subject", change.subject) }
    if !change.aspect.isEmpty { row.set("aspect", change.aspect) }
    row.set("event", change.event.rawValue)
    row.set("effect", change.effect.rawValue)
    row.set("weakening", change.effect.isWeakening)
    if change.isBySetting { row.set("by-setting", true) }
    if let before = change.before {
      if let number = number(before) { row.set("baseline", number) }
      row.set("baseline-words", words.before)
    }
    if let now = change.now {
      if let number = number(now) { row.set("candidate", number) }
      row.set("candidate-words", words.now)
    }
    row.set("sentence", words.sentence)
    return row
  }

  /// In seconds, shares from 0 to 1, hours or money; nil where it is not one number.
  private static func number(_ value: ScenarioChange.Value) -> Double? {
    switch value {
    case .duration(let number), .share(let number), .count(let number), .hours(let number), .money(let number): number
    case .limit(let limit, _): limit.share ?? limit.limit
    case .time(let mean, _), .number(let mean, _): mean
    case .text, .names, .promise: nil
    }
  }

  /// The limits of the baseline that were weakened, with the verdict on the candidate.
  private static func terms(_ gated: GatedScenario) -> [JSONObject] {
    guard let baseline = gated.result.termsOf else { return [] }
    return gated.result.terms.map { row($0, gated, baseline) }
  }

  private static func side(_ side: GatedScenario.Side) -> JSONObject {
    var object = JSONObject()
    object.set("file", side.file)
    if let policy = side.policy { object.set("policy", policy) }
    if let ref = side.ref { object.set("ref", ref) }
    if let commit = side.commit { object.set("commit", commit) }
    object.set("digest", side.digest)
    return object
  }

  private static func rows(_ gated: GatedScenario) -> [JSONObject] {
    gated.result.findings.map { row($0, gated, gated.result.candidate) }
  }

  private static func row(_ finding: GateFinding, _ gated: GatedScenario, _ scenario: Scenario) -> JSONObject {
    let gate = scenario.gates[finding.gate]
    var row = JSONObject()
    row.set("scenario", gated.name)
    row.set("gate", gate.name)
    row.set("metric", gate.metric)
    row.set("unit", gate.knownMetric?.unitName(currency: scenario.currency) ?? "")
    for (key, value) in ScopeKeys.named(finding.scope, scenario) { row.set(key, value) }
    row.set("condition", finding.condition.rawValue)
    row.set("limit", finding.limit)
    if let share = finding.share { row.set("limit-share", share) }
    row.set("verdict", finding.verdict.rawValue)
    row.set("baseline", finding.baseline)
    row.set("candidate", finding.candidate)
    row.set("about", finding.condition == .notWorseBy ? "difference" : "candidate")
    row.set("estimate", finding.estimate)
    row.set("low", finding.low)
    row.set("high", finding.high)
    row.set("std-error", finding.standardError)
    row.set("n", finding.replications)
    row.set("detectable", finding.detectable)
    if let needed = finding.replicationsNeeded { row.set("replications-needed", needed) }
    if gate.place.line > 0 {
      row.set("file", gate.place.file)
      row.set("line", gate.place.line)
    }
    return row
  }

  private static func changes(_ gated: GatedScenario) -> [JSONObject] {
    gated.result.changes.flatMap { rows($0.places + $0.times, $0, gated) }
  }

  /// Nothing where there is no baseline.
  private static func health(_ gated: GatedScenario) -> [JSONObject] {
    var row = JSONObject()
    row.set("scenario", gated.name)
    let names = [gated.baseline?.label ?? "", gated.candidate.label]
    return gated.result.health.isEmpty ? [] : HealthJSON.rows(gated.result.health, 1, names, gated.result.candidate.currency, in: row)
  }

  private static func course(_ gated: GatedScenario) -> [JSONObject] {
    gated.result.changes.flatMap { rows($0.course, $0, gated) }
  }

  private static func rows(_ parts: [GateChange.Part], _ change: GateChange, _ gated: GatedScenario) -> [JSONObject] {
    let scenario = gated.result.candidate
    return parts.map { part in
      var row = JSONObject()
      row.set("scenario", gated.name)
      row.set("gate", scenario.gates[change.gate].name)
      row.set("metric", change.metric.name)
      if let what = part.part { row.set(what.kind.rawValue, what.name) }
      if let interval = part.interval { row.set("interval", scenario.horizon.intervals[interval].label) }
      row.set("baseline", part.estimate.first)
      row.set("candidate", part.estimate.second)
      row.set("difference", part.estimate.difference)
      row.set("low", part.estimate.low)
      row.set("high", part.estimate.high)
      row.set("std-error", part.estimate.standardError)
      row.set("n", part.estimate.pairs)
      return row
    }
  }

  private static func contacts(_ gated: GatedScenario) -> [JSONObject] {
    let scenario = gated.result.candidate
    let clock = ScenarioClock(scenario.horizon)
    return gated.result.changes.flatMap { change -> [JSONObject] in
      guard let replication = change.replication, let contacts = change.contacts else { return [] }
      return (contacts.lost.map { ("lost", $0) } + contacts.gained.map { ("gained", $0) }).map { effect, contact in
        var row = JSONObject()
        row.set("scenario", gated.name)
        row.set("gate", scenario.gates[change.gate].name)
        row.set("replication", replication)
        row.set("effect", effect)
        row.set("contact", scenario.contactTypes[contact.contactType].name)
        row.set("arrived-s", Double(contact.arrivedAt) / 1e6)
        let local = clock.iso(contact.arrivedAt)
        if !local.isEmpty { row.set("arrived-at", local) }
        row.set("baseline-arrived-s", Double(contact.arrivedBefore) / 1e6)
        for (name, fate) in [("baseline", contact.before), ("candidate", contact.after)] {
          row.set("\(name)-outcome", "\(fate.outcome)")
          row.set("\(name)-waited-s", Double(fate.waited) / 1e6)
        }
        return row
      }
    }
  }

  private static func decisions(_ gated: GatedScenario) -> [JSONObject] {
    let context = GateContext(gated)
    return gated.result.changes.flatMap { change -> [JSONObject] in
      guard let replication = change.replication else { return [] }
      return GateContactsWords(context: context, change: change).decisionSentences.map { time, sentence in
        var row = JSONObject()
        row.set("scenario", gated.name)
        row.set("gate", gated.result.candidate.gates[change.gate].name)
        row.set("replication", replication)
        row.set("time-s", Double(time) / 1e6)
        row.set("sentence", sentence)
        return row
      }
    }
  }
}
