package import ReportKit
import Studies

/// What is read together under the first option and under others, with the direction in which each moved, and what was bought with what.
package enum CompareHealthSection {
  /// Of one option, the one that would be taken.
  package static let family = SectionFamily<ComparisonContext>(
    name: "health", title: "Read together",
    help: "response, resolution, satisfaction, open work, effort and cost side by side, and where they disagree"
  ) { context in
    let others = context.result.options.indices.dropFirst()
    guard !context.result.health.isEmpty, let last = others.last else { return [] }
    let recommended = context.result.recommended ?? 0
    let shown = recommended > 0 ? recommended : context.drawn(2).last { $0 > 0 } ?? last
    return blocks(context, tables: [shown])
  }

  /// The same on a page, of every option that is drawn.
  package static let page = SectionFamily<ComparisonContext>(
    name: "health", title: "Read together",
    help: "response, resolution, satisfaction, open work, effort and cost side by side, and where they disagree"
  ) { context in
    if context.result.health.isEmpty { return [] }
    return blocks(context, tables: context.drawn(mostTables).filter { $0 > 0 })
  }

  /// Options that get a table of their own on a page.
  private static let mostTables = 6

  private static func blocks(_ context: ComparisonContext, tables: [Int]) -> [ReportBlock] {
    let health = context.result.health
    let names = context.result.options.indices.map(context.name)
    let sentences = context.drawn(mostTables).filter { $0 > 0 }.compactMap { option -> ReportBlock? in
      HealthWords.disagreement(health, option: option, currency: context.currency).map {
        .sentence(ReportText("\(names[option]): \($0).", .unsure))
      }
    }
    return tables.map {
      .table(HealthWords.table(health, option: $0, names: names, currency: context.currency, confidence: context.confidence))
    } + sentences
  }
}
