import Experiments
import ReportKit
import ServiceMetrics
import Staffing
import Studies
import SupportModel

/// The head of the page of a gate: the verdict, what the change does, and the day before and after it.
enum GateHead {
  static func head(_ context: GateContext) -> ReportHead {
    let (light, word) = verdict(context.result.verdict)
    let (actions, note) = actions(context)
    return ReportHead(light, word, GateEvidenceSection.details(context), grid: grid(context), actions: actions, actionsNote: note)
  }

  /// Of several scenarios: how many fail, and the day of the first that does.
  static func head(_ contexts: [GateContext], _ folder: GateFolder) -> ReportHead {
    let overall = GateVerdict.overall(contexts.map(\.result.verdict) + [folder.verdict])
    let (light, word) = verdict(overall)
    func named(_ verdict: GateVerdict) -> [String] { contexts.filter { $0.result.verdict == verdict }.map(\.gated.name) }
    let (failed, open) = (named(.fail), named(.undecided))
    var parts: [String] = []
    if !failed.isEmpty {
      parts.append("\(failed.count) of \(Words.counted(contexts.count, "scenario")) fail: \(QuestionWords.list(failed, atMost: 3))")
    }
    if !open.isEmpty { parts.append("undecided: \(QuestionWords.list(open, atMost: 3))") }
    if !folder.weakenings.isEmpty { parts.append("\(Words.counted(folder.weakenings.count, "scenario")) gone") }
    if parts.isEmpty { parts = ["\(Words.counted(contexts.count, "scenario")), and none got worse"] }
    let worst = contexts.first { $0.result.verdict == .fail } ?? contexts.first { $0.result.verdict == .undecided } ?? contexts.first
    let (actions, note) = worst.map { self.actions($0) } ?? ([], "")
    var picture = worst.flatMap { grid($0) }
    if let worst, var named = picture {
      named.title = "\(worst.gated.name): \(named.title)"
      picture = named
    }
    return ReportHead(light, word, parts.joined(separator: "; ") + ".", grid: picture, actions: actions, actionsNote: note)
  }

  private static func verdict(_ verdict: GateVerdict) -> (ReportHead.Light, String) {
    switch verdict {
    case .fail: (.breaks, "FAIL. Does not pass.")
    case .undecided: (.unsure, "Undecided. Cannot tell yet.")
    case .pass, .notCompared: (.keeps, "PASS. Nothing gets worse than allowed.")
    }
  }

  /// Now: needed, there and net; below them every promise before and now.
  private static func grid(_ context: GateContext) -> ReportGrid? {
    let result = context.result
    guard let now = result.courseNow else { return nil }
    var grid = PlannerGrid(context.scenario, now)
    if let formula = try? FormulaPeople(context.scenario, onFloor: now.atWork) { grid.needed = formula.everyone }
    if let before = result.courseBefore, let scenario = result.baseline,
      scenario.horizon.intervals.count == context.scenario.horizon.intervals.count
    {
      grid.before = before
      grid.beforeTargets = scenario.targets.map(\.name)
    }
    let name = ReportContext.intervalName(context.scenario)
    return grid.head("day", by: name)
  }

  /// What to do about it: put back what was promised, take the change or leave it.
  private static func actions(_ context: GateContext) -> ([ReportAction], String) {
    guard context.gated.baseline != nil else { return ([], "The scenario is new, so there is no change to be taken.") }
    if context.gated.isIdentical { return ([], "Both sides are the same, so there is nothing to be taken or left.") }
    // What is weaker fails by itself: whatever the gates say of the change, it comes first.
    let restore = context.result.plan.isStrict && context.result.isWeakened ? [restored(context)] : []
    let gates = taken(context)
    if !restore.isEmpty, !(context.result.findings + context.result.terms).contains(where: { $0.verdict == .fail }) {
      return (restore, "Or let it through with --no-strict, where it is wanted: by the gates alone it does not fail.")
    }
    return (restore + gates, gates.isEmpty ? "" : differences(context))
  }

  private static func differences(_ context: GateContext) -> String {
    "Now less before, over \(Words.counted(context.result.replications, "play")) of the same customers on both sides."
  }

  /// `put back what was promised: target Phones 80/20: goal 80 %`
  private static func restored(_ context: GateContext) -> ReportAction {
    let changes = GatePromiseSection.ordered(context.result.weakenings).map { ScenarioChangeWords($0, currency: context.scenario.currency) }
    let most = 3
    let effects = changes.prefix(most).map { words in
      ReportText(words.change.event == .changed ? "\(words.what) \(words.before)" : words.what, .muted)
    }
    let more = changes.count > most ? [ReportText("\(changes.count - most) more", .muted)] : []
    return ReportAction("put back what was promised", Array(effects) + more)
  }

  /// What taking the change does, gate by gate, the clearest first.
  private static func taken(_ context: GateContext) -> [ReportAction] {
    var seen: Set<Int> = []
    let moved = context.result.findings.filter { $0.baseline != nil && $0.candidate != nil && seen.insert($0.gate).inserted }
    let ranked = moved.sorted { rank($0) < rank($1) }
    let effects = ranked.prefix(4).map { finding -> ReportText in
      let quantity = finding.quantity(context.scenario)
      let value = (finding.candidate ?? 0) - (finding.baseline ?? 0)
      let tone: ReportText.Tone = finding.verdict == .fail ? .bad : finding.verdict == .pass ? .good : .unsure
      let words = value == 0 ? "as before" : Words.signed(value, quantity)
      return ReportText("\(context.scenario.gates[finding.gate].name) \(words)", tone)
    }
    if effects.isEmpty { return [] }
    let label =
      context.result.verdict == .fail
      ? "leave the change" : context.result.verdict == .undecided ? "play more before taking it" : "take the change"
    let what = context.result.verdict == .undecided ? "\(label): so far" : "\(label): taking it does"
    return [ReportAction(what, effects)]
  }

  private static func rank(_ finding: GateFinding) -> Int {
    switch finding.verdict {
    case .fail: 0
    case .undecided: 1
    case .pass, .notCompared: 2
    }
  }
}
