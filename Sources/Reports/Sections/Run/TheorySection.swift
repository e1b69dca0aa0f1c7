import Experiments
import QueueingTheory
package import ReportKit
import ServiceMetrics
import Studies
import SupportModel

/// Simulated beside exact where a formula applies; otherwise one sentence that says what stands in its way.
package enum TheorySection {
  package static let family = SectionFamily<ReportContext>(
    name: "theory", help: "simulated beside exact where a formula applies, and what stands in its way where none does"
  ) { context in
    let checks = TheoryCheck.all(context.result)
    var compared: [(name: String, comparison: TheoryCheck.Comparison)] = []
    var reasons: [(words: String, types: [String])] = []
    for check in checks {
      let name = name(check.subject, context)
      switch check.outcome {
      case .compared(let comparison): if !comparison.figures.isEmpty { compared.append((name, comparison)) }
      case .notApplicable(let reason):
        let (words, type) = grouped(reason, name, checks, context)
        if let index = reasons.firstIndex(where: { $0.words == words }) {
          reasons[index].types.append(type)
        } else {
          reasons.append((words, [type]))
        }
      }
    }
    var blocks: [ReportBlock] = []
    if compared.count == 1 { blocks = [.table(small(context, compared[0].comparison))] }
    if compared.count > 1 { blocks = [.table(wide(context, compared))] }
    blocks += compared.compactMap { accuracy($0.comparison, compared.count > 1 ? $0.name : nil) }
    if compared.contains(where: { $0.comparison.isNotYetSteady }) {
      blocks.append(
        .sentence(
          ReportText(
            "Not yet steady: the formula is about the long run, and the play begins empty without a warm-up long enough to forget it.",
            .muted)))
    }
    if let sentence = sentence(reasons, of: checks.count) { blocks.append(.sentence(ReportText(sentence, .muted))) }
    return blocks
  }

  /// What stands in the way of a type, and the type. What stands there because it shares people with a type that it stands in the way of itself is
  /// said once: "it opens and closes (calls, ticket because of calls)".
  private static func grouped(
    _ reason: TheoryCheck.Reason, _ name: String, _ checks: [TheoryCheck], _ context: ReportContext
  ) -> (words: String, type: String) {
    guard case .elsewhere(let place, let obstacle) = reason else { return (TheoryWords.reason(reason), name) }
    let isThere = checks.contains { check in
      guard case .notApplicable(.obstacle(obstacle)) = check.outcome else { return false }
      return self.name(check.subject, context) == place
    }
    return isThere ? (TheoryWords.reason(.obstacle(obstacle)), "\(name) because of \(place)") : (TheoryWords.reason(reason), name)
  }

  private static func name(_ subject: TheoryCheck.Subject, _ context: ReportContext) -> String {
    switch subject {
    case .contactType(let index): context.scenario.contactTypes[index].name
    case .group(let index): context.scenario.groups[index].name
    }
  }

  private static func small(_ context: ReportContext, _ comparison: TheoryCheck.Comparison) -> ReportTable {
    ReportTable(
      columns: [.init("Theory check"), .init("simulated (\(context.confidence) interval)"), .init(comparison.formula.title), .init("")],
      rows: comparison.figures.map { figure in
        [ReportText(words(figure.metric)), ReportText(context.words(figure.simulated)), exact(context, figure), place(figure, comparison)]
      }, essentialRows: 2)
  }

  /// One line per contact type, or group that others ask: the probability of waiting, and the mean wait.
  private static func wide(_ context: ReportContext, _ compared: [(name: String, comparison: TheoryCheck.Comparison)]) -> ReportTable {
    let metrics: [[Metric]] = [[.pWait, .pWaitOnHold, .pWaitForApproval], [.waitMean, .holdWaitMean, .approvalWaitMean]]
    let columns: [ReportTable.Column] =
      [.init("Theory check", mayShorten: true)] + metrics.flatMap { [.init("\(words($0[0])), simulated"), .init("by formula")] } + [
        .init("formula")
      ]
    let rows = compared.map { name, comparison in
      [ReportText(name)]
        + metrics.flatMap { metrics -> [ReportText] in
          guard let figure = comparison.figures.first(where: { metrics.contains($0.metric) }) else {
            return [ReportText(Words.undefined), ReportText(Words.undefined)]
          }
          return [ReportText(context.words(figure.simulated)), exact(context, figure)]
        } + [ReportText(comparison.formula.title)]
    }
    return ReportTable(columns: columns, rows: rows, essentialRows: 1)
  }

  /// How far off an approximate formula is for these very agents and handle times, or how far it has been found to be.
  private static func accuracy(_ comparison: TheoryCheck.Comparison, _ name: String?) -> ReportBlock? {
    guard comparison.isApproximate else { return nil }
    let about = name.map { "\($0): " } ?? ""
    guard let error = comparison.error else {
      return comparison.formula.accuracy.map {
        .sentence(ReportText("\(about)\(comparison.formula.title): no exact solution to measure it by here; \($0).", .muted))
      }
    }
    let text =
      abs(error) < 0.0005
      ? "is exact here"
      : "is \(Words.fixed(100 * abs(error), decimals: 1)) % \(error > 0 ? "too high" : "too low") here for the law of this mean and variance that can be "
        + "solved exactly"
    return .sentence(ReportText("\(about)the mean wait of \(comparison.formula.title) \(text).", .muted))
  }

  private static func exact(_ context: ReportContext, _ figure: TheoryCheck.Figure) -> ReportText {
    let width = figure.simulated.high.flatMap { high in figure.simulated.low.map { high - $0 } }
    return ReportText(Words.number(figure.exact, context.quantity(figure.metric), width: width))
  }

  private static func place(_ figure: TheoryCheck.Figure, _ comparison: TheoryCheck.Comparison) -> ReportText {
    switch figure.isInside {
    case true?: ReportText("inside the interval", .muted)
    case false?:
      comparison.isNotYetSteady
        ? ReportText("not yet steady", .muted)
        : ReportText(comparison.isApproximate ? "outside: the formula is approximate" : "outside the interval", .unsure)
    case nil: ""
    }
  }

  private static func words(_ metric: Metric) -> String {
    switch metric {
    case .pWait, .pWaitOnHold, .pWaitForApproval: "have to wait"
    case .waitMean, .holdWaitMean, .approvalWaitMean: "mean wait of all"
    case .pWaitAgain: "have to wait when they come back"
    case .waitAgainMean: "mean wait when they come back"
    case .serviceLevel: "service level"
    case .abandonment: "abandon"
    case .blocked: "blocked"
    default: metric.name
    }
  }

  private static func sentence(_ reasons: [(words: String, types: [String])], of count: Int) -> String? {
    guard let first = reasons.first else { return nil }
    if reasons.count == 1, first.types.count == count { return "No exact formula: \(first.words)." }
    // Only the two commonest reasons: this is a remark, not the report.
    let ranked = reasons.enumerated().sorted { ($1.element.types.count, $0.offset) < ($0.element.types.count, $1.offset) }.map(\.element)
    let told = ranked.prefix(2).map { reason in
      "\(reason.words) (\(reason.types.count == 1 ? reason.types[0] : "\(reason.types.count) contact types"))"
    }
    return "No exact formula: \(told.joined(separator: "; "))\(ranked.count > 2 ? "; and other reasons" : "")."
  }
}
