package import ReportKit
import Studies

/// How likely each option is the best of those that keep the requirements, as bars, the likeliest first.
package enum ChanceSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "chance", title: "Chance of being best", help: "how likely each option is the best, as bars"
  ) { context in
    let options = context.result.options
    let known = options.indices.compactMap { index in options[index].chanceBest.map { (index: index, chance: $0) } }
    guard !known.isEmpty else { return [] }
    let ordered = known.sorted { ($1.chance, $0.index) < ($0.chance, $1.index) }
    // Of many options the tail that has next to no chance together is one bar.
    var shown = min(ordered.count, most)
    if ordered.count > few {
      var rest = ordered.dropFirst(shown).reduce(0) { $0 + $1.chance }
      while shown > 1, rest + ordered[shown - 1].chance < 0.005 {
        shown -= 1
        rest += ordered[shown].chance
      }
    }
    var bars = ordered.prefix(shown).map { entry in
      let outcome = StandingSection.outcome(context, entry.index)
      return ReportBars.Bar(
        context.name(entry.index), length: entry.chance, value: ReportText("\(context.chance(entry.index)), \(outcome.text)", outcome.tone))
    }
    if ordered.count > shown {
      let rest = ordered.dropFirst(shown).reduce(0) { $0 + $1.chance }
      let words = ReportText(Words.chance(max(rest, 0.0001)))
      bars.append(ReportBars.Bar("\(ordered.count - shown) others together", length: rest, value: words))
    }
    return [
      .bars(ReportBars(bars)),
      .sentence(
        ReportText(
          StandingSection.chance.definition,
          .muted)),
    ]
  }

  private static let most = 20
  /// So few are all shown.
  private static let few = 8
}
