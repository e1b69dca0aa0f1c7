package import ReportKit
import Studies

/// Which options keep every promise, and what the others break: before anything is called best.
package enum PromiseSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "promises", title: "Which options keep what was promised?",
    help: "which options keep every requirement, and what the others break"
  ) { context in
    guard !context.plan.requirements.isEmpty else { return [] }
    return ([keeping(context)] + open(context) + unmeasured(context) + broken(context)).map { .sentence($0) }
  }

  /// "Keep every promise: on-call, manila." or which comes nearest.
  static func keeping(_ context: ComparisonContext) -> ReportText {
    let result = context.result
    let names = result.options.indices.filter(result.keepsAll).map { context.name($0) }
    if !names.isEmpty {
      return ReportText("\(names.count == 1 ? "Keeps" : "Keep") \(context.requirements): \(QuestionWords.list(names)).", .good)
    }
    let isKnown = result.options.indices.allSatisfy { !result.broken($0).isEmpty }
    var text = isKnown ? "No option keeps \(context.requirements)" : "No option is known to keep \(context.requirements)"
    if let nearest = result.nearest { text += "; nearest is \(context.name(nearest))\(gaps(context, nearest))" }
    return ReportText(text + ".", isKnown ? .bad : .unsure)
  }

  /// `, short of Outages 80/15m by 2.1 points and cost by 12 USD`
  private static func gaps(_ context: ComparisonContext, _ option: Int) -> String {
    let missing = context.plan.requirements.indices.compactMap { requirement -> String? in
      guard let gap = context.result.shortfall(requirement, option) else { return nil }
      return gap > 0
        ? "\(title(context, requirement)) by \(Words.gap(gap, context.quantity(context.plan.requirements[requirement].question)))" : nil
    }
    let unmeasured = context.result.unmeasured(option).map { title(context, $0) }
    let measured = missing.isEmpty ? ", on the right side of each so far" : ", short of \(missing.joined(separator: ", "))"
    return unmeasured.isEmpty ? measured : "\(measured); nobody came to keep \(QuestionWords.list(unmeasured)) for"
  }

  /// Options that break nothing for certain and keep not everything for certain.
  private static func open(_ context: ComparisonContext) -> [ReportText] {
    let options = context.result.options.indices.filter { context.result.together($0) == .open }
    if options.isEmpty { return [] }
    return [ReportText("Too close to call: \(named(context, options, context.result.open)).", .unsure)]
  }

  /// Options under which nobody comes to whom something was promised: they keep the rest.
  private static func unmeasured(_ context: ComparisonContext) -> [ReportText] {
    let options = context.result.options.indices.filter { context.result.together($0) == .undefined }
    if options.isEmpty { return [] }
    return [ReportText("Nobody to keep it for: \(named(context, options, context.result.unmeasured)).", .unsure)]
  }

  /// `on-call (Outages 80/15m); manila (Calls 80/20)`
  private static func named(_ context: ComparisonContext, _ options: [Int], _ requirements: (Int) -> [Int]) -> String {
    let words = options.prefix(most).map { "\(context.name($0)) (\(QuestionWords.list(requirements($0).map { title(context, $0) })))" }
    return words.joined(separator: "; ") + rest(options.count)
  }

  /// Every requirement that each of the others breaks.
  private static func broken(_ context: ComparisonContext) -> [ReportText] {
    let options = context.result.options.indices.filter { !context.result.broken($0).isEmpty }
    if options.isEmpty { return [] }
    let words = options.prefix(most).map { option -> String in
      let broken = context.result.broken(option)
      if broken.count == context.plan.requirements.count, broken.count > 2 { return "\(context.name(option)) breaks all \(broken.count)" }
      return "\(context.name(option)) breaks \(QuestionWords.list(broken.map { title(context, $0) }))"
    }
    return [ReportText("\(words.joined(separator: "; "))\(rest(options.count)).")]
  }

  private static func rest(_ count: Int) -> String { count > most ? "; and \(count - most) more" : "" }

  private static func title(_ context: ComparisonContext, _ requirement: Int) -> String {
    QuestionWords.title(context.plan.requirements[requirement].question)
  }

  /// Options named one by one.
  private static let most = 8
}
