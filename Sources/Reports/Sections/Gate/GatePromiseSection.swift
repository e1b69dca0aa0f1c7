package import ReportKit
package import Studies
import SupportModel

/// What changed in the scenario: what weakens the promise first, then what it is held to, then the rest.
package enum GatePromiseSection {
  package static let family = SectionFamily<GateContext>(
    name: "promise", title: "What changed in the scenario",
    help: "what the scenario means otherwise than before, and whether less is promised"
  ) { context in
    let result = context.result
    guard context.gated.baseline != nil else { return [] }
    guard !result.scenarioChanges.isEmpty else { return [] }
    return [.sentence(lead(result)), .table(table(result.scenarioChanges, currency: context.scenario.currency))] + terms(context)
  }

  /// `The promise is weaker in 2 places, so it fails (--strict).`
  static func lead(_ result: GateResult) -> ReportText {
    let (weaker, unclear) = (count(result, .weaker), count(result, .unclear))
    guard result.isWeakened else { return ReportText("The scenario changed, and nothing that was promised is weaker.") }
    var parts: [String] = []
    if weaker > 0 { parts.append("is weaker in \(Words.counted(weaker, "place"))") }
    if unclear > 0 { parts.append("changed in \(Words.counted(unclear, "place")) where nobody can tell whether it is weaker") }
    let end =
      result.plan.isStrict
      ? ". That fails by itself; --no-strict lets it through once it is wanted." : ". That fails only with --strict, the default in CI."
    return ReportText("What was promised " + parts.joined(separator: ", and ") + end, result.plan.isStrict ? .bad : .unsure)
  }

  private static func count(_ result: GateResult, _ effect: ScenarioChange.Effect) -> Int {
    result.scenarioChanges.count { $0.effect == effect }
  }

  /// The weakening ones first, each kind in the order of the sections.
  package static func ordered(_ changes: [ScenarioChange]) -> [ScenarioChange] {
    ScenarioChange.Effect.allCases.flatMap { effect in changes.filter { $0.effect == effect } }
  }

  static func table(_ changes: [ScenarioChange], currency: String) -> ReportTable {
    let rows = ordered(changes).map { change -> [ReportText] in
      let words = ScenarioChangeWords(change, currency: currency)
      return [
        ReportText(words.what + (change.isBySetting ? " (by --set)" : "")), ReportText(words.before), ReportText(words.now),
        words.effectText,
      ]
    }
    let weakening = changes.count(where: \.effect.isWeakening)
    var table = ReportTable(
      columns: [
        .init("What changed in the scenario", mayShorten: true), .init("before", mayShorten: true), .init("now", mayShorten: true),
        .init("so the promise is"),
      ], rows: rows, essentialRows: max(weakening, min(rows.count, 8)))
    table.restIn = "gate.json"
    return table
  }

  /// The candidate held to what the baseline promised.
  private static func terms(_ context: GateContext) -> [ReportBlock] {
    let result = context.result
    guard let baseline = result.termsOf, !result.terms.isEmpty else { return [] }
    let rows = result.terms.map { finding -> [ReportText] in
      let quantity = finding.quantity(baseline)
      func number(_ value: Double?) -> ReportText {
        ReportText(value.map { Words.number($0, quantity) } ?? Words.undefined, number: value.map { ReportNumber($0) })
      }
      return [
        ReportText(baseline.gates[finding.gate].name), ReportText(finding.limitWords(baseline)), number(finding.baseline),
        number(finding.candidate), ReportText(finding.evidence(baseline)), finding.verdict.text,
      ]
    }
    let whose =
      result.isOnBaselineDemand
      ? "On the baseline's terms: its gates and targets, and the people and routing of now before the customers of before."
      : "On the baseline's terms: its gates and targets, and the play of now."
    return [
      .sentence(ReportText(whose, .muted)),
      .table(
        ReportTable(
          columns: [
            .init("On the baseline's terms", mayShorten: true), .init("limit"), .init("before", .trailing), .init("now", .trailing),
            .init("evidence"), .init("verdict"),
          ], rows: rows)),
    ]
  }
}
