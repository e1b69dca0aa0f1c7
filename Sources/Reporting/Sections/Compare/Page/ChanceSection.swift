import Experiments

/// How likely each option is the best of those that keep the requirements, as bars, the likeliest first.
package enum ChanceSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "chance", title: "Chance of being best", help: "how likely each option is the best, as bars"
  ) { context in
    let options = context.result.options
    let known = options.indices.compactMap { index in options[index].chanceBest.map { (index: index, chance: $0) } }
    guard !known.isEmpty else { return [] }
    let ordered = known.sorted { ($1.chance, $0.index) < ($0.chance, $1.index) }
    var bars = ordered.prefix(most).map { entry in
      let outcome = StandingSection.outcome(context, entry.index)
      return ReportBars.Bar(
        context.name(entry.index), length: entry.chance, value: ReportText("\(context.chance(entry.index)), \(outcome.text)", outcome.tone))
    }
    if ordered.count > most {
      let rest = ordered.dropFirst(most).reduce(0) { $0 + $1.chance }
      bars.append(ReportBars.Bar("\(ordered.count - most) others together", length: rest, value: ReportText(Words.chance(rest))))
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
}
